import { useMemo } from 'react';
import { checkDigits, checkEmail, checkPin, checkReentry, type PinRule, registrationPinLength } from '../../../preload/contract/fields.ts';
import { EntryForm } from '../../components/form/entry-form.tsx';
import { Field } from '../../components/form/field.tsx';
import { LostForm } from '../../components/form/lost-form.tsx';
import { PinGroup } from '../../components/form/pin-group.tsx';
import type { FieldPlan, Fields } from '../../components/form/use-fields.ts';
import { useWindow } from '../../components/frame/window-context.tsx';
import type { StateOf } from '../../state/screen-of.ts';
import { formatTime } from '../../text/dates.ts';

function plansFor(rule: PinRule): readonly FieldPlan[] {
  return [
    { name: 'registrationPin', secret: true, check: (text) => checkDigits(text, registrationPinLength) },
    { name: 'logonPin', secret: true, check: (text) => checkPin(text, rule), comparedBy: 'logonPinReentry' },
    { name: 'logonPinReentry', secret: true, check: (text, read) => checkReentry(text, read('logonPin')) },
    { name: 'confirmationPin', secret: true, check: (text) => checkPin(text, rule), comparedBy: 'confirmationPinReentry' },
    { name: 'confirmationPinReentry', secret: true, check: (text, read) => checkReentry(text, read('confirmationPin')) },
    { name: 'email', secret: false, check: checkEmail },
  ];
}

/** Manual 2 (4), ① to ⑥. */
export function NewPinsScreen({ state }: { readonly state: StateOf<'newPins'> }) {
  const { api, bank, language, text } = useWindow();
  const words = text.screens.newPins;
  const plans = useMemo(() => plansFor(bank.pinRule), [bank.pinRule]);
  return (
    <EntryForm
      form="newPins"
      step={state.step}
      title={words.title}
      lead={words.lead(formatTime(state.session.expiresAt, language))}
      action={words.action}
      plans={plans}
      phase={state.phase}
      problem={state.problem}
      send={(read) =>
        api.procedure.setPins({
          registrationPin: read('registrationPin'),
          logonPin: read('logonPin'),
          logonPinReentry: read('logonPinReentry'),
          confirmationPin: read('confirmationPin'),
          confirmationPinReentry: read('confirmationPinReentry'),
          email: read('email'),
        })
      }
    >
      {(fields, busy) => <SixFields fields={fields} busy={busy} firstTime={state.problem === null} />}
    </EntryForm>
  );
}

type Shared = { readonly fields: Fields; readonly busy: boolean };

function SixFields({ firstTime, ...shared }: Shared & { readonly firstTime: boolean }) {
  const { bank, text } = useWindow();
  const words = text.screens.newPins;
  const { minLength, maxLength } = bank.pinRule;
  return (
    <div className="entry-fields">
      <Field {...shared} name="registrationPin" number="①" kind="digits" masked oneLine length={registrationPinLength} {...text.registeredPin}>
        {firstTime && <LostForm />}
      </Field>
      <PinGroup title={words.logonGroup} name="logonPin">
        <Field
          {...shared}
          name="logonPin"
          number="②"
          kind="pin"
          masked
          unseenExplanation
          label={text.fields.logonPin.label}
          explanation={words.logonPinExplanation(minLength, maxLength)}
        />
        <Field {...shared} name="logonPinReentry" number="③" kind="pin" masked reentry unseenExplanation {...text.fields.logonPinReentry} />
      </PinGroup>
      <PinGroup title={words.confirmationGroup} name="confirmationPin">
        <Field
          {...shared}
          name="confirmationPin"
          number="④"
          kind="pin"
          masked
          unseenExplanation
          label={text.fields.confirmationPin.label}
          explanation={words.confirmationPinExplanation(minLength, maxLength)}
        />
        <Field {...shared} name="confirmationPinReentry" number="⑤" kind="pin" masked reentry unseenExplanation {...text.fields.confirmationPinReentry} />
      </PinGroup>
      <Field {...shared} name="email" number="⑥" kind="text" optional {...text.fields.email} />
      <p className="entry-aside">{text.input.aboutPins}</p>
    </div>
  );
}
