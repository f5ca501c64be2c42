import { useState } from 'react';
import { useWindow } from '../frame/window-context.tsx';
import { Words } from '../frame/words.tsx';
import { FieldInput, type FieldNotes } from './field-input.tsx';
import { KeyboardPanel } from './field-keyboard.tsx';
import { Messages } from './field-messages.tsx';
import type { FieldProps } from './field-props.ts';
import './field.css';

/** One labelled input, and what is to be said about its content. */
export function Field(props: FieldProps) {
  const { fields, name, masked = false, busy, kind, label, oneLine = false } = props;
  const [notes, setNotes] = useState<FieldNotes>({ capsLock: false, pasteRefused: false });
  const note = (some: Partial<FieldNotes>) => setNotes((before) => ({ ...before, ...some }));
  const keyboard = (props.keyboard ?? masked) && kind !== 'text' && !busy;
  return (
    <>
      <div className={`field field-${kind}${oneLine ? ' field-one-line' : ''}`}>
        <FieldLabel {...props} />
        <div className="field-body">
          <FieldInput {...props} note={note} keyboard={keyboard} />
          <Messages fields={fields} name={name} label={label} length={props.length ?? 0} limits={props.limits} {...notes} />
          {props.children}
        </div>
      </div>
      {keyboard && <KeyboardPanel fields={fields} name={name} label={label} kind={kind === 'pin' ? 'pin' : 'digits'} />}
    </>
  );
}

function FieldLabel({ name, label, number, optional, explanation, unseenExplanation = false }: FieldProps) {
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
      {explanation !== '' && (
        <p id={`hint-${name}`} className={unseenExplanation ? 'visually-hidden' : 'field-hint'}>
          <Words>{explanation}</Words>
        </p>
      )}
    </div>
  );
}
