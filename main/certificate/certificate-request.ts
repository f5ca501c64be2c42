import { createPublicKey, type KeyObject, sign, type X509Certificate } from 'node:crypto';
import { promisify } from 'node:util';
import type { ContractorId } from '../../preload/contract/identities.ts';
import { type Ber, oidOf, parseBer, tags } from './ber.ts';
import { type CsrDemands, challengePassword, extensionRequest, noDemands, rsaSignatures } from './csr-attributes.ts';
import { der, derInteger, derOf, derOid } from './der.ts';
import { tbsFields } from './x509.ts';

/** Whom a certificate is asked for: CN is the contractor ID, O the company as the bank writes it. */
export type RequestedSubject = { readonly contractorId: ContractorId; readonly organization: string };

const signAside = promisify((digest: string, data: Buffer, key: KeyObject, done: (error: Error | null, signature: Buffer) => void) =>
  sign(digest, data, key, done),
);

/** What the server wants to find in the request (RFC 7030 section 4.5), and the challengePassword that links it with its connection. */
export type RequestContents = { readonly demands: CsrDemands; readonly challenge: string | null };
const nothingMore: RequestContents = { demands: noDemands, challenge: null };

const oids = {
  commonName: '2.5.4.3',
  organization: '2.5.4.10',
  subjectAltName: '2.5.29.17',
} as const;

const sequence = (...values: readonly Uint8Array[]) => der(tags.sequence, ...values);
const setOf = (...values: readonly Uint8Array[]) => der(tags.set, ...values);
/** One relative distinguished name (RFC 5280 section 4.1.2.4). */
const named = (oid: string, value: string) => setOf(sequence(derOid(oid), der(tags.utf8String, Buffer.from(value))));

/**
 * Makes a PKCS#10 certification request (RFC 2986) with a UTF-8 subject, in DER byte by byte; it is signed on
 * libuv's pool. The same key, subject and contents give the same bytes.
 * @param key RSA private key
 * @returns the request in DER
 */
export function makeCertificateRequest(key: KeyObject, subject: RequestedSubject, contents = nothingMore): Promise<Uint8Array> {
  const name = sequence(named(oids.organization, subject.organization), named(oids.commonName, subject.contractorId));
  return signed({ key, name, extensions: [] }, contents);
}

/**
 * The request by which a certificate is renewed: subject and subjectAltName are that certificate's own, byte
 * for byte (RFC 7030 section 4.2.2), whatever the bank has put into them.
 * @param key the new RSA private key
 * @param current the certificate to be renewed
 * @returns the request in DER
 */
export function makeRenewalRequest(key: KeyObject, current: X509Certificate, contents = nothingMore): Promise<Uint8Array> {
  const tbs = tbsFields(current);
  return signed({ key, name: subjectOf(tbs), extensions: alternativeNames(tbs) }, contents);
}

/** What a request is made of; name and extensions are DER. */
type Requested = { readonly key: KeyObject; readonly name: Uint8Array; readonly extensions: readonly Ber[] };

/** CertificationRequestInfo ::= SEQUENCE { version, subject, subjectPKInfo, [0] attributes } (RFC 2986 section 4.1) */
function infoOf({ key, name, extensions: own }: Requested, { demands, challenge }: RequestContents): Buffer {
  const known = new Set(own.map(extensionOid));
  const demanded = demands.extensions.map(parseBer).filter((one) => one !== null && !known.has(extensionOid(one)));
  const extensions = [...own, ...demanded].flatMap((one) => (one === null ? [] : [derOf(one)]));
  const attributes: Buffer[] = demands.attributes.map((one) => Buffer.from(one));
  if (extensions.length > 0) attributes.push(sequence(derOid(extensionRequest), setOf(sequence(...extensions))));
  if (challenge !== null) attributes.push(sequence(derOid(challengePassword), setOf(der(tags.printableString, Buffer.from(challenge, 'ascii')))));
  const publicKey = createPublicKey(key).export({ type: 'spki', format: 'der' });
  // A SET OF is ordered by its members' encodings in DER.
  return sequence(derInteger(0), name, publicKey, der(tags.zeroConstructed, ...attributes.sort(Buffer.compare)));
}

const extensionOid = (extension: Ber) => oidOf(extension.children[0]);

function subjectOf(tbs: readonly Ber[]): Uint8Array {
  const subject = tbs[4];
  if (subject === undefined) throw new Error('a certificate without a subject was parsed');
  return derOf(subject);
}

/** The extension itself, as it stands in the certificate ([3] extensions); none where it has no other names. */
function alternativeNames(tbs: readonly Ber[]): readonly Ber[] {
  const list = tbs.find(({ tag }) => tag === tags.threeConstructed)?.children[0]?.children ?? [];
  return list.filter((extension) => extensionOid(extension) === oids.subjectAltName);
}

async function signed(requested: Requested, contents: RequestContents): Promise<Uint8Array> {
  const { digest } = contents.demands;
  const info = infoOf(requested, contents);
  const signature = await signAside(digest, info, requested.key);
  const algorithm = sequence(derOid(rsaSignatures[digest]), der(tags.null));
  return sequence(info, algorithm, der(tags.bitString, Uint8Array.of(0), signature));
}
