import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { jsonFile } from '../../main/support/json-file.ts';
import type { KeptPath } from '../../main/support/kept-files.ts';
import { type Disk, fileLimit, readWhole, systemDisk } from '../../main/support/whole-file.ts';

/** A file that is kept, on a real disk; only errors that no disk can be brought to here are handed in. */

const schema = z.object({ version: z.literal(1), word: z.string().max(10) });
const sound = { version: 1, word: '見本' } as const;
const patience = { tries: 3, pauseMs: 1 };

let dir: string;
let path: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'kaitsu-json-'));
  path = join(dir, 'kept.json');
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

/** Any file will do. */
const kept = () => path as KeptPath;
const open = (disk: Disk = systemDisk) => jsonFile(kept(), schema, { disk, patience });
const errno = (code: string) => Object.assign(new Error(code), { code });
/** A disk on which opening a file fails so often. */
const failingDisk = (code: string, times = Number.POSITIVE_INFINITY): Disk => {
  let failed = 0;
  return { ...systemDisk, open: async (...input) => (failed++ < times ? Promise.reject(errno(code)) : systemDisk.open(...input)) };
};

/** As another user, for whom rights count. */
async function withoutRights<T>(work: () => Promise<T>): Promise<T> {
  if (process.getuid?.() !== 0) return work();
  chmodSync(dir, 0o777);
  process.seteuid?.(65534);
  try {
    return await work();
  } finally {
    process.seteuid?.(0);
  }
}

describe('what was kept', () => {
  test('is there again, for its owner alone, and written over', async () => {
    const file = open();
    expect(await file.read()).toEqual({ kind: 'absent' });
    expect(await file.write(sound)).toEqual({ ok: true, value: undefined });
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(await open().read()).toEqual({ kind: 'value', value: sound });
    expect(await file.write({ ...sound, word: 'other' })).toMatchObject({ ok: true });
    expect(await open().read()).toEqual({ kind: 'value', value: { ...sound, word: 'other' } });
    expect(readdirSync(dir)).toEqual(['kept.json']);
  });

  test('and edited with an editor that puts a byte order mark in front is read', async () => {
    writeFileSync(path, `\uFEFF${JSON.stringify(sound)}`);
    expect(await open().read()).toEqual({ kind: 'value', value: sound });
  });

  test('through a link is read, and stays where the link leads', async () => {
    writeFileSync(join(dir, 'elsewhere.json'), JSON.stringify(sound));
    symlinkSync(join(dir, 'elsewhere.json'), path);
    const file = open();
    expect(await file.read()).toEqual({ kind: 'value', value: sound });
    await file.write({ ...sound, word: 'new' });
    expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({ word: 'new' });
  });
});

describe('what is damaged', () => {
  const damages: readonly (readonly [string, () => void])[] = [
    ['cut short', () => writeFileSync(path, '{"version":1,"wo')],
    ['empty', () => writeFileSync(path, '')],
    ['nothing but zero bytes', () => writeFileSync(path, Buffer.alloc(300))],
    ['no UTF-8', () => writeFileSync(path, Buffer.from([0x7b, 0xff, 0xfe, 0x7d]))],
    ['of another shape', () => writeFileSync(path, '{"version":1,"word":5}')],
    ['of a version that is not known', () => writeFileSync(path, '{"version":2,"word":"a"}')],
    ['nested ten thousand deep', () => writeFileSync(path, '['.repeat(10_000) + ']'.repeat(10_000))],
    ['larger than anything Kaitsu writes', () => writeFileSync(path, JSON.stringify(sound) + ' '.repeat(fileLimit))],
    ['a folder', () => mkdirSync(path)],
    ['a folder with something in it', () => mkdirSync(join(path, 'inner'), { recursive: true })],
    ['a pipe that nobody writes into', () => execFileSync('mkfifo', [path])],
  ];

  test.each(damages)('because it is %s is set aside, and can be written from then on', async (_name, damage) => {
    damage();
    const file = open();
    expect(await file.read()).toEqual({ kind: 'damaged', setAside: `${path}.unreadable` });
    expect(existsSync(`${path}.unreadable`)).toBe(true);
    expect(await file.write(sound)).toMatchObject({ ok: true });
    expect(await open().read()).toEqual({ kind: 'value', value: sound });
  });

  test('a second time does not take the place of the first', async () => {
    for (const text of ['first', 'second', 'third']) {
      writeFileSync(path, text);
      await open().read();
    }
    expect(
      readdirSync(dir)
        .sort()
        .map((name) => readFileSync(join(dir, name), 'utf8')),
    ).toEqual(['first', 'second', 'third']);
  });

  test('costs nothing however large it is: not a byte of fifty megabytes is read', async () => {
    writeFileSync(path, '');
    truncateSync(path, 50 * 1024 * 1024);
    let opened = 0;
    const counting: Disk = {
      ...systemDisk,
      open: (file, ...more) => {
        if (String(file) === path) opened += 1;
        return systemDisk.open(file, ...more);
      },
    };
    expect(await open(counting).read()).toMatchObject({ kind: 'damaged' });
    expect(opened).toBe(0);
  });

  test('and cannot be moved away counts as unavailable, and is not written over', async () => {
    writeFileSync(path, 'damaged');
    for (const rename of [async () => Promise.reject(errno('EBUSY')), async () => undefined]) {
      const file = open({ ...systemDisk, rename });
      expect(await file.read()).toMatchObject({ kind: 'unavailable' });
      expect(await file.write(sound)).toMatchObject({ ok: false, problem: { code: 'disk-refused' } });
      expect(readFileSync(path, 'utf8')).toBe('damaged');
    }
  });
});

describe('what cannot be read now', () => {
  test.each(['EBUSY', 'EACCES', 'EPERM', 'EIO', 'EMFILE', 'ENFILE', 'EAGAIN', 'ESTALE', 'ETIMEDOUT', 'UNKNOWN', 'ELOOP'])(
    'because the disk says %s is neither set aside nor written over; where it passes soon nobody notices',
    async (code) => {
      const text = JSON.stringify(sound);
      writeFileSync(path, text);
      const file = open(failingDisk(code));
      expect(await file.read()).toEqual({ kind: 'unavailable', code });
      expect(await file.write({ ...sound, word: 'over' })).toMatchObject({ ok: false, problem: { code: 'disk-refused' } });
      expect([readFileSync(path, 'utf8'), readdirSync(dir)]).toEqual([text, ['kept.json']]);
      expect(await open(failingDisk(code, 2)).read()).toEqual({ kind: 'value', value: sound });
    },
  );

  test('because its rights were taken away comes back with them', async () => {
    writeFileSync(path, JSON.stringify(sound));
    chmodSync(path, 0o000);
    const file = open();
    expect(await withoutRights(() => file.read())).toEqual({ kind: 'unavailable', code: 'EACCES' });
    expect(await withoutRights(() => file.write(sound))).toMatchObject({ ok: false });
    chmodSync(path, 0o644);
    expect(await withoutRights(() => file.read())).toEqual({ kind: 'value', value: sound });
  });

  test('because its folder may not be looked into is not taken for absent', async () => {
    mkdirSync(join(dir, 'inner'));
    path = join(dir, 'inner', 'kept.json');
    writeFileSync(path, JSON.stringify(sound));
    chmodSync(join(dir, 'inner'), 0o000);
    expect(await withoutRights(() => open().read())).toEqual({ kind: 'unavailable', code: 'EACCES' });
    chmodSync(join(dir, 'inner'), 0o755);
    expect(await open().read()).toEqual({ kind: 'value', value: sound });
  });

  test('because the disk fails while it is read (EIO) is unavailable', async () => {
    // Reading this file at its start is an input/output error on every Linux.
    if (!existsSync('/proc/self/mem')) return;
    symlinkSync('/proc/self/mem', path);
    expect(await open().read()).toEqual({ kind: 'unavailable', code: 'EIO' });
  });

  test.each([
    ['the file itself is a link', () => symlinkSync(join(dir, 'away', 'kept.json'), path)],
    [
      'its folder is a link',
      () => {
        symlinkSync(join(dir, 'away'), join(dir, 'link'));
        path = join(dir, 'link', 'kept.json');
      },
    ],
    [
      'the folder above its folder is a link',
      () => {
        symlinkSync(join(dir, 'away'), join(dir, 'link'));
        path = join(dir, 'link', 'inner', 'kept.json');
      },
    ],
  ])('because the drive is away to which %s is not taken for absent, and comes back with the drive', async (_name, link) => {
    link();
    const file = open();
    expect(await file.read()).toEqual({ kind: 'unavailable', code: 'ENOENT' });
    expect(await file.write({ ...sound, word: 'over' })).toMatchObject({ ok: false });
    mkdirSync(join(dir, 'away', 'inner'), { recursive: true });
    for (const folder of [join(dir, 'away'), join(dir, 'away', 'inner')]) writeFileSync(join(folder, 'kept.json'), JSON.stringify(sound));
    expect(await file.read()).toEqual({ kind: 'value', value: sound });
  });

  test('because it goes and comes while it is looked for is neither absent nor an exception', async () => {
    const changing: Disk = { ...systemDisk, lstat: async () => Promise.reject(errno('ELOOP')) };
    expect(await readWhole(path, changing, patience)).toEqual({ kind: 'unavailable', code: 'ENOENT' });
  });

  test('because it is still being written is read when it has its end', async () => {
    writeFileSync(path, JSON.stringify(sound));
    const growing: Disk = {
      ...systemDisk,
      open: async (...input) => {
        const handle = await systemDisk.open(...input);
        return Object.assign(handle, { stat: async () => ({ size: 3 }) });
      },
    };
    expect(await readWhole(path, growing, patience)).toEqual({ kind: 'unavailable', code: 'growing' });
  });
});

describe('nothing is written', () => {
  test('before it was looked whether there is something', async () => {
    writeFileSync(path, JSON.stringify(sound));
    expect(await open().write({ ...sound, word: 'over' })).toMatchObject({ ok: false });
    expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual(sound);
  });

  test('over a file that has come to where there was none', async () => {
    const file = open();
    expect(await file.read()).toEqual({ kind: 'absent' });
    writeFileSync(join(dir, 'other'), JSON.stringify(sound));
    renameSync(join(dir, 'other'), path);
    expect(await file.write({ ...sound, word: 'over' })).toMatchObject({ ok: false });
    expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual(sound);
  });

  test('that the schema refuses, or that would be too large to be read again', async () => {
    const file = open();
    await file.read();
    await expect(file.write({ ...sound, word: 'longer than ten' })).rejects.toThrow();
    const wide = jsonFile(kept(), z.object({ word: z.string() }), { patience });
    await wide.read();
    await expect(wide.write({ word: 'x'.repeat(fileLimit) })).rejects.toThrow();
    expect(readdirSync(dir)).toEqual([]);
  });

  test('half: where the disk is busy it is tried again, where it is full the old content stays', async () => {
    const busy = { times: 2 };
    const disk: Disk = { ...systemDisk, replace: async (...input) => (busy.times-- > 0 ? Promise.reject(errno('EBUSY')) : systemDisk.replace(...input)) };
    const file = open(disk);
    await file.read();
    expect(await file.write(sound)).toMatchObject({ ok: true });
    const full = open({ ...systemDisk, replace: async () => Promise.reject(errno('ENOSPC')) });
    await full.read();
    expect(await full.write({ ...sound, word: 'new' })).toMatchObject({ ok: false, problem: { code: 'disk-full' } });
    expect(await open().read()).toEqual({ kind: 'value', value: sound });
  });
});
