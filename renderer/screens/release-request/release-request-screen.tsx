import { lazy, Suspense, useState } from 'react';
import { createPortal } from 'react-dom';
import type { Problem } from '../../../preload/contract/problem.ts';
import type { StepName } from '../../../preload/contract/procedure.ts';
import type { PaperOutcome, ReleaseRequest, RequestEntries } from '../../../preload/contract/release-request.ts';
import { Button } from '../../components/form/button.tsx';
import { StepButton } from '../../components/form/step-button.tsx';
import { type Request, useRequest } from '../../components/form/use-request.ts';
import { Icon } from '../../components/frame/icon.tsx';
import { ScreenFrame } from '../../components/frame/screen-frame.tsx';
import { useWindow } from '../../components/frame/window-context.tsx';
import { Words } from '../../components/frame/words.tsx';
import { ProblemNotice } from '../../components/problem/problem-notice.tsx';
import type { Catalogue } from '../../text/ja/catalogue.ts';
import { entitled } from './entitled.ts';
import { Paper } from './paper.tsx';
import { RequestFields } from './request-fields.tsx';
import { type RequestForm, useRequestForm } from './use-request-form.ts';
import './release-request-screen.css';

const EnlargedPaper = lazy(() => import('./enlarged-paper.tsx').then((module) => ({ default: module.EnlargedPaper })));

type Props = { readonly request: ReleaseRequest; readonly step: StepName };
type Order = (entries: RequestEntries) => Promise<{ readonly ok: true; readonly value: PaperOutcome } | { readonly ok: false; readonly problem: Problem }>;
type Done = { readonly order: 'print' | 'save'; readonly outcome: PaperOutcome };

/** Manual 1 (1): the request form, filled in, looked at, printed, and only then handed in; likewise the form for a new certificate. */
export function ReleaseRequestScreen({ request, step }: Props) {
  const { api, text, pictured = false } = useWindow();
  const words = text.releaseRequest;
  const reissue = request.form === 'reissue';
  const form = useRequestForm(request, api);
  const sending = useRequest();
  const orders = useOrders({ request, form, sending });
  return (
    <ScreenFrame
      step={step}
      title={reissue ? text.recovery.reissueTitle : words.title}
      lead={reissue ? text.recovery.reissueLead : words.lead}
      {...(reissue ? { place: text.recovery.reissuePlace } : {})}
      actions={<RequestActions request={request} sending={sending} orders={orders} canHandIn={!reissue && step === 'locked'} />}
    >
      <ProblemNotice problem={sending.problem} reply={form.notKept} />
      <div className="request-layout">
        <div className="request-entry">
          <p className="request-no-pins">
            <Icon name="shield" />
            <Words>{words.noPins}</Words>
          </p>
          <RequestFields form={form} layout={request.layout} />
          <p className="entry-aside">
            <Words>{words.kept}</Words>
          </p>
        </div>
        <PaperSide request={request} form={form} />
      </div>
      {!pictured &&
        createPortal(
          <div className="print-copy">
            <Paper layout={request.layout} entries={form.entries} level={1} />
          </div>,
          document.body,
        )}
    </ScreenFrame>
  );
}

type ActionsProps = { readonly request: ReleaseRequest; readonly sending: Request; readonly orders: Orders; readonly canHandIn: boolean };

/** First the paper, then its way to the branch: that it was handed in can be said only once there is one. */
function RequestActions({ request, sending, orders, canHandIn }: ActionsProps) {
  const { api, text } = useWindow();
  const words = text.releaseRequest;
  const there = request.savedAs !== null || orders.done?.outcome.kind === 'done';
  const handIn = canHandIn && there;
  return (
    <>
      <OrderStatus request={request} sending={sending} orders={orders} />
      <div className="request-orders">
        <Button icon="paper" busy={sending.pending} onPress={() => orders.give('save', api.releaseRequest.saveAsPdf)}>
          {words.savePdf}
        </Button>
        <Button kind={handIn ? 'secondary' : 'primary'} icon="print" busy={sending.pending} onPress={() => orders.give('print', api.releaseRequest.print)}>
          {words.print}
        </Button>
        {handIn && <StepButton request={sending} label={words.handedIn} call={() => api.procedure.reportReleaseRequested()} />}
      </div>
      <StepButton request={sending} kind="quiet" icon="back" label={text.common.back} call={() => api.releaseRequest.close()} />
    </>
  );
}

/** What became of the last order, above the buttons that gave it. */
function OrderStatus({ request, sending, orders: { done, missing } }: Omit<ActionsProps, 'canHandIn'>) {
  const { api, text } = useWindow();
  const words = text.releaseRequest;
  const saved = done?.order === 'save' && done.outcome.kind === 'done';
  return (
    <div className="request-status">
      <div role="status">
        {sending.pending && <p>{words.preparing}</p>}
        {missing > 0 && <p className="request-incomplete">{words.errorCount(missing)}</p>}
        {done !== null && (
          <p>
            <Words>{sentence(done, request.savedAs, words)}</Words>
          </p>
        )}
      </div>
      {saved && <StepButton request={sending} kind="quiet" label={words.showSaved} call={() => api.releaseRequest.showSaved()} />}
    </div>
  );
}

/** The paper as it will be, small enough to stand beside the entries; as large as it is where it is asked for. */
function PaperSide({ request, form }: { readonly request: ReleaseRequest; readonly form: RequestForm }) {
  const { language, text } = useWindow();
  const words = text.releaseRequest;
  const [enlarged, setEnlarged] = useState(false);
  return (
    <div className="request-paper">
      <p className="request-paper-name">{words.preview}</p>
      <div className="request-preview">
        <Paper layout={request.layout} entries={form.entries} level={2} />
      </div>
      <Button icon="expand" onPress={() => setEnlarged(true)}>
        {words.enlarge}
      </Button>
      <p className="request-hand-in">
        <Words>{request.layout.handIn[language]}</Words>
      </p>
      {enlarged && (
        <Suspense>
          <EnlargedPaper layout={request.layout} entries={form.entries} onClose={() => setEnlarged(false)} />
        </Suspense>
      )}
    </div>
  );
}

type Orders = ReturnType<typeof useOrders>;

/** Has the paper printed or saved, once it is complete. */
function useOrders({ request, form, sending }: { readonly request: ReleaseRequest; readonly form: RequestForm; readonly sending: Request }) {
  const [done, setDone] = useState<Done | null>(null);
  const [incomplete, setIncomplete] = useState(false);
  const give = (order: Done['order'], call: Order) => {
    setDone(null);
    const complete = form.checkAll();
    setIncomplete(!complete);
    if (!complete) return;
    void sending.send(async () => {
      // The paper is printed in the fonts that the preview has loaded.
      await document.fonts.ready;
      const reply = await entitled(request.layout.title, () => call(form.entries));
      if (reply.ok) setDone({ order, outcome: reply.value });
      return reply;
    });
  };
  return { done, missing: incomplete ? Object.keys(form.errors).length : 0, give };
}

function sentence({ order, outcome }: Done, savedAs: string | null, words: Catalogue['releaseRequest']): string {
  switch (outcome.kind) {
    case 'done':
      return order === 'print' ? words.printed : words.saved(savedAs ?? '');
    case 'cancelled':
      return words.cancelled;
    case 'noPrinter':
    case 'printFailed':
    case 'printUnknown':
      return words[outcome.kind];
    case 'incomplete':
      return words.errorCount(1);
    default:
      return outcome satisfies never;
  }
}
