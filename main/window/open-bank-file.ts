import { type BrowserWindow, dialog } from 'electron';
import { failure, type Outcome, success } from '../../preload/contract/problem.ts';
import { readWhole } from '../support/whole-file.ts';

/** The ending of a bank's file. */
export const bankFileEnding = 'kaitsu-bank';

/**
 * Asks the person for a bank file.
 * @param window null while there is none
 * @returns its bytes; null where nothing was chosen
 */
export async function askForBankFile(window: BrowserWindow | null): Promise<Outcome<Uint8Array | null, 'file-unavailable' | 'bank-file-damaged'>> {
  if (window === null) return success(null);
  const filters = [{ name: 'Kaitsu', extensions: [bankFileEnding] }];
  try {
    const { canceled, filePaths } = await dialog.showOpenDialog(window, { filters, properties: ['openFile'] });
    const [path] = filePaths;
    return canceled || path === undefined ? success(null) : await readBankFileAt(path);
  } catch {
    // The dialog itself can fail; a file can be dropped on the window all the same.
    return failure('file-unavailable');
  }
}

/** @param path as the person or the system named it @returns its bytes */
export async function readBankFileAt(path: string): Promise<Outcome<Uint8Array, 'file-unavailable' | 'bank-file-damaged'>> {
  const file = await readWhole(path);
  if (file.kind === 'content') return success(file.content);
  return failure(file.kind === 'unusable' ? 'bank-file-damaged' : 'file-unavailable');
}
