import type { ReactNode } from 'react';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { ScreenFrame } from '../../components/screen-frame.tsx';
import { StepButton } from '../../components/step-button.tsx';
import { type Request, useRequest } from '../../components/use-request.ts';
import { useWindow } from '../../components/window-context.tsx';
import type { StateOf } from '../screen-of.ts';
import { StageList } from './stage-list.tsx';

type State = StateOf<'retrieval'>;

/** The certificate's retrieval, with its real stages. */
export function RetrievalScreen({ state }: { readonly state: State }) {
  const { text } = useWindow();
  const words = text.screens.retrieval;
  const request = useRequest();
  const leads = { running: words.lead, cancelling: words.leadCancelling, stopped: words.leadStopped, failed: words.leadFailed } as const;
  return (
    <ScreenFrame
      step={state.step}
      title={words[state.phase]}
      {...(state.problem === null ? { lead: leads[state.phase] } : {})}
      actions={<Actions phase={state.phase} request={request} />}
    >
      <ProblemNotice problem={state.problem} reply={request.problem} />
      <StageList stage={state.stage} phase={state.phase} waitingUntil={state.waitingUntil} />
    </ScreenFrame>
  );
}

function Actions({ phase, request }: { readonly phase: State['phase']; readonly request: Request }): ReactNode {
  const { api, text } = useWindow();
  const words = text.screens.retrieval;
  switch (phase) {
    case 'running':
    case 'cancelling':
      return <StepButton request={request} kind="secondary" label={words.cancel} busy={phase === 'cancelling'} call={() => api.procedure.cancelRetrieval()} />;
    case 'stopped':
    case 'failed':
      return <StepButton request={request} label={phase === 'failed' ? words.retry : words.proceed} call={() => api.procedure.retrieveCertificate()} />;
    default:
      return phase satisfies never;
  }
}
