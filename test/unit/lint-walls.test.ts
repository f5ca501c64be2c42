import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';

const app = "import { app } from 'electron';\n\nexport const version = app.getVersion();\n";
const ipc = "import { ipcMain } from 'electron';\n\nexport const channels = ipcMain;\n";

const forbidden: Readonly<Record<string, string>> = {
  'main/procedure/a.ts': app,
  'main/bank/a.ts': app,
  'main/services.ts': app,
  'main/practice-bank/a.ts': app,
  'main/certificate/a.ts': ipc,
  'main/window/b.ts': ipc,
  'main/window/hardening.ts': ipc,
  'renderer/screens/a.ts': app,
  'preload/contract/a.ts': app,
};
const allowed: Readonly<Record<string, string>> = { 'main/index.ts': app, 'main/window/a.ts': app, 'main/ipc/a.ts': ipc };

test('Electron is known to those alone who may know it', () => {
  const folder = mkdtempSync(join(tmpdir(), 'kaitsu-lint-'));
  try {
    const { vcs: _, ...configuration } = JSON.parse(readFileSync('biome.json', 'utf8'));
    writeFileSync(join(folder, 'biome.json'), JSON.stringify(configuration));
    for (const [path, text] of Object.entries({ ...forbidden, ...allowed })) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    const biome = resolve('node_modules', '@biomejs', 'biome', 'bin', 'biome');
    const done = spawnSync(process.execPath, [biome, 'lint', '--only=style/noRestrictedImports', '.'], { cwd: folder, encoding: 'utf8' });
    const refused = [...`${done.stdout}${done.stderr}`.matchAll(/^(\S+?):\d+:\d+ lint\/style\/noRestrictedImports/gmu)].map(([, path]) => path);
    expect(refused.sort()).toEqual(Object.keys(forbidden).sort());
  } finally {
    rmSync(folder, { recursive: true });
  }
});

const decorate = (way: string) => `export { decorate } from '${way}practice/decorate.ts';`;
const openLater = (way: string) => `export const later = () => import('${way}practice/open-practice.ts');`;
const startBank = (way: string) => `export { start } from '${way}practice-bank/process.ts';`;

/** Imports that dependency-cruiser refuses, each with the rule that it breaks. */
const wrongArrows: readonly (readonly [from: string, text: string, rule: string])[] = [
  ['main/services.ts', decorate('./'), 'practice-is-known-to-program-alone'],
  ['main/a.ts', "export type { Decorate } from './practice/decorate.ts';", 'practice-is-known-to-program-alone'],
  ['main/index.ts', openLater('./'), 'practice-is-known-to-program-alone'],
  ['main/diagnosis/a.ts', openLater('../'), 'practice-is-known-to-program-alone'],
  ['main/ipc/a.ts', decorate('../'), 'practice-is-known-to-program-alone'],
  ['main/practice-bank/a.ts', decorate('../'), 'practice-is-known-to-program-alone'],
  ['main/practice-bank/a.ts', '', 'practice-bank-meets-client-over-tls'],
  ['main/program.ts', decorate('./'), 'practice-is-loaded-when-needed'],
  ['main/program.ts', "export type { Start } from './practice-bank/process.ts';", 'nobody-reaches-into-practice-bank'],
  ['main/bank/a.ts', startBank('../'), 'nobody-reaches-into-practice-bank'],
  ['main/preflight/a.ts', "export { read } from '../practice-bank/situations/situation-file.ts';", 'nobody-reaches-into-practice-bank'],
  ['main/practice/a.ts', "export { serve } from '../practice-bank/server.ts';", 'practice-knows-the-bank-by-its-process'],
];
/** Of other targets than the wrong ones, so that each of them would be a violation of its own. */
const rightArrows: readonly (readonly [from: string, text: string])[] = [
  ['main/program.ts', "export type { Panel } from './practice/panel.ts';"],
  ['main/program.ts', openLater('./')],
  ['main/practice/a.ts', startBank('../')],
  ['main/practice/a.ts', "export { read } from '../practice-bank/situations/situation-file.ts';"],
  ['main/cli/a.ts', "export { serve } from '../practice-bank/server.ts';"],
];
const targets: Readonly<Record<string, string>> = {
  'main/practice/decorate.ts': 'export type Decorate = number;\nexport const decorate = 1;\n',
  'main/practice/panel.ts': 'export type Panel = number;\n',
  'main/practice/open-practice.ts': 'export const openPractice = 1;\n',
  'main/practice-bank/process.ts': 'export type Start = number;\nexport const start = 1;\n',
  'main/practice-bank/server.ts': 'export const serve = 1;\n',
  'main/practice-bank/situations/situation-file.ts': 'export const read = 1;\n',
};

test('the practice is known to the composition alone, and the practice bank to the practice', () => {
  expect(brokenRules([...wrongArrows, ...rightArrows])).toEqual(wrongArrows.map(([from, , rule]) => `${from}: ${rule}`).sort());
});

const cruised = z.object({ summary: z.object({ violations: z.array(z.object({ from: z.string(), rule: z.object({ name: z.string() }) })) }) });

/** @returns what dependency-cruiser says of a project with these imports: who breaks which rule */
function brokenRules(imports: readonly (readonly [from: string, text: string, rule?: string])[]): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), 'kaitsu-arrows-'));
  try {
    const settings = ['tsconfig.json', 'main/tsconfig.json'].map((path) => [path, readFileSync(path, 'utf8')] as const);
    for (const [path, text] of [...settings, ...Object.entries(targets), ...imports]) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), `${text}\n`, { flag: 'a' });
    }
    const cruiser = resolve('node_modules', 'dependency-cruiser', 'bin', 'dependency-cruise.mjs');
    const words = [cruiser, 'main', '--config', resolve('.dependency-cruiser.cjs'), '--output-type', 'json'];
    const done = spawnSync(process.execPath, words, { cwd: folder, encoding: 'utf8' });
    const { violations } = cruised.parse(JSON.parse(done.stdout)).summary;
    return violations.map(({ from, rule }) => `${from}: ${rule.name}`).sort();
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test('no unit test replaces a module, save one that runs alone: the others share what they load (vitest.config.ts)', () => {
  const files = readdirSync('test/unit').filter((name) => /(?<!\.alone)\.test\.tsx?$/u.test(name));
  const replacing = files.filter((name) => /\bvi\.(do)?[mM]ock\(/u.test(readFileSync(join('test/unit', name), 'utf8')));
  expect(files.length).toBeGreaterThan(40);
  expect(replacing.filter((name) => name !== 'lint-walls.test.ts')).toEqual([]);
});
