import { Menu } from 'electron';

/**
 * macOS needs a menu for its shortcuts (copy, paste, quit); its roles bring labels in the system's
 * language. Elsewhere a menu would only offer what the person does not need here.
 */
export function setMenu(platform: NodeJS.Platform): void {
  Menu.setApplicationMenu(platform === 'darwin' ? Menu.buildFromTemplate([{ role: 'appMenu' }, { role: 'editMenu' }, { role: 'windowMenu' }]) : null);
}
