import { existsSync, mkdirSync, readFileSync, watchFile } from 'node:fs';
import { join } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { isSituationCode, type SituationCode } from '../../../preload/contract/situations.ts';

/**
 * Which situation the practice is in: one line in the practice bank's data folder, so that the bank, its
 * command line and the practising program all see the same one. It is read again for each question.
 */
const situationFile = (dataDir: string) => join(dataDir, 'situation');

/** The word and, behind it, by how many milliseconds the bank's clock is ahead. */
function readWords(dataDir: string): readonly string[] {
  const file = situationFile(dataDir);
  return existsSync(file) ? readFileSync(file, 'utf8').trim().split(' ') : [];
}

/** @returns null: as usual, also where the word is not known */
export function readSituation(dataDir: string): SituationCode | null {
  const [word = ''] = readWords(dataDir);
  return isSituationCode(word) ? word : null;
}

/** @returns by how many milliseconds the bank's clock is ahead in the situation of the moment; 0: not at all */
export function readClockAhead(dataDir: string): number {
  const ahead = Number(readWords(dataDir)[1] ?? 0);
  return readSituation(dataDir) === null || !Number.isSafeInteger(ahead) ? 0 : ahead;
}

/**
 * @param code null: as usual
 * @param clockAhead milliseconds; settled when the situation begins, so that it stays the same while it lasts
 */
export function writeSituation(dataDir: string, code: SituationCode | null, clockAhead = 0): void {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  writeFileAtomic.sync(situationFile(dataDir), code === null ? '' : `${code} ${clockAhead}`, { mode: 0o600 });
}

/** How often the file is looked at, in milliseconds: soon enough for a person who turns from the command line to the window. */
const lookEvery = 500;

/** Calls back whenever a situation was chosen, by whomever, also where it is the same one again: for as long as the program runs. */
export function watchSituation(dataDir: string, listener: () => void): void {
  // A file that is not there (yet, or any more) has no time; nobody chose anything then.
  watchFile(situationFile(dataDir), { interval: lookEvery, persistent: false }, (now, before) => now.mtimeMs > before.mtimeMs && listener());
}
