import { type KeyObject, sign } from 'node:crypto';
import { bankFileText, signerKeyOf } from '../../tools/bank-file/sign.ts';

/** Signs with Ed25519 whatever is handed in, as a bank's own software might. */
export function signedText(payload: unknown, key: KeyObject, header: Readonly<Record<string, unknown>> = {}): Buffer {
  const part = (value: unknown) => Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');
  const input = `${part({ typ: 'kaitsu-bank', alg: 'EdDSA', jwk: signerKeyOf(key), ...header })}.${part(payload)}`;
  return Buffer.from(bankFileText(input, sign(null, Buffer.from(input), key)));
}
