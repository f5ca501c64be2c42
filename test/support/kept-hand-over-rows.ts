import { openHandOver } from '../../main/hand-over/hand-over.ts';
import { seeRecord } from '../../main/hand-over/seen-record.ts';
import type { programFiles } from '../../main/support/kept-files.ts';
import { programFile } from '../../main/support/kept-files.ts';
import type { DiskOptions } from '../../main/support/whole-file.ts';
import { createMemoryLog } from '../../tools/log/memory-log.ts';
import { settled } from '../unit/procedure-world.ts';
import { practiceProfile } from './hand-over-world.ts';
import type { MakeRow } from './kept-row.ts';
import { manualClock } from './manual-clock.ts';

/** The hand-over record as the program uses it: its lines, and the note of where they end. */

const by = () => ({ user: 'minato', pc: 'MINATO-PC01', version: '1.2.3' });

async function open(dir: string, options: DiskOptions) {
  const [clock, log] = [manualClock(), createMemoryLog()];
  const handOver = await openHandOver({ ...options, placeFolder: dir, profile: practiceProfile(), by, clock, log });
  let told: string | null = null;
  handOver.onTrouble((code) => {
    told = code;
  });
  const forget = () => {
    told = null;
  };
  return { handOver, clock, log, told: () => told, forget };
}

const makeRow =
  (name: keyof Pick<typeof programFiles, 'handOver' | 'handOverEnd'>): MakeRow =>
  (dir, options) => ({
    path: programFile(dir, name),
    told: { unavailable: 'file-unavailable', damaged: 'log' },
    async lay() {
      const { handOver } = await open(dir, options);
      handOver.note({ what: 'requested' });
      await handOver.settled();
    },
    async begin() {
      const { handOver, clock, log, told, forget } = await open(dir, options);
      handOver.bringInOrder();
      await handOver.settled();
      // What was begun again, or mended, is in the record itself and in the log.
      const isLogged = () => log.raw.some(({ event }) => event === 'hand-over.begun-again' || event === 'hand-over.end-unreadable');
      let texts: readonly string[] = [];
      const look = async () => {
        const seen = await seeRecord(dir, options);
        texts = seen.kind === 'record' ? seen.chain.entries.map(({ step }) => step.what) : [];
      };
      await look();
      return {
        told: () => told() ?? (isLogged() ? 'log' : null),
        seesLaid: () => texts[2] === 'requested' && !texts.includes('repaired'),
        sees: () => texts,
        async write() {
          forget();
          handOver.note({ what: 'released' });
          await handOver.settled();
          await look();
          return told();
        },
        async again() {
          forget();
          clock.pass(5_000);
          await handOver.settled();
          await settled();
          await look();
        },
      };
    },
  });

export const handOver = makeRow('handOver');
export const handOverEnd = makeRow('handOverEnd');
