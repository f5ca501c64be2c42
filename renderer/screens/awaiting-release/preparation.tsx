import type { KaitsuApi } from '../../../preload/contract/contract.ts';
import type { ReleaseRequest } from '../../../preload/contract/release-request.ts';
import { type PreparedThing, preparedThings } from '../../../preload/contract/request-words.ts';
import { type Chosen, useChosen } from '../../components/form/use-chosen.ts';
import { useWindow } from '../../components/frame/window-context.tsx';
import { Words } from '../../components/frame/words.tsx';
import { ProblemNotice } from '../../components/problem/problem-notice.tsx';

/** Manual 1 (3): what must be at hand. What is ticked is remembered. */
export function Preparation() {
  const { api, text, releaseRequest } = useWindow();
  const words = text.releaseRequest;
  const ticks: Readonly<Record<PreparedThing, Chosen<boolean>>> = {
    designatedPc: useTick('designatedPc', releaseRequest, api),
    customerCard: useTick('customerCard', releaseRequest, api),
    applicationForm: useTick('applicationForm', releaseRequest, api),
  };
  const ready = preparedThings.filter((thing) => ticks[thing].value);
  const refused = preparedThings.map((thing) => ticks[thing].problem).find((problem) => problem !== null);
  return (
    <section>
      <h2>
        <Words>{words.preparedTitle}</Words>
      </h2>
      <ProblemNotice problem={refused ?? null} />
      <ul className="preparation">
        {preparedThings.map((thing) => (
          <li key={thing}>
            <label>
              <input type="checkbox" checked={ticks[thing].value} onChange={(event) => ticks[thing].choose(event.currentTarget.checked)} />
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
        <Words>{words.preparedCount(ready.length, preparedThings.length)}</Words>
      </p>
    </section>
  );
}

/** Whether a thing is ticked: as it was pressed, then as main keeps it. */
function useTick(thing: PreparedThing, published: ReleaseRequest, api: KaitsuApi): Chosen<boolean> {
  return useChosen(
    published,
    ({ prepared }) => prepared.includes(thing),
    (ready) => api.releaseRequest.setPrepared({ thing, ready }),
  );
}
