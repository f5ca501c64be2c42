import { createPrivateKey, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import forge from 'node-forge';
import { type Serial, serialSchema } from '../../../preload/contract/identities.ts';

declare module 'node-forge' {
  namespace pki {
    /** In forge since 0.7, missing in its types: the part of the certificate that is signed. */
    function getTBSCertificate(certificate: Certificate): asn1.Asn1;
  }
}

/** A key (PKCS#8 PEM, a secret) and its certificate (PEM). */
export type Credential = { readonly key: string; readonly certificate: string };

export type SubjectName = { readonly commonName: string; readonly organization?: string };

/** What is certified, and by whom; issuer null: the certificate signs itself. */
export type CertificatePlan = {
  readonly subject: SubjectName;
  /** SPKI PEM. */
  readonly publicKey: string;
  readonly issuer: Credential | null;
  /** PKCS#8 PEM of the signer. */
  readonly signingKey: string;
  readonly notBefore: Date;
  readonly notAfter: Date;
  readonly extensions: readonly Readonly<Record<string, unknown>>[];
};

/** @returns a fresh RSA pair: PKCS#8 and SPKI PEM. Synchronous: it is made at first start only. */
export function makeKeyPair(modulusLength: number): { readonly privateKey: string; readonly publicKey: string } {
  return generateKeyPairSync('rsa', {
    modulusLength,
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  });
}

/** @returns a random serial of 128 bits, positive and without a leading zero byte (RFC 5280 section 4.1.2.2) */
export function makeSerial(): Serial {
  const bytes = randomBytes(16);
  bytes[0] = ((bytes[0] ?? 0) & 0x3f) | 0x40;
  return serialSchema.parse(bytes.toString('hex').toUpperCase());
}

/** Names in the DER order O, CN, which RFC 4514 prints as "CN=…,O=…". */
function attributesOf(name: SubjectName): forge.pki.CertificateField[] {
  // Widened: forge's types name the wrong enumeration here.
  const utf8: number = forge.asn1.Type.UTF8;
  const commonName = { shortName: 'CN', value: name.commonName, valueTagClass: utf8 };
  return name.organization === undefined ? [commonName] : [{ shortName: 'O', value: name.organization, valueTagClass: utf8 }, commonName];
}

/**
 * Makes an X.509 certificate: its format by node-forge, its signature (sha256WithRSAEncryption) by
 * node:crypto, which is many times faster. SKI and AKI are added to the plan's extensions.
 * @returns the certificate as PEM
 */
export function makeCertificate(plan: CertificatePlan, serial: Serial = makeSerial()): string {
  const certificate = forge.pki.createCertificate();
  certificate.publicKey = forge.pki.publicKeyFromPem(plan.publicKey);
  certificate.serialNumber = serial.toLowerCase();
  certificate.validity.notBefore = plan.notBefore;
  certificate.validity.notAfter = plan.notAfter;
  certificate.setSubject(attributesOf(plan.subject));
  const issuer = plan.issuer === null ? certificate : forge.pki.certificateFromPem(plan.issuer.certificate);
  certificate.setIssuer(issuer.subject.attributes);
  const keyIdentifier = issuer.generateSubjectKeyIdentifier().getBytes();
  certificate.setExtensions([...plan.extensions, { name: 'subjectKeyIdentifier' }, { name: 'authorityKeyIdentifier', keyIdentifier }]);
  signCertificate(certificate, plan.signingKey);
  return forge.pki.certificateToPem(certificate).replaceAll('\r\n', '\n');
}

function signCertificate(certificate: forge.pki.Certificate, signingKey: string): void {
  const algorithm = forge.pki.oids.sha256WithRSAEncryption;
  if (algorithm === undefined) throw new Error('forge does not know sha256WithRSAEncryption');
  certificate.signatureOid = algorithm;
  certificate.siginfo.algorithmOid = algorithm;
  const toBeSigned = forge.pki.getTBSCertificate(certificate);
  const bytes = Buffer.from(forge.asn1.toDer(toBeSigned).getBytes(), 'binary');
  certificate.signature = sign('sha256', bytes, createPrivateKey(signingKey)).toString('binary');
}

/**
 * A certs-only PKCS#7 (RFC 5652, as RFC 7030 section 4.1.3 wants it).
 * @param certificates PEM
 * @returns base64 in lines of 64 characters
 */
export function makeCertsOnly(certificates: readonly string[]): string {
  const message = forge.pkcs7.createSignedData();
  for (const pem of certificates) message.addCertificate(pem);
  return `${forge.util.encode64(forge.asn1.toDer(message.toAsn1()).getBytes(), 64).replaceAll('\r\n', '\n').trimEnd()}\n`;
}
