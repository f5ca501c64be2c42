import { type BrowserWindow, shell } from 'electron';
import type { DocumentOutput } from '../release-request/ports.ts';
import { writeAskedFile } from '../support/asked-file.ts';
import type { Clock, Log } from '../support/ports.ts';
import { askOnce, pageAsPdf } from './paper.ts';
import { printPage } from './printing.ts';
import { askWhereToSave } from './saving-place.ts';

/** What lies around the one window: printer, dialogs, folders. @param window null while there is none */
export function createDocumentOutput(window: () => BrowserWindow | null, clock: Pick<Clock, 'after'>, log: Log): DocumentOutput {
  return {
    async print() {
      const current = window();
      return current === null ? 'cancelled' : printPage(current.webContents, clock, log);
    },
    async makePdf() {
      const current = window();
      if (current === null) throw new Error('There is no window to print');
      return pageAsPdf(current.webContents);
    },
    async askWhere(proposed, kind) {
      const current = window();
      return current === null ? null : askWhereToSave((path) => askOnce(current, path, kind), proposed, kind);
    },
    write: writeAskedFile,
    showInFolder: (path) => shell.showItemInFolder(path),
  };
}
