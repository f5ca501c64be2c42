import { type BrowserWindow, dialog, type WebContents } from 'electron';
import type { FileKind } from '../release-request/ports.ts';

/**
 * The page as paper: its print style sheet shows the form alone, so that what is printed is what was
 * previewed, in the fonts that are loaded already and under the same policy. No second window is opened.
 */

/** A4 without margins of the printer's: the paper brings its own. Tagged, so that a screen reader can follow it. */
const pdfOptions = {
  pageSize: 'A4',
  preferCSSPageSize: true,
  margins: { top: 0, bottom: 0, left: 0, right: 0 },
  generateTaggedPDF: true,
  generateDocumentOutline: true,
} as const;

/** Making one page takes well under a second. */
const pdfLimit = 30_000;

/** @throws Error when the engine fails or does not answer */
export async function pageAsPdf(contents: WebContents): Promise<Uint8Array> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('The PDF was not made in time')), pdfLimit);
  });
  return Promise.race([contents.printToPDF(pdfOptions), tooLate]).finally(() => clearTimeout(timer));
}

const filters = {
  pdf: [{ name: 'PDF', extensions: ['pdf'] }],
  ics: [{ name: 'iCalendar', extensions: ['ics'] }],
  zip: [{ name: 'ZIP', extensions: ['zip'] }],
  p7m: [{ name: 'CMS', extensions: ['p7m'] }],
  csv: [{ name: 'CSV', extensions: ['csv'] }],
  jsonl: [{ name: 'JSON Lines', extensions: ['jsonl'] }],
} as const satisfies Readonly<Record<FileKind, unknown>>;

/** Opens the dialog once. @returns the path as it was typed, or null when it was cancelled */
export async function askOnce(window: BrowserWindow, proposed: string, kind: FileKind): Promise<string | null> {
  const wanted = filters[kind].map(({ name, extensions }) => ({ name, extensions: [...extensions] }));
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    defaultPath: proposed,
    filters: wanted,
    properties: ['createDirectory', 'showOverwriteConfirmation'],
  });
  return canceled || filePath === '' ? null : filePath;
}
