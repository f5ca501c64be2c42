import { describe, expect, test } from 'vitest';
import { installers, type Machine, plan, readWish, type Wish } from '../../tools/package/plan.mjs';
import { missingSignings } from '../../tools/package/signing.mjs';

/** A Linux PC that has and reaches all; what is handed in is otherwise there. */
const machine = (other: Partial<Machine> = {}): Machine => ({
  system: 'linux',
  arch: 'x64',
  electron: () => true,
  tool: () => true,
  program: () => true,
  ...other,
});
const here = { system: 'linux', arch: 'x64' } as const;
const wish = (other: Partial<Wish> = {}): Wish => ({ ...here, installers: 'usual', dir: false, release: false, ...other });

describe('npm run package', () => {
  test.each([
    ['linux', ['AppImage', 'deb', 'rpm']],
    ['win', ['nsis', 'msi']],
    ['mac', ['dmg', 'pkg', 'zip']],
  ] as const)('makes on %s all its installers', (system, made) => {
    expect(plan(wish({ system }), machine({ system, program: (name) => name !== 'wine' }))).toEqual({ make: made, refused: [], complete: true });
  });

  test('leaves out what this machine cannot make, says why, and makes the rest', () => {
    const { make, refused, complete } = plan(wish(), machine({ program: () => false }));
    expect(make).toEqual(['AppImage', 'deb']);
    expect(refused).toEqual(['rpm is not made. It needs rpmbuild: install it (on Debian: apt-get install rpm).']);
    expect(complete).toBe(true);
  });

  test('fails where something was asked for by name, or for a release, and cannot be made', () => {
    const without = machine({ program: () => false });
    expect(plan(wish({ installers: ['deb', 'rpm'] }), without).complete).toBe(false);
    expect(plan(wish({ release: true }), without).complete).toBe(false);
  });

  test.each([
    ['linux', 'wine', 'nsis', /needs Windows, or Wine/u],
    ['mac', 'wine', 'msi', /needs Windows, or Wine/u],
  ] as const)('refuses on %s without %s to make %s', (system, _missing, name, why) => {
    const { make, refused } = plan(wish({ system: 'win', installers: [name] }), machine({ system, program: () => false }));
    expect(make).toEqual([]);
    expect(refused.join()).toMatch(why);
  });

  test.each(['dmg', 'pkg', 'zip'] as const)('refuses to make a %s on Linux and on Windows', (name) => {
    for (const system of ['linux', 'win'] as const)
      expect(plan(wish({ system: 'mac', installers: [name] }), machine({ system })).refused).toEqual([
        `${name} is not made. It can be made on macOS alone: run npm run package there.`,
      ]);
  });

  test('refuses to make Linux packages elsewhere', () => expect(plan(wish(), machine({ system: 'win' })).refused).toHaveLength(3));

  test.each([
    ['AppImage', 'mksquashfs', 'APPIMAGE_TOOLS_PATH'],
    ['deb', 'fpm', 'CUSTOM_FPM_PATH'],
    ['rpm', 'fpm', 'CUSTOM_FPM_PATH'],
    ['nsis', 'NSIS', 'ELECTRON_BUILDER_NSIS_DIR'],
    ['msi', 'WiX', 'ELECTRON_BUILDER_BINARIES_MIRROR'],
  ] as const)('where GitHub is not reached, says for %s that %s is missing, and the way on', (name, called, variable) => {
    const { system } = installers[name];
    const { make, refused } = plan(wish({ system, installers: [name] }), machine({ system, tool: () => false }));
    expect(make).toEqual([]);
    expect(refused).toHaveLength(1);
    for (const part of [name, called, variable, 'GitHub', 'ELECTRON_BUILDER_BINARIES_MIRROR']) expect(refused[0]).toContain(part);
  });

  test("makes nothing without Electron's distribution, and says it once", () => {
    const { make, refused, complete } = plan(wish({ dir: true }), machine({ electron: () => false }));
    expect([make, complete]).toEqual([[], false]);
    expect(refused).toHaveLength(1);
    for (const part of ['Electron for Linux (x64)', 'ELECTRON_OVERRIDE_DIST_PATH', 'ELECTRON_MIRROR']) expect(refused[0]).toContain(part);
  });

  test('makes the folder alone of this system, and of another one only where its last steps can be done', () => {
    const bare = machine({ program: () => false });
    expect(plan(wish({ dir: true }), bare)).toEqual({ make: ['dir'], refused: [], complete: true });
    expect(plan(wish({ dir: true, system: 'win' }), bare).refused.join()).toContain('Wine');
    expect(plan(wish({ dir: true, system: 'mac' }), bare).refused.join()).toContain('macOS alone');
    expect(plan(wish({ dir: true, system: 'win' }), machine()).make).toEqual(['dir']);
  });
});

describe('what npm run package is asked for', () => {
  test('is this system where nothing is said', () => expect(readWish([], here)).toEqual({ kind: 'wish', wish: wish() }));

  test('follows from the installer that is named', () =>
    expect(readWish(['msi', '--arm64', '--release'], here)).toEqual({
      kind: 'wish',
      wish: wish({ system: 'win', arch: 'arm64', installers: ['msi'], release: true }),
    }));

  test.each([
    [['--linux', '--win'], /One system at a time/u],
    [['deb', 'dmg'], /One system at a time/u],
    [['--mac', 'deb'], /One system at a time/u],
    [['--x64', '--arm64'], /one of|One of/u],
    [['snap'], /snap is not understood: give AppImage, deb/u],
    [['--publish', 'always'], /--publish is not understood/u],
    [['constructor'], /constructor is not understood/u],
  ] as const)('is refused with a reason: %j', (words, why) => {
    const read = readWish(words, here);
    expect(read.kind === 'wrong' && read.why).toMatch(why);
  });
});

describe('a release', () => {
  const apple = { APPLE_API_KEY: 'a', APPLE_API_KEY_ID: 'b', APPLE_API_ISSUER: 'c' };
  test.each([
    ['linux', {}, ['KAITSU_UPDATE_KEY']],
    ['linux', { KAITSU_UPDATE_KEY: 'key.pem' }, []],
    ['win', { KAITSU_UPDATE_KEY: 'key.pem' }, ['WIN_CSC_LINK, WIN_CSC_KEY_PASSWORD']],
    ['win', { KAITSU_UPDATE_KEY: 'key.pem', WIN_CSC_LINK: 'a.pfx' }, ['WIN_CSC_LINK, WIN_CSC_KEY_PASSWORD']],
    ['win', { KAITSU_UPDATE_KEY: 'key.pem', WIN_CSC_LINK: 'a.pfx', WIN_CSC_KEY_PASSWORD: 'x' }, []],
    [
      'mac',
      {},
      [
        'CSC_LINK, CSC_KEY_PASSWORD; or CSC_NAME',
        'CSC_INSTALLER_LINK, CSC_INSTALLER_KEY_PASSWORD; or CSC_NAME',
        'APPLE_API_KEY, APPLE_API_KEY_ID, APPLE_API_ISSUER',
        'KAITSU_UPDATE_KEY',
      ],
    ],
    ['mac', { KAITSU_UPDATE_KEY: 'key.pem', CSC_NAME: 'Kaitsu', ...apple, APPLE_API_ISSUER: '' }, ['APPLE_API_ISSUER']],
    ['mac', { KAITSU_UPDATE_KEY: 'key.pem', CSC_NAME: 'Kaitsu', ...apple }, []],
  ] as const)('for %s with %j is refused for what is not signed, naming the variables', (system, environment, wanted) => {
    const said = missingSignings(system, environment);
    expect(said).toHaveLength(wanted.length);
    for (const [index, part] of wanted.entries()) expect(said[index]).toContain(part);
  });
});
