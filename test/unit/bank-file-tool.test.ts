import { generateKeyPairSync, sign } from 'node:crypto';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it, test } from 'vitest';
import { bankFileCommand, usage } from '../../tools/bank-file/command.ts';
import { asahiProfile, today } from '../support/bank-files.ts';

let dir: string;
const at = (name: string) => join(dir, name);
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'kaitsu-bank-tool-'));
  writeFileSync(at('profile.json'), JSON.stringify(asahiProfile));
  writeFileSync(at('signer.json'), JSON.stringify({ ja: 'あさひ銀行 事務部', en: 'Asahi Bank', ko: '아사히 은행' }));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

async function tool(words: readonly string[], input: string | Buffer = '') {
  const [printed, complained]: [string[], string[]] = [[], []];
  const code = await bankFileCommand(words, {
    print: (line) => void printed.push(line),
    complain: (line) => void complained.push(line),
    input: Readable.from([Buffer.from(input)]),
    now: () => today,
  });
  return { code, printed: printed.join('\n'), complained: complained.join('\n') };
}
const make = () => tool(['make', at('profile.json'), '--signer', at('signer.json'), '--version', '1', '--until', '2027-11-01', '--output', at('content.json')]);
const signWith = (key: string, input?: string) => tool(['sign', at('content.json'), '--key', key, '--output', at('asahi.kaitsu-bank')], input);

describe('a bank', () => {
  it.each([[[]], [['--curve', 'p256']]])('makes a key %j, a file, and sees what its customers see', async (curve) => {
    const made = await tool(['keygen', '--key', at('key.pem'), ...curve]);
    expect([made.code, statSync(at('key.pem')).mode & 0o777]).toEqual([0, 0o600]);
    const [fingerprint = ''] = /\d{4}(?:-\d{4}){7}/u.exec(made.printed) ?? [];
    expect(await make()).toMatchObject({ code: 0, complained: '' });
    expect(await signWith(at('key.pem'))).toMatchObject({ code: 0, complained: '' });
    const { printed } = await tool(['inspect', at('asahi.kaitsu-bank')]);
    expect(printed).toContain('Host: ib.asahi.example:8443');
    expect(printed.replace(/\n\s+/u, '\n').replace(/\n\s+/u, '-')).toContain(fingerprint);
  });

  test('hands its key in by standard input, and nothing of it is printed', async () => {
    await tool(['keygen', '--key', at('key.pem')]);
    await make();
    const ended = await signWith('-', readFileSync(at('key.pem'), 'utf8'));
    expect(ended).toMatchObject({ code: 0, complained: '' });
    expect(ended.printed).not.toContain('PRIVATE');
  });

  test('signs in a hardware module what the tool lays out', async () => {
    const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    writeFileSync(at('public.pem'), publicKey.export({ type: 'spki', format: 'pem' }));
    await make();
    expect((await tool(['input', at('content.json'), '--public-key', at('public.pem'), '--output', at('input')])).code).toBe(0);
    writeFileSync(at('signature'), sign('sha256', readFileSync(at('input')), { key: privateKey, dsaEncoding: 'ieee-p1363' }));
    expect((await tool(['join', at('input'), '--signature', at('signature'), '--output', at('asahi.kaitsu-bank')])).code).toBe(0);
    expect((await tool(['inspect', at('asahi.kaitsu-bank')])).code).toBe(0);
  });
});

describe('the tool', () => {
  test('explains itself', async () => expect(await tool([])).toEqual({ code: 0, printed: usage, complained: '' }));

  it.skipIf(process.platform === 'win32')('takes no key that others can read', async () => {
    await tool(['keygen', '--key', at('key.pem')]);
    await make();
    chmodSync(at('key.pem'), 0o644);
    expect(await signWith(at('key.pem'))).toMatchObject({ code: 1, complained: expect.stringContaining('chmod 600') });
  });

  test('never writes over a key or a file', async () => {
    await tool(['keygen', '--key', at('key.pem')]);
    const key = readFileSync(at('key.pem'), 'utf8');
    expect(await tool(['keygen', '--key', at('key.pem')])).toMatchObject({ code: 1, complained: expect.stringContaining('EEXIST') });
    expect(readFileSync(at('key.pem'), 'utf8')).toBe(key);
  });

  it.each([
    ['a wrong profile', () => writeFileSync(at('profile.json'), JSON.stringify({ ...asahiProfile, wrongAttemptLimit: 0 })), 'wrongAttemptLimit: '],
    ['a profile with a name twice', () => writeFileSync(at('profile.json'), JSON.stringify(asahiProfile).replace('"id"', '"id":"x","id"')), 'id: given twice'],
    ['a signer without a name', () => writeFileSync(at('signer.json'), '{}'), 'signer.name.ja: '],
  ])('makes nothing of %s, and names the place', async (_what, spoil, said) => {
    spoil();
    expect(await make()).toMatchObject({ code: 1, complained: expect.stringContaining(said) });
    expect(existsSync(at('content.json'))).toBe(false);
  });

  test('writes no file that customers would refuse', async () => {
    writeFileSync(at('profile.json'), JSON.stringify({ ...asahiProfile, id: 'sandbox' }));
    await tool(['keygen', '--key', at('key.pem')]);
    await make();
    expect(await signWith(at('key.pem'))).toMatchObject({ code: 1, complained: expect.stringContaining('profile.id') });
    expect(existsSync(at('asahi.kaitsu-bank'))).toBe(false);
  });

  it.each([
    [['burn'], 'there is no such command'],
    [['sign', 'x', 'y'], 'there are too many words'],
    [['sign', 'x', '--output', 'y'], '--key is wanted'],
    [['sign', 'x', '--passphrase', 'secret'], "Unknown option '--passphrase'"],
    [['inspect'], 'a file is wanted'],
    [['keygen', '--key', 'x', '--curve', 'rsa'], '--curve is ed25519 or p256'],
  ])('does not guess: %j', async (words, said) => expect(await tool(words)).toMatchObject({ code: 2, complained: expect.stringContaining(said) }));
});
