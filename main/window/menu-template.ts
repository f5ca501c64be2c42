import type { MenuItemConstructorOptions } from 'electron';

/**
 * Larger, smaller, as it was: without a menu Electron knows no keys for them (WCAG 1.4.4). Signs instead of words,
 * since the menu is made before a language is chosen. Each key has an item: "+" with and without Shift, and those of the
 * number pad.
 */
const zoom: MenuItemConstructorOptions = {
  label: '±',
  submenu: [
    { role: 'zoomIn', label: '+', accelerator: 'CommandOrControl+Plus' },
    { role: 'zoomIn', label: '+', accelerator: 'CommandOrControl+=' },
    { role: 'zoomIn', label: '+', accelerator: 'CommandOrControl+numadd' },
    { role: 'zoomOut', label: '−', accelerator: 'CommandOrControl+-' },
    { role: 'zoomOut', label: '−', accelerator: 'CommandOrControl+numsub' },
    { role: 'resetZoom', label: '100 %', accelerator: 'CommandOrControl+0' },
    { role: 'resetZoom', label: '100 %', accelerator: 'CommandOrControl+num0' },
  ],
};

/** What the menu asks of the program. */
export type MenuProgram = { readonly openRecord: () => void; readonly openHandOver: () => void; readonly openBundle: () => void };

/** Named in Japanese and English at once, as the choice of the language is: no language need be chosen to find it. */
const help = ({ openRecord, openHandOver, openBundle }: MenuProgram): MenuItemConstructorOptions => ({
  role: 'help',
  label: 'ヘルプ（Help）',
  submenu: [
    { label: '手続きの控え（Record of the procedure）', click: openRecord },
    { label: '引継書（Hand-over record）', click: openHandOver },
    { label: 'お問い合わせ用のファイル（File for support）', click: openBundle },
  ],
});

/**
 * macOS needs a menu for its shortcuts (copy, paste, quit); its roles bring labels in the system's language.
 * Elsewhere the menu holds the sizes and the help, and hides itself.
 */
export function menuTemplate(platform: NodeJS.Platform, program: MenuProgram | null): MenuItemConstructorOptions[] {
  const menus: MenuItemConstructorOptions[] = platform === 'darwin' ? [{ role: 'appMenu' }, { role: 'editMenu' }, zoom, { role: 'windowMenu' }] : [zoom];
  return program === null ? menus : [...menus, help(program)];
}
