import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createReleaseRequest } from '../../main/release-request/release-request.ts';
import { openRequestStore, requestFile } from '../../main/release-request/request-store.ts';
import { openPreferences, preferencesFile } from '../../main/settings/preferences.ts';
import type { JsonFile } from '../../main/support/json-file.ts';
import { success } from '../../preload/contract/problem.ts';
import type { ReleaseRequest } from '../../preload/contract/release-request.ts';
import { noEntries } from '../../preload/contract/request-rules.ts';
import { requestEntries } from '../../renderer/help/samples/request.ts';
import { createMemoryLog } from '../../tools/log/memory-log.ts';
import { releaseRequest } from '../../tools/window/snapshots.ts';

/** Preferences and request form while their files cannot be read for a time, on a real disk. */

let dir: string;
let held: boolean;
let alarms: (() => void)[];
const log = createMemoryLog();
const clock = {
  now: () => new Date('2026-11-22T02:00:00Z'),
  after(_milliseconds: number, run: () => void) {
    alarms.push(run);
    return () => undefined;
  },
};
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'kaitsu-kept-'));
  held = true;
  alarms = [];
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

/** The file as another program holds it. */
const heldBy = <T>(file: JsonFile<T>): JsonFile<T> => ({ ...file, read: async () => (held ? { kind: 'unavailable', code: 'EBUSY' } : file.read()) });
/** The moment has come to ask for the files again; resolves once that is done. */
const ring = async (store: { settled(): Promise<void> }) => {
  for (const alarm of alarms.splice(0)) alarm();
  await store.settled();
  await new Promise(setImmediate);
};
const contents = (name: string) => readFileSync(join(dir, name), 'utf8');

describe('preferences that cannot be read now', () => {
  const kept = '{"language":"ko","theme":"dark","shuffledKeys":true}';
  const open = () => openPreferences({ file: heldBy(preferencesFile(dir)), locale: 'en-US', clock, log });

  test('give the defaults, and are not written over, however often something is chosen', async () => {
    writeFileSync(join(dir, 'preferences.json'), kept);
    const store = await open();
    expect([store.current().language, store.isUnavailable()]).toEqual(['en', true]);
    expect(await store.change({ theme: 'light' })).toMatchObject({ ok: false, problem: { code: 'file-unavailable' } });
    expect(store.current()).toEqual({ language: 'en', theme: 'light', textSize: 'standard', shuffledKeys: false, updates: true });
    expect([contents('preferences.json'), readdirSync(dir)]).toEqual([kept, ['preferences.json']]);
  });

  test('come back by themselves, with what was chosen meanwhile', async () => {
    writeFileSync(join(dir, 'preferences.json'), kept);
    const store = await open();
    let told = 0;
    store.onRecovered(() => {
      told += 1;
    });
    await store.change({ theme: 'light' });
    await ring(store);
    expect([told, store.isUnavailable()]).toEqual([0, true]);
    held = false;
    await ring(store);
    expect([told, store.isUnavailable()]).toEqual([1, false]);
    expect(store.current()).toEqual({ language: 'ko', theme: 'light', textSize: 'standard', shuffledKeys: true, updates: true });
    await store.settled();
    expect(JSON.parse(contents('preferences.json'))).toEqual(store.current());
  });

  test('come back with the next choice, and nothing is written where nothing was chosen', async () => {
    writeFileSync(join(dir, 'preferences.json'), kept);
    const store = await open();
    held = false;
    await ring(store);
    expect(contents('preferences.json')).toBe(kept);
    const other = await open();
    expect(await other.change({ language: 'ja' })).toMatchObject({ ok: true });
    expect([store.current().language, JSON.parse(contents('preferences.json')).theme]).toEqual(['ko', 'dark']);
  });
});

describe('a request form whose entries cannot be read now', () => {
  test('opens empty, loses nothing, and fills in what was left empty as soon as it can', async () => {
    const kept = JSON.stringify({ version: 1, entries: requestEntries, prepared: ['customerCard'] });
    writeFileSync(join(dir, 'release-request.json'), kept);
    const store = await openRequestStore({ file: heldBy(requestFile(dir)), clock, log });
    let published: ReleaseRequest | null = null;
    const service = createReleaseRequest({
      layout: releaseRequest({}).layout,
      reissueLayout: null,
      contractorId: () => null,
      store,
      documentOutput: {
        print: async () => 'done',
        makePdf: async () => new Uint8Array(),
        askWhere: async () => null,
        write: async () => success(undefined),
        showInFolder: () => undefined,
      },
      documents: () => dir,
      step: () => 'locked',
      publish: (value) => {
        published = value;
      },
      newId: () => 'id',
      remindersAllowed: true,
      clock,
      log,
    });
    expect(await service.handlers.open(undefined)).toEqual({ ok: true });
    expect(published).toMatchObject({ open: true, unavailable: true, entries: { ...noEntries, date: '2026-11-22' } });
    const typed = { ...noEntries, date: '2026-11-23', company: '株式会社新しい名前' };
    expect(await service.handlers.keep(typed)).toMatchObject({ ok: false, problem: { code: 'file-unavailable' } });
    expect(contents('release-request.json')).toBe(kept);
    held = false;
    await ring(store);
    const expected = { ...requestEntries, date: '2026-11-23', company: '株式会社新しい名前' };
    expect(published).toMatchObject({ unavailable: false, entries: expected, prepared: ['customerCard'] });
    await store.settled();
    expect(JSON.parse(contents('release-request.json'))).toMatchObject({ entries: expected, prepared: ['customerCard'] });
    expect(log.lines.join()).not.toContain(requestEntries.company);
  });
});
