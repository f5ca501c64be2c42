import { type PreparedThing, preparedThings } from '../../../preload/contract/request-words.ts';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { useRequest } from '../../components/use-request.ts';
import { useWindow } from '../../components/window-context.tsx';

/** Manual 1 (3): what must be at hand. What is ticked is remembered. */
export function Preparation() {
  const { api, text, releaseRequest } = useWindow();
  const words = text.releaseRequest;
  const request = useRequest();
  const { prepared } = releaseRequest;
  const tick = (thing: PreparedThing, ready: boolean) => void request.send(() => api.releaseRequest.setPrepared({ thing, ready }));
  return (
    <section>
      <h2>{words.preparedTitle}</h2>
      <ProblemNotice problem={request.problem} />
      <ul className="preparation">
        {preparedThings.map((thing) => (
          <li key={thing}>
            <label>
              <input type="checkbox" checked={prepared.includes(thing)} onChange={(event) => tick(thing, event.currentTarget.checked)} />
              <span>
                <strong>{words.things[thing].name}</strong>
                <span>{words.things[thing].note}</span>
              </span>
            </label>
          </li>
        ))}
      </ul>
      <p role="status" className="muted plain">
        {words.preparedCount(prepared.length, preparedThings.length)}
      </p>
    </section>
  );
}
