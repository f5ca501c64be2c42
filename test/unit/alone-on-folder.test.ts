import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { takeFolderLock } from '../../main/support/folder-lock.ts';
import { takeFolder } from '../../main/window/alone-on-folder.ts';
import { createMemoryLog } from '../../tools/log/memory-log.ts';

/** The window and the commands never work on one folder at once; the lock is the system's own. */

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kaitsu-alone-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Time passes as fast as it is asked for. */
const clock = {
  now: () => new Date(),
  after(_milliseconds: number, run: () => void) {
    setImmediate(run);
    return () => undefined;
  },
};

test('a folder that nobody works on is taken at once, and no command can take it then', async () => {
  const asked: string[] = [];
  const ask = async () => {
    asked.push('asked');
    return 'end' as const;
  };
  expect(await takeFolder(folder, { clock, log: createMemoryLog(), ask })).toBe(true);
  expect(await takeFolderLock(folder)).toBeNull();
  expect(asked).toEqual([]);
});

test('while a command is at work the person is asked, and the window opens once it is over', async () => {
  const command = await takeFolderLock(folder);
  let asked = 0;
  const ask = async () => {
    asked += 1;
    if (asked === 2) await command?.release();
    return 'again' as const;
  };
  expect(await takeFolder(folder, { clock, log: createMemoryLog(), ask })).toBe(true);
  expect(asked).toBe(2);
});

test('who would rather quit may', async () => {
  const command = await takeFolderLock(folder);
  expect(await takeFolder(folder, { clock, log: createMemoryLog(), ask: async () => 'end' })).toBe(false);
  await command?.release();
});
