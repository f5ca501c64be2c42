import { createPortal } from 'react-dom';
import { Button } from '../../components/form/button.tsx';
import { StepButton } from '../../components/form/step-button.tsx';
import { useWindow } from '../../components/frame/window-context.tsx';
import { Words } from '../../components/frame/words.tsx';
import { ProblemNotice } from '../../components/problem/problem-notice.tsx';
import { outcomeSentence } from '../release-request/outcome-sentence.ts';
import { RecordPaper } from './record-paper.tsx';
import { type RecordOrders as Orders, useRecordOrders } from './use-record.ts';
import './record-orders.css';

type Props = {
  /** On the button that saves. */
  readonly saveLabel: string;
  readonly kind: 'primary' | 'secondary';
};

/** The buttons that save and print the record, and what became of it. */
export function RecordOrders({ saveLabel, kind }: Props) {
  const { text } = useWindow();
  const orders = useRecordOrders();
  const { sending, printing, give } = orders;
  return (
    <div className="record-orders">
      <ProblemNotice problem={sending.problem} />
      <div className="record-buttons">
        <Button kind={kind} icon="paper" busy={sending.pending} onPress={() => give('save')}>
          {saveLabel}
        </Button>
        <Button kind="quiet" icon="print" busy={sending.pending} onPress={() => give('print')}>
          {text.releaseRequest.print}
        </Button>
      </div>
      <Status orders={orders} />
      {printing !== null &&
        createPortal(
          <div className="print-copy">
            <RecordPaper paper={printing} level={1} />
          </div>,
          document.body,
        )}
    </div>
  );
}

function Status({ orders: { sending, done } }: { readonly orders: Orders }) {
  const { api, record, text } = useWindow();
  const saved = done?.order === 'save' && done.outcome.kind === 'done';
  return (
    <div className="record-status">
      <div role="status">
        {sending.pending && <p>{text.record.preparing}</p>}
        {done !== null && (
          <p>
            <Words>{outcomeSentence(done.order === 'print', done.outcome, record.savedAs, text)}</Words>
          </p>
        )}
      </div>
      {saved && <StepButton request={sending} kind="quiet" label={text.releaseRequest.showSaved} call={() => api.record.showSaved()} />}
    </div>
  );
}
