import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { languageOf, openPreferences, preferencesFile } from '../../main/settings/preferences.ts';
import { diskProblem } from '../../main/support/disk-problem.ts';
import { createMemoryLog } from '../../tools/log/memory-log.ts';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'kaitsu-preferences-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));
const clock = { now: () => new Date(0), after: () => () => undefined };
const open = (locale = 'ja-JP', log = createMemoryLog(), where = dir) => openPreferences({ file: preferencesFile(where), locale, clock, log });

describe('the first start', () => {
  test.each([
    ['ja', 'ja'],
    ['ja-JP', 'ja'],
    ['ja_JP.UTF-8', 'ja'],
    ['', 'ja'],
    ['C', 'ja'],
    ['C.UTF-8', 'ja'],
    ['POSIX', 'ja'],
    ['und', 'ja'],
    ['en', 'en'],
    ['en-GB', 'en'],
    ['en_US.UTF-8', 'en'],
    ['de', 'en'],
    ['ko-KR', 'ko'],
    ['ko_KR.UTF-8', 'ko'],
    ['kok', 'en'],
    ['jam', 'en'],
  ])('on a system that says %j speaks %s', (locale, language) => expect(languageOf(locale)).toBe(language));

  test('follows the system and writes nothing', async () => {
    expect((await open('en-US')).current()).toEqual({ language: 'en', theme: 'system', textSize: 'standard', shuffledKeys: false, updates: true });
    expect(readdirSync(dir)).toEqual([]);
  });
});

describe('what the person chose', () => {
  test('holds over a restart, whatever the system speaks', async () => {
    const first = await open('en-US');
    expect(await first.change({ language: 'ja' })).toEqual({ ok: true, value: undefined });
    expect(first.current()).toEqual({ language: 'ja', theme: 'system', textSize: 'standard', shuffledKeys: false, updates: true });
    await first.change({ theme: 'dark' });
    expect((await open('en-US')).current()).toEqual({ language: 'ja', theme: 'dark', textSize: 'standard', shuffledKeys: false, updates: true });
    expect(statSync(join(dir, 'preferences.json')).mode & 0o777).toBe(0o600);
  });

  test('is the last of many quick choices', async () => {
    const store = await open();
    await Promise.all(Array.from({ length: 21 }, (_, i) => store.change({ theme: i % 2 === 0 ? 'dark' : 'light' })));
    expect((await open()).current().theme).toBe('dark');
    expect(readdirSync(dir)).toEqual(['preferences.json']);
  });

  test('holds until the program ends where it cannot be kept, and the person is told', async () => {
    writeFileSync(join(dir, 'file'), '');
    const log = createMemoryLog();
    const store = await open('ja', log, join(dir, 'file'));
    expect(await store.change({ theme: 'dark' })).toEqual({ ok: false, problem: { code: 'disk-refused' } });
    expect(store.current().theme).toBe('dark');
    expect(log.lines.some((line) => line.includes('preferences.not-kept'))).toBe(true);
  });
});

test('a file of a version that knew no software keyboard is read, and its choices hold', async () => {
  writeFileSync(join(dir, 'preferences.json'), '{"language":"ko","theme":"dark"}');
  const store = await open('ja');
  expect(store.current()).toEqual({ language: 'ko', theme: 'dark', textSize: 'standard', shuffledKeys: false, updates: true });
  await store.change({ shuffledKeys: true });
  await store.change({ theme: 'light' });
  expect((await open('ja')).current()).toEqual({ language: 'ko', theme: 'light', textSize: 'standard', shuffledKeys: true, updates: true });
});

test.each([
  ['broken', '{"language":'],
  ['of another shape', '{"language":"fr","theme":"dark"}'],
  ['empty', ''],
])('a file that is %s is moved aside, said in the log, and the program starts', async (_name, content) => {
  writeFileSync(join(dir, 'preferences.json'), content);
  const log = createMemoryLog();
  const store = await open('ja', log);
  expect(store.current()).toEqual({ language: 'ja', theme: 'system', textSize: 'standard', shuffledKeys: false, updates: true });
  expect(readdirSync(dir)).toEqual(['preferences.json.unreadable']);
  expect(readFileSync(join(dir, 'preferences.json.unreadable'), 'utf8')).toBe(content);
  expect(log.raw.map((one) => one.event)).toEqual(['preferences.unreadable']);
  expect(await store.change({ theme: 'light' })).toMatchObject({ ok: true });
});

test.each([
  ['ENOSPC', 'disk-full'],
  ['EDQUOT', 'disk-full'],
  ['EACCES', 'disk-refused'],
  ['EROFS', 'disk-refused'],
  ['EPERM', 'disk-refused'],
  ['', 'disk-refused'],
])('a disk that says %s is told as %s', (code, problem) => expect(diskProblem(Object.assign(new Error(), { code })).problem.code).toBe(problem));
