import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeScenarioFolder, sweepScenarioFolders } from '../../main/scenario/scenario-folder.ts';
import { takeFolderLock } from '../../main/support/folder-lock.ts';

/** What scenarios leave among the temporary files, and what is taken away. */

let temporary: string;
beforeEach(() => {
  temporary = mkdtempSync(join(tmpdir(), 'kaitsu-sweep-'));
});
afterEach(() => rmSync(temporary, { recursive: true, force: true }));

/** As made by a program that is no more. */
function madeByEnded(name: string): string {
  const ended = spawnSync(process.execPath, ['--version']).pid;
  const folder = join(temporary, `kaitsu-scenario-${ended}-${name}`);
  renameSync(makeScenarioFolder(temporary, temporary), folder);
  return folder;
}

test('what a crash left goes; one that runs, one that is just starting, and what is not ours stay', async () => {
  const left = madeByEnded('left');
  writeFileSync(join(left, 'procedure.json'), '{}');
  const running = madeByEnded('running');
  const lock = await takeFolderLock(running);
  // It has its folder before it has the lock on it.
  const starting = makeScenarioFolder(temporary, temporary);
  const elsewhere = join(temporary, 'elsewhere');
  mkdirSync(elsewhere);
  symlinkSync(elsewhere, join(temporary, 'kaitsu-scenario-link'));
  expect(await sweepScenarioFolders(temporary)).toBe(1);
  expect([left, running, starting, elsewhere].map((folder) => existsSync(folder))).toEqual([false, true, true, true]);
  await lock?.release();
});
