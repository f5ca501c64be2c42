import { Menu } from 'electron';
import { type MenuProgram, menuTemplate } from './menu-template.ts';

/** Sets the program's menu. @param program null until there is one: the keys work all the same */
export function setMenu(platform: NodeJS.Platform, program: MenuProgram | null): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(platform, program)));
}
