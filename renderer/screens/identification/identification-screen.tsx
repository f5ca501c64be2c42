import { checkDigits, contractorIdLength, registrationPinLength } from '../../../preload/contract/fields.ts';
import { CustomerCard } from '../../components/form/customer-card.tsx';
import { EntryForm } from '../../components/form/entry-form.tsx';
import { Field } from '../../components/form/field.tsx';
import type { FieldPlan } from '../../components/form/use-fields.ts';
import { useWindow } from '../../components/frame/window-context.tsx';
import { Words } from '../../components/frame/words.tsx';
import type { StateOf } from '../../state/screen-of.ts';

const plans: readonly FieldPlan[] = [
  { name: 'contractorId', secret: false, check: (text) => checkDigits(text, contractorIdLength) },
  { name: 'registrationPin', secret: true, check: (text) => checkDigits(text, registrationPinLength) },
];

/** Manual 2 (3). */
export function IdentificationScreen({ state }: { readonly state: StateOf<'identification'> }) {
  const { api, text } = useWindow();
  const words = text.screens.identification;
  return (
    <EntryForm
      form="identification"
      step={state.step}
      title={words.title}
      lead={words.lead}
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
            <Field fields={fields} busy={busy} name="contractorId" kind="digits" length={contractorIdLength} {...text.fields.contractorId} />
            <Field fields={fields} busy={busy} name="registrationPin" kind="digits" masked length={registrationPinLength} {...text.fields.registrationPin} />
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
