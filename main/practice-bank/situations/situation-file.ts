import { mkdirSync, watchFile } from 'node:fs';
import { isSituationCode, type SituationCode } from '../../../preload/contract/situations.ts';
import { decodeText } from '../../support/json-text.ts';
import { bankFile } from '../../support/kept-files.ts';
import { readWholeSync, type SyncDisk, systemSyncDisk, writeWholeSync } from '../../support/whole-file-sync.ts';

/**
 * Which situation the practice is in: one line in the practice bank's data folder, so that the bank, its
 * command line and the practising program all see the same one. It is read again for each question.
 */
const situationFile = (dataDir: string) => bankFile(dataDir, 'situation');

/** Stands in the place of a situation where there is none, and the clock is another one all the same. */
const noSituation = 'usual';

/** A word and a number; in bytes. */
const longestLine = 200;
/** The farthest that a situation or a scenario sets the clock ahead or back, in milliseconds: a hundred years, after many renewals. */
const farthest = 100 * 366 * 24 * 60 * 60_000;

/** The word and, behind it, by how many milliseconds the bank's clock is ahead. What cannot be read says nothing: it is asked at each question, and none may fail by it. */
function readWords(dataDir: string, disk: SyncDisk): readonly string[] {
  const file = readWholeSync(situationFile(dataDir), { limit: longestLine, disk });
  return file.kind === 'content' ? (decodeText(file.content) ?? '').trim().split(' ') : [];
}

/** @returns null: as usual, also where the word is not known or cannot be read now */
export function readSituation(dataDir: string, disk: SyncDisk = systemSyncDisk): SituationCode | null {
  const [word = ''] = readWords(dataDir, disk);
  return isSituationCode(word) ? word : null;
}

/** @returns by how many milliseconds the bank's clock is ahead at the moment (less than 0: behind); 0: not at all */
export function readClockAhead(dataDir: string, disk: SyncDisk = systemSyncDisk): number {
  const [word = '', ahead = ''] = readWords(dataDir, disk);
  const milliseconds = Number(ahead);
  const isKnown = word === noSituation || isSituationCode(word);
  return isKnown && Number.isSafeInteger(milliseconds) && Math.abs(milliseconds) <= farthest ? milliseconds : 0;
}

/**
 * @param code null: as usual
 * @param clockAhead milliseconds; settled when the situation begins, so that it stays the same while it lasts
 * @throws what node:fs throws
 */
export function writeSituation(dataDir: string, code: SituationCode | null, clockAhead = 0, disk: SyncDisk = systemSyncDisk): void {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  writeWholeSync(situationFile(dataDir), code === null && clockAhead === 0 ? '' : `${code ?? noSituation} ${clockAhead}`, { disk });
}

/** How often the file is looked at, in milliseconds: soon enough for a person who turns from the command line to the window. */
const lookEvery = 500;

/** Calls back whenever a situation was chosen, by whomever, also where it is the same one again: for as long as the program runs. */
export function watchSituation(dataDir: string, listener: () => void): void {
  // A file that is not there (yet, or any more) has no time; nobody chose anything then.
  watchFile(situationFile(dataDir), { interval: lookEvery, persistent: false }, (now, before) => now.mtimeMs > before.mtimeMs && listener());
}
