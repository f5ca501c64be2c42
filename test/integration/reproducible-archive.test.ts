import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { pack, preparePacking } from '../support/pack.ts';

/** The same input gives the same archive: built and packed again, in another folder, at another time and in another time zone. */
vi.setConfig({ testTimeout: 600_000 });

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

const read = ['main', 'preload', 'renderer', 'assets', 'tools', 'package.json', 'package-lock.json', 'LICENSE', 'electron-builder.yml'];

/** What a clone holds that the build reads. Its packages are hard links: with a symbolic one they would lie where they lie here. */
function cloneProject(): string {
  mkdirSync('out', { recursive: true });
  const made = mkdtempSync(join('out', 'clone-'));
  folders.push(made);
  const clone = resolve(made, 'quite', 'another place');
  for (const path of [...read, 'vite.config.ts', 'tsconfig.json']) cpSync(path, join(clone, path), { recursive: true });
  execFileSync('cp', ['-al', 'node_modules', join(clone, 'node_modules')]);
  cpSync(join('out', 'package'), join(clone, 'out', 'package'), { recursive: true });
  const env = { ...process.env, TZ: 'Pacific/Auckland', LANG: 'C' };
  execFileSync('npm', ['run', '--silent', 'build'], { cwd: clone, env, stdio: 'pipe' });
  return clone;
}

async function archiveOf(projectDir: string): Promise<Buffer> {
  const output = await pack({ target: 'linux', options: { projectDir } });
  folders.push(output);
  return readFileSync(join(output, 'linux-unpacked', 'resources', 'app.asar'));
}

describe.runIf(process.platform === 'linux')('a second build in another folder', () => {
  test('gives the same archive, byte for byte', async () => {
    await preparePacking();
    const here = await archiveOf(resolve('.'));
    const there = await archiveOf(cloneProject());
    expect(here.length).toBeGreaterThan(1_000_000);
    // Compared so, a difference does not print megabytes.
    expect(here.equals(there)).toBe(true);
  });
});
