import { readFileSync } from 'node:fs';
import type { Configuration } from 'electron-builder';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';

const configuration: Configuration = parse(readFileSync('electron-builder.yml', 'utf8'));

/** Every fuse that Electron has, decided: a new one does not compile until it is. */
const hardened: Required<Omit<NonNullable<Configuration['electronFuses']>, 'resetAdHocDarwinSignature'>> = {
  runAsNode: false,
  enableCookieEncryption: true,
  enableNodeOptionsEnvironmentVariable: false,
  enableNodeCliInspectArguments: false,
  enableEmbeddedAsarIntegrityValidation: true,
  onlyLoadAppFromAsar: true,
  loadBrowserProcessSpecificV8Snapshot: false,
  grantFileProtocolExtraPrivileges: false,
};

describe('the program that is installed', () => {
  test('cannot be turned into a Node that runs anything else: every fuse is set', () => {
    expect(configuration.electronFuses).toEqual(hardened);
  });

  test('is one archive whose integrity is checked, with native binaries beside it', () => {
    expect(configuration.asar).toBe(true);
    expect(configuration.asarUnpack).toEqual(['**/*.node']);
  });

  test('holds the built program, no source map, and of keytar only the binary of its own platform', () => {
    expect(configuration.files).toContain('out/app/**');
    expect(configuration.files).toContain('!**/*.map');
    expect(configuration.files).toContain(`!node_modules/keytar/prebuilds/!(\${platform}-\${arch})/**`);
  });

  test('comes for Linux, Windows and macOS', () => {
    expect([configuration.linux?.target, configuration.win?.target, configuration.mac?.target]).toEqual([['AppImage', 'deb'], ['nsis'], ['dmg', 'zip']]);
  });
});
