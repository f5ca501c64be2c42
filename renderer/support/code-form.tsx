import { useId } from 'react';
import { fullCodeLength } from '../../preload/contract/full-code/symbols.ts';
import { Button } from '../components/form/button.tsx';
import { ErrorLine } from '../components/form/error-line.tsx';
import { type CodeFault, correctedBy } from './read-code.ts';
import type { ShownControls } from './use-shown.ts';
import type { SupportWords } from './words.ts';

/** Where the code is typed or pasted. What can be read is shown at once; what is wrong is said where support asks for it. */
export function CodeForm({ controls: { typed, fault, type, ask }, words }: { readonly controls: ShownControls; readonly words: SupportWords }) {
  const id = useId();
  const corrected = fault === null ? null : correctedBy(typed, fault);
  return (
    <form
      className="code-form"
      onSubmit={(event) => {
        event.preventDefault();
        ask();
      }}
    >
      <label htmlFor={`${id}-code`}>{words.code.label}</label>
      <input
        id={`${id}-code`}
        name="code"
        type="text"
        value={typed}
        maxLength={200}
        placeholder={words.code.hint}
        autoComplete="off"
        spellCheck={false}
        // biome-ignore lint/a11y/noAutofocus: the window is opened to type a code
        autoFocus
        aria-invalid={fault !== null}
        aria-describedby={`${id}-fault`}
        onChange={(event) => type(event.target.value)}
        onFocus={(event) => event.target.select()}
      />
      <Button type="submit" kind="primary">
        {words.code.show}
      </Button>
      <div id={`${id}-fault`} className="code-fault" role="status">
        {fault !== null && <ErrorLine words={faultWords(fault, words)} />}
        {fault !== null && corrected !== null && <Button onPress={() => ask(corrected.text)}>{words.faults.takeThat(corrected.symbol)}</Button>}
      </div>
    </form>
  );
}

function faultWords(fault: CodeFault, { faults }: SupportWords): string {
  switch (fault.kind) {
    case 'length':
      return faults.length(fault.symbols, fullCodeLength);
    case 'notASymbol':
      return faults.notASymbol(fault.position, fault.character);
    case 'wrongSymbol':
      return faults.wrongSymbol(fault.position, fault.is, fault.couldBe);
    case 'swapped':
      return faults.swapped(fault.position);
    case 'unreadable':
      return faults.unreadable;
    case 'newerProgram':
      return faults.newerProgram;
    case 'noScreen':
      return faults.noScreen(fault.code);
    case 'noProblem':
      return faults.noProblem(fault.number);
    default:
      return fault satisfies never;
  }
}
