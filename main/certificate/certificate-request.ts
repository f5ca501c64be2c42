import { createPublicKey, type KeyObject, sign } from 'node:crypto';
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
export async function makeCertificateRequest(key: KeyObject, subject: RequestedSubject): Promise<Uint8Array> {
  const request = forge.pki.createCertificationRequest();
  request.publicKey = forge.pki.publicKeyFromPem(createPublicKey(key).export({ type: 'spki', format: 'pem' }).toString());
  request.setSubject([attribute('O', subject.organization), attribute('CN', subject.contractorId)]);
  const info = forge.pki.getCertificationRequestInfo(request);
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
