import { createPublicKey, verify } from 'node:crypto';
import { z } from 'zod';
import { namesGivenTwice, readJson } from '../support/json-text.ts';
import { algorithms, type SignerKey, signerKeySchema } from './signer.ts';

/**
 * A signed file: JWS in the compact form (RFC 7515 section 3.1), which has one spelling only. The key comes with it, and
 * proves nothing by itself: who it belongs to is for a person to compare, once. Of JWS that is all; no key is fetched
 * (jku, x5u), no algorithm is "none", and no header is taken that is not understood.
 */

export const fileType = 'kaitsu-bank';
const headerSchema = z
  .strictObject({ typ: z.string(), alg: z.enum(['EdDSA', 'ES256']), jwk: signerKeySchema })
  .refine(({ alg, jwk }) => algorithms[jwk.crv] === alg);

/** at: the part that is not right. */
export type SignedText =
  | { readonly kind: 'signed'; readonly payload: Buffer; readonly key: SignerKey }
  | { readonly kind: 'wrong'; readonly at: 'file' | 'header' | 'payload' | 'signature' };

const wrong = (at: Extract<SignedText, { kind: 'wrong' }>['at']): SignedText => ({ kind: 'wrong', at });

/**
 * @param text without anything before or behind it
 * @param type of what is wanted: what was signed as something else is not taken
 * @returns what was signed, and by which key
 */
export function readSigned(text: string, type: string = fileType): SignedText {
  const parts = text.split('.');
  const [header, payload, signature] = parts.map(decode);
  if (parts.length !== 3 || header === undefined || payload === undefined || signature === undefined) return wrong('file');
  if (header === null) return wrong('header');
  if (payload === null) return wrong('payload');
  if (signature === null) return wrong('signature');
  const json = readJson(header);
  const read = json.kind === 'value' && namesGivenTwice(header).length === 0 ? headerSchema.safeParse(json.value) : null;
  if (read?.success !== true || read.data.typ !== type) return wrong('header');
  const key = read.data.jwk;
  return isSignedBy(key, `${parts[0]}.${parts[1]}`, signature) ? { kind: 'signed', payload, key } : wrong('signature');
}

/** base64url without padding. @returns null where it is another spelling: of one signature there is one file */
function decode(part: string): Buffer | null {
  const bytes = Buffer.from(part, 'base64url');
  return bytes.length > 0 && bytes.toString('base64url') === part ? bytes : null;
}

function isSignedBy(key: SignerKey, signed: string, signature: Buffer): boolean {
  try {
    const publicKey = createPublicKey({ key: { ...key }, format: 'jwk' });
    const bytes = Buffer.from(signed, 'latin1');
    if (key.crv === 'Ed25519') return verify(null, bytes, publicKey, signature);
    return verify('sha256', bytes, { key: publicKey, dsaEncoding: 'ieee-p1363' }, signature);
  } catch {
    // No point of the curve, or a signature of another length.
    return false;
  }
}
