import { checkKnownPin, checkPin, checkReentry, type PinRule } from '../../../preload/contract/fields.ts';
import { Field } from '../form/field.tsx';
import { PinGroup } from '../form/pin-group.tsx';
import type { FieldPlan, Fields } from '../form/use-fields.ts';
import { useWindow } from '../frame/window-context.tsx';
import { Words } from '../frame/words.tsx';

/** A user's two new PINs, each with its re-entry. */
export function userPinPlans(rule: PinRule): readonly FieldPlan[] {
  return [
    { name: 'userLogonPin', secret: true, check: (text) => checkPin(text, rule), comparedBy: 'userLogonPinReentry' },
    { name: 'userLogonPinReentry', secret: true, check: (text, read) => checkReentry(text, read('userLogonPin')) },
    { name: 'userConfirmationPin', secret: true, check: (text) => checkPin(text, rule), comparedBy: 'userConfirmationPinReentry' },
    { name: 'userConfirmationPinReentry', secret: true, check: (text, read) => checkReentry(text, read('userConfirmationPin')) },
  ];
}

/** The administrator's own PIN, with which every change is confirmed. */
export function confirmationPlan(rule: PinRule): FieldPlan {
  return { name: 'confirmationPin', secret: true, check: (text) => checkKnownPin(text, rule) };
}

type Shared = { readonly fields: Fields; readonly busy: boolean };

export function UserPinFields(shared: Shared) {
  const { bank, text } = useWindow();
  const words = text.users.change;
  const rule = words.pinExplanation(bank.pinRule.minLength, bank.pinRule.maxLength);
  return (
    <>
      <PinGroup title={words.logonGroup} name="userLogonPin">
        <Field {...shared} name="userLogonPin" kind="pin" masked unseenExplanation label={text.fields.userLogonPin.label} explanation={rule} />
        <Field {...shared} name="userLogonPinReentry" kind="pin" masked reentry unseenExplanation {...text.fields.userLogonPinReentry} />
      </PinGroup>
      <PinGroup title={words.confirmationGroup} name="userConfirmationPin">
        <Field {...shared} name="userConfirmationPin" kind="pin" masked unseenExplanation label={text.fields.userConfirmationPin.label} explanation={rule} />
        <Field {...shared} name="userConfirmationPinReentry" kind="pin" masked reentry unseenExplanation {...text.fields.userConfirmationPinReentry} />
      </PinGroup>
    </>
  );
}

/** The last field of every change: ご契約先確認暗証番号. */
export function ConfirmationField(shared: Shared) {
  const { text } = useWindow();
  const words = text.users.change;
  return (
    <fieldset className="entry-group">
      <legend>
        <Words>{words.confirmGroup}</Words>
      </legend>
      <Field {...shared} name="confirmationPin" kind="pin" masked oneLine label={text.fields.confirmationPin.label} explanation={words.confirmExplanation} />
    </fieldset>
  );
}
