import { X509Certificate } from 'node:crypto';

/** The key of the bank's support in its profile: what is sealed for it, the bank alone can open. */

const onePem = /^\s*-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----\s*$/u;
const curves: ReadonlySet<string> = new Set(['prime256v1', 'secp384r1']);

/**
 * @param pem one certificate; whether it is past its time does not matter, since nobody is trusted by it
 * @returns null where it is none, or its key is neither RSA of 2048 to 8192 bits nor of P-256 or P-384
 */
export function readSupportKey(pem: string): X509Certificate | null {
  try {
    const certificate = onePem.test(pem) ? new X509Certificate(pem) : null;
    return certificate !== null && isUsable(certificate) ? certificate : null;
  } catch {
    return null;
  }
}

function isUsable({ publicKey }: X509Certificate): boolean {
  const { modulusLength = 0, namedCurve = '' } = publicKey.asymmetricKeyDetails ?? {};
  if (publicKey.asymmetricKeyType === 'rsa') return modulusLength >= 2048 && modulusLength <= 8192;
  return publicKey.asymmetricKeyType === 'ec' && curves.has(namedCurve);
}
