import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasBank, missingOfKeychain } from '../../tools/shell/keychain-there.mjs';
import { type PrivateSession, startPrivateSession } from '../../tools/shell/private-session.ts';

/** npm start on a computer that has a display and no keychain. */

const run = promisify(execFile);
let session: PrivateSession;
let home: string;
beforeAll(async () => {
  session = await startPrivateSession('probe');
  home = mkdtempSync(join(tmpdir(), 'kaitsu-bare-'));
});
afterAll(async () => {
  await session?.stop();
  rmSync(home, { recursive: true, force: true });
});

const bare = () => ({ PATH: process.env.PATH, HOME: home });

describe('what is missing', () => {
  test('is the bus where there is none', () => expect(missingOfKeychain(bare())).toBe('no session bus'));
  test('is nothing where a keyring serves', () => expect(missingOfKeychain(session.env)).toBeNull());
  test('is nothing that could be told where the bus does not answer', () =>
    expect(missingOfKeychain({ ...bare(), DBUS_SESSION_BUS_ADDRESS: `unix:path=${join(home, 'none')}` })).toBeNull());
});

test('a computer with a bank keeps its own session', () => {
  expect(hasBank({ HOME: home, XDG_CONFIG_HOME: join(home, '.config') })).toBe(false);
  mkdirSync(join(home, '.config', 'Kaitsu', 'banks'), { recursive: true });
  expect(hasBank({ HOME: home, XDG_CONFIG_HOME: join(home, '.config') })).toBe(true);
});

describe('in a private session', () => {
  const inSession = (script: string) =>
    run(process.execPath, [resolve('out', 'shell', 'in-session.cjs'), process.execPath, '--input-type=commonjs', '-e', script], { env: bare() });

  test('a secret is kept and given back, away from the real home, and nothing is left', async () => {
    const { stdout } = await inSession(
      `const keytar = require('keytar'); keytar.setPassword('s', 'a', 'kept').then(() => keytar.getPassword('s', 'a')).then((kept) => console.log(kept, process.env.HOME))`,
    );
    const [kept, where = ''] = stdout.trim().split(' ');
    expect(kept).toBe('kept');
    expect(where).not.toBe(home);
    expect(existsSync(where)).toBe(false);
  });

  test('a program that ends with a code ends so', async () => {
    await expect(inSession('process.exit(7)')).rejects.toMatchObject({ code: 7 });
  });
});
