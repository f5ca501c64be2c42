import { checkDigits, contractorIdLength, registrationPinLength } from '../../../preload/contract/fields.ts';
import { CustomerCard } from '../../components/form/customer-card.tsx';
import { EntryForm } from '../../components/form/entry-form.tsx';
import { Field } from '../../components/form/field.tsx';
import { LostForm } from '../../components/form/lost-form.tsx';
import type { FieldPlan } from '../../components/form/use-fields.ts';
import { useWindow } from '../../components/frame/window-context.tsx';
import { Words } from '../../components/frame/words.tsx';
import type { StateOf } from '../../state/screen-of.ts';

const plans: readonly FieldPlan[] = [
  { name: 'contractorId', secret: false, check: (text) => checkDigits(text, contractorIdLength) },
  { name: 'registrationPin', secret: true, check: (text) => checkDigits(text, registrationPinLength) },
];

type Props = {
  readonly state: StateOf<'identification'>;
  /** Whether the certificate is here already, and the new PINs follow. */
  readonly certificateHere: boolean;
};

/** Manual 2 (3). */
export function IdentificationScreen({ state, certificateHere }: Props) {
  const { api, text, releaseRequest } = useWindow();
  const words = text.screens.identification;
  // What stands on the request need not be read from the card again, only compared with it.
  const kept = releaseRequest.entries.contractorId;
  const known = checkDigits(kept, contractorIdLength) === null ? kept : '';
  return (
    <EntryForm
      form="identification"
      step={certificateHere ? 'newPins' : state.step}
      title={words.title}
      lead={certificateHere ? words.leadWithCertificate : words.lead}
      action={words.action}
      plans={plans}
      phase={state.phase}
      problem={state.problem}
      send={(read) => api.procedure.identify({ contractorId: read('contractorId'), registrationPin: read('registrationPin') })}
    >
      {(fields, busy) => (
        <div className="entry-fields">
          {/* After a refusal both fields stand right below what went wrong, with as little as possible to scroll. */}
          <div className={state.problem === null ? 'beside-card' : 'entry-pair'}>
            <Field
              fields={fields}
              busy={busy}
              name="contractorId"
              kind="digits"
              length={contractorIdLength}
              initial={known}
              label={text.fields.contractorId.label}
              explanation={known === '' ? text.fields.contractorId.explanation : words.fromRequest}
            />
            <Field fields={fields} busy={busy} name="registrationPin" kind="digits" masked length={registrationPinLength} {...text.fields.registrationPin}>
              {state.problem === null && <LostForm />}
            </Field>
            {state.problem === null && <CustomerCard sought="contractorId" />}
          </div>
          <p className="entry-aside">
            <Words>{text.input.sentCleared}</Words>
          </p>
        </div>
      )}
    </EntryForm>
  );
}
