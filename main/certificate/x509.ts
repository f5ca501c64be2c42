import { X509Certificate } from 'node:crypto';
import { type ContractorId, type Serial, serialSchema } from '../../preload/contract/identities.ts';
import { instantAt } from '../../preload/contract/instant.ts';
import { type CertificateSummary, longestNameShown } from '../../preload/contract/procedure.ts';
import { type Ber, parseBer, tags } from './ber.ts';
import { isSameName } from './names.ts';

/** Reading of X.509 certificates, on OpenSSL's parser. */

/** Object identifier of id-kp-clientAuth (RFC 5280 section 4.2.1.12). */
export const clientAuthentication = '1.3.6.1.5.5.7.3.2';

const pemBlock = /-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/gu;

/** @returns the certificate in DER or PEM; null when it cannot be read */
export function parseCertificate(encoded: Uint8Array | string): X509Certificate | null {
  try {
    return new X509Certificate(encoded);
  } catch {
    return null;
  }
}

/** @returns every certificate of a PEM bundle that can be read, in its order; other text between is ignored */
export function parseBundle(pem: string): readonly X509Certificate[] {
  return (pem.match(pemBlock) ?? []).map(parseCertificate).filter((one) => one !== null);
}

/** @returns the subject's values of one attribute ("CN", "O"), unescaped; empty when it has none */
export function subjectValues(certificate: X509Certificate, attribute: string): readonly string[] {
  const subject = legacySubject(certificate);
  if (typeof subject !== 'object' || subject === null) return [];
  const value: unknown = Reflect.get(subject, attribute);
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
}

/** The legacy object holds the key as well, and cannot be made where that cannot be read. */
function legacySubject(certificate: X509Certificate): unknown {
  try {
    return certificate.toLegacyObject().subject;
  } catch {
    return null;
  }
}

/** Turns Node's lines (in encoded order, already escaped) into an RFC 4514 string (last one first). */
function distinguishedName(lines: string): string {
  return lines.split('\n').reverse().join(',');
}

/**
 * TBSCertificate ::= SEQUENCE { [0] version DEFAULT v1, serialNumber, signature, issuer, validity, subject, … } (RFC 5280 section 4.1)
 * @returns its fields from the serial number on; none where it cannot be read
 */
export function tbsFields(certificate: X509Certificate): readonly Ber[] {
  const fields = parseBer(certificate.raw)?.children[0]?.children ?? [];
  return fields[0]?.tag === tags.zeroConstructed ? fields.slice(1) : fields;
}

function serialContent(certificate: X509Certificate): Uint8Array {
  return tbsFields(certificate)[0]?.content ?? new Uint8Array(0);
}

/** @param spki a public key in DER @returns whether it is the certificate's; a key that cannot be read is none */
export function hasKey(certificate: X509Certificate, spki: Uint8Array): boolean {
  try {
    return certificate.publicKey.export({ type: 'spki', format: 'der' }).equals(spki);
  } catch {
    return false;
  }
}

/**
 * The serial number by its encoded octets: what programs print of a negative one, which RFC 5280 section 4.1.2.2
 * forbids and wants to be borne with, differs.
 * @returns hexadecimal, upper case, whole bytes; of a positive one as openssl prints it
 */
export function serialOf(certificate: X509Certificate): Serial {
  const octets = serialContent(certificate);
  const padded = octets.length > 1 && octets[0] === 0;
  const printed = Buffer.from(padded ? octets.subarray(1) : octets).toString('hex');
  return serialSchema.parse(printed.toUpperCase());
}

/** RFC 5280 allows 20; a file's name has room for 32. */
const longestSerial = 32;

/** @returns whether files and keychain entries can be named after the serial number */
export function hasUsableSerial(certificate: X509Certificate): boolean {
  const { length } = serialContent(certificate);
  return length > 0 && length <= longestSerial;
}

/** Tells whether a certificate is the one that is meant. */
export type CertificateMatch = (certificate: X509Certificate) => boolean;

/** @returns a match for this very certificate, byte for byte */
export function isCertificate(meant: X509Certificate): CertificateMatch {
  return (one) => one.raw.equals(meant.raw);
}

/** @returns a match by what the name of a bundle says, for when the bundle itself cannot be read */
export function isNamed({ contractorId, serial }: { readonly contractorId: ContractorId; readonly serial: Serial }): CertificateMatch {
  return (one) => serialOf(one) === serial && subjectValues(one, 'CN').some((name) => isSameName(name, contractorId));
}

/** @returns what may be shown of a certificate that stands in the given store */
export function summarize(certificate: X509Certificate, store: CertificateSummary['store']): CertificateSummary {
  return {
    subject: distinguishedName(certificate.subject).slice(0, longestNameShown),
    issuer: distinguishedName(certificate.issuer).slice(0, longestNameShown),
    serial: serialOf(certificate),
    notBefore: instantAt(Date.parse(certificate.validFrom)),
    notAfter: instantAt(Date.parse(certificate.validTo)),
    store,
  };
}
