import { z } from 'zod';
import type { HandOverFault } from '../../preload/contract/hand-over.ts';
import type { WholeFile } from '../support/whole-file.ts';
import { type CheckedChain, checkChain } from './chain.ts';
import { type Link, noLink, readLine } from './line.ts';
import { linesIn } from './record-file.ts';

/**
 * The record as it lies on the disk: its lines, and beside them a note of where they end. The note is written before a
 * line, with that line in it, and after it, so that whatever a crash leaves can be told from what somebody did.
 */

const hash = z.string().regex(/^[0-9a-f]{64}$/u);
export const endSchema = z.object({
  version: z.literal(1),
  lines: z.int().min(0).max(1_000_000_000),
  /** Of the last line. */
  hash,
  /** The line that is being written behind them; null while none is. */
  next: z.string().max(8_192).nullable(),
  /** That line was found cut off, which the record has yet to say. */
  torn: z.boolean(),
});
export type End = Readonly<z.infer<typeof endSchema>>;

export const linkOf = ({ lines, hash }: End): Link => ({ n: lines, hash });

type Lines = { readonly texts: readonly string[]; readonly chain: CheckedChain };

export type Lies =
  | { readonly kind: 'absent' }
  /**
   * rest: what is missing of the line that was being written; null where nothing is. isCut: some of it is there.
   * isEndLost: the lines hold together, and nothing says that they are all.
   */
  | (Lines & { readonly kind: 'whole'; readonly rest: Buffer | null; readonly isCut: boolean; readonly isEndLost: boolean })
  | (Lines & { readonly kind: 'broken'; readonly why: 'damaged' | 'missing'; readonly fault: HandOverFault });

const lineFeed = 10;

/** @param file of the lines; one that cannot be read now is for the caller to tell @param end null where no note can be read */
export function howItLies(file: Exclude<WholeFile, { kind: 'unavailable' }>, end: End | null): Lies {
  if (file.kind === 'absent' && end === null) return { kind: 'absent' };
  const content = file.kind === 'content' ? file.content : Buffer.alloc(0);
  const cut = content.lastIndexOf(lineFeed) + 1;
  const split = linesIn(content.subarray(0, cut));
  const texts = split?.slice(0, -1) ?? [];
  const tail = content.subarray(cut);
  const why = file.kind === 'absent' ? 'missing' : 'damaged';
  const broken = (fault: HandOverFault, chain: CheckedChain): Lies => ({ kind: 'broken', why, fault, texts, chain });
  if (split === null || file.kind === 'unusable') return broken({ line: 1, how: 'changed' }, checkChain([], null));
  if (end === null) return withoutEnd(texts, tail, broken);

  const chain = checkChain(texts, linkOf(end));
  const whole = { kind: 'whole', texts, chain, rest: null, isCut: false, isEndLost: false } as const;
  if (end.next === null)
    return chain.fault === null && tail.length > 0 ? broken(behind(texts), chain) : chain.fault === null ? whole : broken(chain.fault, chain);
  if (chain.fault === null) {
    const next = Buffer.from(`${end.next}\n`);
    return next.subarray(0, tail.length).equals(tail) ? { ...whole, rest: next.subarray(tail.length), isCut: tail.length > 0 } : broken(behind(texts), chain);
  }
  const withNext = checkChain(texts, { n: end.lines + 1, hash: readLine(end.next)?.hash ?? noLink.hash });
  return withNext.fault === null && tail.length === 0 ? { ...whole, chain: withNext } : broken(chain.fault, chain);
}

const behind = (texts: readonly string[]): HandOverFault => ({ line: texts.length + 1, how: 'added' });

function withoutEnd(texts: readonly string[], tail: Buffer, broken: (fault: HandOverFault, chain: CheckedChain) => Lies): Lies {
  const chain = checkChain(texts, null);
  if (chain.fault !== null) return broken(chain.fault, chain);
  if (texts.length === 0 || tail.length > 0) return broken({ line: texts.length + 1, how: 'cut' }, chain);
  return { kind: 'whole', texts, chain, rest: null, isCut: false, isEndLost: true };
}
