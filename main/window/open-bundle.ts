import { type BrowserWindow, dialog } from 'electron';

/**
 * Asks the person for a support bundle.
 * @param window null while there is none
 * @returns its path; null where nothing was chosen, or the dialog itself failed: a file can be dropped on the window all the same
 */
export async function askForBundle(window: BrowserWindow | null): Promise<string | null> {
  if (window === null) return null;
  // One that is sealed is told as such, rather than not to be found.
  const filters = [{ name: 'Kaitsu', extensions: ['zip', 'p7m'] }];
  try {
    const { canceled, filePaths } = await dialog.showOpenDialog(window, { filters, properties: ['openFile'] });
    return canceled ? null : (filePaths[0] ?? null);
  } catch {
    return null;
  }
}
