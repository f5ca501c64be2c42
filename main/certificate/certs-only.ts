import type { X509Certificate } from 'node:crypto';
import { BitString, Constructed, fromBER, ObjectIdentifier, Sequence } from 'asn1js';
import { parseCertificate } from './x509.ts';

/**
 * The answers of an EST server: "certs-only" CMS SignedData (RFC 5652, RFC 7030 section 4.1.3) in base64.
 * Only the certificates are taken out, byte for byte; there are no signers in it.
 */

const signedData = '1.2.840.113549.1.7.2';

/**
 * Takes the base64 off a body. RFC 8951 section 3: line breaks of any kind may or may not be there, and
 * Content-Transfer-Encoding says nothing. Some servers answer bare DER: a SEQUENCE cannot begin a base64 text.
 * @returns the bytes; null when the body is neither
 */
export function decodeBody(body: Uint8Array): Uint8Array | null {
  if (body[0] === 0x30 && (body[1] ?? 0) >= 0x80) return body;
  const text = Buffer.from(body).toString('latin1').replace(/\s+/gu, '');
  if (text === '' || !/^[A-Za-z0-9+/]+={0,2}$/u.test(text)) return null;
  return Buffer.from(text, 'base64');
}

function isSignedData(block: unknown): boolean {
  return block instanceof ObjectIdentifier && block.valueBlock.toString() === signedData;
}

/** The [0] IMPLICIT set of certificates within SignedData; its own header may be of indefinite length. */
function certificateBlocks(content: unknown): readonly unknown[] {
  if (!(content instanceof Constructed)) return [];
  const data: unknown = content.valueBlock.value[0];
  if (!(data instanceof Sequence)) return [];
  const set = data.valueBlock.value.find((one) => one instanceof Constructed && one.idBlock.tagClass === 3 && one.idBlock.tagNumber === 0);
  return set instanceof Constructed ? set.valueBlock.value : [];
}

function isCertificate(block: unknown): block is Sequence {
  return block instanceof Sequence && block.valueBlock.value[2] instanceof BitString;
}

/** asn1js reports most broken values, but throws at some, e.g. at a time without content. */
function parseBer(encoded: Uint8Array): unknown {
  try {
    return fromBER(Uint8Array.from(encoded)).result;
  } catch {
    return null;
  }
}

/**
 * Reads the certificates of a certs-only message, in whatever order they lie.
 * @param encoded DER or BER of the ContentInfo
 * @returns at least one certificate; null when the message is not of that form or one of them cannot be read
 */
export function readCertsOnly(encoded: Uint8Array): readonly X509Certificate[] | null {
  const result = parseBer(encoded);
  if (!(result instanceof Sequence) || !isSignedData(result.valueBlock.value[0])) return null;
  const blocks = certificateBlocks(result.valueBlock.value[1]).filter(isCertificate);
  const certificates = blocks.map((block) => parseCertificate(new Uint8Array(block.valueBeforeDecodeView))).filter((one) => one !== null);
  return certificates.length > 0 && certificates.length === blocks.length ? certificates : null;
}
