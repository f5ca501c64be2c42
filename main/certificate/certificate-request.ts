import { createPublicKey, type KeyObject, sign, type X509Certificate } from 'node:crypto';
import { promisify } from 'node:util';
import forge from 'node-forge';

/** Whom a certificate is asked for: CN is the contractor ID, O the company as the bank writes it. */
export type RequestedSubject = { readonly contractorId: string; readonly organization: string };

const signAside = promisify((data: Buffer, key: KeyObject, done: (error: Error | null, signature: Buffer) => void) => sign('sha256', data, key, done));

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
 * Makes a PKCS#10 certification request (RFC 2986) with a UTF-8 subject, signed with SHA-256. The form is
 * node-forge's, the arithmetic OpenSSL's on libuv's pool. The same key and subject give the same bytes.
 * @param key RSA private key
 * @returns the request in DER
 */
export function makeCertificateRequest(key: KeyObject, subject: RequestedSubject): Promise<Uint8Array> {
  const request = requestFor(key);
  request.setSubject([attribute('O', subject.organization), attribute('CN', subject.contractorId)]);
  return signed(forge.pki.getCertificationRequestInfo(request), key);
}

/**
 * The request by which a certificate is renewed: subject and subjectAltName are that certificate's own, byte
 * for byte (RFC 7030 section 4.2.2), whatever the bank has put into them.
 * @param key the new RSA private key
 * @param current the certificate to be renewed
 * @returns the request in DER
 */
export function makeRenewalRequest(key: KeyObject, current: X509Certificate): Promise<Uint8Array> {
  const { asn1 } = forge;
  const request = requestFor(key);
  const alternative = forge.pki.certificateFromPem(current.toString()).getExtension('subjectAltName');
  if (alternative !== undefined && alternative !== null) request.setAttributes([{ name: 'extensionRequest', extensions: [alternative] }]);
  // CertificationRequestInfo ::= SEQUENCE { version, subject, subjectPKInfo, attributes } (RFC 2986 section 4.1)
  const fields = asn1Values(forge.pki.getCertificationRequestInfo(request)).map((field, place) => (place === 1 ? subjectOf(current) : field));
  return signed(asn1.create(asn1.Class.UNIVERSAL, asn1.Type.SEQUENCE, true, fields), key);
}

function requestFor(key: KeyObject): forge.pki.CertificateSigningRequest {
  const request = forge.pki.createCertificationRequest();
  request.publicKey = forge.pki.publicKeyFromPem(createPublicKey(key).export({ type: 'spki', format: 'pem' }).toString());
  return request;
}

/** TBSCertificate ::= SEQUENCE { [0] version, serialNumber, signature, issuer, validity, subject, … } (RFC 5280 section 4.1) */
function subjectOf(certificate: X509Certificate): forge.asn1.Asn1 {
  const { asn1 } = forge;
  const whole = asn1.fromDer(certificate.raw.toString('latin1'));
  const fields = asn1Values(asn1Values(whole)[0]);
  const versioned = fields[0]?.tagClass === asn1.Class.CONTEXT_SPECIFIC;
  const subject = fields[versioned ? 5 : 4];
  if (subject === undefined) throw new Error('a certificate without a subject was parsed');
  return subject;
}

function asn1Values(of: forge.asn1.Asn1 | undefined): forge.asn1.Asn1[] {
  return typeof of?.value === 'object' ? of.value : [];
}

async function signed(info: forge.asn1.Asn1, key: KeyObject): Promise<Uint8Array> {
  const signature = await signAside(Buffer.from(forge.asn1.toDer(info).getBytes(), 'latin1'), key);
  const { asn1 } = forge;
  const algorithm = asn1.create(asn1.Class.UNIVERSAL, asn1.Type.SEQUENCE, true, [
    asn1.create(asn1.Class.UNIVERSAL, asn1.Type.OID, false, asn1.oidToDer(forge.pki.oids.sha256WithRSAEncryption ?? '').getBytes()),
    asn1.create(asn1.Class.UNIVERSAL, asn1.Type.NULL, false, ''),
  ]);
  const bits = asn1.create(asn1.Class.UNIVERSAL, asn1.Type.BITSTRING, false, `\0${signature.toString('latin1')}`);
  const whole = asn1.create(asn1.Class.UNIVERSAL, asn1.Type.SEQUENCE, true, [info, algorithm, bits]);
  return Buffer.from(asn1.toDer(whole).getBytes(), 'latin1');
}
