import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { startWindow } from '../../main/cli/start-window.ts';
import { kaitsu, registryOf, unfit } from '../support/command-world.ts';

/** kaitsu support --scenario FILE, up to the window. */

const folder = mkdtempSync(join(tmpdir(), 'kaitsu-support-'));
afterAll(() => rmSync(folder, { recursive: true }));
const scenario = 'assets/scenarios/last-attempt.yaml';

test('opens the window at the file, by its absolute path, and waits for its end', async () => {
  const opened: (readonly string[])[] = [];
  const openWindow = async (words: readonly string[]) => {
    opened.push(words);
    return 0;
  };
  expect(await kaitsu(['support', '--scenario', scenario], { openWindow })).toMatchObject({ code: 0, printed: 'The scenario is closed.' });
  expect(opened).toEqual([[`--scenario=${resolve(scenario)}`]]);
});

test('a file that is wrong opens nothing, and says each place', async () => {
  const file = join(folder, 'wrong.yaml');
  writeFileSync(file, 'title: x\ndone: everything\n');
  const openWindow = () => expect.fail('no window');
  const ended = await kaitsu(['support', '--scenario', file], { openWindow });
  expect(ended.code).toBe(1);
  expect(ended.printed).toContain(`${file}:2:1: done: the value is not right (wanted: one of nothing, `);
  const json = await kaitsu(['support', '--scenario', file, '--json'], { openWindow });
  expect(unfit('support', JSON.parse(json.printed))).toEqual([]);
});

test('where the policy forbids the practice it says so, and opens nothing', async () => {
  const run = registryOf('PracticeAllowed    REG_DWORD    0x0');
  const ended = await kaitsu(['support', '--scenario', scenario], { run, openWindow: () => expect.fail('no window') });
  expect(ended).toMatchObject({ code: 7, printed: 'The policy forbids the practice bank.' });
});

test('with a code and a file at once, or where no window can be started, it says what to do', async () => {
  expect(await kaitsu(['support', '2-3', '--scenario', scenario])).toMatchObject({ code: 2, printed: 'Give a CODE or --scenario, not both.' });
  const ended = await kaitsu(['support', '--scenario', scenario], { openWindow: async () => null });
  expect(ended).toMatchObject({ code: 4, printed: expect.stringContaining('The window cannot be opened from here.') });
});

test('the window is started as the launcher says, and its exit code is heard', async () => {
  const { signal } = new AbortController();
  const start = (words: unknown) => startWindow({ KAITSU_START: JSON.stringify(words) }, ['7'], signal);
  expect(await start([process.execPath, '-e', 'process.exit(Number(process.argv[1]))'])).toBe(7);
  expect(await start([join(folder, 'nowhere')])).toBeNull();
  for (const words of [[], ['', 3], 'text', null]) expect(await start(words)).toBeNull();
  expect(await startWindow({}, [], signal)).toBeNull();
  expect(await startWindow({ KAITSU_START: '{' }, [], signal)).toBeNull();
});
