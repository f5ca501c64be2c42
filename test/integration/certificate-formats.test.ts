import { type ExecFileSyncOptionsWithStringEncoding, execFileSync } from 'node:child_process';
import { generateKeyPairSync, type KeyObject, X509Certificate } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect } from 'node:tls';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeCertificateRequest } from '../../main/certificate/certificate-request.ts';
import { installWholly } from '../../main/certificate/installation.ts';
import { generateKey } from '../../main/certificate/key.ts';
import { makePkcs12, readPkcs12 } from '../../main/certificate/pkcs12.ts';
import { createNssStore, nssFolder } from '../../main/certificate/stores/nss.ts';
import { makeTransportPkcs12 } from '../../main/certificate/stores/transport-pkcs12.ts';
import { isCertificate, serialOf } from '../../main/certificate/x509.ts';
import { Redacted } from '../../main/support/redacted.ts';
import { contractorIdSchema } from '../../preload/contract/identities.ts';
import { createEstAuthority, type EstAuthority } from '../../tools/est/est-authority.ts';

const subject = { contractorId: contractorIdSchema.parse('12345678901'), organization: '株式会社開通商事・高輪支店' };
const passphrase = 'f0'.repeat(32);
let dir: string;
let authority: EstAuthority;
let key: KeyObject;
let leaf: X509Certificate;
let issuers: readonly X509Certificate[];
let path: string;

const quiet: ExecFileSyncOptionsWithStringEncoding = { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] };
const openssl = (...args: readonly string[]) => execFileSync('openssl', args, { ...quiet, env: { ...process.env, PASSPHRASE: passphrase } });

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'kaitsu-formats-'));
  authority = createEstAuthority(join(dir, 'authority'));
  key = await generateKey(2048);
  leaf = new X509Certificate(authority.issue(await makeCertificateRequest(key, subject), 'none'));
  issuers = [authority.issuingPem, authority.rootPem].map((pem) => new X509Certificate(pem));
  path = join(dir, 'bundle.p12');
  writeFileSync(path, await makePkcs12({ key, leaf, issuers }, passphrase, 'Kaitsu 12345678901 01'));
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

describe('The certification request', () => {
  it.each([2048, 3072, 4096] as const)('of a key of %i bits is verified by openssl, with the company in Japanese', async (bits) => {
    const own = generateKeyPairSync('rsa', { modulusLength: bits }).privateKey;
    writeFileSync(join(dir, 'request.der'), await makeCertificateRequest(own, subject));
    const printed = openssl(
      'req',
      '-inform',
      'DER',
      '-in',
      join(dir, 'request.der'),
      '-verify',
      '-noout',
      '-text',
      '-nameopt',
      'utf8,sep_comma_plus,show_type',
    );
    expect(printed).toContain(`O=UTF8STRING:${subject.organization},CN=UTF8STRING:${subject.contractorId}`);
    expect(printed).toContain(`Public-Key: (${bits} bit)`);
    expect(printed).toContain('sha256WithRSAEncryption');
  });

  it('is the same to the byte when it is made again after a crash', async () => {
    const [first, second] = [await makeCertificateRequest(key, subject), await makeCertificateRequest(key, subject)];
    expect(Buffer.from(first).equals(second)).toBe(true);
  });
});

describe('The bundle', () => {
  it('has AES-256 over key and certificates and a SHA-256 MAC', () => {
    const printed = execFileSync('sh', ['-c', 'openssl pkcs12 -in "$1" -info -noenc -passin env:PASSPHRASE 2>&1', 'sh', path], {
      encoding: 'utf8',
      env: { ...process.env, PASSPHRASE: passphrase },
    });
    expect(printed).toContain('MAC: sha256');
    expect(printed).toMatch(/Shrouded Keybag: PBES2, PBKDF2, AES-256-CBC, Iteration 2048, PRF hmacWithSHA256/u);
    expect(printed).toMatch(/PKCS7 Encrypted data: PBES2, PBKDF2, AES-256-CBC, Iteration 2048, PRF hmacWithSHA256/u);
    expect(printed.match(/friendlyName: Kaitsu 12345678901 01/gu)).toHaveLength(2);
    expect(new Set(printed.match(/localKeyID: .*/gu)).size).toBe(1);
  });

  it('gives openssl the certificate, the chain and the key', () => {
    const certificates = openssl('pkcs12', '-in', path, '-nokeys', '-passin', 'env:PASSPHRASE');
    expect(certificates.match(/BEGIN CERTIFICATE/gu)).toHaveLength(3);
    const written = openssl('pkcs12', '-in', path, '-nocerts', '-noenc', '-passin', 'env:PASSPHRASE');
    writeFileSync(join(dir, 'own.pem'), certificates + written, { mode: 0o600 });
    expect(openssl('pkey', '-in', join(dir, 'own.pem'), '-pubout').trim()).toBe(openssl('x509', '-in', join(dir, 'own.pem'), '-noout', '-pubkey').trim());
  });

  it('shows nothing to who lacks the passphrase', async () => {
    expect(() => openssl('pkcs12', '-in', path, '-nokeys', '-passin', 'pass:wrong')).toThrow();
    const pfx = await makePkcs12({ key, leaf, issuers }, passphrase, 'Kaitsu');
    expect(await readPkcs12(pfx, 'wrong')).toMatchObject({ ok: false, problem: { code: 'certificate-file-unreadable' } });
    expect(Buffer.from(pfx).includes(subject.contractorId)).toBe(false);
  });

  it('is refused when a byte of it is changed or the end is missing', async () => {
    const pfx = await makePkcs12({ key, leaf, issuers }, passphrase, 'Kaitsu');
    const changed = Uint8Array.from(pfx);
    changed[700] = (changed[700] ?? 0) ^ 1;
    for (const damaged of [changed, pfx.subarray(0, -20), new Uint8Array(0)]) {
      expect(await readPkcs12(damaged, passphrase)).toMatchObject({ ok: false, problem: { code: 'certificate-file-unreadable' } });
    }
  });

  it('is read back whole', async () => {
    const read = await readPkcs12(await makePkcs12({ key, leaf, issuers }, passphrase, 'Kaitsu'), passphrase);
    expect(read.ok && [read.value.key.equals(key), read.value.leaf.raw.equals(leaf.raw), read.value.issuers.length]).toEqual([true, true, 2]);
  });

  it('of openssl is read as well', async () => {
    writeFileSync(join(dir, 'key.pem'), key.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 });
    writeFileSync(join(dir, 'leaf.pem'), leaf.toString());
    const made = execFileSync('openssl', ['pkcs12', '-export', '-inkey', join(dir, 'key.pem'), '-in', join(dir, 'leaf.pem'), '-passout', 'pass:abc'], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    expect((await readPkcs12(made, 'abc')).ok).toBe(true);
  });

  it('opens a TLS connection that shows the certificate', async () => {
    const pfx = Buffer.from(await makePkcs12({ key, leaf, issuers }, passphrase, 'Kaitsu'));
    const server = createServer({ ...authority.server, ca: authority.rootPem, requestCert: true, rejectUnauthorized: true });
    const seen = new Promise<string>((resolve) => server.on('secureConnection', (socket) => resolve(String(socket.getPeerCertificate().subject.CN))));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const socket = connect({ port: (server.address() as AddressInfo).port, host: '127.0.0.1', ca: authority.rootPem, pfx, passphrase });
    expect(await seen).toBe(subject.contractorId);
    socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  });

  it('for the way into macOS is one that its older reader knows: Triple DES, SHA-1, one certificate', async () => {
    writeFileSync(join(dir, 'transport.p12'), await makeTransportPkcs12({ key, leaf, issuers }, passphrase, 'Kaitsu'));
    const printed = execFileSync('sh', ['-c', 'openssl pkcs12 -legacy -in "$1" -info -noenc -passin env:PASSPHRASE 2>&1', 'sh', join(dir, 'transport.p12')], {
      encoding: 'utf8',
      env: { ...process.env, PASSPHRASE: passphrase },
    });
    expect(printed).toContain('MAC: sha1');
    expect(printed).toContain('pbeWithSHA1And3-KeyTripleDES-CBC');
    expect(printed.match(/BEGIN CERTIFICATE/gu)).toHaveLength(1);
    // The issuing authority's key is on a curve: written again, the certificate's signature would fail.
    const carried = new X509Certificate(/-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/u.exec(printed)?.[0] ?? '');
    expect([carried.raw.equals(leaf.raw), carried.verify(new X509Certificate(authority.issuingPem).publicKey)]).toEqual([true, true]);
  });
});

describe("The database of Chrome's and Chromium's certificates", () => {
  const never = () => new AbortController().signal;
  const home = () => mkdtempSync(join(dir, 'home-'));
  const certutil = (folder: string, ...args: string[]) => execFileSync('certutil', [...args, '-d', `sql:${folder}`], quiet);

  async function another(sameKey: boolean) {
    const own = sameKey ? key : await generateKey(2048);
    const certificate = new X509Certificate(authority.issue(await makeCertificateRequest(own, subject), 'none'));
    const nickname = `Kaitsu ${subject.contractorId} ${serialOf(certificate)}`;
    const bundle = { key: own, leaf: certificate, issuers };
    return { serial: serialOf(certificate), passphrase: new Redacted(passphrase), nickname, bundle, pfx: await makePkcs12(bundle, passphrase, nickname) };
  }

  it('is made when it is missing, and takes the certificate with its key', async () => {
    const place = home();
    const store = createNssStore({ home: place, temporary: dir });
    const first = await another(false);
    expect(await store.install(first, never())).toMatchObject({ ok: true });
    expect(certutil(nssFolder({ home: place }), '-L')).toMatch(new RegExp(`${first.nickname}\\s+u,u,u`, 'u'));
    expect(certutil(nssFolder({ home: place }), '-K')).toContain(first.nickname);
  });

  it('takes the same certificate twice as once', async () => {
    const store = createNssStore({ home: home(), temporary: dir });
    const first = await another(false);
    await store.install(first, never());
    expect(await store.install(first, never())).toMatchObject({ ok: true });
    const listed = await store.list(never());
    expect(listed.ok && listed.value.map(serialOf)).toEqual([first.serial]);
  });

  it('loses just the one that is removed, with its key, though a renewed one has the same subject', async () => {
    const place = home();
    const store = createNssStore({ home: place, temporary: dir });
    const [first, second, third] = [await another(false), await another(false), await another(true)];
    for (const one of [first, second, third]) await store.install(one, never());
    expect(await store.remove((one) => serialOf(one) === first.serial, never())).toMatchObject({ ok: true });
    const listed = await store.list(never());
    expect(listed.ok && listed.value.map(serialOf).sort()).toEqual([second.serial, third.serial].sort());
    expect(certutil(nssFolder({ home: place }), '-K').match(/rsa/gu)).toHaveLength(2);
    expect(certutil(nssFolder({ home: place }), '-L').match(/Kaitsu.*u,u,u/gu)).toHaveLength(2);
  });

  it.each(['1', '会社の証明書', 'last year: 2025', '-n', 'Kaitsu', 'a  b'])(
    'takes a certificate also where one of its subject stands already, put there by hand as "%s"',
    async (nickname) => {
      const place = home();
      const store = createNssStore({ home: place, temporary: dir });
      const [byHand, own] = [await another(false), await another(false)];
      const path = join(place, 'by-hand.p12');
      await store.prepare?.(never());
      writeFileSync(path, Buffer.from(await makePkcs12(byHand.bundle, passphrase, nickname)));
      execFileSync('pk12util', ['-i', path, '-d', `sql:${nssFolder({ home: place })}`, '-W', passphrase], quiet);
      const kept = { name: { contractorId: subject.contractorId, serial: own.serial }, pfx: own.pfx, passphrase: own.passphrase, bundle: own.bundle };
      expect(await installWholly(store, kept, await store.list(never()), never())).toMatchObject({ ok: true });
      const listed = await store.list(never());
      expect(listed.ok && listed.value.map(serialOf).sort()).toEqual([byHand.serial, own.serial].sort());
      expect(await store.remove(isCertificate(own.bundle.leaf), never())).toMatchObject({ ok: true });
      expect(certutil(nssFolder({ home: place }), '-L')).toMatch(new RegExp(`^(?:NSS Certificate DB:)?${nickname} +u,u,u`, 'mu'));
      expect(certutil(nssFolder({ home: place }), '-K').match(/rsa/gu)).toHaveLength(1);
    },
  );

  it('is left without certificate and key by an installation that did not come to its end', async () => {
    const place = home();
    const store = createNssStore({ home: place, temporary: dir });
    const own = await another(false);
    await store.install(own, never());
    // As where the tool died between key and certificate.
    certutil(nssFolder({ home: place }), '-D', '-n', own.nickname);
    expect(certutil(nssFolder({ home: place }), '-K')).toMatch(/rsa/u);
    expect(await store.undoInstall?.(own.bundle.leaf, never())).toMatchObject({ ok: true });
    const keys = execFileSync('sh', ['-c', 'certutil -K -d "$1" 2>&1 || true', 'sh', `sql:${nssFolder({ home: place })}`], quiet);
    expect(keys).not.toMatch(/rsa/u);
    expect(await store.install(own, never())).toMatchObject({ ok: true });
  });

  it('keeps what others put there', async () => {
    const place = home();
    const folder = nssFolder({ home: place });
    mkdirSync(folder, { recursive: true });
    certutil(folder, '-N', '--empty-password');
    certutil(folder, '-A', '-n', 'Company CA', '-t', 'C,,', '-i', join(dir, 'authority', 'rogue-root.pem'));
    const store = createNssStore({ home: place, temporary: dir });
    const first = await another(false);
    await store.install(first, never());
    await store.remove((one) => serialOf(one) === first.serial, never());
    expect(certutil(folder, '-L')).toMatch(/Company CA\s+C,,/u);
    expect(await store.remove(() => false, never())).toMatchObject({ ok: true });
  });

  it('refuses a wrong passphrase, and leaves no temporary file', async () => {
    const place = home();
    const temporary = mkdtempSync(join(dir, 'temporary-'));
    const store = createNssStore({ home: place, temporary });
    expect(await store.install({ ...(await another(false)), passphrase: new Redacted('wrong') }, never())).toMatchObject({
      ok: false,
      problem: { code: 'certificate-store-refused' },
    });
    expect(execFileSync('ls', ['-A', temporary], quiet)).toBe('');
  });

  it('that Chromium reads already in its newer place is used there', () => {
    const place = home();
    const newer = join(place, '.local', 'share', 'pki', 'nssdb');
    mkdirSync(newer, { recursive: true });
    certutil(newer, '-N', '--empty-password');
    expect(nssFolder({ home: place })).toBe(newer);
    expect(nssFolder({ home: home() })).toMatch(/\.pki\/nssdb$/u);
  });
});
