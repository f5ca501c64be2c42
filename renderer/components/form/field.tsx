import { type ReactNode, useState } from 'react';
import type { FieldName } from '../../../preload/contract/problem.ts';
import { useWindow } from '../frame/window-context.tsx';
import { Words } from '../frame/words.tsx';
import { FieldInput, type FieldNotes } from './field-input.tsx';
import { KeyboardPanel, KeyboardSwitch } from './field-keyboard.tsx';
import { Messages } from './field-messages.tsx';
import type { Fields } from './use-fields.ts';
import './field.css';

export type FieldProps = {
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

/** One labelled input, and what is to be said about its content. */
export function Field(props: FieldProps) {
  const { fields, name, masked = false, busy, kind, label } = props;
  const [notes, setNotes] = useState<FieldNotes>({ capsLock: false, pasteRefused: false });
  const note = (some: Partial<FieldNotes>) => setNotes((before) => ({ ...before, ...some }));
  const keyboard = (props.keyboard ?? masked) && kind !== 'text' && !busy;
  return (
    <>
      <div className={`field field-${kind}`}>
        <FieldLabel {...props} />
        <div className="field-body">
          <FieldInput {...props} note={note} />
          {keyboard && <KeyboardSwitch fields={fields} name={name} label={label} />}
          <Messages fields={fields} name={name} label={label} length={props.length ?? 0} limits={props.limits} {...notes} />
          {props.children}
        </div>
      </div>
      {keyboard && <KeyboardPanel fields={fields} name={name} label={label} kind={kind === 'pin' ? 'pin' : 'digits'} />}
    </>
  );
}

function FieldLabel({ name, label, number, optional, explanation }: FieldProps) {
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
