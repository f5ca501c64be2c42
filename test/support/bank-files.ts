import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import practiceProfile from '../../assets/bank-profiles/practice.json';
import { type BankFileContent, bankFileContentSchema, readBankFile } from '../../main/bank-file/bank-file.ts';
import { signBankFile } from '../../tools/bank-file/sign.ts';
import { createTestAuthority } from './test-authority.ts';

/** Bank files of a bank that there is not. */

export const signingKey = (kind: 'ed25519' | 'p256' = 'ed25519'): KeyObject =>
  kind === 'ed25519' ? generateKeyPairSync('ed25519').privateKey : generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;

/** When the tests play. */
export const today = new Date('2026-12-01T03:00:00Z');

const { certificate: authority } = createTestAuthority('Asahi Bank Authority');
const same = (text: string) => ({ ja: text, en: text, ko: text });

/** The profile of あさひ銀行. */
export const asahiProfile = {
  ...practiceProfile,
  id: 'asahi',
  name: { ja: 'あさひ銀行', en: 'Asahi Bank', ko: '아사히 은행' },
  practice: false,
  baseUrl: 'https://ib.asahi.example:8443/',
  authority,
};

export const content = (some: Readonly<Record<string, unknown>> = {}): BankFileContent =>
  bankFileContentSchema.parse({
    format: 1,
    version: 3,
    issuedAt: '2026-11-01T00:00:00Z',
    expiresAt: '2027-11-01T00:00:00Z',
    signer: { name: same('あさひ銀行 事務部') },
    profile: asahiProfile,
    ...some,
  });

/** @returns the file's bytes */
export const bankFile = (key: KeyObject, some: Readonly<Record<string, unknown>> = {}): Buffer => Buffer.from(signBankFile(content(some), key));

/** @returns the fingerprint as the bank prints it */
export function printedFingerprint(bytes: Uint8Array): string {
  const read = readBankFile(bytes);
  if (!read.ok) throw new Error(read.problem.code);
  return read.value.fingerprint;
}
