import { webcrypto } from 'node:crypto';
import { Certificate, ContentInfo, CryptoEngine, EnvelopedData } from 'pkijs';
import { readSupportKey } from '../bank/support-key.ts';

const contentEncryption = { name: 'AES-CBC', length: 256 };

/**
 * Seals bytes for the bank: CMS EnvelopedData (RFC 5652 section 6), AES-256-CBC, its key carried by RSA-OAEP with SHA-256
 * (RFC 3560) or by ECDH (RFC 5753). `openssl cms -decrypt -inform DER` opens it with the certificate's key.
 * @param pem the bank's certificate, as its profile has it
 * @returns DER
 * @throws where it is no certificate that readSupportKey takes (a bug: the profile was checked)
 */
export async function sealFor(pem: string, content: Uint8Array): Promise<Uint8Array> {
  const certificate = readSupportKey(pem);
  if (certificate === null) throw new Error('No key to seal for');
  const engine = new CryptoEngine({ name: 'node', crypto: webcrypto as ConstructorParameters<typeof CryptoEngine>[0]['crypto'] });
  const sealed = new EnvelopedData();
  const how = { oaepHashAlgorithm: 'SHA-256', kdfAlgorithm: 'SHA-256', kekEncryptionLength: 256 };
  sealed.addRecipientByCertificate(Certificate.fromBER(certificate.raw), how, undefined, engine);
  await sealed.encrypt(contentEncryption, Uint8Array.from(content).buffer, engine);
  const wrapped = new ContentInfo({ contentType: ContentInfo.ENVELOPED_DATA, content: sealed.toSchema() });
  return new Uint8Array(wrapped.toSchema().toBER(false));
}
