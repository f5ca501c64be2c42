import { createPublicKey, type KeyObject, sign } from 'node:crypto';
import { type BankFileContent, bankFileContentSchema } from '../../main/bank-file/bank-file.ts';
import { fileType } from '../../main/bank-file/jws.ts';
import { algorithms, type SignerKey, signerKeySchema } from '../../main/bank-file/signer.ts';

/** The bank's half of the bank file: what a customer's program never does. */

/** @param key private or public @returns its public half; null where it is neither Ed25519 nor P-256 */
export function signerKeyOf(key: KeyObject): SignerKey | null {
  const { kty, crv, x, y } = (key.type === 'private' ? createPublicKey(key) : key).export({ format: 'jwk' });
  return signerKeySchema.safeParse({ kty, crv, x, ...(y === undefined ? {} : { y }) }).data ?? null;
}

/**
 * @param key the public key that is going to sign
 * @returns what is signed (RFC 7515 section 5.1): header and payload, in ASCII. A key in a hardware module signs this
 */
export function signingInput(content: BankFileContent, key: SignerKey): string {
  return inputOf(bankFileContentSchema.parse(content), fileType, key);
}

function inputOf(content: object, type: string, key: SignerKey): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({ typ: type, alg: algorithms[key.crv], jwk: key })}.${part(content)}`;
}

/** @param signature of the signing input; with ES256 r and s of 32 bytes each, one behind the other (RFC 7518 section 3.4) */
export function bankFileText(input: string, signature: Uint8Array): string {
  return `${input}.${Buffer.from(signature).toString('base64url')}`;
}

/** @returns the bank file @throws where the key is neither Ed25519 nor P-256 */
export function signBankFile(content: BankFileContent, privateKey: KeyObject): string {
  return signText(bankFileContentSchema.parse(content), fileType, privateKey);
}

/** @param type of what is signed, so that it is taken for nothing else @returns a compact JWS @throws where the key is neither Ed25519 nor P-256 */
export function signText(content: object, type: string, privateKey: KeyObject): string {
  const key = signerKeyOf(privateKey);
  if (key === null) throw new Error('The key is neither Ed25519 nor P-256');
  const input = inputOf(content, type, key);
  const bytes = Buffer.from(input);
  const signature = key.crv === 'Ed25519' ? sign(null, bytes, privateKey) : sign('sha256', bytes, { key: privateKey, dsaEncoding: 'ieee-p1363' });
  return bankFileText(input, signature);
}
