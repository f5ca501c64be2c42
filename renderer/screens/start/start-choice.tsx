import type { Accepted } from '../../../preload/contract/procedure.ts';
import { keepFocus } from '../../components/form/button.tsx';
import type { Request } from '../../components/form/use-request.ts';
import { Icon, type IconName } from '../../components/frame/icon.tsx';
import { useWindow } from '../../components/frame/window-context.tsx';
import { Words } from '../../components/frame/words.tsx';
import type { StartWay } from '../../text/ja/start.ts';

const icons: Readonly<Record<StartWay, IconName>> = { lockedOut: 'lock', called: 'phone', certificate: 'certificate', newPc: 'computer', users: 'users' };

type Props = {
  readonly request: Request;
  readonly way: StartWay;
  /** Whether it says what is needed: where another way is likelier, the screen that it leads to does. */
  readonly full?: boolean;
  readonly call: () => Promise<Accepted>;
};

/** One of the ways that begin at the start: the whole of it is the button. */
export function StartChoice({ request, way, full = false, call }: Props) {
  const { text } = useWindow();
  const { choices, needs: needsOf } = text.screens.start;
  const { label, note, needs } = choices[way];
  const press = () => {
    if (!request.pending) void request.send(call);
  };
  return (
    <li>
      <button type="button" className="start-choice" aria-disabled={request.pending || undefined} onMouseDown={keepFocus} onClick={press}>
        <Icon name={icons[way]} />
        <span className="start-choice-words">
          <strong>
            <Words>{label}</Words>
          </strong>
          <span>
            <Words>{note}</Words>
          </span>
          {full && needs !== undefined && (
            <span className="start-choice-needs">
              <Words>{needsOf(needs)}</Words>
            </span>
          )}
        </span>
        <Icon name="arrow" />
      </button>
    </li>
  );
}
