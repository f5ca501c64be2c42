import { existsSync } from 'node:fs';
import type { App } from 'electron';
import type { Log } from '../support/ports.ts';

/**
 * Where papers are proposed to be saved. Asked when something is saved, never at the start: where Documents is redirected
 * to a folder that is not there (OneDrive, a network drive), getPath throws (electron/electron#30675).
 * @param home the person's home, which is proposed then
 */
export function documentsFolder(app: Pick<App, 'getPath'>, home: string, log: Log): string {
  try {
    const folder = app.getPath('documents');
    if (existsSync(folder)) return folder;
    log.warn('documents.not-there');
  } catch (error) {
    log.warn('documents.unknown', { error });
  }
  return home;
}
