import type { KeyObject, X509Certificate } from 'node:crypto';
import { type Ber, octetsOf, oidOf, parseBer, tags } from '../ber.ts';
import { parseCertificate } from '../x509.ts';
import { decrypt } from './decryption.ts';
import { type Budget, createBudget, type Encodings, encodingsOf } from './derivation.ts';
import { checkMac } from './mac.ts';
import { isPrivateKeyInfo, readPrivateKey } from './private-key.ts';
import { Unreadable } from './unreadable.ts';

/** What a PKCS#12 (RFC 7292 section 4) holds, in the order of the file. */
export type Contents = { readonly keys: readonly KeyObject[]; readonly certificates: readonly X509Certificate[] };

export const types = {
  data: '1.2.840.113549.1.7.1',
  signedData: '1.2.840.113549.1.7.2',
  envelopedData: '1.2.840.113549.1.7.3',
  encryptedData: '1.2.840.113549.1.7.6',
  keyBag: '1.2.840.113549.1.12.10.1.1',
  shroudedKeyBag: '1.2.840.113549.1.12.10.1.2',
  certificateBag: '1.2.840.113549.1.12.10.1.3',
  safeContentsBag: '1.2.840.113549.1.12.10.1.6',
  x509Certificate: '1.2.840.113549.1.9.22.1',
} as const;

/** A bundle of key and chain takes 10 KB; a store exported whole some more. */
const largestFile = 1024 * 1024;
const deepestBags = 4;

type Reading = {
  readonly encodings: Encodings;
  readonly budget: Budget;
  readonly keys: KeyObject[];
  readonly certificates: X509Certificate[];
  /** How many encrypted parts the passphrase opened, and how many not. */
  opened: number;
  closed: number;
};

const isBag = (value: Ber) => value.tag === tags.sequence && oidOf(value.children[0]) !== '';

/** SafeContents ::= SEQUENCE OF SafeBag */
function bagsOf(content: Uint8Array): readonly Ber[] | null {
  const parsed = parseBer(content);
  return parsed !== null && parsed.tag === tags.sequence && parsed.children.every(isBag) ? parsed.children : null;
}

function count(reading: Reading, opened: boolean): void {
  if (opened) reading.opened += 1;
  else reading.closed += 1;
}

/** ContentInfo: bags in clear, or as EncryptedData ::= SEQUENCE { version, EncryptedContentInfo } (RFC 5652 section 8). */
async function bagsOfPart(part: Ber, reading: Reading): Promise<readonly Ber[]> {
  const content = part.children[1]?.children[0];
  switch (oidOf(part.children[0])) {
    case types.data: {
      const bags = bagsOf(octetsOf(content) ?? new Uint8Array(0));
      if (bags === null) throw new Unreadable('damaged');
      return bags;
    }
    case types.encryptedData: {
      const [, algorithm, encrypted] = content?.children[1]?.children ?? [];
      const data = octetsOf(encrypted);
      if (data === null) throw new Unreadable('damaged');
      const bags = await decrypt({ algorithm, data }, reading.encodings, reading.budget, bagsOf);
      count(reading, bags !== null);
      return bags ?? [];
    }
    // Encrypted for a key instead of a passphrase.
    case types.envelopedData:
      throw new Unreadable('encryption-unknown');
    default:
      throw new Unreadable('damaged');
  }
}

function takeKey(value: Ber | null, reading: Reading): void {
  const key = isPrivateKeyInfo(value) ? readPrivateKey(value) : null;
  if (key !== null) reading.keys.push(key);
}

/** EncryptedPrivateKeyInfo ::= SEQUENCE { AlgorithmIdentifier, OCTET STRING } (RFC 5208 section 6) */
async function takeShroudedKey(value: Ber | undefined, reading: Reading): Promise<void> {
  const [algorithm, encrypted] = value?.children ?? [];
  const data = octetsOf(encrypted);
  if (data === null) throw new Unreadable('damaged');
  const opened = await decrypt({ algorithm, data }, reading.encodings, reading.budget, (clear) => {
    const parsed = parseBer(clear);
    return isPrivateKeyInfo(parsed) ? { parsed, clear } : null;
  });
  count(reading, opened !== null);
  if (opened === null) return;
  takeKey(opened.parsed, reading);
  opened.clear.fill(0);
}

/** CertBag ::= SEQUENCE { certId, [0] EXPLICIT OCTET STRING }; the certificate's own bytes are kept as they are. */
function takeCertificate(value: Ber | undefined, reading: Reading): void {
  if (oidOf(value?.children[0]) !== types.x509Certificate) return;
  const certificate = parseCertificate(octetsOf(value?.children[1]?.children[0]) ?? new Uint8Array(0));
  if (certificate !== null) reading.certificates.push(certificate);
}

/** SafeBag ::= SEQUENCE { bagId, [0] EXPLICIT value, attributes }; lists of revoked certificates and secrets are left aside. */
async function takeBag(bag: Ber, reading: Reading, depth: number): Promise<void> {
  const value = bag.children[1]?.children[0];
  switch (oidOf(bag.children[0])) {
    case types.keyBag:
      return takeKey(value ?? null, reading);
    case types.shroudedKeyBag:
      return takeShroudedKey(value, reading);
    case types.certificateBag:
      return takeCertificate(value, reading);
    case types.safeContentsBag:
      if (depth >= deepestBags) throw new Unreadable('too-much');
      for (const one of value?.children ?? []) await takeBag(one, reading, depth + 1);
      return;
    default:
      return;
  }
}

/** AuthenticatedSafe's octets out of PFX ::= SEQUENCE { version, ContentInfo, MacData OPTIONAL } */
function safeOf(file: Ber | null): Uint8Array {
  const authSafe = file?.children[1];
  const type = oidOf(authSafe?.children[0]);
  // Signed by a key instead of a passphrase.
  if (type === types.signedData) throw new Unreadable('encryption-unknown');
  const safe = type === types.data ? octetsOf(authSafe?.children[1]?.children[0]) : null;
  if (safe === null) throw new Unreadable('damaged');
  return safe;
}

/**
 * @param mac whether the MAC fits; null where there is none
 * @throws passphrase-wrong where nothing opens, damaged where something does and yet not all fits
 */
function judge(mac: boolean | null, { opened, closed }: Reading): void {
  if (mac === true && closed === 0) return;
  if (mac === null && closed === 0) return;
  throw new Unreadable(mac === true || opened > 0 ? 'damaged' : 'passphrase-wrong');
}

/**
 * Reads a PKCS#12 in DER or BER.
 * @throws Unreadable
 */
export async function readContents(pfx: Uint8Array, passphrase: string): Promise<Contents> {
  if (pfx.length > largestFile) throw new Unreadable('too-much');
  const file = parseBer(pfx);
  const safe = safeOf(file);
  const reading: Reading = { encodings: encodingsOf(passphrase), budget: createBudget(), keys: [], certificates: [], opened: 0, closed: 0 };
  const mac = await checkMac(file?.children[2], safe, reading.encodings, reading.budget);
  const parts = parseBer(safe);
  if (parts === null || parts.tag !== tags.sequence) throw new Unreadable('damaged');
  for (const part of parts.children) {
    for (const bag of await bagsOfPart(part, reading)) await takeBag(bag, reading, 0);
  }
  judge(mac, reading);
  return reading;
}
