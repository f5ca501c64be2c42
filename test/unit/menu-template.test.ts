import { expect, it, vi } from 'vitest';
import { menuTemplate } from '../../main/window/menu-template.ts';

const program = { openRecord: vi.fn() };

it.each(['linux', 'win32', 'darwin'] as const)('the window can be enlarged, and set back, by keys on %s', (platform) => {
  const items = menuTemplate(platform, null).flatMap(({ submenu }) => (Array.isArray(submenu) ? submenu : []));
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
    for (const { role } of menuTemplate(platform, program)) expect(['viewMenu', 'reload', 'forceReload', 'toggleDevTools']).not.toContain(role);
});

it.each(['linux', 'win32', 'darwin'] as const)('the help offers the record of the procedure on %s', (platform) => {
  const help = menuTemplate(platform, program).at(-1);
  const [entry] = Array.isArray(help?.submenu) ? help.submenu : [];
  expect(entry?.label).toContain('手続きの控え');
  // As Electron calls it.
  Reflect.apply(entry?.click ?? (() => undefined), undefined, []);
  expect(program.openRecord).toHaveBeenCalledOnce();
  program.openRecord.mockClear();
});
