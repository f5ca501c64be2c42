import { describe, expect, it, vi } from 'vitest';
import { menuTemplate } from '../../main/window/menu-template.ts';

const program = { openRecord: vi.fn(), openHandOver: vi.fn(), openBundle: vi.fn() };

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

const offered = [
  ['the record of the procedure', '手続きの控え', 'openRecord'],
  ['the hand-over record', '引継書', 'openHandOver'],
  ['the file for support', 'お問い合わせ用のファイル', 'openBundle'],
] as const;

describe.each(['linux', 'win32', 'darwin'] as const)('on %s the help offers', (platform) => {
  it.each(offered)('%s', (_what, label, open) => {
    const help = menuTemplate(platform, program).at(-1);
    const entry = Array.isArray(help?.submenu) ? help.submenu.find((one) => one.label?.includes(label)) : undefined;
    // As Electron calls it.
    Reflect.apply(entry?.click ?? (() => undefined), undefined, []);
    expect(program[open]).toHaveBeenCalledOnce();
    program[open].mockClear();
  });
});
