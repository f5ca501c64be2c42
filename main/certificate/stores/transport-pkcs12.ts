import forge from 'node-forge';
import type { Bundle } from '../pkcs12.ts';

/**
 * A PKCS#12 for macOS's `security import`, which refuses AES-256 with a SHA-256 MAC ("MAC verification
 * failed") in the releases in use: Triple DES and SHA-1, for the seconds of the import only, in a folder
 * that nobody else can read, under a passphrase of 256 random bits. Key and certificate; no chain.
 * @returns DER
 */
export function makeTransportPkcs12({ key, leaf }: Bundle, passphrase: string, friendlyName: string): Uint8Array {
  const forgeKey = forge.pki.privateKeyFromPem(key.export({ type: 'pkcs1', format: 'pem' }).toString());
  const certificate = forge.pki.certificateFromPem(leaf.toString());
  const pfx = forge.pkcs12.toPkcs12Asn1(forgeKey, certificate, passphrase, { algorithm: '3des', friendlyName });
  return Buffer.from(forge.asn1.toDer(pfx).getBytes(), 'latin1');
}
