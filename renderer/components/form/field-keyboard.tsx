import { lazy, type MouseEvent, Suspense, useCallback, useRef } from 'react';
import type { FieldName } from '../../../preload/contract/problem.ts';
import { Icon } from '../frame/icon.tsx';
import { useWindow } from '../frame/window-context.tsx';
import { keepFocus } from './button.tsx';
import type { Fields } from './use-fields.ts';

const SoftwareKeyboard = lazy(() => import('../../keyboard/software-keyboard.tsx').then((module) => ({ default: module.SoftwareKeyboard })));

type Props = { readonly fields: Fields; readonly name: FieldName; readonly label: string };

const panelId = (name: FieldName) => `keyboard-${name}`;
const switchId = (name: FieldName) => `keyboard-switch-${name}`;

/** The sign beside a field that opens and closes its software keyboard. */
export function KeyboardSwitch({ fields, name, label }: Props) {
  const { text } = useWindow();
  const open = fields.keyboard === name;
  const press = (event: MouseEvent) => {
    fields.showKeyboard(open ? null : name);
    // Who points sees at once where the keys will type; who presses a key stays where they are.
    if (event.detail > 0) fields.inputOf(name)?.focus({ preventScroll: true });
  };
  return (
    <button
      type="button"
      id={switchId(name)}
      className="field-keyboard"
      aria-expanded={open}
      aria-controls={open ? panelId(name) : undefined}
      aria-label={text.keyboard.openFor(label)}
      title={text.keyboard.name}
      onMouseDown={keepFocus}
      onClick={press}
    >
      <Icon name="keyboard" />
    </button>
  );
}

/** The software keyboard of a field, while it is open: below it, in the page's flow, so that it covers nothing. */
export function KeyboardPanel({ fields, name, label, kind }: Props & { readonly kind: 'digits' | 'pin' }) {
  const latest = useRef(fields);
  latest.current = fields;
  const input = useCallback(() => latest.current.inputOf(name), [name]);
  if (fields.keyboard !== name) return null;
  const close = () => {
    fields.showKeyboard(null);
    document.getElementById(switchId(name))?.focus();
  };
  return (
    <Suspense>
      <SoftwareKeyboard
        id={panelId(name)}
        label={label}
        kind={kind}
        input={input}
        last={fields.isLast(name)}
        onDone={() => fields.goOn(name)}
        onClose={close}
      />
    </Suspense>
  );
}
