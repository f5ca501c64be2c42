/**
 * How unkind Electron and the system can be: each thing that throws, fails or stays silent there, and that a test can order
 * here. What is not ordered does not happen.
 */
export const unkindnesses = {
  'documents-unknown': "app.getPath('documents') throws: Documents is redirected to a folder that is not there",
  'user-data-unknown': "app.getPath('userData') throws",
  'page-fails': 'a load of the page ends with did-fail-load',
  'page-hangs': 'the page is never answered',
  'preload-fails': 'the preload throws: preload-error, and the page has no API',
  'ready-to-show-never': 'the window does not tell that its page is drawn',
  'message-box-first': 'the person presses the first button of a message box; else it is as if they pressed Escape',
  'message-box-rejects': 'dialog.showMessageBox rejects',
  'save-dialog-cancelled': 'the person cancels the save dialog',
  'save-dialog-rejects': 'dialog.showSaveDialog rejects',
  'save-dialog-without-ending': 'the person types a name without its ending, and the dialog adds none, as on Linux',
  'open-dialog-rejects': 'dialog.showOpenDialog rejects',
  'notification-unsupported': 'Notification.isSupported() says no',
  'notification-throws': 'notification.show throws',
  'show-in-folder-throws': 'shell.showItemInFolder throws',
  'open-external-rejects': 'shell.openExternal rejects: no program for the address',
  'print-throws': 'webContents.print throws: a page size that the printer does not have',
  'print-silent': "webContents.print's callback is dropped",
  'print-cancelled': 'the person cancels the print dialog',
  'print-no-printer': 'there is no printer, or none could be listed',
  'print-failed': 'the print job failed',
  'print-settings': 'the printer refuses the settings',
  'pdf-rejects': 'webContents.printToPDF rejects',
  'pdf-silent': 'webContents.printToPDF never answers',
  'capture-rejects': 'webContents.capturePage rejects',
  'capture-empty': 'webContents.capturePage gives an empty picture',
  'proxy-rejects': 'session.resolveProxy rejects',
  'utility-throws': 'utilityProcess.fork throws',
  'utility-never-spawns': 'a utility process never starts, and nothing is told',
  'utility-exits': 'a utility process ends at once',
  'time-stands-still': 'waits of three seconds and more end only when the test lets time pass, however slow the machine is',
} as const;

export type Unkindness = keyof typeof unkindnesses;

let ordered: ReadonlySet<Unkindness> = new Set();

/** Whether a test ordered it. */
export function isUnkind(name: Unkindness): boolean {
  return ordered.has(name);
}

/**
 * Orders just these, and takes back what was ordered before.
 * @throws Error where one of them does not stand in the table
 */
export function orderUnkindness(names: readonly string[]): void {
  ordered = new Set(names.map(nameOf));
}

function nameOf(name: string): Unkindness {
  const found = Object.keys(unkindnesses).find((known): known is Unkindness => known === name);
  if (found === undefined) throw new Error(`The stand-in for Electron cannot be told ${name}.`);
  return found;
}
