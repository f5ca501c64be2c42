import { X509Certificate } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hashPin, matchesPin, seal, unseal, usualScryptCost } from '../../main/practice-bank/accounts/secrets.ts';
import { ensureAuthority } from '../../main/practice-bank/certificates/authority.ts';
import { days } from '../../main/practice-bank/clock.ts';
import { createQueue } from '../../main/practice-bank/http/queue.ts';
import { change, inTransaction, openDatabase } from '../../main/practice-bank/storage/database.ts';

describe('a PIN at rest', () => {
  it('is a salted scrypt hash of the usual cost that only the same PIN matches', async () => {
    const hash = await hashPin('Sakura2024', usualScryptCost);
    expect(hash).toMatch(/^scrypt\$16384\$/u);
    expect(hash).not.toBe(await hashPin('Sakura2024', usualScryptCost));
    expect(await matchesPin('Sakura2024', hash)).toBe(true);
    expect(await matchesPin('sakura2024', hash)).toBe(false);
    await expect(matchesPin('Sakura2024', 'Sakura2024')).rejects.toThrow();
  });
});

describe('what the bank must be able to give again', () => {
  it('opens with the holder’s secret only, for its own purpose only, and unchanged only', () => {
    const sealed = seal('the grant', 'token', 'grant');
    expect(unseal(sealed, 'token', 'grant')).toBe('the grant');
    expect(() => unseal(sealed, 'other', 'grant')).toThrow();
    expect(() => unseal(sealed, 'token', 'answer')).toThrow();
    const bytes = Buffer.from(sealed, 'base64');
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
    expect(() => unseal(bytes.toString('base64'), 'token', 'grant')).toThrow();
  });
});

describe('the data folder', () => {
  let dataDir: string;
  beforeEach(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'kaitsu-authority-'));
  });
  afterEach(() => rmSync(dataDir, { recursive: true }));

  it('keeps the authority, and renews the server certificate before it expires', () => {
    const start = new Date();
    const first = ensureAuthority(dataDir, start);
    expect(ensureAuthority(dataDir, new Date(start.getTime() + 300 * days))).toEqual(first);
    const later = ensureAuthority(dataDir, new Date(start.getTime() + 370 * days));
    expect({ ...later, server: first.server }).toEqual(first);
    expect(later.server).not.toEqual(first.server);
    expect(new X509Certificate(later.server.certificate).subjectAltName).toBe('DNS:localhost, IP Address:127.0.0.1');
    // The root's certificate is for everybody who is to trust the bank; everything else is the bank's alone.
    const modes = Object.fromEntries(readdirSync(dataDir).map((name) => [name, statSync(join(dataDir, name)).mode & 0o777]));
    const { 'authority.pem': published, ...kept } = modes;
    expect(published).toBe(0o644);
    expect(new Set(Object.values(kept))).toEqual(new Set([0o600]));
  });

  it('refuses a database of a newer version, and undoes a transaction that fails', () => {
    const database = openDatabase(dataDir);
    const insert = "INSERT INTO attempts (contractor_id, user_id, wrong) VALUES ('1', '', 1)";
    expect(() =>
      inTransaction(database, () => {
        change(database, insert);
        throw new Error('no');
      }),
    ).toThrow('no');
    expect(change(database, 'DELETE FROM attempts')).toBe(0);
    expect(() => change(database, "INSERT INTO card_cells VALUES ('nobody', 1, 1, 'x')")).toThrow(/FOREIGN KEY/u);
    database.exec('PRAGMA user_version = 99');
    database.close();
    expect(() => openDatabase(dataDir)).toThrow(/version 99/u);
  });
});

it('PIN checks of one contract go one after another, also after one that failed', async () => {
  const queue = createQueue();
  const done: string[] = [];
  let letGo: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  const work = (name: string, first?: Promise<void>) => async () => {
    await first;
    done.push(name);
    if (name === 'b') throw new Error('failed');
  };
  // The first one goes on only when the other contract's is done.
  const results = await Promise.allSettled([queue('1', work('a', held)), queue('1', work('b')), queue('1', work('c')), queue('2', work('other')).then(letGo)]);
  expect(done).toEqual(['other', 'a', 'b', 'c']);
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'fulfilled']);
});
