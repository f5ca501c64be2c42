import { createPublicKey, type KeyObject, sign, verify, type X509Certificate } from 'node:crypto';

/**
 * A trial signature: whether a key still signs for its certificate. A key may be lost while its file is
 * still there: a changed password of the operating system, a damaged file, data copied from another PC.
 * This one tries the key in Kaitsu's own bundle; the one in the store is tried by the store (trySignature).
 * @param challenge random bytes, other ones for each trial
 * @returns false as well where the key cannot sign at all
 */
export function canSign({ key, leaf }: { readonly key: KeyObject; readonly leaf: X509Certificate }, challenge: Uint8Array): boolean {
  try {
    const signature = sign('sha256', challenge, key);
    return verify('sha256', challenge, createPublicKey(leaf.publicKey.export({ type: 'spki', format: 'pem' })), signature);
  } catch {
    return false;
  }
}
