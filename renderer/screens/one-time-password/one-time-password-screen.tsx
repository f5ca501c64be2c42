import { useMemo } from 'react';
import { checkDigits } from '../../../preload/contract/fields.ts';
import { CustomerCard } from '../../components/form/customer-card.tsx';
import { EntryForm } from '../../components/form/entry-form.tsx';
import { Field } from '../../components/form/field.tsx';
import type { FieldPlan } from '../../components/form/use-fields.ts';
import { useWindow } from '../../components/frame/window-context.tsx';
import { Words } from '../../components/frame/words.tsx';
import type { StateOf } from '../../state/screen-of.ts';
import { formatTime } from '../../text/dates.ts';
import './one-time-password-screen.css';

/** Manual 2 (5). */
export function OneTimePasswordScreen({ state }: { readonly state: StateOf<'oneTimePassword'> }) {
  const { api, bank, language, text } = useWindow();
  const words = text.screens.oneTimePassword;
  const length = bank.oneTimePasswordLength;
  const plans = useMemo<readonly FieldPlan[]>(() => [{ name: 'oneTimePassword', secret: true, check: (typed) => checkDigits(typed, length) }], [length]);
  const place = state.position === null ? null : words.position(state.position.row, state.position.column);
  return (
    <EntryForm
      form="oneTimePassword"
      step={state.step}
      title={words.title}
      lead={place === null ? words.leadWithoutPosition : words.lead(place)}
      action={words.action}
      plans={plans}
      phase={state.phase}
      problem={state.problem}
      where={place === null ? {} : { oneTimePassword: words.where(place) }}
      send={(read) => api.procedure.confirmOneTimePassword({ oneTimePassword: read('oneTimePassword') })}
    >
      {(fields, busy) => (
        <>
          <div className="beside-card one-time-password">
            <CustomerCard sought="oneTimePassword" position={state.position} />
            <Field
              fields={fields}
              busy={busy}
              name="oneTimePassword"
              kind="digits"
              keyboard
              length={length}
              label={text.fields.oneTimePassword.label}
              explanation={words.explanation(length)}
            />
          </div>
          <p className="entry-aside">
            <Words>{text.common.sessionUntil(formatTime(state.session.expiresAt, language))}</Words>
          </p>
        </>
      )}
    </EntryForm>
  );
}
