import type { StepName } from '../../../preload/contract/procedure.ts';
import { type StopName, stopNumber, stops } from '../../state/screen-of.ts';
import { Icon } from './icon.tsx';
import { useWindow } from './window-context.tsx';
import { Words } from './words.tsx';
import './rail.css';

type Group = 'releaseGroup' | 'activationGroup' | 'certificateGroup';

/** Which stops open a group of the whole way. */
const groupAt: Partial<Record<StopName, Group>> = { release: 'releaseGroup', logonMenus: 'activationGroup', certificate: 'certificateGroup' };

/** The whole way, and where one is. finished: the last stop lies behind as well. */
export function Rail({ step, finished }: { readonly step: StepName; readonly finished: boolean }) {
  const { text } = useWindow();
  const here = stopNumber(step);
  return (
    <nav className="rail" aria-label={text.rail.name}>
      <ol>
        {stops.map((stop, index) => {
          const number = index + 1;
          const kind = number < here || (finished && number === here) ? 'done' : number === here ? 'here' : 'todo';
          const group = groupAt[stop.name];
          return (
            <li key={stop.name} className={`stop stop-${kind}`} aria-current={number === here ? 'step' : undefined}>
              {group !== undefined && (
                <span className="stop-group">
                  <Words>{text.rail[group]}</Words>
                </span>
              )}
              <span className="stop-row">
                <span className="stop-dot">{kind === 'done' ? <Icon name="check" /> : number}</span>
                <span className="stop-name">
                  <Words>{text.rail.stops[stop.name]}</Words>
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
