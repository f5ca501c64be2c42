import type { RetrievalStage } from '../../../preload/contract/procedure.ts';
import type { StateOf } from '../../state/screen-of.ts';
import { formatTimeWithSeconds } from '../../text/dates.ts';
import { Icon } from '../frame/icon.tsx';
import { useWindow } from '../frame/window-context.tsx';
import './stage-list.css';

/** The stages in the order in which they are reached; that none is missing is the type's business. */
const numbers = { key: 1, request: 2, sent: 3, waiting: 4, checked: 5, installed: 6, tried: 7 } as const satisfies Record<RetrievalStage, number>;
const stages: readonly RetrievalStage[] = ['key', 'request', 'sent', 'waiting', 'checked', 'installed', 'tried'];

/** name: what a screen reader calls the list. */
type Props = Pick<StateOf<'retrieval' | 'renewal'>, 'stage' | 'phase' | 'waitingUntil'> & { readonly name: string };

/** What is done, what is under way, what is to come. */
export function StageList({ name, stage, phase, waitingUntil }: Props) {
  const { text, language } = useWindow();
  const words = text.screens.retrieval;
  const number = numbers[stage];
  const under = phase === 'running' || phase === 'cancelling';
  const waiting = waitingUntil === null ? null : words.waitingUntil(formatTimeWithSeconds(waitingUntil, language));
  const spoken = words.progress(words.stages[stage], number, stages.length);
  return (
    <div className="stages">
      <progress max={stages.length} value={number - 1} aria-label={spoken} />
      {/* Stage by stage. When the bank is asked again stands in the list: spoken each time, it would drown all else. */}
      <p className="visually-hidden" aria-live="polite">
        {spoken}
      </p>
      <ol aria-label={name}>
        {stages.map((each) => {
          const kind = numbers[each] < number ? 'done' : numbers[each] > number ? 'todo' : under ? 'current' : 'stoppedHere';
          return (
            <li key={each} className={`stage stage-${kind}`} aria-current={each === stage ? 'step' : undefined}>
              <Mark kind={kind} />
              <span className="stage-name">{words.stages[each]}</span>
              <span className="stage-state">{words[kind]}</span>
              {each === stage && waiting !== null && <span className="stage-waiting">{waiting}</span>}
            </li>
          );
        })}
      </ol>
    </div>
  );
}

function Mark({ kind }: { readonly kind: 'done' | 'todo' | 'current' | 'stoppedHere' }) {
  return (
    <span className="stage-mark" aria-hidden="true">
      {kind === 'done' && <Icon name="check" />}
      {kind === 'current' && <span className="spinner" />}
      {kind === 'stoppedHere' && <Icon name="stop" />}
    </span>
  );
}
