import { type BrowserWindow, shell } from 'electron';
import type { DocumentOutput } from '../release-request/release-request.ts';
import { askWhereToSave, pageAsPdf, printPage, writeAskedFile } from './paper.ts';

/** What lies around the one window: printer, dialogs, folders. @param window null while there is none */
export function createDocumentOutput(window: () => BrowserWindow | null): DocumentOutput {
  return {
    async print() {
      const current = window();
      return current === null ? 'cancelled' : printPage(current.webContents);
    },
    async makePdf() {
      const current = window();
      if (current === null) throw new Error('There is no window to print');
      return pageAsPdf(current.webContents);
    },
    async askWhere(proposed, kind) {
      const current = window();
      return current === null ? null : askWhereToSave(current, proposed, kind);
    },
    write: writeAskedFile,
    showInFolder: (path) => shell.showItemInFolder(path),
  };
}
