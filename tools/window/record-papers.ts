import { serialSchema } from '../../preload/contract/identities.ts';
import type { ProblemCode } from '../../preload/contract/problem.ts';
import { type RecordPaper, recordLimits } from '../../preload/contract/record.ts';

/** Records of the procedure for tests of the window: a usual one, and one with as much on it as there can be. */

const certificate = { serial: serialSchema.parse('5A3F09C2774E18B0D6A4913CE5770B12'), notAfter: '2027-11-22T06:00:00.000Z' };

/** The usual one. */
export function recordPaper(more: Partial<RecordPaper> = {}): RecordPaper {
  return {
    madeAt: '2026-11-22T06:20:00.000Z',
    contract: { lastFour: '5936', organization: '株式会社みなと文具' },
    place: { user: 'minato', pc: 'MINATO-PC01', version: '0.1.0' },
    certificate,
    done: {
      shown: [
        { what: 'requested', at: '2026-11-22T01:12:00.000Z' },
        { what: 'released', at: '2026-11-22T05:30:00.000Z' },
        { what: 'activated', at: '2026-11-22T05:58:00.000Z' },
        { what: 'certificate', at: '2026-11-22T06:04:00.000Z', ...certificate },
        { what: 'loggedOn', at: '2026-11-22T06:08:00.000Z', ...certificate },
      ],
      more: 0,
    },
    users: { named: ['suzuki01', 'tanaka02'], more: 0, unnamed: 0, firstAt: '2026-11-22T06:12:00.000Z', lastAt: '2026-11-22T06:15:00.000Z' },
    refusals: { shown: [{ screenCode: '2-3-101', code: 'identification-refused', times: 2, lastAt: '2026-11-22T05:47:00.000Z' }], more: 0 },
    ...more,
  };
}

/** As much as the contract lets stand on it, with the longest words. @param code whose message is long */
export function fullRecordPaper(code: ProblemCode): RecordPaper {
  const at = '2026-11-22T06:12:00.000Z';
  const serial = serialSchema.parse('F'.repeat(200));
  return recordPaper({
    contract: { lastFour: '5936', organization: '漢'.repeat(40) },
    place: { user: 'W'.repeat(24), pc: 'W'.repeat(24), version: '10.20.30-preview.2026112' },
    certificate: { serial, notAfter: at },
    done: {
      shown: Array.from({ length: recordLimits.done }, (_, index) => ({ what: 'renewal', at: new Date(index).toISOString(), serial, notAfter: at })),
      more: 52,
    },
    users: {
      named: Array.from({ length: recordLimits.users }, (_, index) => `W${index}`.padEnd(20, 'W')),
      more: 12,
      unnamed: 7,
      firstAt: '2026-11-22T06:12:00.000Z',
      lastAt: '2026-12-22T06:15:00.000Z',
    },
    refusals: {
      shown: Array.from({ length: recordLimits.refusals }, (_, index) => ({
        screenCode: `2-10-${index}`.padEnd(12, '0'),
        code,
        times: 100,
        lastAt: at,
      })),
      more: 22,
    },
  });
}
