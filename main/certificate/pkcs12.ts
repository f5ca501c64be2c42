import { failure, type Outcome, type ProblemCause } from '../../preload/contract/problem.ts';
import { type Contents, readContents } from './pkcs12/contents.ts';
import { Unreadable, type UnreadableReason } from './pkcs12/unreadable.ts';
import { type Identity, roundsOfExport, writePkcs12 } from './pkcs12/writing.ts';

/**
 * PKCS#12 (RFC 7292) with AES-256 over key and certificates (PBES2, PBKDF2 with HMAC-SHA-256, RFC 8018) and
 * a SHA-256 MAC. Written and read here down to the bytes: what Electron's BoringSSL and OpenSSL take of it
 * differs, and so does what other programs write. Only ciphers, hashes and the clear key are left to them.
 */

export type Bundle = Identity;

/** Why a bundle was not read goes into the log; the person is told certificate-file-unreadable. */
export type Pkcs12Outcome = Extract<Outcome<Bundle>, { ok: true }> | { readonly ok: false; readonly problem: ProblemCause; readonly reason: UnreadableReason };

/**
 * Makes a bundle; the key derivation runs on libuv's pool.
 * @param passphrase printable ASCII
 * @param friendlyName what stores show
 * @returns PKCS#12 in DER
 */
export function makePkcs12(bundle: Bundle, passphrase: string, friendlyName: string): Promise<Uint8Array> {
  return writePkcs12(bundle, passphrase, friendlyName, 'aes256');
}

/** As makePkcs12, for a passphrase that a person chose: each guess costs many more rounds. */
export function makeExportedPkcs12(bundle: Bundle, passphrase: string, friendlyName: string): Promise<Uint8Array> {
  return writePkcs12(bundle, passphrase, friendlyName, 'aes256', roundsOfExport);
}

function belongsTo(certificate: Bundle['leaf'], key: Bundle['key']): boolean {
  try {
    return certificate.checkPrivateKey(key);
  } catch {
    return false;
  }
}

/** Of several identities the first, in the order of the file. */
function identityOf({ keys, certificates }: Contents): Bundle | null {
  for (const key of keys) {
    const leaf = certificates.find((one) => belongsTo(one, key));
    if (leaf !== undefined) return { key, leaf, issuers: certificates.filter((one) => one !== leaf) };
  }
  return null;
}

const unreadable = (reason: UnreadableReason) => ({ ...failure('certificate-file-unreadable'), reason });

/**
 * Reads a bundle, Kaitsu's own or one that another program exported: DER or BER; AES, Triple DES or RC2; MAC by
 * RFC 7292 or PBMAC1 (RFC 9579), or none. The same files are read, and refused, whatever OpenSSL is below.
 * @returns key, its certificate and the other certificates; certificate-file-unreadable with the reason
 */
export async function readPkcs12(pfx: Uint8Array, passphrase: string): Promise<Pkcs12Outcome> {
  try {
    const bundle = identityOf(await readContents(pfx, passphrase));
    return bundle === null ? unreadable('no-identity') : { ok: true, value: bundle };
  } catch (error) {
    if (error instanceof Unreadable) return unreadable(error.reason);
    throw error;
  }
}
