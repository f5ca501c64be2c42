import { type ClipboardEvent, type DragEvent, type InputEvent as InputEventOf, type KeyboardEvent, useState } from 'react';
import type { FieldName } from '../../../preload/contract/problem.ts';
import type { Writing } from '../../../preload/contract/typed-text.ts';
import { useWindow } from '../frame/window-context.tsx';
import { keepFocus } from './button.tsx';
import { KeyboardSwitch } from './field-keyboard.tsx';
import type { FieldProps } from './field-props.ts';
import { typeOver } from './type-over.ts';

/** What is said below a field about how it is being filled in. */
export type FieldNotes = { readonly capsLock: boolean; readonly pasteRefused: boolean };

function writingOf({ kind, name }: Pick<FieldProps, 'kind' | 'name'>): Writing {
  if (kind === 'digits') return 'digits';
  return name === 'userName' ? 'names' : 'halfWidth';
}

const inputModes: Partial<Record<FieldName, 'email'>> = { email: 'email' };

/** The native input and what happens in it. Its content is never in React: no value, no state, no attribute. */
export function FieldInput(props: FieldProps & { readonly note: (some: Partial<FieldNotes>) => void }) {
  const { fields, name, kind, masked = false, note } = props;
  const [shown, setShown] = useState(false);
  const error = fields.errors[name];
  return (
    <div className="field-row">
      <input
        id={`field-${name}`}
        ref={fields.register(name)}
        type={masked && !shown ? 'password' : 'text'}
        inputMode={kind === 'digits' ? 'numeric' : (inputModes[name] ?? 'text')}
        size={props.length === undefined ? undefined : props.length * 2}
        maxLength={name === 'email' ? 254 : 64}
        autoComplete="off"
        autoCapitalize="off"
        autoCorrect="off"
        spellCheck={false}
        aria-required={props.optional !== true}
        aria-invalid={error !== undefined}
        data-fault={error}
        aria-describedby={props.explanation === '' ? `messages-${name}` : `hint-${name} messages-${name}`}
        aria-errormessage={error === undefined ? undefined : `messages-${name}`}
        defaultValue={props.initial}
        readOnly={props.busy}
        {...typingHandlers(props)}
        onBlur={() => {
          note({ capsLock: false });
          fields.left(name);
        }}
      />
      {masked && <ShowSwitch label={props.label} shown={shown} toggle={() => setShown(!shown)} />}
      {props.keyboard === true && <KeyboardSwitch fields={fields} name={name} label={props.label} />}
    </div>
  );
}

/** What is done as one types, pastes and drops. */
function typingHandlers({ fields, name, kind, reentry = false, note }: FieldProps & { readonly note: (some: Partial<FieldNotes>) => void }) {
  const refusePaste = (event: ClipboardEvent | DragEvent) => {
    if (!reentry) return;
    event.preventDefault();
    note({ pasteRefused: true });
  };
  const watchCapsLock = (event: KeyboardEvent) => kind === 'pin' && note({ capsLock: event.getModifierState('CapsLock') });
  const typed = (input: HTMLInputElement) => {
    // Who listens to the input (rules of a PIN, count of the keyboard) hears of the changed text, too.
    if (typeOver(input, writingOf({ kind, name }))) input.dispatchEvent(new Event('input', { bubbles: true }));
    else fields.changed(name);
  };
  return {
    onInput: (event: InputEventOf<HTMLInputElement>) => {
      note({ pasteRefused: false });
      if (!(event.nativeEvent instanceof InputEvent && event.nativeEvent.isComposing)) typed(event.currentTarget);
    },
    onCompositionEnd: (event: { readonly currentTarget: HTMLInputElement }) => typed(event.currentTarget),
    onKeyDown: watchCapsLock,
    onKeyUp: watchCapsLock,
    onPaste: refusePaste,
    onDrop: refusePaste,
  };
}

type SwitchProps = { readonly label: string; readonly shown: boolean; readonly toggle: () => void };

function ShowSwitch({ label, shown, toggle }: SwitchProps) {
  const { text } = useWindow();
  return (
    <button type="button" className="field-show" aria-pressed={shown} aria-label={text.input.showField(label)} onMouseDown={keepFocus} onClick={toggle}>
      {shown ? text.input.hide : text.input.show}
    </button>
  );
}
