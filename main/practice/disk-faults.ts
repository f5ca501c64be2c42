import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import type { ProblemCause } from '../../preload/contract/problem.ts';
import type { SituationCode } from '../../preload/contract/situations.ts';
import type { Journal } from '../procedure/journal.ts';
import type { Fault } from './faults.ts';

/** A disk that fails, for the practice only. */

/** The operating system's words for it (errno). */
const diskErrors = new Map<SituationCode | null, string>([
  ['disk-full', 'ENOSPC'],
  ['disk-refused', 'EACCES'],
]);

const failureOf = (code: string) => Object.assign(new Error(code), { code });

/** Writes a file, or fails as the disk of the practice does. */
export function failingWrite(write: (path: string) => Promise<void>, fault: Fault): (path: string) => Promise<void> {
  return async (path) => {
    const code = diskErrors.get(fault());
    if (code !== undefined) throw failureOf(code);
    await write(path);
  };
}

export type FailingDisk = {
  readonly journal: Journal;
  /** Where the journal lies. */
  readonly file: string;
  /** Turns a failed write into what the person can do about it. */
  readonly diskProblem: (error: unknown) => ProblemCause;
  readonly fault: Fault;
};

/** The journal on a disk without room or without the right to write, or damaged since the last time. */
export function failingJournal({ journal, file, diskProblem, fault }: FailingDisk): Journal {
  return {
    async read() {
      // Damaged for real: half of it is missing, as after a broken disk.
      if (fault() === 'journal-unreadable' && existsSync(file)) await writeFile(file, halfOf(await readFile(file, 'utf8')));
      return journal.read();
    },
    async write(entry) {
      const code = diskErrors.get(fault());
      return code === undefined ? journal.write(entry) : { ok: false, problem: diskProblem(failureOf(code)) };
    },
  };
}

function halfOf(text: string): string {
  return text.slice(0, text.length / 2);
}
