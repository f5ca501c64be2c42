import { basename, join } from 'node:path';
import type { Dialog, MenuItemConstructorOptions, MessageBoxOptions, MessageBoxReturnValue, SaveDialogOptions, SaveDialogReturnValue, Shell } from 'electron';
import { covered, notCovered } from './covered.ts';
import { environment } from './environment.ts';

/** The parts of Electron that speak with the desktop. Here they write a line that a test can read. */
const say = (line: string): void => void process.stdout.write(`[shell] ${line}\n`);

export const shell: Pick<Shell, 'openExternal' | 'showItemInFolder'> = covered('shell', {
  openExternal: async (url: string) => say(`open ${url}`),
  showItemInFolder: (path: string) => say(`show in folder ${path}`),
});

type StandInDialog = Pick<Dialog, 'showErrorBox'> & {
  showMessageBox(...args: readonly unknown[]): Promise<MessageBoxReturnValue>;
  showSaveDialog(...args: readonly unknown[]): Promise<SaveDialogReturnValue>;
};

export const dialog: StandInDialog = covered('dialog', {
  showErrorBox: (title: string, content: string) => say(`error box: ${title}: ${content}`),
  /** Answers as if the person had pressed Escape. */
  showMessageBox: async (...args: readonly unknown[]) => {
    const options = args.at(-1) as MessageBoxOptions;
    say(`message box: ${options.message}`);
    return { response: options.cancelId ?? 0, checkboxChecked: false };
  },
  /**
   * Chromium has no dialog to lend. A test names the folder that the person chooses; on a display the
   * proposed place is taken; else it is as if the person had pressed Escape.
   */
  showSaveDialog: async (...args: readonly unknown[]) => {
    const { defaultPath = '' } = args.at(-1) as SaveDialogOptions;
    const folder = environment.saveFolder;
    const filePath = folder !== null ? join(folder, basename(defaultPath)) : environment.visible ? defaultPath : '';
    say(`save dialog: ${filePath === '' ? 'cancelled' : filePath}`);
    return { canceled: filePath === '', filePath };
  },
});

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
