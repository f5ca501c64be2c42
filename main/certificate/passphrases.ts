import { randomBytes } from 'node:crypto';
import type { ContractorId, Serial } from '../../preload/contract/identities.ts';
import type { KeychainCode, Outcome } from '../../preload/contract/problem.ts';
import { Redacted, type Secret } from '../support/redacted.ts';

/** What the certificate keeps in the OS keychain; the names are documented in docs/keychain.md. */
export type PassphraseName = `certificate/${string}` | `pending-key/${string}` | `retrieved/${string}`;

/** The keychain, as far as certificates need it. */
export type PassphraseKeeper = {
  read(name: PassphraseName): Promise<Outcome<Secret | null, KeychainCode>>;
  keep(name: PassphraseName, secret: Secret): Promise<Outcome<void, KeychainCode>>;
  forget(name: PassphraseName): Promise<Outcome<void, KeychainCode>>;
};

/** Gives the number of random bytes asked for. */
export type RandomSource = (bytes: number) => Uint8Array;

export const systemRandom: RandomSource = (bytes) => randomBytes(bytes);

/** @returns 256 random bits in hexadecimal: plain ASCII, which every PKCS#12 reader encodes alike */
export function makePassphrase(random: RandomSource): Secret {
  return new Redacted(Buffer.from(random(32)).toString('hex'));
}

/** The account of a bundle's passphrase. */
export function bundlePassphraseName(contractorId: ContractorId, serial: Serial): PassphraseName {
  return `certificate/${contractorId}-${serial}`;
}

/** The account of the passphrase of a key whose certificate has not come yet. */
export function pendingPassphraseName(contractorId: ContractorId): PassphraseName {
  return `pending-key/${contractorId}`;
}

/** The account that says which right was turned into which certificate. */
export function retrievedName(contractorId: ContractorId): PassphraseName {
  return `retrieved/${contractorId}`;
}
