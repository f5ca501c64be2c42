import { createHash, pbkdf2 } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { promisify } from 'node:util';
import { Unreadable } from './unreadable.ts';

/** Keys out of passphrases: PBKDF2 (RFC 8018) on libuv's pool, and the derivation of PKCS#12's own (RFC 7292 appendix B). */

/** Hashes that PKCS#12 files name, with the octets of their block (v in RFC 7292). */
const blockSizes = { sha1: 64, sha224: 64, sha256: 64, sha384: 128, sha512: 128 } as const;
export type Digest = keyof typeof blockSizes;

/** What the octets of PKCS#12's derivation are for (RFC 7292 appendix B.3). */
export const purposes = { key: 1, initialisationVector: 2, macKey: 3 } as const;
export type Purpose = (typeof purposes)[keyof typeof purposes];

/** After so many rounds in JavaScript other work gets its turn: about 20 ms. */
const roundsAtOnce = 10_000;

/** How many rounds of derivation one file may cost in all: NSS asks for 100,000 a key, others for 2,048. */
const mostRounds = 5_000_000;
const mostRoundsOfOne = 1_000_000;

/** The work that one file may cause. */
export type Budget = { spend(rounds: number): void };

/** @returns a budget whose spend throws too-much once a file asks for more than any honest one does */
export function createBudget(): Budget {
  let left = mostRounds;
  return {
    spend(rounds) {
      left -= rounds;
      if (rounds > mostRoundsOfOne || left < 0) throw new Unreadable('too-much');
    },
  };
}

export type Salted = { readonly salt: Uint8Array; readonly rounds: number };

const pbkdf2Aside = promisify(pbkdf2);

/** PBKDF2. @param length octets wanted */
export function deriveByPbkdf2(passphrase: Uint8Array, { salt, rounds }: Salted, length: number, digest: Digest, budget: Budget): Promise<Buffer> {
  budget.spend(rounds);
  return pbkdf2Aside(passphrase, salt, rounds, length, digest);
}

function filled(bytes: Uint8Array, block: number): Buffer {
  return bytes.length === 0 ? Buffer.alloc(0) : Buffer.alloc(block * Math.ceil(bytes.length / block), bytes);
}

/** I_j = (I_j + B + 1) mod 2^v, block for block. */
function addToBlocks(blocks: Buffer, addend: Buffer): void {
  for (let start = 0; start < blocks.length; start += addend.length) {
    let carry = 1;
    for (let place = addend.length - 1; place >= 0; place -= 1) {
      const sum = (blocks[start + place] ?? 0) + (addend[place] ?? 0) + carry;
      blocks[start + place] = sum & 0xff;
      carry = sum >> 8;
    }
  }
}

async function hashedOver(input: Buffer, digest: Digest, rounds: number): Promise<Buffer> {
  let hash = createHash(digest).update(input).digest();
  for (let done = 1; done < rounds; done += 1) {
    hash = createHash(digest).update(hash).digest();
    if (done % roundsAtOnce === 0) await nextTurn();
  }
  return hash;
}

/**
 * The derivation of RFC 7292 appendix B.2.
 * @param passphrase as bmpOf gives it
 * @param length octets wanted
 */
export async function deriveByPkcs12(
  purpose: Purpose,
  passphrase: Uint8Array,
  { salt, rounds }: Salted,
  length: number,
  digest: Digest,
  budget: Budget,
): Promise<Buffer> {
  const block = blockSizes[digest];
  const blocks = Buffer.concat([filled(salt, block), filled(passphrase, block)]);
  const derived: Buffer[] = [];
  for (let have = 0; have < length; ) {
    budget.spend(rounds);
    const hash = await hashedOver(Buffer.concat([Buffer.alloc(block, purpose), blocks]), digest, rounds);
    derived.push(hash);
    have += hash.length;
    if (have < length) addToBlocks(blocks, Buffer.alloc(block, hash));
  }
  return Buffer.concat(derived).subarray(0, length);
}

/** @returns the passphrase as PKCS#12 wants it (RFC 7292 appendix B.1): BMPString with two zero octets at its end */
export function bmpOf(passphrase: string): Buffer {
  return Buffer.from(`${passphrase}\0`, 'utf16le').swap16();
}

/** How programs have encoded one passphrase, the likeliest first; for plain ASCII they mostly agree. */
export type Encodings = { readonly pkcs12: readonly Uint8Array[]; readonly pbkdf2: readonly Uint8Array[] };

function distinct(encodings: readonly Buffer[]): readonly Buffer[] {
  return encodings.filter((one, place) => encodings.findIndex((other) => other.equals(one)) === place);
}

/**
 * RFC 7292 says BMPString, RFC 8018 says octets: OpenSSL gives PBKDF2 UTF-8, NSS and others the BMPString with or
 * without its end. OpenSSL before 1.1 took each octet of UTF-8 for a letter. An empty one has its end, or nothing.
 */
export function encodingsOf(passphrase: string): Encodings {
  const utf8 = Buffer.from(passphrase, 'utf8');
  const bmp = bmpOf(passphrase);
  return {
    pkcs12: distinct([bmp, bmpOf(utf8.toString('latin1')), ...(passphrase === '' ? [Buffer.alloc(0)] : [])]),
    pbkdf2: distinct([utf8, bmp, bmp.subarray(0, -2)]),
  };
}
