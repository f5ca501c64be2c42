import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import type { SituationCode } from '../../preload/contract/situations.ts';
import type { ProgramPorts } from '../program-ports.ts';
import { programFiles } from '../support/kept-files.ts';
import type { Disk } from '../support/whole-file.ts';
import type { Situation } from './situation.ts';

/** A disk that fails, for the practice only. */

/** The operating system's words for it (errno). */
const diskErrors = new Map<SituationCode | null, string>([
  ['disk-full', 'ENOSPC'],
  ['disk-refused', 'EACCES'],
]);
/** Which files another program holds. */
const heldFiles = new Map<SituationCode | null, (name: string) => boolean>([
  ['journal-unavailable', (name) => name === programFiles.journal],
  ['file-unavailable', (name) => name === programFiles.preferences || name === programFiles.releaseRequest],
  ['certificate-file-unavailable', (name) => extname(name) === extname(programFiles.bundle)],
]);

const failureOf = (code: string) => Object.assign(new Error(code), { code });
const isJournal = (path: string) => basename(path) === programFiles.journal;

/** Writes a file, or fails as the disk of the practice does. */
export function failingWrite(write: ProgramPorts['writeOnTrial'], situation: Situation): ProgramPorts['writeOnTrial'] {
  return async (path) => {
    const code = diskErrors.get(situation());
    if (code !== undefined) throw failureOf(code);
    await write(path);
  };
}

/** The disk of the kept files: without room or the right to write, with a journal damaged since the last time, or with files that cannot be read now. */
export function failingDisk(disk: Disk, situation: Situation): Disk {
  return {
    ...disk,
    async stat(path) {
      if (heldFiles.get(situation())?.(basename(path)) === true) throw failureOf('EBUSY');
      // Damaged for real: half of it is missing, as after a broken disk.
      if (isJournal(path) && situation() === 'journal-unreadable' && existsSync(path)) await writeFile(path, halfOf(await readFile(path, 'utf8')));
      return disk.stat(path);
    },
    async replace(path, content) {
      const code = isJournal(path) ? diskErrors.get(situation()) : undefined;
      if (code !== undefined) throw failureOf(code);
      await disk.replace(path, content);
    },
  };
}

function halfOf(text: string): string {
  return text.slice(0, text.length / 2);
}
