import { useEffect, useState } from 'react';
import { Dialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { createPortal } from 'react-dom';
import type { HandOverEntry, HandOverPaper as Paper } from '../../../preload/contract/hand-over.ts';
import { Button } from '../../components/form/button.tsx';
import { StepButton } from '../../components/form/step-button.tsx';
import { useRequest } from '../../components/form/use-request.ts';
import { Icon } from '../../components/frame/icon.tsx';
import { ModalLayer } from '../../components/frame/modal-layer.tsx';
import { useWindow } from '../../components/frame/window-context.tsx';
import { Words } from '../../components/frame/words.tsx';
import { ProblemNotice } from '../../components/problem/problem-notice.tsx';
import { formatDate, formatTime } from '../../text/dates.ts';
import { outcomeSentence } from '../release-request/outcome-sentence.ts';
import { HandOverPaper } from './hand-over-paper.tsx';
import { stepDetail, stepText } from './step-text.ts';
import { type HandOverOrders, useHandOverOrders } from './use-hand-over.ts';
import './hand-over-dialog.css';

/** How many lines are drawn; a saved file has all. */
const handOverShown = 100;

/** 引継書 from the menu, over whatever is on the screen: what was done, whether it is as it was written, and as a file. */
export function HandOverDialog() {
  const { api, text } = useWindow();
  const words = text.handOver;
  const reading = useRequest();
  const [paper, setPaper] = useState<Paper | null>(null);
  const orders = useHandOverOrders(setPaper);
  const { send } = reading;
  // biome-ignore lint/correctness/useExhaustiveDependencies: read once, when it is opened
  useEffect(() => {
    void send(async () => {
      const reply = await api.handOver.read();
      if (reply.ok) setPaper(reply.value);
      return reply;
    });
  }, [api]);
  const close = () => void api.handOver.close();
  return (
    <ModalLayer className="dialog-frame hand-over-frame" onClose={close}>
      <Dialog className="dialog hand-over-dialog">
        <div className="hand-over-head">
          <Heading slot="title">
            <Words>{words.name}</Words>
          </Heading>
          <p>
            <Words>{words.lead}</Words>
          </p>
        </div>
        <ProblemNotice problem={orders.sending.problem ?? reading.problem} brief />
        {paper === null ? (
          <p role="status">{reading.pending && words.reading}</p>
        ) : (
          <>
            <Verdict paper={paper} />
            <List paper={paper} />
          </>
        )}
        <Orders orders={orders} hasLines={paper !== null && paper.lines > 0} onClose={close} />
      </Dialog>
    </ModalLayer>
  );
}

/** Whether it is as it was written, and the number to be kept on paper. */
function Verdict({ paper: { fault, lines, checkNumber, waiting } }: { readonly paper: Paper }) {
  const { text } = useWindow();
  const words = text.handOver;
  if (lines === 0 && fault === null) return waiting > 0 ? <Waiting count={waiting} /> : null;
  return (
    <>
      <div className={`hand-over-verdict hand-over-${fault === null ? 'whole' : 'broken'}`}>
        <Icon name={fault === null ? 'check' : 'error'} />
        <div>
          <p className="hand-over-verdict-title">
            <Words>{fault === null ? words.whole : words.broken}</Words>
          </p>
          <p>
            <Words>{fault === null ? words.checked(lines) : words.paper.faults[fault.how](fault.line)}</Words>
          </p>
          {fault !== null && (
            <p>
              <Words>{words.brokenHelp}</Words>
            </p>
          )}
        </div>
        {checkNumber !== null && fault === null && (
          <div className="hand-over-check">
            <p className="hand-over-muted">
              <Words>{words.paper.checkNumber}</Words>
            </p>
            <p className="hand-over-check-number" translate="no">
              {checkNumber}
            </p>
            <p className="hand-over-muted">
              <Words>{words.checkNumberHelp}</Words>
            </p>
          </div>
        )}
      </div>
      {waiting > 0 && <Waiting count={waiting} />}
    </>
  );
}

function Waiting({ count }: { readonly count: number }) {
  const { text } = useWindow();
  return (
    <p className="hand-over-waiting">
      <Icon name="warning" />
      <span>
        <Words>{text.handOver.waiting(count)}</Words>
      </span>
    </p>
  );
}

function List({ paper: { entries, lines, fault } }: { readonly paper: Paper }) {
  const { text } = useWindow();
  const words = text.handOver;
  const shown = entries.slice(-handOverShown).toReversed();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be scrolled by keyboard, too
    <section className="hand-over-list" tabIndex={0} aria-label={words.list}>
      {shown.length === 0 ? (
        <p className="hand-over-muted">
          <Words>{words.paper.nothing}</Words>
        </p>
      ) : (
        <table aria-label={words.list}>
          <thead>
            <tr>
              {(['number', 'at', 'step', 'by'] as const).map((column) => (
                <th key={column} scope="col" className={`hand-over-${column}`}>
                  <Words>{words.paper[column]}</Words>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((entry, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: of a record that was changed, two lines can have one number
              <Row key={index} entry={entry} isWrong={fault !== null && entry.n === fault.line} />
            ))}
          </tbody>
        </table>
      )}
      {lines > shown.length && (
        <p className="hand-over-muted">
          <Words>{words.newest(shown.length)}</Words>
        </p>
      )}
    </section>
  );
}

/** What is wrong is looked for. */
function intoSight(row: HTMLElement | null): void {
  row?.scrollIntoView({ block: 'center' });
}

function Row({ entry, isWrong }: { readonly entry: HandOverEntry; readonly isWrong: boolean }) {
  const { language, text } = useWindow();
  const words = text.handOver.paper;
  const detail = stepDetail(entry);
  return (
    <tr ref={isWrong ? intoSight : undefined} className={isWrong ? 'hand-over-wrong' : undefined}>
      <td className="hand-over-number">{entry.n}</td>
      <td className="hand-over-at">
        {formatDate(entry.at, language)} {formatTime(entry.at, language)}
      </td>
      <td>
        <Words>{`${stepText(entry.step, words)}${entry.late ? words.late : ''}`}</Words>
        {detail !== '' && (
          <span className="hand-over-row-detail" translate="no">
            {detail}
          </span>
        )}
      </td>
      <td translate="no">
        {entry.by.user === '' ? '—' : entry.by.user}
        <span className="hand-over-row-detail">
          {entry.by.pc} · Kaitsu {entry.by.version}
        </span>
      </td>
    </tr>
  );
}

type OrdersProps = { readonly orders: HandOverOrders; readonly hasLines: boolean; readonly onClose: () => void };

function Orders({ orders: { sending, printing, done, give }, hasLines, onClose }: OrdersProps) {
  const { api, handOver, text } = useWindow();
  const words = text.handOver;
  const saved = done !== null && done.order !== 'print' && done.outcome.kind === 'done';
  return (
    <div className="hand-over-orders">
      <div className="hand-over-status">
        <div role="status">
          {sending.pending && <p>{text.record.preparing}</p>}
          {done !== null && (
            <p>
              <Words>{outcomeSentence(done.order === 'print', done.outcome, handOver.savedAs, text)}</Words>
            </p>
          )}
        </div>
        {saved && <StepButton request={sending} kind="quiet" label={text.releaseRequest.showSaved} call={() => api.handOver.showSaved()} />}
      </div>
      <div className="hand-over-buttons">
        {hasLines && (
          <>
            <Button kind="primary" icon="paper" busy={sending.pending} onPress={() => give('pdf')}>
              {words.savePdf}
            </Button>
            <Button busy={sending.pending} onPress={() => give('csv')}>
              {words.saveCsv}
            </Button>
            <Button busy={sending.pending} onPress={() => give('jsonl')}>
              {words.saveJsonl}
            </Button>
            <Button kind="quiet" icon="print" busy={sending.pending} onPress={() => give('print')}>
              {text.releaseRequest.print}
            </Button>
          </>
        )}
        <span className="hand-over-gap" />
        <Button onPress={onClose}>{text.common.close}</Button>
      </div>
      {printing !== null &&
        createPortal(
          <div className="print-copy">
            <HandOverPaper paper={printing} />
          </div>,
          document.body,
        )}
    </div>
  );
}
