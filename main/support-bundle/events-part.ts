import { bundleLimits } from '../../preload/contract/bundle.ts';
import type { ReadRecord } from '../event-record/read-record.ts';
import { type Bounded, joined, newestLines } from './bounded-lines.ts';

type Line = ReadRecord['lines'][number];

/** In milliseconds. */
const oneDay = 24 * 60 * 60_000;

/**
 * The event record's last days. Where its beginning is cut off in the middle of a run, the last value of every state from
 * before the cut stands first: without it nothing could be drawn.
 */
export function eventsPart(lines: readonly Line[], now: Date): Bounded {
  const firstDay = now.getTime() - bundleLimits.days * oneDay;
  const recent = lines.filter(({ line }) => Date.parse(line.at) >= firstDay);
  const rest = newestLines(recent, bundleLimits['events.jsonl']);
  const before = lines.slice(0, lines.length - rest.length);
  const shown = [...statesBefore(before, rest), ...rest];
  return { text: joined(shown.map(({ text }) => text)), leftOut: lines.length - shown.length };
}

/** @returns the last value of each state of the run that was cut, in their order */
function statesBefore(before: readonly Line[], rest: readonly Line[]): readonly Line[] {
  if (rest.length === 0 || rest[0]?.line.event.kind === 'programStarted') return [];
  const start = before.findLastIndex(({ line }) => line.event.kind === 'programStarted');
  const last = new Map<unknown, Line>();
  for (const one of before.slice(Math.max(0, start))) {
    const { kind, state } = one.line.event;
    if (kind === 'programStarted') last.set(kind, one);
    if (kind === 'state') last.set(state, one);
  }
  return [...last.values()].sort((a, b) => a.line.n - b.line.n);
}

/** @returns how far this PC's clock was ahead at the last answer of the bank that said its time, in seconds */
export function lastClockAhead(lines: readonly Line[]): number | null {
  for (const { line } of lines.toReversed()) {
    const { kind, aheadSeconds } = line.event;
    if (kind === 'bankCall' && typeof aheadSeconds === 'number') return Math.round(aheadSeconds);
  }
  return null;
}
