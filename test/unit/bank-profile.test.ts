import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { loadBankProfile } from '../../main/bank/load-profile.ts';
import { publishedBank } from '../../main/bank/published-bank.ts';
import { publishedBankSchema } from '../../preload/contract/bank.ts';
import { createMemoryLog } from '../../tools/log/memory-log.ts';
import { createTestAuthority } from '../support/test-authority.ts';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'kaitsu-profile-'));
});
afterEach(() => rmSync(dir, { recursive: true }));

const practice = (): Record<string, unknown> => JSON.parse(readFileSync(join(import.meta.dirname, '../../assets/bank-profiles/practice.json'), 'utf8'));
async function load(text: string) {
  const log = createMemoryLog();
  const path = join(dir, 'profile.json');
  writeFileSync(path, text);
  return { outcome: await loadBankProfile(path, log), lines: log.lines };
}

test('the bundled profile is the practice bank, and the window learns what it needs of it', async () => {
  const outcome = await loadBankProfile(null, createMemoryLog());
  expect(outcome).toEqual({ ok: true, value: practice() });
  const published = outcome.ok ? publishedBank(outcome.value) : null;
  expect(publishedBankSchema.strict().parse(published)).toEqual(published);
  expect(published).toMatchObject({ practice: true, wrongAttemptLimit: 7, oneTimePasswordLength: 2 });
});

test('a bank of its own address is loaded with its authority', async () => {
  const authority = createTestAuthority('Bank Authority').certificate;
  const { outcome } = await load(JSON.stringify({ ...practice(), id: 'other', practice: false, baseUrl: 'https://bank.example/', authority }));
  expect(outcome).toMatchObject({ ok: true, value: { id: 'other', baseUrl: 'https://bank.example/' } });
});

const server = createTestAuthority('Bank Authority').issue({ commonName: 'bank' }).certificate;
test.each<[string, object | string, string]>([
  ['is no JSON', '{', 'not JSON'],
  ['lacks a field', { pinRule: { minLength: 6, symbols: '' } }, 'pinRule.maxLength'],
  ['has a field that nobody knows', { extra: 1 }, 'extra'],
  ['has an address without TLS', { baseUrl: 'http://bank.example/' }, 'baseUrl'],
  ['wants shorter PINs than it allows', { pinRule: { minLength: 12, maxLength: 6, symbols: '' } }, 'pinRule.minLength'],
  ['has an address but no authority', { baseUrl: 'https://bank.example/' }, 'authority'],
  ['is not for practice and has no address', { practice: false }, 'baseUrl'],
  ['pins no authority but a server', { baseUrl: 'https://bank.example/', authority: server }, 'authority'],
  ['pins a broken certificate', { baseUrl: 'https://bank.example/', authority: '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----' }, 'authority'],
])('a profile that %s is refused, and the log names the place', async (_name, change, place) => {
  const { outcome, lines } = await load(typeof change === 'string' ? change : JSON.stringify({ ...practice(), ...change }));
  expect(outcome).toMatchObject({ ok: false, problem: { code: 'bank-profile-invalid', reference: expect.any(String) } });
  expect(lines.join('')).toContain(place);
});

test('a profile that is not there is refused', async () => {
  expect(await loadBankProfile(join(dir, 'none.json'), createMemoryLog())).toMatchObject({ ok: false, problem: { code: 'bank-profile-invalid' } });
});
