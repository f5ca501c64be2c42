import { createPublicKey, verify } from 'node:crypto';
import { CertificationRequest } from 'pkijs';
import type { ContractorId } from '../../../preload/contract/identities.ts';
import { failure, type Outcome, success } from '../../../preload/contract/problem.ts';

/** A PKCS#10 request (RFC 2986) whose signature was checked. */
export type CertificateRequest = {
  /** SPKI PEM. */
  readonly publicKey: string;
  /** Subject in DER order, by object identifier. */
  readonly subject: readonly { readonly type: string; readonly value: string }[];
};

const commonNameOid = '2.5.4.3';
const largestKeyBits = 8192;
const digests: Readonly<Record<string, string>> = {
  '1.2.840.113549.1.1.11': 'sha256',
  '1.2.840.113549.1.1.12': 'sha384',
  '1.2.840.113549.1.1.13': 'sha512',
};

/**
 * Reads a PKCS#10 request and proves that its sender holds the key.
 * @param der the request
 * @param keyBits the least modulus length that the bank takes
 * @returns certificate-request-refused for anything but a well-formed, well-signed request with a good RSA key
 */
export function readCertificateRequest(der: Uint8Array, keyBits: number): Outcome<CertificateRequest> {
  try {
    const request = CertificationRequest.fromBER(Uint8Array.from(der));
    const key = createPublicKey({ key: Buffer.from(request.subjectPublicKeyInfo.toSchema().toBER()), format: 'der', type: 'spki' });
    const { modulusLength = 0, publicExponent = 0n } = key.asymmetricKeyDetails ?? {};
    const goodSize = modulusLength >= keyBits && modulusLength <= largestKeyBits && publicExponent >= 65537n && publicExponent < 2n ** 32n;
    const digest = digests[request.signatureAlgorithm.algorithmId];
    if (key.asymmetricKeyType !== 'rsa' || !goodSize || digest === undefined) return failure('certificate-request-refused');
    const signature = request.signatureValue.valueBlock.valueHexView;
    if (!verify(digest, request.tbsView, key, signature)) return failure('certificate-request-refused');
    const subject = request.subject.typesAndValues.map(({ type, value }) => ({ type, value: String(value.valueBlock.value) }));
    return success({ publicKey: key.export({ type: 'spki', format: 'pem' }).toString(), subject });
  } catch {
    // The parsers throw on whatever is not a request; to the bank it is all the same refusal.
    return failure('certificate-request-refused');
  }
}

/** Whether the request asks for exactly this contractor (one CN, and it is theirs). */
export function namesContractor(request: CertificateRequest, contractorId: ContractorId): boolean {
  const names = request.subject.filter(({ type }) => type === commonNameOid);
  return names.length === 1 && names[0]?.value === contractorId;
}

/** Decodes the body of an EST request: base64 with or without line breaks (RFC 8951). @returns null when it is none */
export function decodeBase64(text: string): Buffer | null {
  const compact = text.replace(/\s+/gu, '');
  if (compact === '' || compact.length % 4 !== 0 || !/^[A-Za-z0-9+/]+={0,2}$/u.test(compact)) return null;
  return Buffer.from(compact, 'base64');
}
