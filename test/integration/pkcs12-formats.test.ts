import { execFileSync } from 'node:child_process';
import { createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeCertificateRequest } from '../../main/certificate/certificate-request.ts';
import { generateKey } from '../../main/certificate/key.ts';
import { makePkcs12, readPkcs12 } from '../../main/certificate/pkcs12.ts';
import { contractorIdSchema } from '../../preload/contract/identities.ts';
import { createEstAuthority } from '../../tools/est/est-authority.ts';
import { exportPkcs12, indefinite, type Layout, macos, windows } from '../support/exported-pkcs12.ts';

/** Files of other programs; the same outcome on OpenSSL and, by the step of npm test of that name, on BoringSSL. */

let dir: string;
let key: KeyObject;
let leaf: X509Certificate;
let issuers: readonly X509Certificate[];

const quiet = { stdio: ['ignore', 'pipe', 'ignore'] } satisfies { stdio: ['ignore', 'pipe', 'ignore'] };

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'kaitsu-pkcs12-'));
  const authority = createEstAuthority(join(dir, 'authority'));
  key = await generateKey(2048);
  leaf = new X509Certificate(
    authority.issue(await makeCertificateRequest(key, { contractorId: contractorIdSchema.parse('12345678901'), organization: '株式会社開通商事' }), 'none'),
  );
  issuers = [authority.issuingPem, authority.rootPem].map((pem) => new X509Certificate(pem));
  writeFileSync(join(dir, 'key.pem'), key.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 });
  writeFileSync(join(dir, 'leaf.pem'), leaf.toString());
  writeFileSync(join(dir, 'chain.pem'), issuers.map(String).join(''));
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

function byOpenssl(options: readonly string[], passphrase: string): Buffer {
  const files = ['-inkey', join(dir, 'key.pem'), '-in', join(dir, 'leaf.pem'), '-certfile', join(dir, 'chain.pem')];
  return execFileSync('openssl', ['pkcs12', '-export', ...files, '-name', '証明書', '-passout', 'env:P', ...options], {
    ...quiet,
    env: { ...process.env, P: passphrase },
  });
}

/** Into a database of NSS and out again. */
function byNss(options: readonly string[], passphrase: string): Buffer {
  const folder = mkdtempSync(join(dir, 'nss-'));
  const run = (tool: string, ...args: string[]) => execFileSync(tool, [...args, '-d', `sql:${folder}`], quiet);
  writeFileSync(join(folder, 'in.p12'), byOpenssl(['-name', 'own'], 'in'));
  run('certutil', '-N', '--empty-password');
  run('pk12util', '-i', join(folder, 'in.p12'), '-W', 'in');
  const nickname = /^(.+?) +u,u,u/mu.exec(run('certutil', '-L').toString('utf8'))?.[1] ?? '';
  run('pk12util', '-o', join(folder, 'out.p12'), '-n', nickname, '-W', passphrase, ...options);
  return readFileSync(join(folder, 'out.p12'));
}

const laidOut = (layout: Layout, passphrase: string) =>
  exportPkcs12({ keyDer: key.export({ type: 'pkcs8', format: 'der' }), leaf: leaf.raw, issuers: issuers.map((one) => one.raw) }, passphrase, layout);

async function expectWhole(pfx: Uint8Array, passphrase: string): Promise<void> {
  const read = await readPkcs12(pfx, passphrase);
  expect(read.ok ? 'read' : read.reason).toBe('read');
  if (!read.ok) return;
  expect([read.value.leaf.raw.equals(leaf.raw), read.value.issuers.length]).toEqual([true, 2]);
  expect(read.value.key.export({ type: 'pkcs1', format: 'pem' })).toBe(key.export({ type: 'pkcs1', format: 'pem' }));
}

const passphrase = 'Sakura 2024';
const japanese = ['暗証番号ひらけゴマ', 'ﾊﾟｽﾜｰﾄﾞ①㈱', 'かぎ🔑', ''];

describe("openssl's file", () => {
  it.each([
    ['as usual', []],
    ['of a hundred times the rounds', ['-iter', '200000']],
    ['with a MAC of SHA-1', ['-macalg', 'sha1']],
    ['with a MAC of SHA-384', ['-macalg', 'sha384']],
    ['with a MAC of SHA-512', ['-macalg', 'sha512']],
    ['without a MAC', ['-nomac']],
    ['of AES-128', ['-keypbe', 'AES-128-CBC', '-certpbe', 'AES-128-CBC']],
    ['of AES-192', ['-keypbe', 'AES-192-CBC', '-certpbe', 'AES-192-CBC']],
    ['of Triple DES by PBES2', ['-keypbe', 'DES-EDE3-CBC', '-certpbe', 'DES-EDE3-CBC']],
    ['of Triple DES', ['-keypbe', 'PBE-SHA1-3DES', '-certpbe', 'PBE-SHA1-3DES', '-macalg', 'sha1']],
    ['with certificates in clear', ['-certpbe', 'NONE']],
    ['with all in clear but for the MAC', ['-certpbe', 'NONE', '-keypbe', 'NONE']],
    ['as of old (RC2 of 40 bits, Triple DES)', ['-legacy']],
    ['of RC2 of 128 bits', ['-legacy', '-keypbe', 'PBE-SHA1-RC2-128', '-certpbe', 'PBE-SHA1-RC2-128']],
    ['of two-key Triple DES', ['-legacy', '-keypbe', 'PBE-SHA1-2DES', '-certpbe', 'PBE-SHA1-2DES']],
    ['of RC2 by PBES2', ['-legacy', '-keypbe', 'RC2-CBC', '-certpbe', 'RC2-CBC']],
  ])('%s is read', (_, options) => expectWhole(byOpenssl(options, passphrase), passphrase));

  it.each(japanese)('under the passphrase "%s" is read', async (own) => {
    await expectWhole(byOpenssl([], own), own);
    await expectWhole(byOpenssl(['-legacy'], own), own);
  });

  it('of RC4 is refused: to be exported again with AES', async () => {
    const pfx = byOpenssl(['-legacy', '-keypbe', 'PBE-SHA1-RC4-128', '-certpbe', 'PBE-SHA1-RC4-128'], passphrase);
    expect(await readPkcs12(pfx, passphrase)).toMatchObject({ ok: false, reason: 'encryption-unknown' });
  });
});

describe("NSS's file", () => {
  it.each([
    ['as usual', []],
    ['of AES-256', ['-c', 'AES-256-CBC', '-C', 'AES-256-CBC']],
    ['of AES-128', ['-c', 'AES-128-CBC', '-C', 'AES-128-CBC']],
    ['of Triple DES and RC2 of 40 bits', ['-c', 'PKCS #12 V2 PBE With SHA-1 And 3KEY Triple DES-CBC', '-C', 'PKCS #12 V2 PBE With SHA-1 And 40 Bit RC2 CBC']],
  ])('%s is read', (_, options) => expectWhole(byNss(options, passphrase), passphrase));

  it.each(['暗証番号ひらけゴマ', 'ﾊﾟｽﾜｰﾄﾞ①㈱'])('under the passphrase "%s" is read', async (own) => {
    await expectWhole(byNss([], own), own);
    await expectWhole(byNss(['-c', 'AES-256-CBC', '-C', 'AES-256-CBC'], own), own);
  });
});

const layouts: readonly (readonly [string, Layout])[] = [
  ['Windows, TripleDES_SHA1', windows],
  ['Windows, AES256_SHA256', { ...windows, key: 'aes256', certificates: 'aes256', mac: 'sha256' }],
  ['Windows, with its lengths of indefinite form', { ...windows, tlv: indefinite }],
  ['macOS', macos],
  ['macOS, in DER', { ...macos, tlv: windows.tlv }],
  ['a streaming writer of AES', { ...macos, key: 'aes256', certificates: 'aes256', mac: 'sha256' }],
];

describe('A file laid out as by', () => {
  it.each(layouts)('%s is read', async (_, layout) => {
    for (const own of [passphrase, ...japanese]) await expectWhole(laidOut(layout, own), own);
  });

  it.each(layouts)('%s and its wrong passphrase are told from damage', async (_, layout) => {
    const pfx = laidOut(layout, passphrase);
    expect(await readPkcs12(pfx, 'Sakura 2023')).toMatchObject({ ok: false, reason: 'passphrase-wrong' });
    const changed = Buffer.from(pfx);
    // Within the MAC's salt.
    const place = changed.length - 20;
    changed[place] = (changed[place] ?? 0) ^ 1;
    expect(await readPkcs12(changed, passphrase)).toMatchObject({ ok: false, reason: 'damaged' });
    expect(await readPkcs12(pfx.subarray(0, -200), passphrase)).toMatchObject({ ok: false, reason: 'damaged' });
  });
});

describe('A file that asks for too much', () => {
  it.each([
    ['rounds', () => laidOut({ ...windows, macRounds: 0x7f_ff_ff }, passphrase), 'too-much'],
    ['room', () => Buffer.alloc(2 * 1024 * 1024, 0x30), 'too-much'],
    ['depth', () => Buffer.from('3080'.repeat(100_000), 'hex'), 'damaged'],
    ['depth within its strings', () => Buffer.from('2480'.repeat(100_000), 'hex'), 'damaged'],
  ] as const)('is refused at once: %s', async (_, make, reason) => {
    expect(await readPkcs12(make(), passphrase)).toMatchObject({ ok: false, reason, problem: { code: 'certificate-file-unreadable' } });
  });

  it.each([0, 1, 7, 100, 1000])('or is none at all: %i octets', async (length) => {
    expect(await readPkcs12(Buffer.alloc(length, 0x41), passphrase)).toMatchObject({ ok: false, reason: 'damaged' });
  });

  it('without a key, or with the key of another certificate, is none of a person', async () => {
    const other = await generateKey(2048);
    expect(await readPkcs12(await makePkcs12({ key: other, leaf, issuers }, 'p', 'x'), 'p')).toMatchObject({ ok: false, reason: 'no-identity' });
    const pfx = execFileSync('openssl', ['pkcs12', '-export', '-nokeys', '-in', join(dir, 'leaf.pem'), '-passout', 'pass:p'], quiet);
    expect(await readPkcs12(pfx, 'p')).toMatchObject({ ok: false, reason: 'no-identity' });
  });
});

describe("Kaitsu's own file", () => {
  it('holds every string in one piece: BoringSSL opens nothing else', async () => {
    const pfx = await makePkcs12({ key, leaf, issuers }, passphrase, 'Kaitsu');
    writeFileSync(join(dir, 'own.p12'), pfx);
    const printed = execFileSync('openssl', ['asn1parse', '-inform', 'DER', '-in', join(dir, 'own.p12')], quiet).toString('latin1');
    expect(printed).not.toMatch(/cons: +OCTET STRING|l= *inf/u);
    await expectWhole(pfx, passphrase);
  });

  it('gives back a key that signs', async () => {
    const read = await readPkcs12(await makePkcs12({ key, leaf, issuers }, passphrase, 'Kaitsu'), passphrase);
    expect(read.ok && leaf.checkPrivateKey(createPrivateKey(read.value.key.export({ type: 'pkcs8', format: 'pem' })))).toBe(true);
  });
});
