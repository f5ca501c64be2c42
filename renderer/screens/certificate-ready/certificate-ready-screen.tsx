import { useMemo } from 'react';
import { checkKnownPin } from '../../../preload/contract/fields.ts';
import type { Problem } from '../../../preload/contract/problem.ts';
import { problemFacts } from '../../../preload/contract/problem-facts.ts';
import type { ProblemCode } from '../../../preload/contract/problem-numbers.ts';
import { CertificateFacts } from '../../components/certificate/certificate-facts.tsx';
import { CertificateValidity } from '../../components/certificate/certificate-validity.tsx';
import { EntryForm } from '../../components/form/entry-form.tsx';
import { Field } from '../../components/form/field.tsx';
import type { FieldPlan } from '../../components/form/use-fields.ts';
import { useWindow } from '../../components/frame/window-context.tsx';
import type { StateOf } from '../../state/screen-of.ts';
import type { Catalogue } from '../../text/ja/catalogue.ts';

function titleOf(code: ProblemCode, words: Catalogue['screens']['certificateReady']): string {
  if (code === 'logged-off') return words.again;
  return code === 'logged-off-as-asked' || code === 'log-off-not-told' ? words.loggedOff : words.refused;
}

/** The certificate is there and tried; what is left is to log on with it. */
export function CertificateReadyScreen({ state, notice }: { readonly state: StateOf<'certificateReady'>; readonly notice: Problem | null }) {
  const { api, bank, text } = useWindow();
  const words = text.screens.certificateReady;
  const plans = useMemo<readonly FieldPlan[]>(() => [{ name: 'logonPin', secret: true, check: (typed) => checkKnownPin(typed, bank.pinRule) }], [bank.pinRule]);
  const { problem, validity } = state;
  const expired = validity?.kind === 'expired' || validity?.kind === 'revokeFirst' || validity?.kind === 'paperForm';
  // What is said of the expiry leads on: to the renewal, or to whom the bank wants to hear from.
  const expiryStop = expired || problem?.code === 'certificate-expired' ? 'nobody' : null;
  // A notice above may say that the certificate cannot be used here: then nothing below says that all is well.
  const said = notice === null ? null : problemFacts[notice.code];
  const doubted = said !== null && ['error', 'blocking'].includes(said.severity);
  const stop =
    validity?.kind === 'revokeFirst' || validity?.kind === 'paperForm' ? 'bank' : (expiryStop ?? (said?.severity === 'blocking' ? said.contact : null));
  const titleInForce = expired ? text.validity.expiredTitle : doubted ? text.rail.stops.logon : words.title;
  const title = problem === null ? titleInForce : titleOf(problem.code, words);
  return (
    <EntryForm
      form="certificateReady"
      step={state.step}
      title={title}
      lead={expired ? text.validity.expiredLead : doubted ? undefined : words.lead}
      action={words.action}
      stop={stop}
      above={<CertificateValidity state={state} />}
      plans={plans}
      phase={state.phase}
      problem={problem}
      toStart
      {...(problem === null && !expired && !doubted ? { mark: 'good' as const } : {})}
      send={(read) => api.procedure.logOn({ logonPin: read('logonPin') })}
    >
      {(fields, busy) => (
        <>
          <Field fields={fields} busy={busy} name="logonPin" kind="pin" masked {...text.fields.logonPin} />
          <CertificateFacts certificate={state.certificate} />
        </>
      )}
    </EntryForm>
  );
}
