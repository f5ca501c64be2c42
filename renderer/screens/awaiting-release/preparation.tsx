import { type PreparedThing, preparedThings } from '../../../preload/contract/request-words.ts';
import { useRequest } from '../../components/form/use-request.ts';
import { useWindow } from '../../components/frame/window-context.tsx';
import { Words } from '../../components/frame/words.tsx';
import { ProblemNotice } from '../../components/problem/problem-notice.tsx';

/** Manual 1 (3): what must be at hand. What is ticked is remembered. */
export function Preparation() {
  const { api, text, releaseRequest } = useWindow();
  const words = text.releaseRequest;
  const request = useRequest();
  const { prepared } = releaseRequest;
  const tick = (thing: PreparedThing, ready: boolean) => void request.send(() => api.releaseRequest.setPrepared({ thing, ready }));
  return (
    <section>
      <h2>
        <Words>{words.preparedTitle}</Words>
      </h2>
      <ProblemNotice problem={request.problem} />
      <ul className="preparation">
        {preparedThings.map((thing) => (
          <li key={thing}>
            <label>
              <input type="checkbox" checked={prepared.includes(thing)} onChange={(event) => tick(thing, event.currentTarget.checked)} />
              <span>
                <strong>
                  <Words>{words.things[thing].name}</Words>
                </strong>
                <span>
                  <Words>{words.things[thing].note}</Words>
                </span>
              </span>
            </label>
          </li>
        ))}
      </ul>
      <p role="status" className="muted plain">
        <Words>{words.preparedCount(prepared.length, preparedThings.length)}</Words>
      </p>
    </section>
  );
}
