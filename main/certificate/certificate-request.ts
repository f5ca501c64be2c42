import { createPublicKey, type KeyObject, sign, type X509Certificate } from 'node:crypto';
import { promisify } from 'node:util';
import forge from 'node-forge';
import type { ContractorId } from '../../preload/contract/identities.ts';
import { type CsrDemands, noDemands, type SignatureDigest } from './csr-attributes.ts';

/** Whom a certificate is asked for: CN is the contractor ID, O the company as the bank writes it. */
export type RequestedSubject = { readonly contractorId: ContractorId; readonly organization: string };

const signAside = promisify((digest: string, data: Buffer, key: KeyObject, done: (error: Error | null, signature: Buffer) => void) =>
  sign(digest, data, key, done),
);

/** What the server wants to find in the request (RFC 7030 section 4.5), and the challengePassword that links it with its connection. */
export type RequestContents = { readonly demands: CsrDemands; readonly challenge: string | null };
const nothingMore: RequestContents = { demands: noDemands, challenge: null };

const oids = {
  challengePassword: '1.2.840.113549.1.9.7',
  extensionRequest: '1.2.840.113549.1.9.14',
  subjectAltName: '2.5.29.17',
} as const;
const signatures: Readonly<Record<SignatureDigest, string>> = {
  sha256: '1.2.840.113549.1.1.11',
  sha384: '1.2.840.113549.1.1.12',
  sha512: '1.2.840.113549.1.1.13',
};

declare module 'node-forge' {
  namespace pki {
    /** In node-forge, but not in its types: the CertificationRequestInfo that is signed. */
    function getCertificationRequestInfo(request: CertificateSigningRequest): asn1.Asn1;
  }
}

/** The types call the value's tag a class. */
const utf8String: number = forge.asn1.Type.UTF8;

function attribute(shortName: string, value: string) {
  return { shortName, value, valueTagClass: utf8String };
}

/**
 * Makes a PKCS#10 certification request (RFC 2986) with a UTF-8 subject. The form is node-forge's, the arithmetic
 * OpenSSL's on libuv's pool. The same key, subject and contents give the same bytes.
 * @param key RSA private key
 * @returns the request in DER
 */
export function makeCertificateRequest(key: KeyObject, subject: RequestedSubject, contents = nothingMore): Promise<Uint8Array> {
  const request = requestFor(key);
  request.setSubject([attribute('O', subject.organization), attribute('CN', subject.contractorId)]);
  const fields = asn1Values(forge.pki.getCertificationRequestInfo(request));
  return signed(withAttributes(fields, contents, []), key, contents.demands.digest);
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
  const fields = asn1Values(forge.pki.getCertificationRequestInfo(requestFor(key))).map((field, place) => (place === 1 ? subjectOf(tbs) : field));
  return signed(withAttributes(fields, contents, alternativeNames(tbs)), key, contents.demands.digest);
}

function requestFor(key: KeyObject): forge.pki.CertificateSigningRequest {
  const request = forge.pki.createCertificationRequest();
  request.publicKey = forge.pki.publicKeyFromPem(createPublicKey(key).export({ type: 'spki', format: 'pem' }).toString());
  return request;
}

type Node = forge.asn1.Asn1;
const { asn1 } = forge;
const sequence = (...values: Node[]) => asn1.create(asn1.Class.UNIVERSAL, asn1.Type.SEQUENCE, true, values);
const setOf = (...values: Node[]) => asn1.create(asn1.Class.UNIVERSAL, asn1.Type.SET, true, values);
const oid = (name: string) => asn1.create(asn1.Class.UNIVERSAL, asn1.Type.OID, false, asn1.oidToDer(name).getBytes());
const fromDer = (der: Uint8Array) => asn1.fromDer(Buffer.from(der).toString('latin1'));
const derOf = (node: Node) => asn1.toDer(node).getBytes();

/** CertificationRequestInfo ::= SEQUENCE { version, subject, subjectPKInfo, [0] attributes } (RFC 2986 section 4.1) */
function withAttributes(fields: readonly Node[], { demands, challenge }: RequestContents, own: readonly Node[]): Node {
  const named = new Set(own.map((one) => derOf(sequence(...asn1Values(one).slice(0, 1)))));
  const demanded = demands.extensions.map(fromDer).filter((one) => !named.has(derOf(sequence(...asn1Values(one).slice(0, 1)))));
  const extensions = [...own, ...demanded];
  const attributes = demands.attributes.map(fromDer);
  if (extensions.length > 0) attributes.push(sequence(oid(oids.extensionRequest), setOf(sequence(...extensions))));
  if (challenge !== null) {
    const printable = asn1.create(asn1.Class.UNIVERSAL, asn1.Type.PRINTABLESTRING, false, challenge);
    attributes.push(sequence(oid(oids.challengePassword), setOf(printable)));
  }
  // A SET OF is ordered by its members' encodings in DER.
  const ordered = attributes.map((one) => ({ one, der: derOf(one) })).sort((a, b) => (a.der < b.der ? -1 : 1));
  const set = asn1.create(
    asn1.Class.CONTEXT_SPECIFIC,
    0,
    true,
    ordered.map(({ one }) => one),
  );
  return sequence(...fields.slice(0, 3), set);
}

/** TBSCertificate ::= SEQUENCE { [0] version, serialNumber, signature, issuer, validity, subject, … } (RFC 5280 section 4.1) */
function tbsFields(certificate: X509Certificate): readonly Node[] {
  const fields = asn1Values(asn1Values(fromDer(certificate.raw))[0]);
  const versioned = fields[0]?.tagClass === asn1.Class.CONTEXT_SPECIFIC;
  return versioned ? fields.slice(1) : fields;
}

function subjectOf(tbs: readonly Node[]): Node {
  const subject = tbs[4];
  if (subject === undefined) throw new Error('a certificate without a subject was parsed');
  return subject;
}

/** The extension itself, as it stands in the certificate ([3] extensions); none where it has no other names. */
function alternativeNames(tbs: readonly Node[]): readonly Node[] {
  const list = tbs.find((field) => field.tagClass === asn1.Class.CONTEXT_SPECIFIC && Number(field.type) === 3);
  const wanted = derOf(oid(oids.subjectAltName));
  return asn1Values(asn1Values(list)[0]).filter((extension) => asn1Values(extension).some((field) => derOf(field) === wanted));
}

function asn1Values(of: Node | undefined): Node[] {
  return typeof of?.value === 'object' ? of.value : [];
}

async function signed(info: Node, key: KeyObject, digest: SignatureDigest): Promise<Uint8Array> {
  const signature = await signAside(digest, Buffer.from(derOf(info), 'latin1'), key);
  const algorithm = sequence(oid(signatures[digest]), asn1.create(asn1.Class.UNIVERSAL, asn1.Type.NULL, false, ''));
  const bits = asn1.create(asn1.Class.UNIVERSAL, asn1.Type.BITSTRING, false, `\0${signature.toString('latin1')}`);
  return Buffer.from(derOf(sequence(info, algorithm, bits)), 'latin1');
}
