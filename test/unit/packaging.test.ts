import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import type { Configuration } from 'electron-builder';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { afterPack } from '../../tools/package/fuses.mjs';
import { drawIcons } from '../../tools/package/icons.mjs';
import { installers } from '../../tools/package/plan.mjs';
import { fuseWire } from '../support/fake-electron.ts';

const configuration: Configuration = parse(readFileSync('electron-builder.yml', 'utf8'));
const description = JSON.parse(readFileSync('package.json', 'utf8'));
const folder = mkdtempSync(join(tmpdir(), 'kaitsu-packaging-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('the program that is installed', () => {
  const context = { appOutDir: folder, electronPlatformName: 'linux', packager: { executableName: 'kaitsu' } };
  const flip = (length: number) => {
    writeFileSync(join(folder, 'kaitsu'), fuseWire(length), { mode: 0o755 });
    return afterPack(context as unknown as Parameters<typeof afterPack>[0]);
  };

  test('cannot be turned into a Node that runs anything else: each of the nine fuses is set', async () => {
    await flip(9);
    const wire = await getCurrentFuseWire(join(folder, 'kaitsu'));
    const on = Object.values(FuseV1Options).filter((fuse) => typeof fuse === 'number' && wire[fuse] === FuseState.ENABLE);
    expect(on).toEqual([FuseV1Options.EnableEmbeddedAsarIntegrityValidation, FuseV1Options.OnlyLoadAppFromAsar, FuseV1Options.WasmTrapHandlers]);
  });

  test('is not packed with a fuse that nobody has decided on', async () => {
    await expect(flip(10)).rejects.toThrow(/strictlyRequireAllFuses/u);
  });

  test('comes for Linux, Windows and macOS, and says who made it and where', () => {
    const targets = [configuration.linux?.target, configuration.win?.target, configuration.mac?.target];
    expect(targets).toEqual([
      ['AppImage', 'deb', 'rpm'],
      ['nsis', 'msi'],
      ['dmg', 'pkg', 'zip'],
    ]);
    // What npm run package knows is what is configured.
    expect(targets.flat().sort()).toEqual(Object.keys(installers).sort());
    expect(description.homepage).toMatch(/^https:/u);
    expect(description.author.email).toContain('@');
  });

  test('is signed and notarised on macOS where the keys are there, and runs hardened', () => {
    expect(configuration.mac).toMatchObject({ hardenedRuntime: true, notarize: true });
  });

  test('is installed on Windows for one user or for all, and keeps what a person did when it is removed', () => {
    expect(configuration.nsis).toMatchObject({ oneClick: false, perMachine: false, deleteAppDataOnUninstall: false });
    expect(configuration.msi).toMatchObject({ perMachine: true, runAfterFinish: false });
  });

  test('asks no update server by itself: the address that is packed is one that nobody can have', () => {
    expect(configuration.publish).toMatchObject({ provider: 'generic', url: expect.stringMatching(/^https:\/\/[a-z.]+\.example\/$/u) });
  });

  test("asks a Debian for electron-builder's own list and the NSS tools, and starts with its sandbox", () => {
    const usual = ['libgtk-3-0', 'libnotify4', 'libnss3', 'libxss1', 'libxtst6', 'xdg-utils', 'libatspi2.0-0', 'libuuid1', 'libsecret-1-0'];
    expect(configuration.deb?.depends).toEqual([...usual, 'libnss3-tools']);
    expect(configuration.appImage?.executableArgs).toEqual([]);
  });

  test('runs on no macOS that Electron does not', () => expect(configuration.mac?.minimumSystemVersion).toBe('13.0'));
});

describe('the icon', () => {
  beforeAll(() => drawIcons('assets/icon.svg', folder), 60_000);

  test('is a picture of each size that Linux desktops look for', () => {
    for (const size of [16, 24, 32, 48, 64, 128, 256, 512]) {
      const { width, height, data } = PNG.sync.read(readFileSync(join(folder, 'icons', `${size}x${size}.png`)));
      expect([width, height]).toEqual([size, size]);
      // Clear in the corner, blue beside the lock.
      expect([data[3], data[4 * (Math.floor(size * 0.5) * size + Math.floor(size * 0.12)) + 3]]).toEqual([0, 255]);
    }
  });

  test('of Windows holds PNGs from 16 to 256, where its directory says', () => {
    const file = readFileSync(join(folder, 'icon.ico'));
    const sizes = Array.from({ length: file.readUInt16LE(4) }, (_, index) => {
      const at = 6 + 16 * index;
      const png = file.subarray(file.readUInt32LE(at + 12), file.readUInt32LE(at + 12) + file.readUInt32LE(at + 8));
      const { width } = PNG.sync.read(png);
      expect(file.readUInt8(at)).toBe(width % 256);
      return width;
    });
    expect(sizes).toEqual([16, 20, 24, 32, 40, 48, 64, 128, 256]);
  });

  test('of macOS holds PNGs up to 1024, in blocks that end with the file', () => {
    const file = readFileSync(join(folder, 'icon.icns'));
    expect([file.toString('latin1', 0, 4), file.readUInt32BE(4)]).toEqual(['icns', file.length]);
    const blocks: [string, number][] = [];
    for (let at = 8; at < file.length; at += file.readUInt32BE(at + 4))
      blocks.push([file.toString('latin1', at, at + 4), PNG.sync.read(file.subarray(at + 8, at + file.readUInt32BE(at + 4))).width]);
    expect(blocks).toContainEqual(['ic10', 1024]);
    expect(blocks).toContainEqual(['ic07', 128]);
  });
});
