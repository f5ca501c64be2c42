import { createHmac, timingSafeEqual } from 'node:crypto';
import { type Ber, octetsOf, oidOf, smallIntegerOf } from '../ber.ts';
import { digestsOfHmac, pbkdf2Of } from './decryption.ts';
import { type Budget, type Digest, deriveByPbkdf2, deriveByPkcs12, type Encodings, purposes } from './derivation.ts';
import { Unreadable } from './unreadable.ts';

/** The MAC over a PKCS#12 (RFC 7292 section 4), and its successor PBMAC1 (RFC 9579). */

const pbmac1 = '1.2.840.113549.1.5.14';

const digests: ReadonlyMap<string, Digest> = new Map([
  ['1.3.14.3.2.26', 'sha1'],
  ['2.16.840.1.101.3.4.2.4', 'sha224'],
  ['2.16.840.1.101.3.4.2.1', 'sha256'],
  ['2.16.840.1.101.3.4.2.2', 'sha384'],
  ['2.16.840.1.101.3.4.2.3', 'sha512'],
]);

/** Octets that each digest, and so each MAC, has. */
export const digestLengths: Readonly<Record<Digest, number>> = { sha1: 20, sha224: 28, sha256: 32, sha384: 48, sha512: 64 };

function matches(digest: Digest, key: Buffer, content: Uint8Array, expected: Uint8Array): boolean {
  const made = createHmac(digest, key).update(content).digest();
  return made.length === expected.length && timingSafeEqual(made, expected);
}

/**
 * @param macData MacData; undefined where the file has none
 * @param content what it was made over
 * @returns whether the MAC is that of content and passphrase, in any of its encodings; null where the file has no MAC
 */
export async function checkMac(macData: Ber | undefined, content: Uint8Array, encodings: Encodings, budget: Budget): Promise<boolean | null> {
  if (macData === undefined) return null;
  const [digestInfo, macSalt, iterations] = macData.children;
  const algorithm = digestInfo?.children[0];
  const expected = octetsOf(digestInfo?.children[1]);
  if (expected === null) throw new Unreadable('damaged');
  if (oidOf(algorithm?.children[0]) === pbmac1) return checkPbmac1(algorithm?.children[1], content, expected, encodings, budget);
  const digest = digests.get(oidOf(algorithm?.children[0]));
  const salt = octetsOf(macSalt);
  const rounds = iterations === undefined ? 1 : smallIntegerOf(iterations);
  if (digest === undefined) throw new Unreadable('encryption-unknown');
  if (salt === null || rounds === null || rounds < 1) throw new Unreadable('damaged');
  for (const passphrase of encodings.pkcs12) {
    const key = await deriveByPkcs12(purposes.macKey, passphrase, { salt, rounds }, digestLengths[digest], digest, budget);
    if (matches(digest, key, content, expected)) return true;
  }
  return false;
}

async function checkPbmac1(parameters: Ber | undefined, content: Uint8Array, expected: Uint8Array, encodings: Encodings, budget: Budget): Promise<boolean> {
  const { salted, digest, keyLength } = pbkdf2Of(parameters?.children[0]);
  const hmac = digestsOfHmac.get(oidOf(parameters?.children[1]?.children[0]));
  // RFC 9579 section 5: the length must be there; twenty octets and more.
  if (hmac === undefined || keyLength === null || keyLength < 20 || keyLength > 128) throw new Unreadable('encryption-unknown');
  for (const passphrase of encodings.pbkdf2) {
    if (matches(hmac, await deriveByPbkdf2(passphrase, salted, keyLength, digest, budget), content, expected)) return true;
  }
  return false;
}
