import { createPrivateKey, generateKeyPair, type KeyObject } from 'node:crypto';
import { promisify } from 'node:util';

/**
 * The RSA key of a certificate. Made by OpenSSL on libuv's pool, so that the main thread stays free; it
 * exists as a KeyObject only and leaves memory encrypted, never in clear.
 */

/** What a bank profile may ask for, 2048 unless it says otherwise, and at most what its EST server may. */
export type KeyBits = 2048 | 3072 | 4096;
export const largestKeyBits: KeyBits = 4096;
const keySizes: readonly KeyBits[] = [2048, 3072, largestKeyBits];

/**
 * The size of the key for a server that names one (RFC 7030 section 4.5).
 * @param least what the server wants at least, in bits
 * @returns never less than the usual size; the usual one as well where the server wants more than Kaitsu makes
 */
export function keyBitsFor(usual: KeyBits, least: number): KeyBits {
  return keySizes.find((bits) => bits >= usual && bits >= least) ?? usual;
}

/** @returns the size of an RSA key, in bits */
export function bitsOf(key: KeyObject): number {
  return key.asymmetricKeyDetails?.modulusLength ?? 0;
}

/** @returns a fresh RSA private key of the given size (public exponent 65537) */
export async function generateKey(bits: KeyBits): Promise<KeyObject> {
  const pair = await promisify(generateKeyPair)('rsa', { modulusLength: bits });
  return pair.privateKey;
}

/** @returns encrypted PKCS#8 in PEM (PBES2, AES-256), for a key that must outlive a crash */
export function sealKey(key: KeyObject, passphrase: string): string {
  return key.export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase }).toString();
}

/** @returns the key in an encrypted PKCS#8 PEM; null when the passphrase is wrong or the text is damaged */
export function openKey(pem: string, passphrase: string): KeyObject | null {
  try {
    return createPrivateKey({ key: pem, passphrase });
  } catch {
    return null;
  }
}

/** A key that is made while the person still types. */
export type KeyAhead = {
  /** Begins to make a key of the usual size unless one is made already. Never throws. */
  prepare(): void;
  /**
   * Hands the prepared key out, once; makes one when none is ready, making it failed, or a larger one is wanted.
   * @param least the size, in bits, where it is not the usual one
   */
  take(least?: number): Promise<KeyObject>;
};

/**
 * @param usual the size that the bank profile asks for
 * @param generate makes one key
 * @returns the key made ahead; nobody gets the same key twice
 */
export function createKeyAhead(usual: KeyBits, generate: (bits: KeyBits) => Promise<KeyObject> = generateKey): KeyAhead {
  let ahead: Promise<KeyObject | null> | null = null;
  return {
    prepare() {
      ahead ??= generate(usual).catch(() => null);
    },
    async take(least = 0) {
      const bits = keyBitsFor(usual, least);
      if (bits !== usual) return generate(bits);
      const prepared = ahead;
      ahead = null;
      return (await prepared) ?? generate(usual);
    },
  };
}
