import { useState } from 'react';
import { createPortal } from 'react-dom';
import type { Problem } from '../../../preload/contract/problem.ts';
import type { StepName } from '../../../preload/contract/procedure.ts';
import type { PaperOutcome, ReleaseRequest, RequestEntries } from '../../../preload/contract/release-request.ts';
import { Button } from '../../components/form/button.tsx';
import { Hint } from '../../components/form/hint.tsx';
import { StepButton } from '../../components/form/step-button.tsx';
import { type Request, useRequest } from '../../components/form/use-request.ts';
import { ScreenFrame } from '../../components/frame/screen-frame.tsx';
import { useWindow } from '../../components/frame/window-context.tsx';
import { Words } from '../../components/frame/words.tsx';
import { ProblemNotice } from '../../components/problem/problem-notice.tsx';
import type { Catalogue } from '../../text/ja/catalogue.ts';
import { Paper } from './paper.tsx';
import { RequestFields } from './request-fields.tsx';
import { type RequestForm, useRequestForm } from './use-request-form.ts';
import './release-request-screen.css';

type Props = { readonly request: ReleaseRequest; readonly step: StepName };
type Order = (entries: RequestEntries) => Promise<{ readonly ok: true; readonly value: PaperOutcome } | { readonly ok: false; readonly problem: Problem }>;
type Done = { readonly order: 'print' | 'save'; readonly outcome: PaperOutcome };

/** Manual 1 (1): the request form, filled in, looked at, printed; likewise the form for a new certificate. */
export function ReleaseRequestScreen({ request, step }: Props) {
  const { api, text } = useWindow();
  const words = text.releaseRequest;
  const reissue = request.form === 'reissue';
  const form = useRequestForm(request, api);
  const sending = useRequest();
  const actions = (
    <>
      {!reissue && step === 'locked' && <StepButton request={sending} label={text.screens.locked.action} call={() => api.procedure.reportReleaseRequested()} />}
      <StepButton request={sending} kind="quiet" icon="back" label={words.back} call={() => api.releaseRequest.close()} />
    </>
  );
  return (
    <ScreenFrame
      step={step}
      title={reissue ? text.recovery.reissueTitle : words.title}
      lead={reissue ? text.recovery.reissueLead : words.lead}
      {...(reissue ? { place: text.recovery.reissuePlace } : {})}
      actions={actions}
    >
      <ProblemNotice problem={sending.problem} reply={form.notKept} />
      <div className="request-layout">
        <div className="request-entry">
          <Hint>
            <p>{words.noPins}</p>
            <p>{words.kept}</p>
          </Hint>
          <RequestFields form={form} layout={request.layout} />
        </div>
        <PaperSide request={request} form={form} sending={sending} />
      </div>
      {createPortal(
        <div className="print-copy">
          <Paper layout={request.layout} entries={form.entries} level={1} />
        </div>,
        document.body,
      )}
    </ScreenFrame>
  );
}

type SideProps = { readonly request: ReleaseRequest; readonly form: RequestForm; readonly sending: Request };

/** The paper as it will be, and what makes it. */
function PaperSide({ request, form, sending }: SideProps) {
  const { api, language, text } = useWindow();
  const words = text.releaseRequest;
  const { done, incomplete, give } = useOrders({ request, form, sending });
  const missing = countOf(form.errors);
  return (
    <div className="request-paper">
      <p className="request-paper-name">{words.preview}</p>
      <div className="request-preview">
        <Paper layout={request.layout} entries={form.entries} level={2} />
      </div>
      <p className="request-hand-in">
        <Words>{request.layout.handIn[language]}</Words>
      </p>
      <div className="request-orders">
        <Button kind="primary" icon="print" busy={sending.pending} onPress={() => give('print', api.releaseRequest.print)}>
          {words.print}
        </Button>
        <Button icon="paper" busy={sending.pending} onPress={() => give('save', api.releaseRequest.saveAsPdf)}>
          {words.savePdf}
        </Button>
      </div>
      <div role="status" className="request-status">
        {sending.pending && <p>{words.preparing}</p>}
        {incomplete && missing > 0 && <p className="request-incomplete">{words.errorCount(missing)}</p>}
        {done !== null && (
          <p>
            <Words>{sentence(done, request.savedAs, words)}</Words>
          </p>
        )}
      </div>
      {done?.order === 'save' && done.outcome.kind === 'done' && (
        <StepButton request={sending} kind="secondary" label={words.showSaved} call={() => api.releaseRequest.showSaved()} />
      )}
    </div>
  );
}

/** Has the paper printed or saved, once it is complete. */
function useOrders({ request, form, sending }: SideProps) {
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
  return { done, incomplete, give };
}

/** A PDF takes its title from the page (Chromium; Electron's printToPDF has no other), and the print dialog the job's name. */
async function entitled<T>(title: string, make: () => Promise<T>): Promise<T> {
  const usual = document.title;
  document.title = title;
  try {
    return await make();
  } finally {
    document.title = usual;
  }
}

function countOf(errors: object): number {
  return Object.keys(errors).length;
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
