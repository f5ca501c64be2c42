import { useMemo, useRef } from 'react';
import { checkUserName, userNameMaxLength } from '../../../preload/contract/fields.ts';
import { EntryForm } from '../../components/form/entry-form.tsx';
import { Field } from '../../components/form/field.tsx';
import { StepButton } from '../../components/form/step-button.tsx';
import type { FieldPlan, Fields } from '../../components/form/use-fields.ts';
import { useRequest } from '../../components/form/use-request.ts';
import { SessionNote } from '../../components/frame/session-note.tsx';
import { useWindow } from '../../components/frame/window-context.tsx';
import { UserFacts } from '../../components/user/user-facts.tsx';
import { ConfirmationField, confirmationPlan, UserPinFields, userPinPlans } from '../../components/user/user-pin-fields.tsx';
import type { UsersStateOf } from '../../state/screen-of.ts';
import { UseChoice } from './use-choice.tsx';
import './user-change-screen.css';

type Props = { readonly state: UsersStateOf<'change'> };

/** Manual 3: 利用者情報変更, for the PINs (as the manual has it) or for name and suspension. */
export function UserChangeScreen({ state }: Props) {
  return state.part === 'pins' ? <PinsForm state={state} /> : <DataForm state={state} />;
}

function PinsForm({ state }: Props) {
  const { api, bank, text } = useWindow();
  const words = text.users.change;
  const plans = useMemo(() => [...userPinPlans(bank.pinRule), confirmationPlan(bank.pinRule)], [bank.pinRule]);
  return (
    <EntryForm
      {...useFormFrame(state)}
      lead={state.user.locked ? words.leadLocked : words.leadPins}
      plans={plans}
      send={(read) =>
        api.users.overwritePins({
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
          <UserFacts user={state.user} />
          <UserPinFields fields={fields} busy={busy} />
          <Confirmation state={state} fields={fields} busy={busy} />
        </div>
      )}
    </EntryForm>
  );
}

function DataForm({ state }: Props) {
  const { api, bank, text } = useWindow();
  const plans = useMemo<readonly FieldPlan[]>(
    () => [{ name: 'userName', secret: false, check: checkUserName }, confirmationPlan(bank.pinRule)],
    [bank.pinRule],
  );
  const suspended = useRef<HTMLInputElement>(null);
  const { name, suspended: wasSuspended } = state.user;
  return (
    <EntryForm
      {...useFormFrame(state)}
      lead={text.users.change.leadData}
      plans={plans}
      send={(read) =>
        api.users.change({ userName: read('userName'), suspended: suspended.current?.checked ?? wasSuspended, confirmationPin: read('confirmationPin') })
      }
    >
      {(fields, busy) => (
        <div className="entry-fields">
          <UserFacts user={state.user} />
          <Field
            fields={fields}
            busy={busy}
            name="userName"
            kind="text"
            unseenExplanation
            initial={name}
            limits={{ min: 1, max: userNameMaxLength }}
            {...text.fields.userName}
          />
          <UseChoice suspended={suspended} wasSuspended={wasSuspended} busy={busy} />
          <Confirmation state={state} fields={fields} busy={busy} />
        </div>
      )}
    </EntryForm>
  );
}

/** What both forms have in common around their fields. */
function useFormFrame(state: Props['state']) {
  const { api, text } = useWindow();
  const words = text.users;
  return {
    form: 'userChange',
    step: 'loggedOn',
    place: words.way(words.menu.title, words.registerOrChange.title, words.selection.title),
    title: words.change.title,
    action: words.change.action,
    phase: state.phase,
    problem: state.problem,
    back: () => api.users.goBack(),
    beside: <OtherPart state={state} />,
  } as const;
}

/** The way to the other part. */
function OtherPart({ state }: Props) {
  const { api, text } = useWindow();
  const request = useRequest();
  const other = state.part === 'pins' ? 'data' : 'pins';
  return (
    <StepButton
      request={request}
      kind="quiet"
      label={other === 'data' ? text.users.change.toData : text.users.change.toPins}
      busy={state.phase === 'sending'}
      call={() => api.users.choosePart({ part: other })}
    />
  );
}

function Confirmation({ state, fields, busy }: Props & { readonly fields: Fields; readonly busy: boolean }) {
  const { text } = useWindow();
  return (
    <>
      <ConfirmationField fields={fields} busy={busy} />
      <p className="entry-aside">{text.input.aboutPins}</p>
      <SessionNote expiresAt={state.expiresAt} />
    </>
  );
}
