import type { ReactNode } from 'react';
import { problemFacts } from '../../../preload/contract/problem-facts.ts';
import type { Accepted } from '../../../preload/contract/procedure.ts';
import type { StateOf } from '../../state/screen-of.ts';
import type { Catalogue } from '../../text/ja/catalogue.ts';
import { BackButton, StepButton } from '../form/step-button.tsx';
import { type Request, useRequest } from '../form/use-request.ts';
import { ScreenFrame } from '../frame/screen-frame.tsx';
import { useWindow } from '../frame/window-context.tsx';
import { ProblemNotice } from '../problem/problem-notice.tsx';
import { StageList } from './stage-list.tsx';

type State = StateOf<'retrieval' | 'renewal'>;
type Words = Catalogue['screens']['retrieval' | 'renewal'];

type Props = {
  readonly state: State;
  readonly words: Words;
  /** Where one is, if it is not a stop of the procedure. */
  readonly place?: string;
  /** Begins again, or goes on where it stopped. */
  readonly begin: () => Promise<Accepted>;
  /** Whether there is something to go back to. */
  readonly canGoBack: boolean;
};

/** The way to a certificate with its real stages: to the first one, and to the one in place of an old one. */
export function CertificateWay({ state, words, place, begin, canGoBack }: Props) {
  const request = useRequest();
  // Without help, trying again leads nowhere: what went wrong says whom to call.
  const blocked = state.problem !== null && problemFacts[state.problem.code].severity === 'blocking';
  // Nothing went wrong: the bank has the request.
  const pending = state.problem?.code === 'enrolment-pending';
  const leads = { running: words.lead, cancelling: words.leadCancelling, stopped: words.leadStopped, failed: words.leadFailed } as const;
  return (
    <ScreenFrame
      step={state.step}
      title={pending ? words.pending : words[state.phase]}
      {...(place === undefined ? {} : { place })}
      {...(state.problem === null ? { lead: leads[state.phase] } : {})}
      actions={
        <Actions
          phase={state.phase}
          keyUnreadable={state.problem?.code === 'pending-key-unreadable'}
          blocked={blocked}
          request={request}
          words={words}
          begin={begin}
          canGoBack={canGoBack}
        />
      }
    >
      <ProblemNotice problem={state.problem} reply={request.problem} />
      <StageList name={words.list} stage={state.stage} phase={pending ? 'running' : state.phase} waitingUntil={state.waitingUntil} />
    </ScreenFrame>
  );
}

type ActionsProps = Pick<Props, 'words' | 'begin' | 'canGoBack'> & {
  readonly phase: State['phase'];
  readonly keyUnreadable: boolean;
  readonly blocked: boolean;
  readonly request: Request;
};

function Actions({ phase, keyUnreadable, blocked, request, words, begin, canGoBack }: ActionsProps): ReactNode {
  const { api, text } = useWindow();
  switch (phase) {
    case 'running':
    case 'cancelling':
      return <StepButton request={request} kind="secondary" label={words.cancel} busy={phase === 'cancelling'} call={() => api.procedure.cancelRetrieval()} />;
    case 'stopped':
    case 'failed':
      return (
        <>
          <StepButton request={request} kind={blocked ? 'secondary' : 'primary'} label={phase === 'failed' ? words.retry : words.proceed} call={begin} />
          {keyUnreadable && <StepButton request={request} kind="secondary" label={text.recovery.newKey} call={() => api.procedure.retrieveWithNewKey()} />}
          {canGoBack && <BackButton request={request} />}
        </>
      );
    default:
      return phase satisfies never;
  }
}
