import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { isSituationCode, type SituationCode } from '../../preload/contract/situations.ts';

/**
 * Which situation the practice is in: one word in the practice bank's data folder, so that the bank, its
 * command line and the practising program all see the same one. It is read anew for each question.
 */
const situationFile = (dataDir: string) => join(dataDir, 'situation');

/** @returns null: as usual, also where the word is not known */
export function readSituation(dataDir: string): SituationCode | null {
  const file = situationFile(dataDir);
  const word = existsSync(file) ? readFileSync(file, 'utf8').trim() : '';
  return isSituationCode(word) ? word : null;
}

/** @param code null: as usual */
export function writeSituation(dataDir: string, code: SituationCode | null): void {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  writeFileAtomic.sync(situationFile(dataDir), code ?? '', { mode: 0o600 });
}
