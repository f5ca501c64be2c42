import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { makeFakeElectron } from '../support/fake-electron.ts';

/** The command itself, on a machine that reaches no GitHub: a mirror where nobody answers, and nothing fetched before. */
const electron = makeFakeElectron('linux', JSON.parse(readFileSync('node_modules/electron/package.json', 'utf8')).version);
const empty = mkdtempSync(join(tmpdir(), 'kaitsu-cache-'));
afterAll(() => {
  for (const folder of [electron, empty]) rmSync(folder, { recursive: true, force: true });
});

function packageIt(words: readonly string[], environment: Readonly<Record<string, string>>) {
  const nowhere = 'https://127.0.0.1:9/';
  const mirrors = { ELECTRON_MIRROR: nowhere, ELECTRON_BUILDER_BINARIES_MIRROR: nowhere, ELECTRON_BUILDER_CACHE: empty, XDG_CACHE_HOME: empty };
  const { status, stderr, stdout } = spawnSync(process.execPath, ['tools/package/package.mjs', ...words], {
    encoding: 'utf8',
    env: { PATH: process.env.PATH, HOME: process.env.HOME, ...mirrors, ...environment },
  });
  return { status, stderr, stdout };
}

describe.runIf(process.platform === 'linux')('npm run package, where nothing can be fetched,', () => {
  test('names each tool that is missing and the way on, and makes nothing', () => {
    const { status, stderr, stdout } = packageIt([], { ELECTRON_OVERRIDE_DIST_PATH: electron });
    expect(status).toBe(1);
    expect(stderr.trim().split('\n')).toHaveLength(3);
    for (const part of ['AppImage is not made.', 'mksquashfs', 'deb is not made.', 'fpm', 'CUSTOM_FPM_PATH', 'rpm is not made.'])
      expect(stderr).toContain(part);
    expect(stdout).toBe('');
  });

  test("says that Electron's distribution is missing", () => {
    const { status, stderr } = packageIt(['--dir'], { ELECTRON_OVERRIDE_DIST_PATH: join(empty, 'none') });
    expect(status).toBe(1);
    expect(stderr).toMatch(/^Nothing is made\. Electron for Linux \((?:x64|arm64)\) is not here[^\n]*ELECTRON_OVERRIDE_DIST_PATH[^\n]*\n$/u);
  });

  test('makes no release that nobody signed', () => {
    const { status, stderr } = packageIt(['--release'], { ELECTRON_OVERRIDE_DIST_PATH: electron });
    expect([status, stderr]).toEqual([1, 'A release is not made without a signature of the list of the update: set KAITSU_UPDATE_KEY.\n']);
  });
});
