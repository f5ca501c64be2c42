import type { HandOverEntry, HandOverFault } from '../../preload/contract/hand-over.ts';
import { type Link, noLink, readLine, type SoundLine } from './line.ts';

/** Whether the lines of a record hold together, and where they do not. */

export type CheckedChain = {
  /** What the lines say that can be read, in the order in which they stand. */
  readonly entries: readonly HandOverEntry[];
  /** The last line that can be read. */
  readonly last: Link;
  /** The first line that is wrong, by its place from 1; null where all is as it was written. */
  readonly fault: HandOverFault | null;
};

/** How far the record went, as was noted elsewhere; its hash is that of its last line. */
export type Anchor = Link;

type Read = readonly (SoundLine | null)[];

/**
 * @param texts the lines, without line feeds
 * @param anchor where the record should end; null where that is not known
 */
export function checkChain(texts: readonly string[], anchor: Anchor | null): CheckedChain {
  const lines = texts.map(readLine);
  const sound = lines.filter((line) => line !== null);
  const last = sound.at(-1);
  return {
    entries: sound.map(({ entry }) => entry),
    last: last === undefined ? noLink : { n: last.n, hash: last.hash },
    fault: faultIn(lines, anchor) ?? faultAtEnd(lines, anchor),
  };
}

function faultIn(lines: Read, anchor: Anchor | null): HandOverFault | null {
  const timesOf = countNumbers(lines);
  let before = noLink;
  for (const [index, line] of lines.entries()) {
    const place = index + 1;
    if (line === null) return { line: place, how: isStranger(lines, place, before, anchor) ? 'added' : 'changed' };
    if (line.n !== place) return { line: place, how: misplaced(line, place, timesOf) };
    if (line.before !== before.hash) return rewritten(lines, place, anchor);
    before = line;
  }
  return null;
}

/** What was put in is no line: the record ended before it, or what comes next is the line that belongs here. */
function isStranger(lines: Read, place: number, before: Link, anchor: Anchor | null): boolean {
  if (anchor !== null && anchor.n === place - 1 && anchor.hash === before.hash) return true;
  const next = lines[place];
  return next?.n === place && next.before === before.hash;
}

function misplaced({ n }: SoundLine, place: number, timesOf: ReadonlyMap<number, number>): HandOverFault['how'] {
  if ((timesOf.get(n) ?? 0) > 1) return 'added';
  // The line that belongs here stands elsewhere.
  if (timesOf.has(place)) return 'order';
  return n > place ? 'missing' : 'added';
}

/** The line does not follow the one before. Where what comes after it agrees with it, it is the one before that was written anew. */
function rewritten(lines: Read, place: number, anchor: Anchor | null): HandOverFault {
  const line = lines[place - 1];
  const next = lines[place];
  const isConfirmed = next === undefined ? anchor?.n === place && anchor.hash === line?.hash : next !== null && next.before === line?.hash;
  return { line: isConfirmed ? Math.max(1, place - 1) : place, how: 'changed' };
}

function faultAtEnd(lines: Read, anchor: Anchor | null): HandOverFault | null {
  if (anchor === null) return null;
  if (lines.length < anchor.n) return { line: lines.length + 1, how: 'missing' };
  if (lines.length > anchor.n) return { line: anchor.n + 1, how: 'added' };
  return (lines.at(-1)?.hash ?? noLink.hash) === anchor.hash ? null : { line: Math.max(1, anchor.n), how: 'changed' };
}

function countNumbers(lines: Read): ReadonlyMap<number, number> {
  const times = new Map<number, number>();
  for (const line of lines) if (line !== null) times.set(line.n, (times.get(line.n) ?? 0) + 1);
  return times;
}
