import { createHash } from 'node:crypto';
import { z } from 'zod';

/** Who signs bank files: a public key, and how people compare it. */

/** 32 bytes in base64url, without padding. */
const coordinate = z.string().regex(/^[A-Za-z0-9_-]{43}$/u);
const ed25519 = z.strictObject({ kty: z.literal('OKP'), crv: z.literal('Ed25519'), x: coordinate });
const p256 = z.strictObject({ kty: z.literal('EC'), crv: z.literal('P-256'), x: coordinate, y: coordinate });

/** A public key as JWK (RFC 7517; RFC 8037 for Ed25519), with what is needed and nothing else. */
export const signerKeySchema = z.discriminatedUnion('crv', [ed25519, p256]);
export type SignerKey = Readonly<z.infer<typeof signerKeySchema>>;

/** RFC 7518 section 3.4 and RFC 8037 section 3.1. */
export const algorithms = { Ed25519: 'EdDSA', 'P-256': 'ES256' } as const satisfies Record<SignerKey['crv'], string>;

/** @returns the key's name among machines: the JWK thumbprint of RFC 7638 with SHA-256, in hexadecimal */
export function thumbprintOf(key: SignerKey): string {
  // Members in the order of their names, without blanks (RFC 7638 section 3.3).
  const members = key.crv === 'Ed25519' ? { crv: key.crv, kty: key.kty, x: key.x } : { crv: key.crv, kty: key.kty, x: key.x, y: key.y };
  return createHash('sha256').update(JSON.stringify(members)).digest('hex');
}

const groups = 8;
const digitsInGroup = 4;

/**
 * The key's name among people: eight groups of four digits, which can be printed on paper and read out by phone in any
 * language. 106 bits of the thumbprint: to find another key with the same digits is out of reach.
 * @returns e.g. "1234-5678-9012-3456-7890-1234-5678-9012"
 */
export function fingerprintOf(thumbprint: string): string {
  const digits = (BigInt(`0x${thumbprint}`) % 10n ** BigInt(groups * digitsInGroup)).toString().padStart(groups * digitsInGroup, '0');
  return (digits.match(/\d{4}/gu) ?? []).join('-');
}

/** @returns whether what a person typed from paper is this fingerprint: full-width digits, blanks and other hyphens are no difference */
export function isFingerprint(typed: string, fingerprint: string): boolean {
  const digits = typed.normalize('NFKC').replace(/[\s\p{Pd}\u30FC\u2212]/gu, '');
  return digits === fingerprint.replaceAll('-', '');
}
