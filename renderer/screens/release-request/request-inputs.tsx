import type { ChangeEvent, KeyboardEvent, ReactNode } from 'react';
import { contractorIdLength } from '../../../preload/contract/fields.ts';
import { accountNumberLength, type RequestInput } from '../../../preload/contract/request-words.ts';
import { isDay } from '../../../preload/contract/typed-day.ts';
import { ErrorLine } from '../../components/form/error-line.tsx';
import { typeOver } from '../../components/form/type-over.ts';
import { useWindow } from '../../components/frame/window-context.tsx';
import { Words } from '../../components/frame/words.tsx';
import { formatDate, formatPaperDay } from '../../text/dates.ts';
import type { RequestForm } from './use-request-form.ts';
import '../../components/form/field.css';

type Entry = HTMLInputElement | HTMLTextAreaElement;
type TextName = 'branch' | 'company' | 'representative' | 'accountNumber' | 'contractorId' | 'userName' | 'reasonText' | 'contactName' | 'contactPhone';

const lengths: Readonly<Partial<Record<RequestInput, number>>> = { accountNumber: accountNumberLength, contractorId: contractorIdLength };
const mostCharacters: Readonly<Partial<Record<RequestInput, number>>> = { reasonText: 80, contactPhone: 30, accountNumber: 20, contractorId: 30 };

type TextProps = { readonly form: RequestForm; readonly name: TextName; readonly kind?: 'text' | 'digits' | 'phone' | 'long' };

/** One labelled entry; a long one shows all of its text, yet is one line on the paper. */
export function TextInput({ form, name, kind = 'text' }: TextProps) {
  const { text } = useWindow();
  const { label, hint } = text.releaseRequest.inputs[name];
  const error = form.errors[name];
  const take = (entry: Entry, composing: boolean) => {
    if (!composing && (kind === 'digits' || kind === 'phone')) typeOver(entry, kind);
    // Pasted text may bring line breaks where the paper has one line.
    form.change({ [name]: entry.value.replace(/\s*[\r\n]+\s*/gu, ' ') });
  };
  const common = {
    id: `request-${name}`,
    ref: form.register(name),
    maxLength: mostCharacters[name] ?? 48,
    autoComplete: 'off',
    spellCheck: false,
    value: form.entries[name],
    'aria-required': true,
    'aria-invalid': error !== undefined,
    'aria-errormessage': error === undefined ? undefined : `request-error-${name}`,
    'aria-describedby': hint === null ? `request-error-${name}` : `request-hint-${name} request-error-${name}`,
    onChange: (event: ChangeEvent<Entry>) => take(event.currentTarget, event.nativeEvent instanceof InputEvent && event.nativeEvent.isComposing),
    onCompositionEnd: (event: { readonly currentTarget: Entry }) => take(event.currentTarget, false),
    onBlur: () => form.left(name),
  };
  return (
    <div className={kind === 'digits' ? 'field field-digits' : 'field'}>
      <InputName name={name} label={label} />
      <div className="field-row">
        {kind === 'long' ? (
          <textarea {...common} rows={2} onKeyDown={withoutLineBreak} />
        ) : (
          <input {...common} type="text" inputMode={kind === 'digits' ? 'numeric' : kind === 'phone' ? 'tel' : undefined} size={lengths[name]} />
        )}
      </div>
      {hint !== null && (
        <p id={`request-hint-${name}`} className="field-hint">
          <Words>{hint}</Words>
        </p>
      )}
      <InputError form={form} name={name} />
    </div>
  );
}

/** An entry's label, and that it is required: whatever this form asks for is. */
export function InputName({ name, label }: { readonly name: RequestInput; readonly label: string }) {
  return (
    <div className="request-name">
      <label htmlFor={`request-${name}`}>
        <Words>{label}</Words>
      </label>
      <Required />
    </div>
  );
}

/** For the eye: the entry itself says it to a screen reader. */
function Required() {
  const { text } = useWindow();
  return (
    <span className="request-required" aria-hidden="true">
      {text.input.required}
    </span>
  );
}

/** Enter ends a conversion of the input method, and does nothing else here. */
function withoutLineBreak(event: KeyboardEvent<HTMLTextAreaElement>): void {
  if (event.key === 'Enter' && !event.nativeEvent.isComposing) event.preventDefault();
}

/** The day as the branch reads it, and in the window's language: the input itself follows the operating system's. */
export function DateOnPaper({ day, calendar }: { readonly day: string; readonly calendar: RequestForm['calendar'] }) {
  const { language, text } = useWindow();
  if (!isDay(day)) return null;
  return (
    <p className="field-hint">
      <Words>{text.releaseRequest.dateOnPaper(formatPaperDay(day, calendar), formatDate(day, language))}</Words>
    </p>
  );
}

/** What is wrong with an input: part of its description, and spoken once as one leaves it. */
export function InputError({ form, name }: { readonly form: RequestForm; readonly name: RequestInput }) {
  const { text } = useWindow();
  const error = form.errors[name];
  const words = error === undefined ? '' : text.releaseRequest.errors[error](lengths[name] ?? 0);
  return (
    <>
      <div id={`request-error-${name}`} className="field-messages">
        <ErrorLine words={words} />
      </div>
      <p role="status" className="visually-hidden">
        <Words>{error !== undefined && form.spoken === name ? `${text.releaseRequest.inputs[name].label}: ${words}` : ''}</Words>
      </p>
    </>
  );
}

type Option = { readonly value: string; readonly label: string };
type ChoicesProps = {
  readonly form: RequestForm;
  readonly name: 'accountKind' | 'lockedPins' | 'reason';
  readonly kind: 'radio' | 'checkbox';
  readonly options: readonly Option[];
  readonly chosen: readonly string[];
  readonly onChoose: (value: string, chosen: boolean) => void;
};

/** A group of boxes or of buttons of which one is chosen. */
export function Choices({ form, name, kind, options, chosen, onChoose }: ChoicesProps): ReactNode {
  const { text } = useWindow();
  const { label, hint } = text.releaseRequest.inputs[name];
  return (
    <fieldset className={name === 'accountKind' ? 'request-choices request-choices-short' : 'request-choices'} aria-describedby={`request-error-${name}`}>
      <legend>
        <Words>{label}</Words> <Required />
      </legend>
      {hint !== null && (
        <p className="field-hint">
          <Words>{hint}</Words>
        </p>
      )}
      <div className="request-options">
        {options.map((option, index) => (
          <label key={option.value} className="request-option">
            <input
              ref={index === 0 ? form.register(name) : undefined}
              type={kind}
              name={`request-${name}`}
              checked={chosen.includes(option.value)}
              onChange={(event) => onChoose(option.value, event.currentTarget.checked)}
            />
            <span>
              <Words>{option.label}</Words>
            </span>
          </label>
        ))}
      </div>
      <InputError form={form} name={name} />
    </fieldset>
  );
}
