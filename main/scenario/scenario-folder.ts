import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { lstat, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { takeFolderLock } from '../support/folder-lock.ts';
import { programFile } from '../support/kept-files.ts';
import { errnoOf } from '../support/whole-file.ts';

/**
 * Each scenario has a program's folder of its own among the system's temporary files: nothing of the person's practice, nor of a
 * bank's place, is touched. It goes with the program; what a crash leaves, the next scenario clears away.
 */

const beginning = 'kaitsu-scenario-';
/** The number of the process for which it was made: a program that is starting has its folder before it has the lock on it. */
const namePattern = /^kaitsu-scenario-(\d+)-/u;

/**
 * Makes the folder, with the language and looks that the person has chosen.
 * @param usual the program's folder
 * @throws what node:fs throws
 */
export function makeScenarioFolder(temporary: string, usual: string): string {
  const folder = mkdtempSync(join(temporary, `${beginning}${process.pid}-`));
  try {
    copyFileSync(programFile(usual, 'preferences'), programFile(folder, 'preferences'));
  } catch {
    // None were chosen yet, or they cannot be read now: the usual ones serve.
  }
  return folder;
}

/** Takes the folder away at the program's end, as far as the system lets go of it. */
export function removeScenarioFolder(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  } catch {
    // The next scenario clears it away.
  }
}

/** Clears away what earlier scenarios left, and no running or starting one's. @returns how many were there */
export async function sweepScenarioFolders(temporary: string): Promise<number> {
  const names = (await readdir(temporary).catch(() => [])).filter((name) => name.startsWith(beginning) && !isRunning(Number(namePattern.exec(name)?.[1] ?? 0)));
  const swept = await Promise.all(names.map((name) => sweep(join(temporary, name))));
  return swept.filter(Boolean).length;
}

/** @param process its number; 0: of none */
function isRunning(process: number): boolean {
  if (process === 0) return false;
  try {
    globalThis.process.kill(process, 0);
    return true;
  } catch (error) {
    // Somebody else's that may not be asked runs all the same.
    return errnoOf(error) !== 'ESRCH';
  }
}

async function sweep(folder: string): Promise<boolean> {
  try {
    const found = await lstat(folder);
    // Somebody else's is theirs, and a link leads elsewhere.
    if (!found.isDirectory() || (process.getuid !== undefined && found.uid !== process.getuid())) return false;
    const lock = await takeFolderLock(folder);
    if (lock === null) return false;
    await rm(folder, { recursive: true, force: true });
    await lock.release();
    return true;
  } catch {
    return false;
  }
}
