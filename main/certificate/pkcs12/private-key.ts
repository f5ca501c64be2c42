import { createPrivateKey, type KeyObject } from 'node:crypto';
import { type Ber, octetsOf, oidOf, parseBer, tags } from '../ber.ts';
import { der, derInteger, derOf, derOid } from '../der.ts';

/** Private keys as PKCS#12 holds them: PrivateKeyInfo (RFC 5208), in whatever form the exporter gave it. */

const rsaEncryption = '1.2.840.113549.1.1.1';
const ecPublicKey = '1.2.840.10045.2.1';
/** P-256, P-384 and P-521: what Electron's BoringSSL knows. */
const curves: ReadonlySet<string> = new Set(['1.2.840.10045.3.1.7', '1.3.132.0.34', '1.3.132.0.35']);

/** @returns whether the value has the shape of a PrivateKeyInfo */
export function isPrivateKeyInfo(value: Ber | null): value is Ber {
  const [version, algorithm, key] = value?.children ?? [];
  return version?.tag === tags.integer && oidOf(algorithm?.children[0]) !== '' && octetsOf(key) !== null;
}

/** Null as parameters of RSA is left out by some; BoringSSL wants it. */
function algorithmOf(algorithm: Ber | undefined): Buffer | null {
  const name = oidOf(algorithm?.children[0]);
  if (name === rsaEncryption) return der(tags.sequence, derOid(rsaEncryption), der(tags.null));
  if (name !== ecPublicKey || algorithm === undefined || !curves.has(oidOf(algorithm.children[1]))) return null;
  return derOf(algorithm);
}

/**
 * Reads a key after writing it again in DER: a key of pieces or padded numbers is refused by BoringSSL. Windows'
 * attributes of the key are left out.
 * @returns null where it is neither RSA nor on one of the usual curves, or broken
 */
export function readPrivateKey(value: Ber): KeyObject | null {
  const [, algorithm, key] = value.children;
  const octets = octetsOf(key);
  const form = algorithmOf(algorithm);
  if (octets === null || form === null) return null;
  const inner = parseBer(octets);
  const encoded = der(tags.sequence, derInteger(0), form, der(tags.octetString, inner?.tag === tags.sequence ? derOf(inner) : octets));
  try {
    return createPrivateKey({ key: encoded, format: 'der', type: 'pkcs8' });
  } catch {
    return null;
  } finally {
    encoded.fill(0);
  }
}
