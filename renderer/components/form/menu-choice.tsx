import type { Accepted } from '../../../preload/contract/procedure.ts';
import { Words } from '../frame/words.tsx';
import { StepButton } from './step-button.tsx';
import type { Request } from './use-request.ts';
import './menu-choice.css';

type Props = {
  readonly request: Request;
  /** The heading above, where the bank's page has one. */
  readonly group?: string;
  readonly label: string;
  readonly note: string;
  readonly call: () => Promise<Accepted>;
  /** For what the manual does not tell to do: it must not compete with what comes next. */
  readonly quiet?: boolean;
  /** Where something is to be seen to first, it is not the next action. */
  readonly second?: boolean;
};

/** A choice of the bank's menus, as the manual names it. */
export function MenuChoice({ request, group, label, note, call, quiet = false, second = false }: Props) {
  return (
    <div className={quiet ? 'menu-choice menu-choice-quiet' : 'menu-choice'}>
      <div>
        {group !== undefined && (
          <h2>
            <Words>{group}</Words>
          </h2>
        )}
        <p>
          <Words>{note}</Words>
        </p>
      </div>
      <StepButton request={request} label={label} icon="arrow" kind={quiet || second ? 'secondary' : 'primary'} call={call} />
    </div>
  );
}
