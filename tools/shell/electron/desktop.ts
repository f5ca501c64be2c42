import { basename, extname, join } from 'node:path';
import { setImmediate as immediately } from 'node:timers/promises';
import type {
  Dialog,
  MenuItemConstructorOptions,
  MessageBoxOptions,
  MessageBoxReturnValue,
  OpenDialogReturnValue,
  SaveDialogOptions,
  SaveDialogReturnValue,
  Shell,
} from 'electron';
import { CoveredEmitter, covered, notCovered } from './covered.ts';
import { environment } from './environment.ts';
import { say } from './say.ts';
import { isUnkind } from './unkind.ts';

/** The parts of Electron that speak with the desktop. */

export const shell: Pick<Shell, 'openExternal' | 'showItemInFolder'> = covered('shell', {
  openExternal: async (url: string) => {
    if (isUnkind('open-external-rejects')) throw new Error('No application is registered for this address');
    say(`open ${url}`);
  },
  showItemInFolder: (path: string) => {
    if (isUnkind('show-in-folder-throws')) throw new Error('Failed to show item in folder');
    say(`show in folder ${path}`);
  },
});

type StandInDialog = Pick<Dialog, 'showErrorBox'> & {
  showMessageBox(...args: readonly unknown[]): Promise<MessageBoxReturnValue>;
  showSaveDialog(...args: readonly unknown[]): Promise<SaveDialogReturnValue>;
  showOpenDialog(...args: readonly unknown[]): Promise<OpenDialogReturnValue>;
};

export const dialog: StandInDialog = covered('dialog', {
  showErrorBox: (title: string, content: string) => say(`error box: ${title}: ${content}`),
  /** Answers as if the person had pressed Escape. */
  showMessageBox: async (...args: readonly unknown[]) => {
    const options = args.at(-1) as MessageBoxOptions;
    if (isUnkind('message-box-rejects')) throw new Error('Failed to show message box');
    say(`message box: ${options.message}: ${options.detail ?? ''}`);
    return { response: isUnkind('message-box-first') ? 0 : (options.cancelId ?? 0), checkboxChecked: false };
  },
  /**
   * Chromium has no dialog to lend. A test names the folder that the person chooses; on a display the
   * proposed place is taken; else it is as if the person had pressed Escape.
   */
  showSaveDialog: async (...args: readonly unknown[]) => {
    const { defaultPath = '' } = args.at(-1) as SaveDialogOptions;
    // A person takes a moment; without it a program that asks again and again would stop everything else.
    await immediately();
    if (isUnkind('save-dialog-rejects')) throw new Error('Failed to show save dialog');
    const filePath = isUnkind('save-dialog-cancelled') ? '' : chosenPath(defaultPath);
    say(`save dialog: ${filePath === '' ? 'cancelled' : filePath}`);
    return { canceled: filePath === '', filePath };
  },
  /** A test names the file that the person opens; else it is as if they had pressed Escape. */
  showOpenDialog: async () => {
    if (isUnkind('open-dialog-rejects')) throw new Error('Failed to show open dialog');
    const path = environment.openFile;
    say(`open dialog: ${path ?? 'cancelled'}`);
    return { canceled: path === null, filePaths: path === null ? [] : [path] };
  },
});

/** Where the person saves. */
function chosenPath(proposed: string): string {
  const folder = environment.saveFolder;
  if (folder === null) return environment.visible ? proposed : '';
  return join(folder, isUnkind('save-dialog-without-ending') ? basename(proposed, extname(proposed)) : basename(proposed));
}

/** A page in Chromium has no menu: it is built and kept, and nothing draws it. */
class StandInMenu {
  constructor(readonly items: readonly MenuItemConstructorOptions[]) {}
}

let applicationMenu: StandInMenu | null = null;

export const Menu = covered('Menu', {
  buildFromTemplate(template: readonly MenuItemConstructorOptions[]): StandInMenu {
    for (const item of template)
      if (item.role === undefined && item.label === undefined && item.type !== 'separator') throw notCovered('a menu item without role or label');
    return new StandInMenu(template);
  },
  setApplicationMenu(menu: StandInMenu | null): void {
    applicationMenu = menu;
  },
  getApplicationMenu: () => applicationMenu,
});

/** Chromium's pages have notifications of their own, main has none: what would be shown is told. */
export class Notification extends CoveredEmitter {
  constructor(private readonly options: { readonly title: string; readonly body: string }) {
    super('Notification', ['click', 'close', 'show', 'failed']);
  }
  static isSupported(): boolean {
    return !isUnkind('notification-unsupported');
  }
  show(): void {
    if (isUnkind('notification-throws')) throw new Error('Failed to show notification');
    say(`notification: ${this.options.title}: ${this.options.body}`);
  }
}
