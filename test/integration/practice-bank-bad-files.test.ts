import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ControlReply } from '../../main/practice-bank/control.ts';
import { serveApp } from '../../main/practice-bank/serve-app.ts';
import { type PracticeBankOptions, startPracticeBank } from '../../main/practice-bank/server.ts';
import { openDatabase } from '../../main/practice-bank/storage/database.ts';
import { bankFiles } from '../../main/support/kept-files.ts';
import { oneLine, saidByBank } from '../support/said-by-bank.ts';
import { cheapScrypt, identify, problemOf, profile, reachOneTimePassword, startTestBank } from './practice-bank-client.ts';

/**
 * What lies in the practice bank's folder, damaged in every way. At the command line nothing is touched and one line
 * says what to do; in the app it is set aside and made again, and the practice goes on.
 */

let sound: string;
let dir: string;
beforeAll(async () => {
  const bank = await startTestBank();
  await bank.bank.stop();
  sound = bank.dataDir;
  // All of it in the one file: SQLite would mend that out of its log.
  const database = openDatabase(sound);
  database.get('PRAGMA wal_checkpoint(TRUNCATE)', []);
  database.close();
});
afterAll(() => rmSync(sound, { recursive: true, force: true }));
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'kaitsu-bad-bank-'));
  cpSync(sound, dir, { recursive: true });
  return () => rmSync(dir, { recursive: true, force: true });
});

const harms: Readonly<Record<string, (path: string) => void>> = {
  '50 MB of nothing': (path) => {
    writeFileSync(path, '');
    truncateSync(path, 50 * 1024 * 1024);
  },
  'nested ten thousand deep': (path) => writeFileSync(path, '['.repeat(10_000) + ']'.repeat(10_000)),
  'of wrong types': (path) => writeFileSync(path, '{"root":5,"issuing":[],"key":null,"customerCard":{"contractorId":1e999},"users":"x"}'),
  'not UTF-8': (path) => writeFileSync(path, Buffer.from([0xff, 0xfe, 0x7b, 0x7d])),
  'cut in half': (path) => {
    const content = readFileSync(path);
    writeFileSync(path, content.subarray(0, content.length / 2));
  },
  'a folder': (path) => {
    rmSync(path, { force: true });
    mkdirSync(path);
  },
};
/** What is there and cannot be read, also by root. */
function linkToItself(path: string): void {
  rmSync(path);
  symlinkSync(path, path);
}
type Name = keyof typeof bankFiles;
/** Files without which the bank does not start at the command line. */
const needed: readonly Name[] = ['bankDatabase', 'bankAuthority', 'bankPapers'];
const cases = needed.flatMap((name) => Object.entries(harms).map(([kind, harm]) => [name, kind, harm] as const));
const at = (name: Name) => join(dir, bankFiles[name]);
const start = (options: Partial<PracticeBankOptions> = {}) => startTestBank({ dataDir: dir, ...options });

describe('at the command line', () => {
  it.each(cases)('%s that is %s stops the start with one line, and stays as it is', async (name, _kind, harm) => {
    harm(at(name));
    const before = readdirSync(dir).sort();
    const said = await saidByBank('--data', dir);
    expect(said).toMatchObject({ code: 1, out: '' });
    expect(said.err).toMatch(oneLine);
    expect(said.err).toMatch(/Move it away|try again/u);
    expect(said.err).toContain(at(name));
    // SQLite may have laid its own beside.
    expect(readdirSync(dir).filter((one) => !/-(?:wal|shm)$/u.test(one))).toEqual(before.filter((one) => !/-(?:wal|shm)$/u.test(one)));
  });

  it.each(['bankAuthority', 'bankPapers', 'bankServer'] as const)('%s that cannot be read now stops the start, and works afterwards', async (name) => {
    renameSync(at(name), `${at(name)}.away`);
    symlinkSync(at(name), at(name));
    const said = await saidByBank('--data', dir);
    expect(said.err).toMatch(oneLine);
    expect(said.err).toMatch(/cannot be read now \(ELOOP\)\. .* try again\.$/u);
    renameSync(`${at(name)}.away`, at(name));
    const again = await start();
    expect(again.bank.authority).toBe(JSON.parse(readFileSync(join(sound, bankFiles.bankAuthority), 'utf8')).root.certificate);
    await again.end();
  });

  it.each(Object.entries(harms))('a certificate of the server that is %s is made again, since nobody pins it', async (_kind, harm) => {
    harm(at('bankServer'));
    const bank = await start();
    bank.bank.releaseLock(bank.contractorId);
    expect((await identify(bank)).status).toBe(201);
    await bank.end();
  });

  it.each([...Object.entries(harms), ['a link to itself', linkToItself] as const])(
    'a situation that is %s is none, and the bank answers',
    async (_kind, harm) => {
      writeFileSync(at('situation'), 'bank-closed 0');
      harm(at('situation'));
      const bank = await start();
      bank.bank.releaseLock(bank.contractorId);
      expect((await identify(bank)).status).toBe(201);
      await bank.end();
    },
  );

  it('papers, release, lock and situation say it in one line as well', async () => {
    writeFileSync(at('bankPapers'), '{');
    for (const words of [['papers'], ['situation', 'bank-closed']]) {
      const said = await saidByBank(...words, '--data', dir);
      expect(said).toMatchObject({ code: 1, out: '' });
      expect(said.err).toMatch(oneLine);
    }
    writeFileSync(at('bankDatabase'), 'no database');
    for (const words of [['papers'], ['release', '12345678901'], ['lock', '12345678901'], ['revoke', 'AB']]) {
      const said = await saidByBank(...words, '--data', dir);
      expect(said).toMatchObject({ code: 1, out: '' });
      expect(said.err).toMatch(oneLine);
    }
  });

  it('a port that another program has is said', async () => {
    const other = createServer();
    const port = await new Promise<number>((resolve) => other.listen(0, '127.0.0.1', () => resolve(Number(Reflect.get(Object(other.address()), 'port')))));
    const said = await saidByBank('--data', dir, '--port', String(port));
    other.close();
    expect(said).toMatchObject({ code: 1, out: '' });
    expect(said.err).toBe(`Port ${port} cannot be had (EADDRINUSE). Give another one with --port, or leave it out for a free one.`);
  });

  it('records of a newer program are said', async () => {
    const database = openDatabase(dir);
    database.exec('PRAGMA user_version = 99');
    database.close();
    const said = await saidByBank('--data', dir);
    expect(said).toMatchObject({ code: 1, out: '' });
    expect(said.err).toMatch(oneLine);
    expect(said.err).toContain('version 99');
  });
});

describe('in the app', () => {
  const mending = { care: { mends: true } } as const;

  it.each(cases)('%s that is %s is set aside, and the practice goes on to the one-time password', async (name, _kind, harm) => {
    harm(at(name));
    const bank = await start(mending);
    expect(readdirSync(dir)).toContain(`${bankFiles[name]}.unreadable`);
    bank.bank.releaseLock(bank.contractorId);
    await reachOneTimePassword(bank);
    await bank.end();
    // And from then on as ever.
    const again = await start();
    expect(again.contractorId).toBe(bank.contractorId);
    await again.end();
  });

  it('papers that are missing are sent again for the same contract, and what stood on the old ones holds no longer', async () => {
    const old = JSON.parse(readFileSync(at('bankPapers'), 'utf8'));
    rmSync(at('bankPapers'));
    const bank = await start(mending);
    expect(bank.contractorId).toBe(old.customerCard.contractorId);
    expect(bank.users.map(({ userId }) => userId)).toEqual(old.users.map(({ userId }: { userId: string }) => userId));
    bank.bank.releaseLock(bank.contractorId);
    const before = old.applicationForm.registrationPin;
    if (before !== bank.registrationPin) expect(problemOf(await identify(bank, { registrationPin: before })).code).toBe('identification-refused');
    expect((await identify(bank)).status).toBe(201);
    await bank.end();
  });

  it('what cannot be read now is never set aside: the person is told of the disk, and the next start is as before', async () => {
    renameSync(at('bankAuthority'), `${at('bankAuthority')}.away`);
    symlinkSync(at('bankAuthority'), at('bankAuthority'));
    const before = readdirSync(dir).sort();
    const told: ControlReply[] = [];
    const begin = () => startPracticeBank({ dataDir: dir, port: 0, profile, scryptCost: cheapScrypt, care: { mends: true } });
    await serveApp({ postMessage: (message) => void told.push(message), on: () => undefined }, begin, () => undefined);
    expect(told).toMatchObject([{ type: 'failed', code: 'disk-refused', reason: expect.stringMatching(oneLine) }]);
    expect(readdirSync(dir).filter((one) => !/-(?:wal|shm)$/u.test(one))).toEqual(before);
    renameSync(`${at('bankAuthority')}.away`, at('bankAuthority'));
    const bank = await start(mending);
    expect(bank.bank.authority).toBe(JSON.parse(readFileSync(join(sound, bankFiles.bankAuthority), 'utf8')).root.certificate);
    await bank.end();
  });
});
