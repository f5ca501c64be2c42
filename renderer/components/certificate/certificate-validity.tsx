import type { StateOf } from '../../state/screen-of.ts';
import { formatDate, formatDateTime } from '../../text/dates.ts';
import { StepButton } from '../form/step-button.tsx';
import { useRequest } from '../form/use-request.ts';
import { useWindow } from '../frame/window-context.tsx';
import { Words } from '../frame/words.tsx';
import { ProblemNotice } from '../problem/problem-notice.tsx';
import './certificate-validity.css';

type State = StateOf<'certificateReady' | 'loggedOn'>;

/** How long the certificate is still good for; when it is time, the offer to renew it, or what the bank wants instead. */
export function CertificateValidity({ state }: { readonly state: State }) {
  const { language, text } = useWindow();
  const words = text.validity;
  const said = sayingOf(state);
  if (said === null) return null;
  const expiry = formatDate(state.certificate.notAfter, language);
  const closing = (at?: string) => (at === undefined ? '' : words.closesAt(formatDateTime(at, language)));
  switch (said.kind) {
    case 'notDue':
      return (
        <p className="plain validity-quiet">
          <Words>{words.notDue(expiry, formatDate(said.renewableFrom, language))}</Words>
        </p>
      );
    case 'due':
      return <RenewalOffer state={state} line={words.due(expiry, said.daysLeft) + closing(said.closesAt)} urgent={false} />;
    case 'expired':
      return <RenewalOffer state={state} line={words.expired(expiry, formatDateTime(said.renewableUntil, language))} urgent />;
    case 'refused':
      return <RenewalOffer state={state} line={words.refused} urgent />;
    case 'closed':
      return <OnlyTold line={words.closed[said.wants](expiry)} />;
    case 'revokeFirst':
    case 'paperForm':
      return <OnlyTold line={words[said.kind](expiry)} />;
    default:
      return said satisfies never;
  }
}

/** What the bank wants instead of a renewal. */
function OnlyTold({ line }: { readonly line: string }) {
  return (
    <div className="validity validity-now">
      <div className="validity-words">
        <p>
          <Words>{line}</Words>
        </p>
      </div>
    </div>
  );
}

type OfferProps = {
  readonly state: State;
  readonly line: string;
  /** Whether nothing else can be done before. */
  readonly urgent: boolean;
};

/** What it is time for, and the button that does it. */
function RenewalOffer({ state, line, urgent }: OfferProps) {
  const { api, text } = useWindow();
  const request = useRequest();
  const words = text.validity;
  return (
    <>
      <ProblemNotice problem={null} reply={request.problem} />
      <div className="validity validity-now">
        <div className="validity-words">
          <p>
            <Words>{line}</Words>
          </p>
          <p>
            <Words>{state.step === 'loggedOn' ? words.noteLoggedOn : words.note}</Words>
          </p>
        </div>
        <StepButton
          request={request}
          kind={urgent ? 'primary' : 'secondary'}
          icon="certificate"
          label={words.renew}
          call={() => api.procedure.chooseRenewal()}
        />
      </div>
    </>
  );
}

/**
 * A logon that the bank has refused as expired offers the renewal, even where this PC's clock says that there is time.
 * What the bank wants instead of a renewal is not said a second time below the problem that says it.
 */
function sayingOf({ validity, ...state }: State): State['validity'] | { readonly kind: 'refused' } {
  const code = state.step === 'certificateReady' ? (state.problem?.code ?? null) : null;
  if (code === 'certificate-expired-revoke-first' || code === 'certificate-expired-paper-form') return null;
  return code === 'certificate-expired' && (validity === null || validity.kind === 'notDue') ? { kind: 'refused' } : validity;
}
