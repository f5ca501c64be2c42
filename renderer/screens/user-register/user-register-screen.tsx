import { useMemo } from 'react';
import { checkUserId, checkUserName, userNameMaxLength } from '../../../preload/contract/fields.ts';
import { EntryForm } from '../../components/form/entry-form.tsx';
import { Field } from '../../components/form/field.tsx';
import type { FieldPlan, Fields } from '../../components/form/use-fields.ts';
import { SessionNote } from '../../components/frame/session-note.tsx';
import { useWindow } from '../../components/frame/window-context.tsx';
import { ConfirmationField, confirmationPlan, UserPinFields, userPinPlans } from '../../components/user/user-pin-fields.tsx';
import type { UsersStateOf } from '../../state/screen-of.ts';

/** Manual 3: a new user. */
export function UserRegisterScreen({ state }: { readonly state: UsersStateOf<'register'> }) {
  const { api, bank, text } = useWindow();
  const words = text.users;
  const plans = useMemo<readonly FieldPlan[]>(
    () => [
      { name: 'userId', secret: false, check: (entry) => checkUserId(entry, bank.users.idRule) },
      { name: 'userName', secret: false, check: checkUserName },
      ...userPinPlans(bank.pinRule),
      confirmationPlan(bank.pinRule),
    ],
    [bank],
  );
  return (
    <EntryForm
      form="userRegister"
      step="loggedOn"
      place={words.way(words.menu.title, words.registerOrChange.title)}
      title={words.register.title}
      lead={words.register.lead}
      action={words.register.action}
      plans={plans}
      phase={state.phase}
      problem={state.problem}
      back={() => api.users.goBack()}
      send={(read) =>
        api.users.register({
          userId: read('userId'),
          userName: read('userName'),
          userLogonPin: read('userLogonPin'),
          userLogonPinReentry: read('userLogonPinReentry'),
          userConfirmationPin: read('userConfirmationPin'),
          userConfirmationPinReentry: read('userConfirmationPinReentry'),
          confirmationPin: read('confirmationPin'),
        })
      }
    >
      {(fields, busy) => (
        <div className="entry-fields">
          <WhoFields fields={fields} busy={busy} />
          <UserPinFields fields={fields} busy={busy} />
          <ConfirmationField fields={fields} busy={busy} />
          <p className="entry-aside">{text.input.aboutPins}</p>
          <SessionNote expiresAt={state.expiresAt} />
        </div>
      )}
    </EntryForm>
  );
}

function WhoFields(shared: { readonly fields: Fields; readonly busy: boolean }) {
  const { bank, text } = useWindow();
  const { minLength, maxLength } = bank.users.idRule;
  return (
    <div className="entry-pair">
      <Field
        {...shared}
        name="userId"
        kind="text"
        limits={{ min: minLength, max: maxLength }}
        label={text.fields.userId.label}
        explanation={text.users.register.idExplanation(minLength, maxLength)}
      />
      <Field {...shared} name="userName" kind="text" limits={{ min: 1, max: userNameMaxLength }} {...text.fields.userName} />
    </div>
  );
}
