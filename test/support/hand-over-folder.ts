import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import { openHandOver } from '../../main/hand-over/hand-over.ts';
import { seeRecord } from '../../main/hand-over/seen-record.ts';
import { programFile } from '../../main/support/kept-files.ts';
import { type Disk, systemDisk } from '../../main/support/whole-file.ts';
import { createMemoryLog } from '../../tools/log/memory-log.ts';
import { practiceProfile } from './hand-over-world.ts';
import { manualClock } from './manual-clock.ts';

export const patience = { tries: 2, pauseMs: 1 };
export const by = () => ({ user: '港 花子', pc: 'MINATO-PC01', version: '1.2.3' });

/** Called once in a file: each test has a place's folder on a real disk. @param begun what its program's clock says; left out: now */
export function handOverFolder(begun?: string) {
  let dir: string;
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'kaitsu-hand-over-'));
  });
  afterEach(() => rmSync(dir, { recursive: true, force: true }));
  const path = (name: 'handOver' | 'handOverEnd' = 'handOver') => programFile(dir, name);

  /** The program starts. */
  async function start(disk: Disk = systemDisk) {
    const [clock, log] = [manualClock(begun === undefined ? new Date() : new Date(begun)), createMemoryLog()];
    const told: string[] = [];
    const handOver = await openHandOver({ placeFolder: dir, profile: practiceProfile(), by, clock, log, disk, patience });
    handOver.onTrouble((code) => told.push(code));
    return { handOver, clock, log, told };
  }

  return {
    placeFolder: () => dir,
    path,
    start,
    texts: () => readFileSync(path(), 'utf8').trimEnd().split('\n'),
    write: (lines: readonly string[]) => writeFileSync(path(), lines.map((line) => `${line}\n`).join('')),
    async seen() {
      const record = await seeRecord(dir, { patience });
      if (record.kind !== 'record') throw new Error(record.kind);
      return { ...record, what: record.chain.entries.map(({ step }) => step.what) };
    },
    async lay(...steps: readonly ('requested' | 'released' | 'activated')[]): Promise<void> {
      const { handOver } = await start();
      for (const what of steps) handOver.note({ what });
      await handOver.settled();
    },
  };
}
