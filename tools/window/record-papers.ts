import { serialSchema } from '../../preload/contract/identities.ts';
import type { ProblemCode } from '../../preload/contract/problem-numbers.ts';
import { type RecordPaper, recordLimits } from '../../preload/contract/record.ts';
import { recordPaper } from '../../renderer/reproduction/samples/record.ts';

/** The record of the procedure for tests of the window, with as much on it as there can be. */

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
