import { X509Certificate } from 'node:crypto';
import type { CertificateSummary } from '../../preload/contract/procedure.ts';

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
  const subject: unknown = certificate.toLegacyObject().subject;
  if (typeof subject !== 'object' || subject === null) return [];
  const value: unknown = Reflect.get(subject, attribute);
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
}

/** Turns Node's lines (in encoded order, already escaped) into an RFC 4514 string (last one first). */
function distinguishedName(lines: string): string {
  return lines.split('\n').reverse().join(',');
}

/** @returns the serial number in hexadecimal, upper case, whole bytes, as openssl prints it */
export function serialOf(certificate: X509Certificate): string {
  const serial = certificate.serialNumber.toUpperCase();
  return serial.length % 2 === 0 ? serial : `0${serial}`;
}

/** @returns what may be shown of a certificate that stands in the given store */
export function summarize(certificate: X509Certificate, store: CertificateSummary['store']): CertificateSummary {
  return {
    subject: distinguishedName(certificate.subject),
    issuer: distinguishedName(certificate.issuer),
    serial: serialOf(certificate),
    notBefore: new Date(certificate.validFrom).toISOString(),
    notAfter: new Date(certificate.validTo).toISOString(),
    store,
  };
}
