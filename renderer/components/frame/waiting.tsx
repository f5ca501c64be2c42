import { Skeleton } from './skeleton.tsx';
import './waiting.css';

/** The window's frame without a word in it, as index.html has it already. */
export function Waiting() {
  return (
    <main className="waiting">
      <h1 aria-label="開通 Kaitsu" />
      <div className="waiting-header" />
      <div className="waiting-rail">
        {[1, 2, 3, 4, 5].map((stop) => (
          <span key={stop} />
        ))}
      </div>
      <div className="waiting-content">
        <Skeleton />
      </div>
    </main>
  );
}
