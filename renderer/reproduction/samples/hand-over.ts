import { type HandOverEntry, type HandOverPaper, handOverLimits, type ShownHandOverStep } from '../../../preload/contract/hand-over.ts';
import { serialSchema } from '../../../preload/contract/identities.ts';

/** Hand-over records for the gallery and for tests of the window: a usual one, and one with as much in it as is printed. */

const certificate = { serial: serialSchema.parse('5A3F09C2774E18B0D6A4913CE5770B12'), notAfter: '2027-11-22T06:00:00.000Z' };
const place = { user: 'minato', pc: 'MINATO-PC01', version: '0.1.0' } as const;

const steps: readonly (readonly [at: string, step: ShownHandOverStep])[] = [
  ['2026-11-22T01:12:00.000Z', { what: 'begun', why: 'new', setAside: null, old: null }],
  ['2026-11-22T01:12:00.000Z', { what: 'bankInUse', bank: 'kaitsu', host: 'ib.kaitsu.example', digest: '9f3a07c2774e18b0' }],
  ['2026-11-22T01:12:00.000Z', { what: 'requested' }],
  ['2026-11-22T05:30:00.000Z', { what: 'released' }],
  ['2026-11-22T05:58:00.000Z', { what: 'activated' }],
  ['2026-11-22T06:04:00.000Z', { what: 'certificateRetrieved', ...certificate }],
  ['2026-11-22T06:08:00.000Z', { what: 'loggedOn', ...certificate }],
  ['2026-11-22T06:12:00.000Z', { what: 'userPins' }],
  ['2026-11-22T06:15:00.000Z', { what: 'userPins' }],
  ['2026-11-22T06:18:00.000Z', { what: 'userChanged', change: 'suspended' }],
  ['2026-11-22T06:20:00.000Z', { what: 'loggedOff', how: 'asked' }],
];

const entry = ([at, step]: (typeof steps)[number], n: number): HandOverEntry => ({ n, at, late: false, by: place, lastFour: '5936', step });

/** The usual one. */
export function handOverPaper(more: Partial<HandOverPaper> = {}): HandOverPaper {
  const entries = steps.map((each, index) => entry(each, index + 1));
  return {
    madeAt: '2026-11-22T06:25:00.000Z',
    place,
    contract: { lastFour: '5936', organization: '株式会社みなと文具' },
    entries,
    lines: entries.length,
    fault: null,
    checkNumber: '11-9F3A-07C2-774E-18B0-D6A4-913C-E577-0B12',
    waiting: 0,
    ...more,
  };
}

/** Years of it, with the longest names, of which the first lines are in the file alone. */
export function fullHandOverPaper(): HandOverPaper {
  const by = { user: 'W'.repeat(64), pc: 'M'.repeat(64), version: '10.10.10' };
  const entries = Array.from({ length: handOverLimits.printed }, (_, index) => ({
    ...entry(steps[index % steps.length] ?? steps[2] ?? ['', { what: 'released' }], 501 + index),
    by,
    late: index % 7 === 0,
  }));
  return handOverPaper({ entries, lines: 500 + entries.length, checkNumber: '2500-9F3A-07C2-774E-18B0-D6A4-913C-E577-0B12' });
}
