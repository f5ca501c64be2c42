import type { RequestLayout } from '../../../preload/contract/release-request.ts';
import { concernsUser } from '../../../preload/contract/request-rules.ts';
import { accountKinds, lockedPins, lockReasons, type RequestFieldName } from '../../../preload/contract/request-words.ts';
import { useWindow } from '../../components/frame/window-context.tsx';
import { Words } from '../../components/frame/words.tsx';
import { DayInput } from './day-input.tsx';
import { Choices, TextInput } from './request-inputs.tsx';
import type { RequestForm } from './use-request-form.ts';

/** What belongs together on the screen; within a group the bank's order holds. */
const groups = {
  company: ['date', 'branch', 'company', 'representative', 'account', 'contractorId'],
  lock: ['lockedPins', 'userName', 'reason'],
  contact: ['contact'],
} as const satisfies Readonly<Record<string, readonly RequestFieldName[]>>;

/** The inputs for what this bank's paper asks. */
export function RequestFields({ form, layout }: { readonly form: RequestForm; readonly layout: RequestLayout }) {
  const { text } = useWindow();
  return (
    <div className="request-fields">
      {(['company', 'lock', 'contact'] as const).map((group) => {
        const members: readonly RequestFieldName[] = groups[group];
        const fields = layout.fields.filter((field) => members.includes(field.name));
        return (
          fields.length > 0 && (
            <section key={group} className="request-group" aria-labelledby={`request-group-${group}`}>
              <h2 id={`request-group-${group}`}>
                <Words>{text.releaseRequest.groups[group]}</Words>
              </h2>
              <div className="request-pairs">
                {fields.map((field) => (
                  <RequestField key={field.name} name={field.name} form={form} />
                ))}
              </div>
            </section>
          )
        );
      })}
    </div>
  );
}

function RequestField({ name, form }: { readonly name: RequestFieldName; readonly form: RequestForm }) {
  const { language } = useWindow();
  switch (name) {
    case 'date':
      return <DayInput key={language} form={form} />;
    case 'branch':
    case 'company':
    case 'representative':
      return <TextInput form={form} name={name} />;
    case 'contractorId':
      return <TextInput form={form} name="contractorId" kind="digits" />;
    case 'userName':
      // Asked only where it matters: a user's PIN is locked.
      return concernsUser(form.entries) ? <TextInput form={form} name="userName" /> : null;
    case 'account':
      return <Account form={form} />;
    case 'lockedPins':
      return <LockedPins form={form} />;
    case 'reason':
      return <Reason form={form} />;
    case 'contact':
      return (
        <>
          <TextInput form={form} name="contactName" />
          <TextInput form={form} name="contactPhone" kind="phone" />
        </>
      );
    default:
      return name satisfies never;
  }
}

function Account({ form }: { readonly form: RequestForm }) {
  const { text } = useWindow();
  const choose = (value: string) => form.change({ accountKind: accountKinds.find((kind) => kind === value) ?? form.entries.accountKind });
  return (
    <>
      <Choices
        form={form}
        name="accountKind"
        kind="radio"
        options={accountKinds.map((value) => ({ value, label: text.releaseRequest.accountKinds[value] }))}
        chosen={[form.entries.accountKind]}
        onChoose={choose}
      />
      <TextInput form={form} name="accountNumber" kind="digits" />
    </>
  );
}

function LockedPins({ form }: { readonly form: RequestForm }) {
  const { text } = useWindow();
  const { lockedPins: chosen } = form.entries;
  return (
    <Choices
      form={form}
      name="lockedPins"
      kind="checkbox"
      options={lockedPins.map((value) => ({ value, label: text.releaseRequest.pins[value] }))}
      chosen={chosen}
      onChoose={(value, on) => form.change({ lockedPins: lockedPins.filter((pin) => (pin === value ? on : chosen.includes(pin))) })}
    />
  );
}

function Reason({ form }: { readonly form: RequestForm }) {
  const { text } = useWindow();
  return (
    <>
      <Choices
        form={form}
        name="reason"
        kind="radio"
        options={lockReasons.map((value) => ({ value, label: text.releaseRequest.reasons[value] }))}
        chosen={form.entries.reason === null ? [] : [form.entries.reason]}
        onChoose={(value) => form.change({ reason: lockReasons.find((reason) => reason === value) ?? null })}
      />
      {form.entries.reason === 'other' && <TextInput form={form} name="reasonText" kind="long" />}
    </>
  );
}
