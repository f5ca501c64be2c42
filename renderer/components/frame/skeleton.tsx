import './skeleton.css';

/** What stands there until the first snapshot has come: quiet shapes, no words that would flash by. */
export function Skeleton() {
  return (
    <div className="skeleton" aria-busy="true">
      <span />
      <span />
      <span />
    </div>
  );
}
