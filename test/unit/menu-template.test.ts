import { expect, it } from 'vitest';
import { menuTemplate } from '../../main/window/menu-template.ts';

it.each(['linux', 'win32', 'darwin'] as const)('the window can be enlarged, and set back, by keys on %s', (platform) => {
  const items = menuTemplate(platform).flatMap(({ submenu }) => (Array.isArray(submenu) ? submenu : []));
  expect(items.map(({ role, accelerator }) => [role, accelerator])).toEqual([
    ['zoomIn', 'CommandOrControl+Plus'],
    ['zoomIn', 'CommandOrControl+='],
    ['zoomIn', 'CommandOrControl+numadd'],
    ['zoomOut', 'CommandOrControl+-'],
    ['zoomOut', 'CommandOrControl+numsub'],
    ['resetZoom', 'CommandOrControl+0'],
    ['resetZoom', 'CommandOrControl+num0'],
  ]);
});

it('no menu offers to load the page again or to open the developer tools', () => {
  for (const platform of ['linux', 'win32', 'darwin'] as const)
    for (const { role } of menuTemplate(platform)) expect(['viewMenu', 'reload', 'forceReload', 'toggleDevTools']).not.toContain(role);
});
