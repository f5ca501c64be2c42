import type { FieldName } from '../../../preload/contract/problem.ts';
import { useWindow } from '../frame/window-context.tsx';
import { Words } from '../frame/words.tsx';
import { ErrorLine } from './error-line.tsx';
import { firstLabel } from './first-label.ts';
import type { Fields } from './use-fields.ts';

type MessagesProps = {
  readonly fields: Fields;
  readonly name: FieldName;
  readonly label: string;
  readonly length: number;
  /** Shortest and longest content, where it is no PIN. */
  readonly limits: { readonly min: number; readonly max: number } | undefined;
  readonly capsLock: boolean;
  readonly pasteRefused: boolean;
};

/**
 * What is to be said about the content. An error is part of the field's description, and is spoken once as
 * one leaves the field; the notes below it speak for themselves, so their frame is always there.
 */
export function Messages({ fields, name, label, length, limits: own, capsLock, pasteRefused }: MessagesProps) {
  const { text, bank } = useWindow();
  const error = fields.errors[name];
  const { minLength, maxLength, symbols } = bank.pinRule;
  // Limits of its own: no PIN, and the rule's symbols are not for it.
  const allowed = own === undefined ? { min: minLength, max: maxLength, symbols } : { ...own, symbols: '' };
  const limits = { ...allowed, length, first: firstLabel(name, text) };
  const attempts = fields.attempts?.name === name ? text.problem.attemptsLeft(fields.attempts.count) : '';
  const refused = attempts === '' ? text.input.refused : attempts;
  const words = error === undefined ? '' : error === 'refused' ? refused : text.input.errors[error](limits);
  return (
    <>
      <div id={`messages-${name}`} className="field-messages">
        <ErrorLine words={words} />
        {/* What is left is left while something else is typed, too. */}
        {attempts !== '' && words !== attempts && <p className="field-attempts">{attempts}</p>}
        <div role="status" className="field-notes">
          {pasteRefused && <p className="field-note">{text.input.pasteRefused}</p>}
          {capsLock && <p className="field-note">{text.input.capsLock}</p>}
        </div>
      </div>
      <p role="status" className="visually-hidden">
        <Words>{fields.spoken?.name === name && fields.spoken.error === error ? `${label}: ${words}` : ''}</Words>
      </p>
    </>
  );
}
