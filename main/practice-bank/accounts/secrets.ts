import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes, randomInt, scrypt, timingSafeEqual } from 'node:crypto';

/**
 * How the bank keeps secrets: what is short (PINs, one-time passwords) as scrypt hashes (RFC 7914), what
 * is 256 random bits (tokens) as SHA-256, and what it must be able to give again sealed under a key
 * that only the client holds. Nothing is kept in clear.
 */

/** scrypt's N: one check takes about 50 ms. Tests may hand in less. */
export const usualScryptCost = 2 ** 14;
/** Of a practice that is thrown away: sixteen times as quick. */
export const fleetingScryptCost = 2 ** 10;
const blockSize = 8;
const hashLength = 32;

function derive(secret: string, salt: Buffer, cost: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(secret, salt, hashLength, { N: cost, r: blockSize, p: 1, maxmem: 256 * cost * blockSize }, (error, key) => {
      if (error) reject(error);
      else resolve(key);
    });
  });
}

/** @returns `scrypt$N$salt$hash`, salt and hash in base64 */
export async function hashPin(pin: string, cost: number): Promise<string> {
  const salt = randomBytes(16);
  return `scrypt$${cost}$${salt.toString('base64')}$${(await derive(pin, salt, cost)).toString('base64')}`;
}

/** Whether the PIN is the one that was hashed; takes as long for a wrong one as for a right one. */
export async function matchesPin(pin: string, hash: string): Promise<boolean> {
  const [kind, cost, salt, expected] = hash.split('$');
  if (kind !== 'scrypt' || cost === undefined || salt === undefined || expected === undefined) throw new Error('not a PIN hash');
  return timingSafeEqual(await derive(pin, Buffer.from(salt, 'base64'), Number(cost)), Buffer.from(expected, 'base64'));
}

/** @returns a fresh token of 256 random bits, base64url */
export function makeToken(): string {
  return randomBytes(32).toString('base64url');
}

/** @returns SHA-256, hexadecimal: enough for what is random or only has to be told apart */
export function fingerprint(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex');
}

/** Whether two fingerprints are equal, in constant time. */
export function sameFingerprint(one: string, other: string): boolean {
  return one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));
}

/** @returns a random number of `length` decimal digits */
export function randomDigits(length: number): string {
  return Array.from({ length }, () => randomInt(10)).join('');
}

/** Each purpose has a key of its own, even where the holder's secret is the same. */
export type SealPurpose = 'grant' | 'answer';

function sealKey(holderSecret: string, salt: Buffer, purpose: SealPurpose): Buffer {
  return Buffer.from(hkdfSync('sha256', holderSecret, salt, `kaitsu sandbox ${purpose}`, 32));
}

/**
 * Encrypts with AES-256-GCM under a key derived (HKDF, RFC 5869) from a secret that the bank itself does
 * not keep: only who comes back with that secret makes it readable again.
 * @returns salt, nonce, tag and ciphertext, base64
 */
export function seal(text: string, holderSecret: string, purpose: SealPurpose): string {
  const salt = randomBytes(16);
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', sealKey(holderSecret, salt, purpose), nonce);
  const encrypted = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([salt, nonce, cipher.getAuthTag(), encrypted]).toString('base64');
}

/** Opens what `seal` made. @throws when the secret is another one, or the text was changed */
export function unseal(sealed: string, holderSecret: string, purpose: SealPurpose): string {
  const bytes = Buffer.from(sealed, 'base64');
  const decipher = createDecipheriv('aes-256-gcm', sealKey(holderSecret, bytes.subarray(0, 16), purpose), bytes.subarray(16, 28));
  decipher.setAuthTag(bytes.subarray(28, 44));
  return Buffer.concat([decipher.update(bytes.subarray(44)), decipher.final()]).toString('utf8');
}
