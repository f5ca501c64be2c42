import type { ReactNode } from 'react';
import { needsProof, problemFacts } from '../../../preload/contract/problem-facts.ts';
import type { Accepted } from '../../../preload/contract/procedure.ts';
import type { StateOf } from '../../state/screen-of.ts';
import type { Catalogue } from '../../text/ja/catalogue.ts';
import { BackButton, StepButton } from '../form/step-button.tsx';
import { type Request, useRequest } from '../form/use-request.ts';
import { ScreenFrame } from '../frame/screen-frame.tsx';
import { useWindow } from '../frame/window-context.tsx';
import { CheckAgain } from '../problem/preflight-line.tsx';
import { ProblemNotice } from '../problem/problem-notice.tsx';
import { StopCard } from '../problem/stop-card.tsx';
import { useProvenSince } from '../problem/use-proof.ts';
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
  const help = useHelp(state);
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
          help={help}
          request={request}
          words={words}
          begin={begin}
          canGoBack={canGoBack}
        />
      }
    >
      <ProblemNotice problem={state.problem} reply={request.problem} />
      {help !== null && <StopCard contact={help.contact} />}
      <StageList name={words.list} stage={state.stage} phase={pending ? 'running' : state.phase} waitingUntil={state.waitingUntil} />
    </ScreenFrame>
  );
}

/** after: what leads on when help has come; null where that is not to be found on this PC. */
type Help = { readonly contact: 'bank' | 'staff'; readonly after: 'retry' | 'proof' | null };

/** Without help, trying again leads nowhere. What one's own staff can mend is tried again; where the bank must act first, nothing is sent. */
function useHelp({ problem }: State): Help | null {
  const byProof = problem !== null && needsProof(problem.code);
  const proven = useProvenSince(byProof ? problem : null);
  if (problem === null || proven) return null;
  const { severity, contact } = problemFacts[problem.code];
  if (severity !== 'blocking' || contact === 'nobody') return null;
  return { contact, after: byProof ? 'proof' : contact === 'staff' ? 'retry' : null };
}

type ActionsProps = Pick<Props, 'words' | 'begin' | 'canGoBack'> & {
  readonly phase: State['phase'];
  readonly keyUnreadable: boolean;
  readonly help: Help | null;
  readonly request: Request;
};

function Actions({ phase, keyUnreadable, help, request, words, begin, canGoBack }: ActionsProps): ReactNode {
  const { api, text } = useWindow();
  switch (phase) {
    case 'running':
    case 'cancelling':
      return <StepButton request={request} kind="secondary" label={words.cancel} busy={phase === 'cancelling'} call={() => api.procedure.cancelRetrieval()} />;
    case 'stopped':
    case 'failed':
      return (
        <>
          {help?.after === 'proof' && <CheckAgain kind="primary" />}
          {(help === null || help.after === 'retry') && (
            <StepButton
              request={request}
              kind={help === null ? 'primary' : 'secondary'}
              label={phase === 'failed' ? words.retry : words.proceed}
              call={begin}
            />
          )}
          {keyUnreadable && <StepButton request={request} kind="secondary" label={text.recovery.newKey} call={() => api.procedure.retrieveWithNewKey()} />}
          {canGoBack && <BackButton request={request} />}
        </>
      );
    default:
      return phase satisfies never;
  }
}
