import { createDecipheriv } from 'node:crypto';
import { type Ber, octetsOf, oidOf, smallIntegerOf, tags } from '../ber.ts';
import { type Budget, type Digest, deriveByPbkdf2, deriveByPkcs12, type Encodings, purposes, type Salted } from './derivation.ts';
import { Unreadable } from './unreadable.ts';

/**
 * What encrypts keys and certificates in PKCS#12: PBES2 (RFC 8018 section 6.2) and the schemes of RFC 7292
 * appendix C. RC2 is node-forge's, since neither OpenSSL 3 nor BoringSSL has it at hand; it is loaded for a file that needs it alone
 * (some ten MiB). RC4 is refused.
 */

/** An AlgorithmIdentifier and what it encrypted. */
export type Encrypted = { readonly algorithm: Ber | undefined; readonly data: Uint8Array };

const pbes2 = '1.2.840.113549.1.5.13';
const pbkdf2 = '1.2.840.113549.1.5.12';

/** HMAC by its object identifier (RFC 8018 appendix B.1): the PRF of PBKDF2, and the MAC of PBMAC1. */
export const digestsOfHmac: ReadonlyMap<string, Digest> = new Map([
  ['1.2.840.113549.2.7', 'sha1'],
  ['1.2.840.113549.2.8', 'sha224'],
  ['1.2.840.113549.2.9', 'sha256'],
  ['1.2.840.113549.2.10', 'sha384'],
  ['1.2.840.113549.2.11', 'sha512'],
]);

type Cipher = { readonly name: string; readonly keyLength: number };

const blockCiphers: ReadonlyMap<string, Cipher> = new Map([
  ['2.16.840.1.101.3.4.1.2', { name: 'aes-128-cbc', keyLength: 16 }],
  ['2.16.840.1.101.3.4.1.22', { name: 'aes-192-cbc', keyLength: 24 }],
  ['2.16.840.1.101.3.4.1.42', { name: 'aes-256-cbc', keyLength: 32 }],
  ['1.2.840.113549.3.7', { name: 'des-ede3-cbc', keyLength: 24 }],
]);

const rc2Cbc = '1.2.840.113549.3.2';
/** The version of RC2's parameters says how many bits of the key count (RFC 8018 appendix B.2.3). */
const rc2Bits: ReadonlyMap<number, number> = new Map([
  [160, 40],
  [120, 64],
  [58, 128],
]);

/** The schemes of RFC 7292 appendix C: octets of the key that is derived, and the cipher that it becomes. */
const oldSchemes: ReadonlyMap<string, { readonly keyLength: number; readonly decrypt: Decrypt }> = new Map([
  ['1.2.840.113549.1.12.1.3', { keyLength: 24, decrypt: (key, iv, data) => byBlockCipher('des-ede3-cbc', key, iv, data) }],
  // Two keys: the first one is used again as the third.
  ['1.2.840.113549.1.12.1.4', { keyLength: 16, decrypt: (key, iv, data) => byBlockCipher('des-ede3-cbc', Buffer.concat([key, key.subarray(0, 8)]), iv, data) }],
  ['1.2.840.113549.1.12.1.5', { keyLength: 16, decrypt: (key, iv, data) => byRc2(128, key, iv, data) }],
  ['1.2.840.113549.1.12.1.6', { keyLength: 5, decrypt: (key, iv, data) => byRc2(40, key, iv, data) }],
]);

type Decrypt = (key: Buffer, iv: Uint8Array, data: Uint8Array) => Buffer | null | Promise<Buffer | null>;

function byBlockCipher(name: string, key: Uint8Array, iv: Uint8Array, data: Uint8Array): Buffer | null {
  try {
    const decipher = createDecipheriv(name, key, iv);
    return Buffer.concat([decipher.update(data), decipher.final()]);
  } catch {
    return null;
  }
}

async function byRc2(bits: number, key: Uint8Array, iv: Uint8Array, data: Uint8Array): Promise<Buffer | null> {
  if (iv.length !== 8 || data.length === 0 || data.length % 8 !== 0) return null;
  const { default: forge } = await import('node-forge');
  const decipher = forge.rc2.createDecryptionCipher(Buffer.from(key).toString('latin1'), bits);
  decipher.start(Buffer.from(iv).toString('latin1'));
  decipher.update(forge.util.createBuffer(Buffer.from(data).toString('latin1')));
  return decipher.finish() ? Buffer.from(decipher.output.getBytes(), 'latin1') : null;
}

/** @returns salt and rounds of the parameters that PBKDF2 and RFC 7292 alike begin with */
export function saltedOf(parameters: Ber | undefined): Salted {
  const salt = octetsOf(parameters?.children[0]);
  const rounds = smallIntegerOf(parameters?.children[1]);
  if (salt === null || rounds === null || rounds < 1) throw new Unreadable('damaged');
  return { salt, rounds };
}

/** PBKDF2-params (RFC 8018 appendix A.2). @returns the derivation; throws encryption-unknown where it is another one */
export function pbkdf2Of(derivation: Ber | undefined): { readonly salted: Salted; readonly digest: Digest; readonly keyLength: number | null } {
  if (oidOf(derivation?.children[0]) !== pbkdf2) throw new Unreadable('encryption-unknown');
  const parameters = derivation?.children[1];
  const prf = parameters?.children.find((one) => one.tag === tags.sequence);
  const digest = prf === undefined ? 'sha1' : digestsOfHmac.get(oidOf(prf.children[0]));
  if (digest === undefined) throw new Unreadable('encryption-unknown');
  return { salted: saltedOf(parameters), digest, keyLength: smallIntegerOf(parameters?.children[2]) };
}

async function byPbes2(parameters: Ber | undefined, data: Uint8Array, passphrase: Uint8Array, budget: Budget): Promise<Buffer | null> {
  const { salted, digest, keyLength } = pbkdf2Of(parameters?.children[0]);
  const scheme = parameters?.children[1];
  const name = oidOf(scheme?.children[0]);
  const options = scheme?.children[1];
  if (name === rc2Cbc) {
    const bits = rc2Bits.get(smallIntegerOf(options?.children[0]) ?? 0);
    const iv = octetsOf(options?.children[1]);
    if (bits === undefined || iv === null) throw new Unreadable('encryption-unknown');
    return byRc2(bits, await deriveByPbkdf2(passphrase, salted, Math.min(keyLength ?? bits / 8, 128), digest, budget), iv, data);
  }
  const cipher = blockCiphers.get(name);
  const iv = octetsOf(options);
  if (cipher === undefined) throw new Unreadable('encryption-unknown');
  if (iv === null) throw new Unreadable('damaged');
  return byBlockCipher(cipher.name, await deriveByPbkdf2(passphrase, salted, cipher.keyLength, digest, budget), iv, data);
}

async function byOldScheme(name: string, parameters: Ber | undefined, data: Uint8Array, passphrase: Uint8Array, budget: Budget): Promise<Buffer | null> {
  const scheme = oldSchemes.get(name);
  if (scheme === undefined) throw new Unreadable('encryption-unknown');
  const salted = saltedOf(parameters);
  const key = await deriveByPkcs12(purposes.key, passphrase, salted, scheme.keyLength, 'sha1', budget);
  const iv = await deriveByPkcs12(purposes.initialisationVector, passphrase, salted, 8, 'sha1', budget);
  return scheme.decrypt(key, iv, data);
}

/**
 * Decrypts with the passphrase in whichever encoding opens it.
 * @param isWhole whether what came out is what was to come out: padding alone is right by chance once in 256 times
 * @returns the content; null where no encoding opens it. Throws encryption-unknown, damaged or too-much
 */
export async function decrypt<T>(
  { algorithm, data }: Encrypted,
  encodings: Encodings,
  budget: Budget,
  isWhole: (clear: Buffer) => T | null,
): Promise<T | null> {
  const name = oidOf(algorithm?.children[0]);
  const parameters = algorithm?.children[1];
  for (const passphrase of name === pbes2 ? encodings.pbkdf2 : encodings.pkcs12) {
    const clear = name === pbes2 ? await byPbes2(parameters, data, passphrase, budget) : await byOldScheme(name, parameters, data, passphrase, budget);
    const whole = clear === null ? null : isWhole(clear);
    if (whole !== null) return whole;
  }
  return null;
}
