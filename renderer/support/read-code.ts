import type { DescribedWindow } from '../../preload/contract/full-code/described-window.ts';
import { readWindowCode, type WindowCodeRead } from '../../preload/contract/full-code/window-code.ts';
import { type ProblemCode, problemNumbers } from '../../preload/contract/problem-numbers.ts';
import { toHalfWidth } from '../../preload/contract/typed-text.ts';
import { describedAt, screensByCode, withProblem } from './along-the-way.ts';

/** What support typed, pasted or was handed: a short code, a full one, or neither. */

export type CodeFault =
  | Exclude<WindowCodeRead, { kind: 'read' }>
  /** Of a short code: no such screen, no such problem. */
  | { readonly kind: 'noScreen'; readonly code: string }
  | { readonly kind: 'noProblem'; readonly number: string };

/** short: what only a full code tells is the usual. */
export type CodeRead = { readonly kind: 'shown'; readonly described: DescribedWindow; readonly short: boolean } | CodeFault | { readonly kind: 'empty' };

/** Two or three numbers, with anything between them that is read as a dash; more figures than they have would be a full code. */
const shortCode = /^(\d{1,2})[^\p{L}\p{N}]+(\d{1,2})(?:[^\p{L}\p{N}]+(\d{1,4}))?[^\p{L}\p{N}]*$/u;
const byNumber: ReadonlyMap<number, ProblemCode> = new Map((Object.entries(problemNumbers) as [ProblemCode, number][]).map(([code, number]) => [number, code]));
/** Nobody types more; what follows is not looked at. */
const longest = 200;

/** @param text anything */
export function readCode(text: string): CodeRead {
  const typed = toHalfWidth(text.slice(0, longest).normalize('NFKC'))
    .replaceAll(/[ー－‐−]/gu, '-')
    .trim();
  if (typed === '') return { kind: 'empty' };
  const short = shortCode.exec(typed.replace(/^\D+(?=\d)/u, (before) => (/\p{L}/u.test(before) ? before : '')));
  if (short !== null) return readShort(short);
  const read = readWindowCode(text.slice(0, longest));
  return read.kind === 'read' ? { kind: 'shown', described: read.described, short: false } : read;
}

function readShort([, section = '', item = '', number]: RegExpExecArray): CodeRead {
  const code = `${Number(section)}-${Number(item)}`;
  const shown = screensByCode().get(code);
  if (shown === undefined) return { kind: 'noScreen', code };
  const at = describedAt(shown);
  if (number === undefined) return { kind: 'shown', described: at, short: true };
  const problem = byNumber.get(Number(number));
  return problem === undefined ? { kind: 'noProblem', number } : { kind: 'shown', described: withProblem(at, problem), short: true };
}

/**
 * What the text would be with the symbol that fits, in fours; support still asks the customer before they believe it.
 * @returns null where nobody can tell what would fit
 */
export function correctedBy(text: string, fault: CodeFault): { readonly text: string; readonly symbol: string } | null {
  if (fault.kind !== 'wrongSymbol' && fault.kind !== 'swapped') return null;
  const symbols = [...toHalfWidth(text.slice(0, longest)).toUpperCase()].filter((character) => /[0-9A-Z]/u.test(character));
  const at = fault.position - 1;
  if (fault.kind === 'wrongSymbol') symbols[at] = fault.couldBe;
  else symbols.splice(at, 2, symbols[at + 1] ?? '', symbols[at] ?? '');
  const symbol = fault.kind === 'wrongSymbol' ? fault.couldBe : symbols.slice(at, at + 2).join('');
  return { text: (symbols.join('').match(/.{1,4}/gu) ?? []).join('-'), symbol };
}
