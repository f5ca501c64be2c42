import { execFileSync } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import practiceProfile from '../../assets/bank-profiles/practice.json';
import { checkBankProfile } from '../../main/bank/load-profile.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kaitsu-support-key-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('the key of a bank’s support', () => {
  const certificateOf = (...newKey: readonly string[]) => {
    const file = join(folder, 'c.pem');
    execFileSync('openssl', ['req', '-x509', ...newKey, '-nodes', '-keyout', join(folder, 'k.pem'), '-out', file, '-subj', '/CN=S', '-days', '1'], {
      stdio: 'pipe',
    });
    return readFileSync(file, 'utf8');
  };
  const profileWith = (key: unknown) => checkBankProfile({ ...practiceProfile, support: { ...practiceProfile.support, key } });

  test('is a certificate of RSA, P-256 or P-384, or left out', () => {
    for (const newKey of [
      ['-newkey', 'rsa:2048'],
      ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256'],
      ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-384'],
    ])
      expect(profileWith(certificateOf(...newKey)).ok).toBe(true);
    expect([profileWith(null).ok, profileWith(undefined).ok]).toEqual([true, true]);
  });

  test.each([
    ['no PEM', () => 'key'],
    ['two certificates', () => certificateOf('-newkey', 'rsa:2048').repeat(2)],
    ['a certificate with a line missing', () => certificateOf('-newkey', 'rsa:2048').replace(/\n.*\n/u, '\n')],
    ['a private key', () => generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ type: 'pkcs8', format: 'pem' })],
    ['of Ed25519, for which nothing can be sealed', () => certificateOf('-newkey', 'ed25519')],
    ['a weak one', () => certificateOf('-newkey', 'rsa:1024')],
  ])('that is %s is a defect of the profile, at its place', (_what, key) => {
    expect(profileWith(key())).toMatchObject({ ok: false, defects: [{ at: 'support.key' }] });
  });
});
