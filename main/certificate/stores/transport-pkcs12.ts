import { type Identity, writePkcs12 } from '../pkcs12/writing.ts';

/**
 * A PKCS#12 for macOS's `security import`, which refuses AES-256 with a SHA-256 MAC ("MAC verification
 * failed") in the releases in use: Triple DES and SHA-1, for the seconds of the import only, in a folder
 * that nobody else can read, under a passphrase of 256 random bits. Key and certificate; no chain.
 * @returns DER
 */
export function makeTransportPkcs12({ key, leaf }: Identity, passphrase: string, friendlyName: string): Promise<Uint8Array> {
  return writePkcs12({ key, leaf, issuers: [] }, passphrase, friendlyName, 'tripleDes');
}
