import { type ClipboardEvent, type DragEvent, type KeyboardEvent, type ReactNode, useState } from 'react';
import type { FieldName } from '../../../preload/contract/problem.ts';
import { useWindow } from '../frame/window-context.tsx';
import { Words } from '../frame/words.tsx';
import { keepFocus } from './button.tsx';
import { KeyboardPanel, KeyboardSwitch } from './field-keyboard.tsx';
import { Messages } from './field-messages.tsx';
import type { Fields } from './use-fields.ts';
import './field.css';

type Props = {
  readonly fields: Fields;
  readonly name: FieldName;
  readonly label: string;
  readonly explanation: string;
  /** The manual's number, ① to ⑥. */
  readonly number?: string;
  readonly kind: 'digits' | 'pin' | 'text';
  /** Dots instead of what is typed, with a switch to show it. */
  readonly masked?: boolean;
  /** A second entry of the same: typed by hand, never pasted. */
  readonly reentry?: boolean;
  /** Whether a software keyboard is offered; usual where the entry is masked. */
  readonly keyboard?: boolean;
  readonly optional?: boolean;
  readonly length?: number;
  /** Shortest and longest content, where it is no PIN. */
  readonly limits?: { readonly min: number; readonly max: number };
  /** What stands in it at first; never a secret. */
  readonly initial?: string;
  readonly busy: boolean;
  readonly children?: ReactNode;
};

/** One labelled input. Its content is never in React: no value, no state, no attribute. */
export function Field(props: Props) {
  const { fields, name, masked = false, reentry = false, busy } = props;
  const { text } = useWindow();
  const [shown, setShown] = useState(false);
  const [capsLock, setCapsLock] = useState(false);
  const [pasteRefused, setPasteRefused] = useState(false);
  const fault = fields.faults[name];
  const refusePaste = (event: ClipboardEvent | DragEvent) => {
    if (!reentry) return;
    event.preventDefault();
    setPasteRefused(true);
  };
  const watchCapsLock = (event: KeyboardEvent) => props.kind === 'pin' && setCapsLock(event.getModifierState('CapsLock'));
  const keyboard = (props.keyboard ?? masked) && props.kind !== 'text' && !busy;
  const own = (
    <div className={`field field-${props.kind}`}>
      <FieldLabel {...props} />
      <div className="field-body">
        <div className="field-row">
          <input
            id={`field-${name}`}
            ref={fields.register(name)}
            type={masked && !shown ? 'password' : 'text'}
            inputMode={props.kind === 'digits' ? 'numeric' : props.name === 'email' ? 'email' : 'text'}
            size={props.length === undefined ? undefined : props.length * 2}
            maxLength={name === 'email' ? 254 : 64}
            autoComplete="off"
            autoCapitalize="off"
            autoCorrect="off"
            spellCheck={false}
            aria-required={props.optional !== true}
            aria-invalid={fault !== undefined}
            aria-describedby={`hint-${name} messages-${name}`}
            aria-errormessage={fault === undefined ? undefined : `messages-${name}`}
            defaultValue={props.initial}
            readOnly={busy}
            onInput={(event) => {
              setPasteRefused(false);
              if (!(event.nativeEvent instanceof InputEvent && event.nativeEvent.isComposing)) fields.changed(name);
            }}
            onCompositionEnd={() => fields.changed(name)}
            onBlur={() => {
              setCapsLock(false);
              fields.left(name);
            }}
            onKeyDown={watchCapsLock}
            onKeyUp={watchCapsLock}
            onPaste={refusePaste}
            onDrop={refusePaste}
          />
          {masked && (
            <button
              type="button"
              className="field-show"
              aria-pressed={shown}
              aria-label={text.input.showField(props.label)}
              onMouseDown={keepFocus}
              onClick={() => setShown(!shown)}
            >
              {shown ? text.input.hide : text.input.show}
            </button>
          )}
        </div>
        {keyboard && <KeyboardSwitch fields={fields} name={name} label={props.label} />}
        <Messages
          fields={fields}
          name={name}
          label={props.label}
          length={props.length ?? 0}
          limits={props.limits}
          capsLock={capsLock}
          pasteRefused={pasteRefused}
        />
        {props.children}
      </div>
    </div>
  );
  if (!keyboard) return own;
  return (
    <>
      {own}
      <KeyboardPanel fields={fields} name={name} label={props.label} kind={props.kind === 'pin' ? 'pin' : 'digits'} />
    </>
  );
}

function FieldLabel({ name, label, number, optional, explanation }: Props) {
  const { text } = useWindow();
  return (
    <div className="field-head">
      <label htmlFor={`field-${name}`}>
        {number !== undefined && <span className="field-number">{number}</span>}
        <span>
          <Words>{label}</Words>
        </span>
        {optional === true && (
          <span className="field-optional">
            <Words>{text.input.optional}</Words>
          </span>
        )}
      </label>
      <p id={`hint-${name}`} className="field-hint">
        <Words>{explanation}</Words>
      </p>
    </div>
  );
}
