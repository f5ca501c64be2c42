import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { writeAskedFile } from '../../main/support/asked-file.ts';
import { bankFiles, programFile, programFiles } from '../../main/support/kept-files.ts';
import { createLog } from '../../main/support/log.ts';
import { openLogFile } from '../../main/support/log-file.ts';
import type { Use, WholeFileName } from '../support/kept-row.ts';
import { wholeFiles } from '../support/kept-rows.ts';
import { type Bite, refusingDisk } from '../support/refusing-disk.ts';

/**
 * Every file that the program keeps × everything that a disk can refuse: nothing that was sound is lost, the person is told with a
 * way on, and when the disk is well again everything works. (Rights are handed in as errors: to root nothing is forbidden.)
 */

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'kaitsu-kept-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const names = Object.keys(wholeFiles) as WholeFileName[];

/** A file that was laid, on a disk that may fail for it. */
async function laid(name: WholeFileName) {
  const options = { patience: { tries: 3, pauseMs: 1 } };
  const { disk, bite, heal } = refusingDisk((path) => path.startsWith(row.path));
  const row = wholeFiles[name](dir, { ...options, disk });
  await row.lay();
  const content = readFileSync(row.path);
  return { row, bite, heal, content };
}

/** Whether these very bytes lie in the file's place, or beside it under a name that is made of its. */
function lies(path: string, content: Buffer): boolean {
  return readdirSync(dirname(path)).some((name) => {
    const found = join(dirname(path), name);
    return name.startsWith(basename(path)) && lstatSync(found).isFile() && readFileSync(found).equals(content);
  });
}

async function worksFromNowOn(use: Use, begin: () => Promise<Use>): Promise<void> {
  expect(await use.write()).toBeNull();
  expect((await begin()).sees()).toEqual(use.sees());
}

const cannotRead: readonly (readonly [Bite, string, string])[] = [
  ['read', 'EACCES', 'may not be read (chmod 000)'],
  ['held', 'EBUSY', 'is held by another program'],
  ['held', 'EPERM', 'is held by a virus scanner of Windows'],
  ['read', 'EIO', 'lies on a disk that fails'],
];

describe.each(names)('%s', (name) => {
  test('is read again as it was written, and written over', async () => {
    const { row } = await laid(name);
    const use = await row.begin();
    expect([use.told(), use.seesLaid()]).toEqual([null, true]);
    await worksFromNowOn(use, row.begin);
  });

  test.each(cannotRead)('that cannot be read (%s, %s: it %s) is never lost nor written over; when it can be read, all is as before', async (on, code) => {
    const { row, bite, heal, content } = await laid(name);
    bite(on, code);
    const use = await row.begin();
    expect([use.told(), use.seesLaid()]).toEqual([row.told.unavailable, false]);
    if (row.replaceable !== true) {
      await use.write();
      expect(lies(row.path, content)).toBe(true);
    }
    heal();
    await use.again();
    expect(use.seesLaid()).toBe(true);
    await worksFromNowOn(use, row.begin);
  });

  test.each(['EBUSY', 'EPERM', 'EACCES'])('that a virus scanner holds for a moment (%s) is read as if nothing had been', async (code) => {
    const { row, bite } = await laid(name);
    bite('held', code, 2);
    const use = await row.begin();
    expect([use.told(), use.seesLaid()]).toEqual([null, true]);
    await worksFromNowOn(use, row.begin);
  });

  test.each([
    ['EACCES', 'disk-refused'],
    ['EROFS', 'disk-refused'],
    ['EBUSY', 'disk-refused'],
    ['EIO', 'disk-refused'],
    ['ENOSPC', 'disk-full'],
    ['EDQUOT', 'disk-full'],
  ])('that cannot be written (%s) stays as it was, the person is told, and it is written as soon as it can be', async (code, told) => {
    const { row, bite, heal, content } = await laid(name);
    const use = await row.begin();
    bite('write', code);
    expect(await use.write()).toBe(row.replaceable === true ? 'log' : told);
    expect(readFileSync(row.path).equals(content)).toBe(true);
    heal();
    await use.again();
    expect(use.told()).toBeNull();
    await worksFromNowOn(use, row.begin);
  });

  test('that is busy for a moment while it is written is written, and nobody is told', async () => {
    const { row, bite } = await laid(name);
    const use = await row.begin();
    bite('write', 'EBUSY', 2);
    await worksFromNowOn(use, row.begin);
  });

  const damages: readonly (readonly [string, (path: string) => void])[] = [
    ['cut in half', (path) => writeFileSync(path, readFileSync(path).subarray(0, readFileSync(path).length / 2))],
    ['empty', (path) => writeFileSync(path, '')],
    ['of other bytes', (path) => writeFileSync(path, Buffer.alloc(3_000, 0xa5))],
    ['nested ten thousand deep', (path) => writeFileSync(path, '['.repeat(10_000) + ']'.repeat(10_000))],
  ];
  test.each(damages)('that is %s is kept beside, the person is told what to do, and it works from then on', async (_what, damage) => {
    const { row } = await laid(name);
    damage(row.path);
    const content = readFileSync(row.path);
    const use = await row.begin();
    expect([use.told(), use.seesLaid()]).toEqual([row.told.damaged, false]);
    await worksFromNowOn(use, row.begin);
    expect(row.replaceable === true || lies(row.path, content)).toBe(true);
  });

  test.each([
    ['50 MB large', (path: string) => truncateSync(path, 50 * 1024 * 1024)],
    [
      'a folder with something in it',
      (path: string) => {
        rmSync(path);
        mkdirSync(join(path, 'inner'), { recursive: true });
      },
    ],
  ])('that is %s is not read, and never met for ever', async (_what, harm) => {
    const { row, heal } = await laid(name);
    harm(row.path);
    const use = await row.begin();
    expect(use.seesLaid()).toBe(false);
    // Of a key it is for the person to say whether it is lost: they give it up, or put it back.
    if (use.told() === 'pending-key-unreadable') return rmSync(row.path, { recursive: true });
    expect(use.told()).toBe(row.told.damaged);
    heal();
    await worksFromNowOn(use, row.begin);
    const isBeside = existsSync(`${row.path}.unreadable`);
    expect(isBeside || row.replaceable === true).toBe(true);
  });
});

describe('the log', () => {
  const open = () => createLog({ folder: dir, clock: { now: () => new Date(0) }, random: Math.random, maxBytes: 2_000 });
  const lines = () => readFileSync(programFile(dir, 'log'), 'utf8').trimEnd().split('\n');

  test.each([
    ['a folder in its place', () => mkdirSync(programFile(dir, 'log')), () => rmSync(programFile(dir, 'log'), { recursive: true })],
    ['a link to itself in its place', () => symlinkSync(programFile(dir, 'log'), programFile(dir, 'log')), () => rmSync(programFile(dir, 'log'))],
  ])('stops nobody with %s, gives its references all the same, and goes on when that is gone', (_what, harm, mend) => {
    mkdirSync(dirname(programFile(dir, 'log')));
    harm();
    const log = open();
    expect(log.error('lost')).toHaveLength(8);
    mend();
    log.info('found');
    expect(lines()).toHaveLength(1);
  });

  test.each([
    ['of 50 MB', (path: string) => truncateSync(path, 50 * 1024 * 1024)],
    ['of other bytes', (path: string) => writeFileSync(path, Buffer.alloc(3_000, 0xa5))],
  ])('that is %s is turned over, and goes on', (_what, harm) => {
    open().info('before');
    harm(programFile(dir, 'log'));
    open().info('after');
    expect(lines()).toHaveLength(1);
    expect(existsSync(programFile(dir, 'olderLog', { age: 1 }))).toBe(true);
  });

  test('that cannot be turned over grows on within bounds, until it can', () => {
    let isHeld = true;
    const rename = (from: string, to: string) => {
      // As on Windows, where a viewer has one of them open.
      if (isHeld) throw Object.assign(new Error('EBUSY'), { code: 'EBUSY' });
      renameSync(from, to);
    };
    const file = openLogFile(dir, 2_000, 3, rename);
    const write = () => file.append(`${'x'.repeat(99)}\n`, false);
    for (let i = 0; i < 60; i += 1) write();
    expect(lines()).toHaveLength(60);
    expect(() => {
      for (let i = 0; i < 60; i += 1) write();
    }).toThrow();
    expect(lstatSync(programFile(dir, 'log')).size).toBe(8_000);
    isHeld = false;
    write();
    expect([lines().length, lstatSync(programFile(dir, 'olderLog', { age: 1 })).size]).toEqual([1, 8_000]);
  });
});

test('the table has every file of the list', () => {
  // The event record: test/unit/event-record.test.ts.
  expect([...names, 'log', 'olderLog', 'events'].sort()).toEqual(Object.keys(programFiles).sort());
});

describe('who touches the disk', () => {
  /** Each module of main that may, and what for. What is kept goes through the writing functions of main/support, which take a KeptPath. */
  const known: Readonly<Record<string, string>> = {
    'main/support/whole-file.ts': 'kept files are read and written here',
    'main/support/whole-file-sync.ts': 'and here, under the lock of a database',
    'main/support/log-file.ts': 'the log',
    'main/event-record/append-file.ts': 'the event record grows',
    'main/support/asked-file.ts': 'writes a file where the person wants it',
    'main/support/guarded-file.ts': 'reads what root alone can have written',
    'main/practice-bank/storage/database.ts': 'the rights of the database, and its folder',
    'main/practice-bank/situations/situation-file.ts': 'watches the situation',
    'main/practice/failing-disk.ts': 'spoils the journal for practice',
    'main/certificate/stores/temporary.ts': 'an encrypted bundle for a moment, in the folder for temporary files',
    'main/certificate/stores/nss.ts': "the browsers' database, which NSS's tools write",
    'main/preflight/pc-checks.ts': 'tries the disk, and takes the trial away',
    'main/preflight/store-check.ts': 'tries whether the database can be written',
    'main/diagnosis/designated-pc.ts': 'reads /etc/machine-id',
    'main/support/folder-lock.ts': 'the lock between commands, of which nothing is kept',
    'main/cli/bank-command.ts': 'looks whether there is a practice bank',
    'main/cli/bundle-command.ts': 'looks whether there is such a file already',
    'main/cli/certificate-commands.ts': 'looks whether there is such a file already, before an export',
    'main/cli/record-commands.ts': 'looks whether there is such a file already, and which kind of record it is',
    'main/cli/descriptor.ts': 'reads what the caller has opened',
    'main/cli/open-window.ts': "looks for Chromium's own lock",
    'main/cli/schedule/scheduler.ts': "the scheduler's files, where the system wants them",
    'main/scenario/scenario-files.ts': 'lists the scenarios that come with the program',
    'main/scenario/scenario-folder.ts': 'makes and takes away the folder of a scenario, among the temporary files',
    'main/settings/notices.ts': "reads third parties' notices, which the installer laid",
    'main/window/app-protocol.ts': "reads the page's own files",
    'main/window/support-start.ts': "makes the support mode's folder, and looks for Chromium's own lock there",
    'main/window/installation.ts': 'looks whether an uninstaller lies beside the program',
    'main/window/documents-folder.ts': 'looks where papers can be saved',
    'main/window/saving-place.ts': 'looks whether there is such a paper',
  };
  const sources = readdirSync('main', { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => join(entry.parentPath, entry.name));

  test('is known, and a new one says what for: a file that is kept belongs into main/support/kept-files.ts', () => {
    const touching = sources.filter((path) =>
      /^(?:import|export)[^;]*'(?:node:fs|node:fs\/promises|write-file-atomic|graceful-fs)';/mu.test(readFileSync(path, 'utf8')),
    );
    const strangers = touching.filter((path) => !Object.hasOwn(known, path));
    expect(strangers).toEqual([]);
    expect(Object.keys(known).filter((path) => !touching.includes(path))).toEqual([]);
  });

  test('names no file that is kept, but takes its name from the list', () => {
    const kept = [...Object.values(programFiles), ...Object.values(bankFiles)]
      .map((place) => basename(place))
      .filter((name) => name.includes('.') && !name.includes('<'));
    const naming = sources
      .filter((path) => path !== 'main/support/kept-files.ts')
      .filter((path) => kept.some((name) => readFileSync(path, 'utf8').includes(`'${name}'`)));
    expect(naming).toEqual([]);
  });
});

describe('a paper that the person saves', () => {
  const path = () => join(dir, 'request.pdf');

  test('takes the place of an earlier one whole, or leaves it as it is and says so', async () => {
    expect(await writeAskedFile(path(), 'first')).toMatchObject({ ok: true });
    expect(await writeAskedFile(join(dir, 'away', 'request.pdf'), 'x')).toMatchObject({ ok: false, problem: { code: 'disk-refused' } });
    mkdirSync(join(dir, 'folder.pdf'));
    expect(await writeAskedFile(join(dir, 'folder.pdf'), 'x')).toMatchObject({ ok: false, problem: { code: 'disk-refused' } });
    expect([readFileSync(path(), 'utf8'), readdirSync(dir).sort()]).toEqual(['first', ['folder.pdf', 'request.pdf']]);
    expect(await writeAskedFile(path(), 'second')).toMatchObject({ ok: true });
    expect(readFileSync(path(), 'utf8')).toBe('second');
  });
});
