import { z } from 'zod';
import type { HandOverFault } from '../../preload/contract/hand-over.ts';
import { decodeText } from '../support/json-text.ts';
import { type Anchor, type CheckedChain, checkChain } from './chain.ts';
import { readCheckNumber } from './check-number.ts';
import { readLine, sealed, unsealed } from './line.ts';

/**
 * The record as a file that leaves the PC: the very lines that are kept, and behind them one that says where they end, so
 * that the last of them cannot be taken away unnoticed.
 */

/** Largest record, in bytes. A line has about 350: this is for more than forty thousand steps. */
export const recordLimit = 16 * 1024 * 1024;
/** A file with more lines was never a record, whatever its size. */
const mostLines = 200_000;

const closingSchema = z.object({
  closed: z.object({ lines: z.int().min(0).max(1_000_000_000), head: z.string().regex(/^[0-9a-f]{64}$/u), at: z.iso.datetime() }),
});

/** What cannot be a record. binary: no text at all; foreign: a text of something else, a CSV for example. */
export type NoRecord = 'empty' | 'tooLarge' | 'binary' | 'foreign';

export type CheckedFile =
  | { readonly kind: 'none'; readonly why: NoRecord }
  | {
      readonly kind: 'record';
      /** The lines, without the one that says where they end. */
      readonly texts: readonly string[];
      readonly chain: CheckedChain;
      readonly fault: HandOverFault | null;
      readonly closedAt: string | null;
    };

/**
 * @param lines as they are kept, whole or not
 * @param end where they should end, whether they do or not; null where that is not known: then the file does not say so either
 * @param now ISO 8601
 */
export function closedFile(lines: readonly string[], end: Anchor | null, now: string): string {
  const closing = end === null ? [] : [sealed({ closed: { lines: end.n, head: end.hash, at: now } })];
  return [...lines, ...closing].map((line) => `${line}\n`).join('');
}

/** @param content of a file that was exported, from whoever it came */
export function checkFile(content: Uint8Array): CheckedFile {
  if (content.length === 0) return { kind: 'none', why: 'empty' };
  const split = linesIn(content);
  if (split === null) return { kind: 'none', why: 'tooLarge' };
  const lines = split.at(-1) === '' ? split.slice(0, -1) : split;
  const found = lines.findIndex((line) => closingIn(line) !== null);
  if (found < 0 && !lines.some((line) => readLine(line) !== null)) return { kind: 'none', why: isBinary(content) ? 'binary' : 'foreign' };
  const closing = closingIn(lines[found] ?? '');
  const texts = found < 0 ? lines : lines.slice(0, found);
  const chain = checkChain(texts, closing === null ? null : { n: closing.lines, hash: closing.head });
  return { kind: 'record', texts, chain, fault: chain.fault ?? faultBehind(lines.length, found), closedAt: closing?.at ?? null };
}

/** Of a chain that is whole in itself: its end is missing, or was changed, or something was put behind it. */
function faultBehind(lines: number, closing: number): HandOverFault | null {
  if (closing < 0) return { line: lines + 1, how: 'cut' };
  return closing === lines - 1 ? null : { line: closing + 2, how: 'added' };
}

function closingIn(line: string): z.infer<typeof closingSchema>['closed'] | null {
  return closingSchema.safeParse(unsealed(line)?.value).data?.closed ?? null;
}

/**
 * What mail programs do to the ends of lines, and a mark of the byte order, change nothing of a line.
 * @returns the lines, and one more behind the last line feed; null where they are too many. A line that is no UTF-8 is there as a text that no line is
 */
export function linesIn(content: Uint8Array): string[] | null {
  if (content.length > recordLimit) return null;
  let feeds = 0;
  for (const byte of content) if (byte === 10) feeds += 1;
  if (feeds > mostLines) return null;
  return decodeText(content)?.split(/\r?\n/u) ?? byteLines(Buffer.from(content));
}

function byteLines(content: Buffer): string[] {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  const lines: string[] = [];
  for (let begin = 0; begin <= content.length; ) {
    const feed = content.indexOf(10, begin);
    const end = feed < 0 ? content.length : feed;
    lines.push(decoded(content.subarray(begin, end), (line) => decoder.decode(line)));
    begin = end + 1;
  }
  return lines;
}

function decoded(line: Buffer, decode: (line: Buffer) => string): string {
  try {
    return decode(line).replace(/\r$/u, '');
  } catch {
    return '\uFFFD';
  }
}

const isBinary = (content: Uint8Array): boolean => content.includes(0) || decodeText(content) === null;

/**
 * @param printed the check number of a paper or an earlier export
 * @returns whether the record still holds that very line; null where the number is not written rightly
 */
export function holdsCheckNumber(lines: readonly string[], printed: string): boolean | null {
  const wanted = readCheckNumber(printed);
  if (wanted === null) return null;
  const line = readLine(lines[wanted.n - 1] ?? '');
  return line !== null && line.n === wanted.n && line.hash.startsWith(wanted.start);
}
