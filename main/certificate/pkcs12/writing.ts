import { createCipheriv, createHash, createHmac, type KeyObject, randomBytes, type X509Certificate } from 'node:crypto';
import { tags } from '../ber.ts';
import { der, derBmpString, derInteger, derOid } from '../der.ts';
import { types } from './contents.ts';
import { bmpOf, createBudget, type Digest, deriveByPbkdf2, deriveByPkcs12, purposes } from './derivation.ts';
import { digestLengths } from './mac.ts';

/** What a PKCS#12 is made of. */
export type Identity = { readonly key: KeyObject; readonly leaf: X509Certificate; readonly issuers: readonly X509Certificate[] };

/**
 * How a file is encrypted: `aes256` (PBES2, PBKDF2 with HMAC-SHA-256, MAC with SHA-256), or `tripleDes` with SHA-1,
 * for readers that know nothing else.
 */
export type Protection = 'aes256' | 'tripleDes';

const oids = {
  pbes2: '1.2.840.113549.1.5.13',
  pbkdf2: '1.2.840.113549.1.5.12',
  hmacSha256: '1.2.840.113549.2.9',
  aes256Cbc: '2.16.840.1.101.3.4.1.42',
  tripleDes: '1.2.840.113549.1.12.1.3',
  sha1: '1.3.14.3.2.26',
  sha256: '2.16.840.1.101.3.4.2.1',
  friendlyName: '1.2.840.113549.1.9.20',
  localKeyId: '1.2.840.113549.1.9.21',
} as const;

/**
 * The passphrase holds 256 random bits, so that rounds add nothing against guessing; but opening the
 * bundle for TLS pays for them on the calling thread. The MAC's rounds run in JavaScript.
 */
const usualRounds = 2_048;
/** As NSS asks for: a file that leaves the PC is guessed at, and its passphrase is a person's. */
export const roundsOfExport = 100_000;
const saltLength = 16;

const { sequence, set, octetString, zero, zeroConstructed } = tags;
const octets = (content: Uint8Array) => der(octetString, content);
const explicit = (content: Uint8Array) => der(zeroConstructed, content);
const nothing = der(tags.null);

type Sealed = { readonly algorithm: Buffer; readonly data: Buffer };

/** How a file is sealed, and how many rounds of derivation it costs to open a part of it. */
type Sealing = { readonly passphrase: string; readonly protection: Protection; readonly rounds: number };

/** All of it is sealed with one passphrase of ASCII, which PBKDF2 takes as it is. */
async function sealByAes(content: Uint8Array, { passphrase, rounds }: Sealing): Promise<Sealed> {
  const [salt, iv] = [randomBytes(saltLength), randomBytes(16)];
  const key = await deriveByPbkdf2(Buffer.from(passphrase, 'ascii'), { salt, rounds }, 32, 'sha256', createBudget());
  const cipher = createCipheriv('aes-256-cbc', key, iv);
  const prf = der(sequence, derOid(oids.hmacSha256), nothing);
  const derivation = der(sequence, derOid(oids.pbkdf2), der(sequence, octets(salt), derInteger(rounds), prf));
  const scheme = der(sequence, derOid(oids.aes256Cbc), octets(iv));
  return {
    algorithm: der(sequence, derOid(oids.pbes2), der(sequence, derivation, scheme)),
    data: Buffer.concat([cipher.update(content), cipher.final()]),
  };
}

async function sealByTripleDes(content: Uint8Array, { passphrase, rounds }: Sealing): Promise<Sealed> {
  const salted = { salt: randomBytes(saltLength), rounds };
  const key = await deriveByPkcs12(purposes.key, bmpOf(passphrase), salted, 24, 'sha1', createBudget());
  const iv = await deriveByPkcs12(purposes.initialisationVector, bmpOf(passphrase), salted, 8, 'sha1', createBudget());
  const cipher = createCipheriv('des-ede3-cbc', key, iv);
  return {
    algorithm: der(sequence, derOid(oids.tripleDes), der(sequence, octets(salted.salt), derInteger(rounds))),
    data: Buffer.concat([cipher.update(content), cipher.final()]),
  };
}

const seal = (content: Uint8Array, sealing: Sealing) => (sealing.protection === 'aes256' ? sealByAes(content, sealing) : sealByTripleDes(content, sealing));

/** SafeBag (RFC 7292 section 4.2) */
function bag(type: string, value: Uint8Array, attributes: readonly Buffer[]): Buffer {
  return der(sequence, derOid(type), explicit(value), ...(attributes.length === 0 ? [] : [der(set, ...attributes)]));
}

/** By these a store knows which certificate belongs to which key, and what to call it. */
function attributesOf(leaf: X509Certificate, friendlyName: string): readonly Buffer[] {
  const name = der(sequence, derOid(oids.friendlyName), der(set, derBmpString(friendlyName)));
  const id = octets(createHash('sha1').update(leaf.raw).digest());
  return [name, der(sequence, derOid(oids.localKeyId), der(set, id))];
}

/** The certificate's own bytes: written again by us, its signature could fail. */
function certificateBag(certificate: X509Certificate, attributes: readonly Buffer[]): Buffer {
  return bag(types.certificateBag, der(sequence, derOid(types.x509Certificate), explicit(octets(certificate.raw))), attributes);
}

async function shroudedKeyBag(key: KeyObject, sealing: Sealing, attributes: readonly Buffer[]): Promise<Buffer> {
  const clear = key.export({ type: 'pkcs8', format: 'der' });
  const { algorithm, data } = await seal(clear, sealing);
  clear.fill(0);
  return bag(types.shroudedKeyBag, der(sequence, algorithm, octets(data)), attributes);
}

const contentInfo = (content: Uint8Array) => der(sequence, derOid(types.data), explicit(octets(content)));

/** EncryptedData with its content in one piece (RFC 5652 section 8). */
async function encryptedContentInfo(content: Uint8Array, sealing: Sealing): Promise<Buffer> {
  const { algorithm, data } = await seal(content, sealing);
  const info = der(sequence, derOid(types.data), algorithm, der(zero, data));
  return der(sequence, derOid(types.encryptedData), explicit(der(sequence, derInteger(0), info)));
}

async function macData(content: Uint8Array, { passphrase, protection, rounds }: Sealing): Promise<Buffer> {
  const digest: Digest = protection === 'aes256' ? 'sha256' : 'sha1';
  const salted = { salt: randomBytes(saltLength), rounds };
  const key = await deriveByPkcs12(purposes.macKey, bmpOf(passphrase), salted, digestLengths[digest], digest, createBudget());
  const mac = createHmac(digest, key).update(content).digest();
  return der(sequence, der(sequence, der(sequence, derOid(oids[digest]), nothing), octets(mac)), octets(salted.salt), derInteger(rounds));
}

/**
 * Writes a PKCS#12 (RFC 7292): the key in one bag, the certificates in another part, both encrypted, over all a MAC.
 * @param passphrase printable ASCII
 * @param friendlyName what stores show
 * @returns DER, every OCTET STRING in one piece
 */
export async function writePkcs12(
  { key, leaf, issuers }: Identity,
  passphrase: string,
  friendlyName: string,
  protection: Protection,
  rounds = usualRounds,
): Promise<Uint8Array> {
  const sealing = { passphrase, protection, rounds };
  const attributes = attributesOf(leaf, friendlyName);
  const certificates = der(sequence, certificateBag(leaf, attributes), ...issuers.map((one) => certificateBag(one, [])));
  const [keyBag, sealedCertificates] = await Promise.all([shroudedKeyBag(key, sealing, attributes), encryptedContentInfo(certificates, sealing)]);
  const safe = der(sequence, contentInfo(der(sequence, keyBag)), sealedCertificates);
  return der(sequence, derInteger(3), contentInfo(safe), await macData(safe, sealing));
}
