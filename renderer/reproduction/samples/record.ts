import type { Serial } from '../../../preload/contract/identities.ts';
import type { RecordPaper } from '../../../preload/contract/record.ts';

const certificate = { serial: '5A3F09C2774E18B0D6A4913CE5770B12' as Serial, notAfter: '2027-11-22T06:00:00.000Z' };

/** A usual record of the procedure. */
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
