import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import builtInProfile from '../../assets/bank-profiles/practice.json';
import { bankProfileSchema } from '../../main/bank/profile.ts';
import { ensureAuthority } from '../../main/practice-bank/certificates/authority.ts';
import { readSituation, writeSituation } from '../../main/practice-bank/situations/situation-file.ts';
import { startErrorOf } from '../../main/practice-bank/start-error.ts';
import type { FileCare } from '../../main/practice-bank/storage/bank-file.ts';
import { openDatabase } from '../../main/practice-bank/storage/database.ts';
import { findPapers } from '../../main/practice-bank/storage/papers.ts';
import { seedDemo } from '../../main/practice-bank/storage/seed.ts';
import { bankFile, bankFiles } from '../../main/support/kept-files.ts';
import { type Bite, refusingDisk } from '../support/refusing-disk.ts';

/** Every file of the practice bank × everything that a disk can refuse, as the app starts the bank. What is damaged is tried in test/integration/practice-bank-bad-files.test.ts. */

type Name = keyof typeof bankFiles;
const profile = bankProfileSchema.parse({ ...builtInProfile, oneTimePassword: { length: 2, grid: null } });
const now = new Date('2026-11-22T02:00:00Z');

let sound: string;
let dir: string;
const names = Object.keys(bankFiles) as Name[];
/** Read when the bank starts; without any of them nothing may be made in its place. */
const readAtStart: readonly Name[] = ['bankAuthority', 'bankServer', 'bankPapers'];

/** What of the bank's start a file has to do with. @returns what is seen of it */
async function use(name: Name, care: FileCare): Promise<unknown> {
  switch (name) {
    case 'bankAuthority':
    case 'bankServer':
    case 'bankRoot': {
      const { root, server } = ensureAuthority(dir, now, care);
      return [root.certificate, server.certificate];
    }
    case 'bankDatabase':
    case 'bankPapers': {
      const database = openDatabase(dir, care);
      try {
        await seedDemo({ database, dataDir: dir, profile, cost: 2 ** 4, users: 1, now, care });
        return findPapers(dir, care);
      } finally {
        database.close();
      }
    }
    case 'situation':
      if (readSituation(dir, care.disk) === null) writeSituation(dir, 'bank-closed', 0, care.disk);
      return readSituation(dir, care.disk);
    default:
      return name satisfies never;
  }
}

const patience = { tries: 3, pauseMs: 1 };
async function begin(name: Name, disk: FileCare['disk']): Promise<{ readonly told: string | null; readonly seen: unknown }> {
  try {
    return { told: null, seen: await use(name, { ...(disk === undefined ? {} : { disk }), mends: true, patience }) };
  } catch (error) {
    const { message, code } = startErrorOf(error, { dataDir: dir, port: 0 });
    expect(message).toMatch(/^[^\n]{20,400}\.$/u);
    return { told: code, seen: null };
  }
}

beforeAll(async () => {
  sound = mkdtempSync(join(tmpdir(), 'kaitsu-bank-sound-'));
  dir = sound;
  for (const name of names) await use(name, {});
});
afterAll(() => rmSync(sound, { recursive: true, force: true }));
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'kaitsu-bank-'));
  cpSync(sound, dir, { recursive: true });
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

/** SQLite lays its own beside and takes them away. */
const contents = () =>
  new Map(
    readdirSync(dir)
      .filter((name) => !name.startsWith(bankFiles.bankDatabase))
      .map((name) => [name, readFileSync(join(dir, name), 'utf8')]),
  );

const cannotRead: readonly (readonly [Bite, string])[] = [
  ['read', 'EACCES'],
  ['held', 'EBUSY'],
  ['held', 'EPERM'],
  ['read', 'EIO'],
];

describe.each(readAtStart)('%s', (name) => {
  test.each(cannotRead)('that cannot be read (%s, %s) is left alone, the person is told, and the bank is as before when it can', async (on, code) => {
    const { sync, bite, heal } = refusingDisk((path) => path === bankFile(dir, name));
    const before = contents();
    const { seen } = await begin(name, sync);
    bite(on, code);
    expect(await begin(name, sync)).toEqual({ told: 'disk-refused', seen: null });
    expect(contents()).toEqual(before);
    heal();
    expect(await begin(name, sync)).toEqual({ told: null, seen });
  });

  test('that is held for a moment is read as if nothing had been', async () => {
    const { sync, bite } = refusingDisk((path) => path === bankFile(dir, name));
    const { seen } = await begin(name, sync);
    bite('held', 'EBUSY', 2);
    expect(await begin(name, sync)).toEqual({ told: null, seen });
  });
});

describe.each(names.filter((name) => name !== 'bankDatabase'))('%s', (name) => {
  test.each([
    ['ENOSPC', 'disk-full'],
    ['EACCES', 'disk-refused'],
    ['EROFS', 'disk-refused'],
    ['EBUSY', 'disk-refused'],
  ])('that cannot be written (%s) is told, and the bank works as soon as it can be', async (code, told) => {
    const { sync, bite, heal } = refusingDisk((path) => path === bankFile(dir, name));
    rmSync(bankFile(dir, name));
    bite('write', code);
    expect((await begin(name, sync)).told).toBe(told);
    expect(existsSync(bankFile(dir, name))).toBe(false);
    heal();
    const after = await begin(name, sync);
    expect(after.told).toBeNull();
    expect(await begin(name, sync)).toEqual(after);
  });
});

describe('bankDatabase', () => {
  test('that cannot be opened now is left alone, and its records are there when it can', async () => {
    const path = bankFile(dir, 'bankDatabase');
    const { seen } = await begin('bankDatabase', undefined);
    renameSync(path, `${path}.away`);
    symlinkSync(path, path);
    expect(await begin('bankDatabase', undefined)).toEqual({ told: 'disk-refused', seen: null });
    renameSync(`${path}.away`, path);
    expect(await begin('bankDatabase', undefined)).toEqual({ told: null, seen });
  });
});

describe('situation', () => {
  test.each(cannotRead)('that cannot be read (%s, %s) is none for as long, and no question fails by it', (on, code) => {
    const { sync, bite, heal } = refusingDisk();
    expect(readSituation(dir, sync)).toBe('bank-closed');
    bite(on, code);
    expect(readSituation(dir, sync)).toBeNull();
    heal();
    expect(readSituation(dir, sync)).toBe('bank-closed');
  });
});
