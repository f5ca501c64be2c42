import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import type { SituationCode } from '../../preload/contract/situations.ts';
import type { Journal } from '../procedure/journal.ts';
import { diskProblem } from '../support/disk-problem.ts';
import type { JsonFile } from '../support/json-file.ts';
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

/** The journal on a disk without room or without the right to write, damaged since the last time, or not to be read now. */
export function failingJournal(journal: Journal, fault: Fault): Journal {
  return {
    ...journal,
    async read() {
      if (fault() === 'journal-unavailable') return { kind: 'unavailable' };
      // Damaged for real: half of it is missing, as after a broken disk.
      if (fault() === 'journal-unreadable' && existsSync(journal.path)) await writeFile(journal.path, halfOf(await readFile(journal.path, 'utf8')));
      return journal.read();
    },
    async write(entry) {
      const code = diskErrors.get(fault());
      return code === undefined ? journal.write(entry) : diskProblem(failureOf(code));
    },
  };
}

/** A kept file that another program holds, so that it cannot be read now. */
export function heldFile<T>(file: JsonFile<T>, fault: Fault): JsonFile<T> {
  return { ...file, read: async (patience) => (fault() === 'file-unavailable' ? { kind: 'unavailable', code: 'EBUSY' } : file.read(patience)) };
}

function halfOf(text: string): string {
  return text.slice(0, text.length / 2);
}
