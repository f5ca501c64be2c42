import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import type { SituationCode } from '../../preload/contract/situations.ts';
import type { ProgramPorts } from '../program-ports.ts';
import type { Situation } from './situation.ts';

/** A disk that fails, for the practice only. */

/** The operating system's words for it (errno). */
const diskErrors = new Map<SituationCode | null, string>([
  ['disk-full', 'ENOSPC'],
  ['disk-refused', 'EACCES'],
]);

const failureOf = (code: string) => Object.assign(new Error(code), { code });

/** Writes a file, or fails as the disk of the practice does. */
export function failingWrite(write: ProgramPorts['writeOnTrial'], situation: Situation): ProgramPorts['writeOnTrial'] {
  return async (path) => {
    const code = diskErrors.get(situation());
    if (code !== undefined) throw failureOf(code);
    await write(path);
  };
}

/** The journal on a disk without room or without the right to write, or damaged since the last time. */
export function failingJournal(open: ProgramPorts['openJournal'], situation: Situation): ProgramPorts['openJournal'] {
  return (file, diskProblem) => {
    const journal = open(file, diskProblem);
    return {
      async read() {
        // Damaged for real: half of it is missing, as after a broken disk.
        if (situation() === 'journal-unreadable' && existsSync(file)) await writeFile(file, halfOf(await readFile(file, 'utf8')));
        return journal.read();
      },
      async write(entry) {
        const code = diskErrors.get(situation());
        return code === undefined ? journal.write(entry) : { ok: false, problem: diskProblem(failureOf(code)) };
      },
    };
  };
}

function halfOf(text: string): string {
  return text.slice(0, text.length / 2);
}
