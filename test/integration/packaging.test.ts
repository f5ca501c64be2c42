import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, relative, sep } from 'node:path';
import { extractAll, extractFile, getRawHeader, listPackage } from '@electron/asar';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { Arch } from 'electron-builder';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { collectNotices } from '../../tools/package/notices.mjs';
import { makeBom } from '../../tools/package/sbom.mjs';
import type { Target } from '../support/fake-electron.ts';
import { pack, preparePacking } from '../support/pack.ts';

/**
 * Packs the built program for each system by electron-builder, around a folder that only looks like Electron, and lists what
 * is really inside. Run after `npm run build`.
 */
vi.setConfig({ testTimeout: 60_000, hookTimeout: 600_000 });

const description = JSON.parse(readFileSync('package.json', 'utf8'));
const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});
beforeAll(preparePacking);

const filesUnder = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'));

/** What fpm would be called with, and the desktop entry that it would pack. */
const fpmCalls: { readonly words: readonly string[]; readonly desktop: string; readonly mime: string }[] = [];
async function noteFpm(options: unknown): Promise<boolean> {
  const [words, desktop] = z.tuple([z.array(z.string()), z.string()]).parse(options);
  const mime = words.find((word) => word.includes('=/usr/share/mime/packages/'))?.split('=')[0] ?? 'no mime type';
  fpmCalls.push({ words, desktop: readFileSync(desktop, 'utf8'), mime: readFileSync(mime, 'utf8') });
  return true;
}

const targets: readonly (readonly [Target, Arch, string])[] = [
  ['linux', Arch.x64, 'linux-x64'],
  ['windows', Arch.x64, 'win32-x64'],
  ['mac', Arch.arm64, 'darwin-arm64'],
];

describe.each(targets)('packed for %s', (target, arch, keytar) => {
  let output: string;
  let beside: readonly string[];
  let archive: string;
  let inside: readonly string[];

  beforeAll(async () => {
    // Linux' packages as far as fpm's words: fpm itself is fetched from GitHub.
    output = await pack(target === 'linux' ? { target, arch, names: ['dir', 'deb', 'rpm'], options: { effectiveOptionComputed: noteFpm } } : { target, arch });
    folders.push(output);
    beside = filesUnder(output);
    archive = join(output, beside.find((path) => path.endsWith('resources/app.asar') || path.endsWith('Resources/app.asar')) ?? 'no archive');
    const header: { files: object } = JSON.parse(getRawHeader(archive).headerString);
    const isFolder = (path: string) =>
      'files' in Object(path.split('/').reduce<unknown>((node, name) => Reflect.get(Reflect.get(Object(node), 'files'), name), header));
    inside = listPackage(archive, { isPack: false })
      .map((path) => path.split(sep).join('/').replace(/^\//u, ''))
      .filter((path) => !isFolder(path));
  });

  test('holds the bundles, the page, the fonts, the keychain and the bank server', () => {
    for (const wanted of ['package.json', 'out/app/main/index.cjs', 'out/app/main/bank.cjs', 'out/app/preload/index.cjs', 'out/app/renderer/index.html'])
      expect(inside).toContain(wanted);
    expect(inside.filter((path) => path.endsWith('.woff2')).length).toBeGreaterThan(100);
    expect(inside).toContain('node_modules/keytar/lib/keytar.js');
    expect(inside).toContain('node_modules/fastify/fastify.js');
  });

  test('holds nothing else of the project but the scenarios: no source, test, tool, document or picture', () => {
    const ours = inside.filter((path) => !path.startsWith('node_modules/') && !path.startsWith('out/app/'));
    const scenarios = readdirSync('assets/scenarios').map((name) => `assets/scenarios/${name}`);
    expect(scenarios).toHaveLength(25);
    expect(ours.sort()).toEqual([...scenarios, 'package.json'].sort());
  });

  test('holds of the packages only what runs', () => {
    const idle = /(?:^|\/)(?:tests?|spec|docs?|examples?|benchmarks?)\/|\.(?:md|map|c?m?ts|gyp|cc?|h|flow)$|(?:^|\/)(?:test|bench|example)\.[cm]?js$/u;
    expect(inside.filter((path) => idle.test(path))).toEqual([]);
    for (const left of ['libsql', '@libsql', 'node-addon-api', '@neon-rs', 'electron', 'react', 'playwright'])
      expect(inside.filter((path) => path.startsWith(`node_modules/${left}/`))).toEqual([]);
  });

  test(`has one native binary, keytar's for ${keytar}, and that alone lies beside the archive`, () => {
    const binary = `node_modules/keytar/prebuilds/${keytar}/keytar.node`;
    expect(inside.filter((path) => /\.(?:node|dll|so|dylib)$/u.test(path))).toEqual([binary]);
    expect(beside.filter((path) => path.includes('app.asar.unpacked/')).map((path) => path.replace(/^.*app\.asar\.unpacked\//u, ''))).toEqual([binary]);
  });

  test('has each file of the archive under its check', () => {
    expect(getRawHeader(archive).headerString).not.toMatch(/\{"size":\d+,"offset":"\d+"\}/u);
  });

  // For Windows packing ends before this step, at the program's resources.
  test.skipIf(target === 'windows')('brings the licences of others', () => {
    const path = beside.find((each) => each.endsWith('THIRD-PARTY-NOTICES.txt')) ?? 'no notices';
    const text = readFileSync(join(output, path), 'utf8');
    for (const name of ['@github/keytar', 'fastify', 'react', 'zod', 'pkijs', '@fontsource-variable/noto-sans-jp']) expect(text).toContain(`${name} `);
    expect(text).toContain('SIL OPEN FONT LICENSE');
    expect(text).toContain('Permission is hereby granted, free of charge');
  });

  test.runIf(target === 'linux')('is what a Linux desktop opens bank files and kaitsu: links with, by deb and by rpm', () => {
    expect(fpmCalls.map(({ words }) => words.some((word) => word.endsWith('.deb')))).toEqual([true, false]);
    for (const { desktop, mime } of fpmCalls) {
      expect(desktop).toContain('\nMimeType=application/vnd.kaitsu.bank;x-scheme-handler/kaitsu;\n');
      expect(desktop).toContain('\nExec=/opt/Kaitsu/kaitsu %U\n');
      expect(mime).toContain('<mime-type type="application/vnd.kaitsu.bank">\n  <glob pattern="*.kaitsu-bank"/>');
    }
  });

  test.runIf(target === 'mac')('is what macOS opens bank files and kaitsu: links with', () => {
    const list = readFileSync(join(output, beside.find((path) => path.endsWith('Kaitsu.app/Contents/Info.plist')) ?? 'no list'), 'utf8');
    expect(list).toMatch(/<key>CFBundleURLSchemes<\/key>\s*<array>\s*<string>kaitsu<\/string>\s*<\/array>/u);
    expect(list).toMatch(/<key>CFBundleTypeExtensions<\/key>\s*<array>\s*<string>kaitsu-bank<\/string>\s*<\/array>/u);
  });

  test.runIf(target === 'linux')('is listed for machines as it is: what was packed, what was bundled, and Electron', () => {
    const described = inside.filter((path) => /(?:^|\/)node_modules\/(?:@[^/]+\/)?[^/]+\/package\.json$/u.test(path)).map((path) => extractFile(archive, path));
    const bundled = ['main', 'preload', 'renderer', 'support-pages'].flatMap((part): string[] =>
      JSON.parse(readFileSync(join('out', 'packages', `${part}.json`), 'utf8')),
    );
    const texts = [...described, ...bundled.map((folder) => readFileSync(join(folder, 'package.json'))), readFileSync('node_modules/electron/package.json')];
    const shipped = texts.map((text) => JSON.parse(text.toString())).map(({ name, version }) => `${name}@${version}`);
    const bom = makeBom();
    expect(bom.components.map((component) => component['bom-ref']).sort()).toEqual([...new Set(shipped)].sort());
    expect(bom).toMatchObject({ bomFormat: 'CycloneDX', specVersion: '1.5', metadata: { component: { name: 'kaitsu' } } });
    for (const { ref, dependsOn = [] } of bom.dependencies)
      for (const name of [ref, ...dependsOn]) expect([...shipped, `kaitsu@${description.version}`]).toContain(name);
  });

  test.runIf(target === 'linux')('has its fuses set', async () => {
    const wire = await getCurrentFuseWire(join(output, 'linux-unpacked', 'kaitsu'));
    expect(wire[FuseV1Options.RunAsNode]).toBe(FuseState.DISABLE);
    expect(wire[FuseV1Options.WasmTrapHandlers]).toBe(FuseState.ENABLE);
  });

  test.runIf(target === 'linux')('finds in the archive all that the bank server asks for', async () => {
    const unpacked = join(output, 'extracted');
    extractAll(archive, unpacked);
    const fastify = createRequire(join(unpacked, 'out', 'app', 'main', 'bank.cjs'))('fastify');
    const server = fastify({ logger: false });
    server.post('/', { schema: { body: { type: 'object', required: ['a'], properties: { a: { type: 'string', format: 'date' } } } } }, async () => ({
      well: true,
    }));
    expect((await server.inject({ method: 'POST', url: '/', payload: { a: '2026-11-25' } })).json()).toEqual({ well: true });
    expect((await server.inject({ method: 'POST', url: '/', payload: {} })).statusCode).toBe(400);
    await server.close();
  });
});

test('every package that is shipped has a licence that was looked at, and its text', () => {
  const notices = collectNotices();
  expect(notices.length).toBeGreaterThan(50);
  for (const { name, text } of notices) expect(text.length, name).toBeGreaterThan(40);
  expect(existsSync('out/packages/renderer.json') && statSync('out/packages/renderer.json').size > 0).toBe(true);
});
