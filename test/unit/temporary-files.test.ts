import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { sweepTemporaryFiles, withTemporaryFile } from '../../main/certificate/stores/temporary.ts';
import { failure, success } from '../../preload/contract/problem.ts';
import { createMemoryLog } from '../../tools/log/memory-log.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kaitsu-sweep-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A process that has ended by now. */
const deadPid = () => spawnSync(process.execPath, ['-e', '']).pid;

describe('a bundle that a tool was reading when the program died', () => {
  test('is taken away at the next start', async () => {
    // As the program lays it, with the dead one's number in place of this one's.
    const laid = await withTemporaryFile({ folder }, 'certificate.p12', Buffer.from('encrypted'), async (path) => success(basename(dirname(path))));
    const name = (laid.ok ? laid.value : '').replace(`-${process.pid}-`, `-${deadPid()}-`);
    mkdirSync(join(folder, name), { mode: 0o700 });
    writeFileSync(join(folder, name, 'certificate.p12'), 'encrypted');
    expect(await sweepTemporaryFiles(folder)).toBe(1);
    expect(readdirSync(folder)).toEqual([]);
  });

  test('stays while the one who laid it lives, and afterwards it is gone by itself', async () => {
    const during = await withTemporaryFile({ folder }, 'certificate.p12', Buffer.from('encrypted'), async (path) => {
      expect(await sweepTemporaryFiles(folder)).toBe(0);
      return success(existsSync(path));
    });
    expect(during).toEqual(success(true));
    expect(readdirSync(folder)).toEqual([]);
  });
});

test('a bundle that a virus scanner holds changes nothing in what the tool has done, and is logged', async () => {
  const log = createMemoryLog();
  const remove = async () => {
    throw Object.assign(new Error('busy'), { code: 'EBUSY' });
  };
  const used = await withTemporaryFile({ folder, log, remove }, 'certificate.pfx', Buffer.from('encrypted'), async () => success('imported'));
  expect(used).toEqual(success('imported'));
  const refused = await withTemporaryFile({ folder, log, remove }, 'certificate.pfx', Buffer.from('encrypted'), async () =>
    failure('certificate-store-refused'),
  );
  expect(refused).toEqual(failure('certificate-store-refused'));
  expect(log.raw.map(({ event }) => event)).toEqual(['certificate.temporary-file-left', 'certificate.temporary-file-left']);
});

test('nothing else in the folder is touched: other names, files, and what a link leads to', async () => {
  const elsewhere = mkdtempSync(join(tmpdir(), 'kaitsu-elsewhere-'));
  const pid = deadPid();
  symlinkSync(elsewhere, join(folder, `kaitsu-bundle-${pid}-linked`));
  writeFileSync(join(folder, `kaitsu-bundle-${pid}-afile1`), '');
  mkdirSync(join(folder, 'kaitsu-something'));
  expect(await sweepTemporaryFiles(folder)).toBe(0);
  expect(readdirSync(folder)).toHaveLength(3);
  expect(existsSync(elsewhere)).toBe(true);
  expect(await sweepTemporaryFiles(join(folder, 'not-there'))).toBe(0);
  rmSync(elsewhere, { recursive: true });
});
