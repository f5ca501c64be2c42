import { memo } from 'react';
import type { Axis } from './axis.ts';
import type { Mark } from './marks.ts';
import { type TimeKind, type TimeSpent, timeKinds } from './time-spent.ts';

/**
 * The timeline as a picture: one path a kind, however many events there are, since two marks in one thousandth of the width
 * are one mark. Each kind has a row of its own, so that nothing hangs on a colour.
 */

const wide = 1_000;
const bandHigh = 20;
const rowHigh = 10;

export type Row = 'attempt' | 'refused' | 'wait' | 'run' | 'note';
export const rows: readonly Row[] = ['attempt', 'refused', 'wait', 'run', 'note'];
export const pictureHigh = bandHigh + rows.length * rowHigh;

const rowOf: Readonly<Record<Mark['kind'], Row>> = {
  attempt: 'attempt',
  refused: 'refused',
  wait: 'wait',
  pause: 'wait',
  started: 'run',
  crashed: 'run',
  damaged: 'run',
  unknown: 'run',
};

type Props = { readonly axis: Axis; readonly spent: TimeSpent; readonly marks: readonly Mark[]; readonly notes: ReadonlyMap<number, string> };

export const TimelinePicture = memo(function TimelinePicture({ axis, spent, marks, notes }: Props) {
  const bands = bandsOf(axis, spent);
  const ofRow = (row: Row) => (row === 'note' ? [...notes.keys()] : marks.filter(({ kind }) => rowOf[kind] === row).map(({ index }) => index));
  return (
    <svg className="timeline-picture" viewBox={`0 0 ${wide} ${pictureHigh}`} preserveAspectRatio="none" aria-hidden="true">
      {timeKinds.map((kind) => (
        <path key={kind} className={`timeline-band timeline-${kind}`} d={bandPath(bands, kind)} />
      ))}
      {rows.map((row, number) => (
        <path key={row} className={`timeline-marks timeline-${row}`} d={marksPath(axis, ofRow(row), bandHigh + number * rowHigh)} />
      ))}
    </svg>
  );
});

/** What is waited for is seen, however short it was beside what surrounds it. */
const weight: Readonly<Record<TimeKind, number>> = { person: 0, closed: 1, program: 2, tools: 3, bank: 4 };

/** @returns the kind of each thousandth; null where nothing is */
export function bandsOf(axis: Axis, { segments }: TimeSpent): readonly (TimeKind | null)[] {
  const kinds: (TimeKind | null)[] = new Array<TimeKind | null>(wide).fill(null);
  for (const { from, until, kind } of segments) {
    const first = Math.min(wide - 1, Math.floor(axis.placeOfTime(from) * wide));
    const last = Math.min(wide - 1, Math.max(first, Math.ceil(axis.placeOfTime(until) * wide) - 1));
    for (let at = first; at <= last; at += 1) {
      const now = kinds[at] ?? null;
      if (now === null || weight[kind] > weight[now]) kinds[at] = kind;
    }
  }
  return kinds;
}

function bandPath(kinds: readonly (TimeKind | null)[], kind: TimeKind): string {
  let path = '';
  let from = -1;
  for (let at = 0; at <= kinds.length; at += 1) {
    const is = kinds[at] === kind;
    if (is && from < 0) from = at;
    if (!is && from >= 0) {
      path += `M${from} 2H${at}V${bandHigh - 2}H${from}Z`;
      from = -1;
    }
  }
  return path;
}

function marksPath(axis: Axis, indexes: readonly number[], top: number): string {
  const places = new Set(indexes.map((index) => Math.round(axis.placeOf(index) * wide)));
  return [...places].map((place) => `M${place} ${top + 1}V${top + rowHigh - 1}`).join('');
}
