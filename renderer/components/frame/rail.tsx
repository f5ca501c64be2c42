import type { StepName } from '../../../preload/contract/procedure.ts';
import type { StepOrderName } from '../../../preload/contract/step-order.ts';
import { type StopName, stopNumber, stopsOf } from '../../state/screen-of.ts';
import { Icon } from './icon.tsx';
import { useWindow } from './window-context.tsx';
import { Words } from './words.tsx';
import './rail.css';

type Group = 'releaseGroup' | 'activationGroup' | 'certificateGroup' | 'certificateFirstGroup' | 'activationLastGroup';

/** Which stops open a group of the whole way, in each order. */
const groupsAt: Readonly<Record<StepOrderName, Partial<Record<StopName, Group>>>> = {
  activationFirst: { release: 'releaseGroup', logonMenus: 'activationGroup', certificate: 'certificateGroup' },
  certificateFirst: { release: 'releaseGroup', logonMenus: 'certificateFirstGroup', newPins: 'activationLastGroup' },
};

/** The whole way, and where one is. finished: the last stop lies behind as well. */
export function Rail({ step, finished }: { readonly step: StepName; readonly finished: boolean }) {
  const { bank, text } = useWindow();
  const here = stopNumber(step, bank.stepOrder);
  return (
    <nav className="rail" aria-label={text.rail.name}>
      <ol>
        {stopsOf(bank.stepOrder).map((stop, index) => {
          const number = index + 1;
          const kind = number < here || (finished && number === here) ? 'done' : number === here ? 'here' : 'todo';
          const group = groupsAt[bank.stepOrder][stop];
          return (
            <li key={stop} className={`stop stop-${kind}`} aria-current={number === here ? 'step' : undefined}>
              {group !== undefined && (
                <span className="stop-group">
                  <Words>{text.rail[group]}</Words>
                </span>
              )}
              <span className="stop-row">
                <span className="stop-dot">{kind === 'done' ? <Icon name="check" /> : number}</span>
                <span className="stop-name">
                  <Words>{text.rail.stops[stop]}</Words>
                </span>
                {kind !== 'todo' && <span className="visually-hidden">{kind === 'done' ? text.rail.done : text.rail.here}</span>}
              </span>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
