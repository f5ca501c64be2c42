import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { sealFor } from '../../main/support-bundle/seal.ts';

/** The seal on a file for support is opened by what the bank has: OpenSSL and its key. */

const folder = mkdtempSync(join(tmpdir(), 'kaitsu-seal-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const openssl = (...words: readonly string[]) => execFileSync('openssl', words, { cwd: folder, stdio: 'pipe' });

/** @returns a certificate as a profile has it; its key lies beside it */
function makeKey(name: string, kind: readonly string[]): string {
  openssl('req', '-x509', '-nodes', ...kind, '-keyout', `${name}.key`, '-out', `${name}.pem`, '-subj', '/CN=Support', '-days', '2');
  return readFileSync(join(folder, `${name}.pem`), 'utf8');
}

function openWith(name: string, sealed: Uint8Array): Buffer {
  writeFileSync(join(folder, 'sealed.p7m'), sealed);
  openssl('cms', '-decrypt', '-inform', 'DER', '-binary', '-in', 'sealed.p7m', '-inkey', `${name}.key`, '-recip', `${name}.pem`, '-out', 'opened');
  return readFileSync(join(folder, 'opened'));
}

const keys = {
  'RSA of 2048 bits': ['-newkey', 'rsa:2048'],
  'RSA of 3072 bits': ['-newkey', 'rsa:3072'],
  'P-256': ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256'],
  'P-384': ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-384'],
} as const;

describe('a sealed file', () => {
  it.each(Object.entries(keys))('is opened with the bank’s key, and with no other: %s', async (title, kind) => {
    const name = title.replaceAll(' ', '-');
    const certificate = makeKey(name, kind);
    makeKey('other', kind);
    for (const content of [Buffer.alloc(0), Buffer.from('PK'), randomBytes(300_000)]) {
      const sealed = await sealFor(certificate, content);
      expect(Buffer.from(sealed).includes(content.subarray(0, 16)) && content.length > 2).toBe(false);
      expect(openWith(name, sealed).equals(content)).toBe(true);
      expect(() => openWith('other', sealed)).toThrow();
    }
  });

  it('is another one each time, so that nobody sees that two are alike', async () => {
    const certificate = makeKey('again', keys['P-256']);
    const [one, other] = [await sealFor(certificate, Buffer.from('the same')), await sealFor(certificate, Buffer.from('the same'))];
    expect(Buffer.from(one).equals(other)).toBe(false);
  });

  it('is not made for what is no certificate', async () => {
    await expect(sealFor('-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----', Buffer.from('x'))).rejects.toThrow('No key to seal for');
  });
});
