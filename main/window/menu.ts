import { Menu } from 'electron';
import { menuTemplate } from './menu-template.ts';

/** Sets the program's menu: what the person needs of it is its keys. */
export function setMenu(platform: NodeJS.Platform): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(platform)));
}
