import type { Accepted } from '../../../preload/contract/procedure.ts';
import { Icon, type IconName } from '../frame/icon.tsx';
import { Words } from '../frame/words.tsx';
import { keepFocus } from './button.tsx';
import type { Request } from './use-request.ts';
import './big-choice.css';

type Props = {
  readonly request: Request;
  readonly icon: IconName;
  readonly label: string;
  readonly lines: readonly string[];
  /** What is needed for it. */
  readonly needs?: string;
  readonly call: () => Promise<Accepted>;
};

/** One of several ways, in a list: the whole of it is the button. */
export function BigChoice({ request, icon, label, lines, needs, call }: Props) {
  const press = () => {
    if (!request.pending) void request.send(call);
  };
  return (
    <li>
      <button type="button" className="big-choice" aria-disabled={request.pending || undefined} onMouseDown={keepFocus} onClick={press}>
        <Icon name={icon} />
        <span className="big-choice-words">
          <strong>
            <Words>{label}</Words>
          </strong>
          {lines.map((line) => (
            <span key={line}>
              <Words>{line}</Words>
            </span>
          ))}
          {needs !== undefined && (
            <span className="big-choice-needs">
              <Words>{needs}</Words>
            </span>
          )}
        </span>
        <Icon name="arrow" />
      </button>
    </li>
  );
}
