import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import { Button, keepFocus } from '../components/form/button.tsx';
import { CloseButton } from '../components/form/close-button.tsx';
import { useWindow } from '../components/frame/window-context.tsx';
import { Words } from '../components/frame/words.tsx';
import { type Key, KeyGrid } from './key-grid.tsx';
import { type KeySet, keyRows, secureRandom } from './layout.ts';
import { clearInput, deleteFrom, typeInto } from './type-into.ts';
import './software-keyboard.css';

type Props = {
  readonly id: string;
  /** The field's label. */
  readonly label: string;
  readonly kind: KeySet['kind'];
  /** The native input; it alone holds what is typed. */
  readonly input: () => HTMLInputElement | null;
  /** Whether no field follows. */
  readonly last: boolean;
  /** Goes on to the next field, or to the button that sends. */
  readonly onDone: () => void;
  /** Closes, and gives the focus back. */
  readonly onClose: () => void;
};

/** Keys on the screen for a secret field. It keeps how many characters stand in the field, never which. */
export function SoftwareKeyboard({ id, label, kind, input, last, onDone, onClose }: Props) {
  const { bank, preferences, text } = useWindow();
  const words = text.keyboard;
  const [capital, setCapital] = useState(false);
  const panel = useRef<HTMLFieldSetElement>(null);
  const { symbols } = bank.pinRule;
  const shuffled = preferences.shuffledKeys.value;
  const rows = useMemo(() => keyRows(kind === 'digits' ? { kind } : { kind, symbols }, shuffled ? secureRandom : null), [kind, symbols, shuffled]);
  useEffect(() => {
    // Newer Chromium answers with a promise, which React would take for a clean-up.
    panel.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  const withInput = (act: (element: HTMLInputElement) => unknown) => () => {
    const element = input();
    if (element !== null) act(element);
  };
  const keyOf = (character: string): Key => {
    const face = capital ? character.toUpperCase() : character;
    return { id: character, face: face === ' ' ? '␣' : face, name: nameOf(face, words), onPress: withInput((element) => typeInto(element, face)) };
  };
  const controls: readonly Key[] = [
    ...(kind === 'pin' ? [{ id: 'capital', face: words.capital, name: words.capital, pressed: capital, wide: true, onPress: () => setCapital(!capital) }] : []),
    { id: 'delete', face: words.delete, name: words.delete, wide: true, onPress: withInput(deleteFrom) },
    { id: 'clear', face: words.clear, name: words.clear, wide: true, onPress: withInput(clearInput) },
  ];
  const leave = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    onClose();
  };
  return (
    <fieldset id={id} ref={panel} className={shuffled ? 'keyboard keyboard-shuffled' : 'keyboard'} onKeyDown={leave}>
      <legend className="visually-hidden">
        <Words>{words.nameFor(label)}</Words>
      </legend>
      <div className="keyboard-head">
        <Typed input={input} />
        <CloseButton label={words.close} onPress={onClose} leaveFocus />
      </div>
      <KeyGrid name={words.keys} rows={[...rows.map((row) => row.map(keyOf)), controls]} />
      <div className="keyboard-foot">
        <ShuffleChoice />
        <Button onPress={onDone}>{last ? words.doneLast : words.done}</Button>
      </div>
    </fieldset>
  );
}

/** How many characters stand in the field: said as it changes, as a screen reader says the dots of a field. */
function Typed({ input }: { readonly input: () => HTMLInputElement | null }) {
  const { text } = useWindow();
  const [count, setCount] = useState(() => input()?.value.length ?? 0);
  useEffect(() => {
    const element = input();
    const see = () => setCount(element?.value.length ?? 0);
    element?.addEventListener('input', see);
    return () => element?.removeEventListener('input', see);
  }, [input]);
  return (
    <p role="status" className="keyboard-count">
      {text.keyboard.count(count)}
    </p>
  );
}

/** Whether the keys stand in another order at each opening; kept as a preference. */
function ShuffleChoice() {
  const { text, preferences } = useWindow();
  const { value, choose } = preferences.shuffledKeys;
  const id = useId();
  return (
    <label className="keyboard-shuffle" htmlFor={id} onMouseDown={keepFocus}>
      <input id={id} type="checkbox" checked={value} onChange={(event) => choose(event.currentTarget.checked)} />
      <span>{text.keyboard.shuffle}</span>
    </label>
  );
}

function nameOf(character: string, words: ReturnType<typeof useWindow>['text']['keyboard']): string {
  if (/[A-Z]/u.test(character)) return words.capitalLetter(character);
  if (/[a-z0-9]/u.test(character)) return character;
  const name = words.symbols[character];
  return name === undefined ? character : `${character} ${name}`;
}
