import { createHash, createPrivateKey, type KeyObject, type X509Certificate } from 'node:crypto';
import * as asn1 from 'asn1js';
import { Attribute, AuthenticatedSafe, CertBag, Certificate, CryptoEngine, PFX, PKCS8ShroudedKeyBag, PrivateKeyInfo, SafeBag, SafeContents } from 'pkijs';
import { failure, type Outcome, success } from '../../preload/contract/problem.ts';
import { parseCertificate } from './x509.ts';

/**
 * PKCS#12 (RFC 7292) with AES-256 over key and certificates (PBES2, PBKDF2 with HMAC-SHA-256, RFC 8018) and
 * a SHA-256 MAC. node-forge leaves certificates in clear and knows a SHA-1 MAC only, hence pkijs.
 */

export type Bundle = { readonly key: KeyObject; readonly leaf: X509Certificate; readonly issuers: readonly X509Certificate[] };

const oid = {
  keyBag: '1.2.840.113549.1.12.10.1.2',
  certificateBag: '1.2.840.113549.1.12.10.1.3',
  friendlyName: '1.2.840.113549.1.9.20',
  localKeyId: '1.2.840.113549.1.9.21',
};

/**
 * The passphrase holds 256 random bits, so that rounds add nothing against guessing; but whoever opens the
 * bundle for TLS pays for them on the calling thread. The MAC's rounds run in JavaScript.
 */
const cipherRounds = 10_000;
const macRounds = 2_048;

const engine = new CryptoEngine({ name: 'node', crypto: globalThis.crypto });

function toBuffer(bytes: Uint8Array): ArrayBuffer {
  return Uint8Array.from(bytes).buffer;
}

function keyIdAttribute(leaf: X509Certificate): Attribute {
  return new Attribute({ type: oid.localKeyId, values: [new asn1.OctetString({ valueHex: toBuffer(createHash('sha1').update(leaf.raw).digest()) })] });
}

function certificateBag(certificate: X509Certificate, attributes: Attribute[]): SafeBag {
  const bagValue = new CertBag({ parsedValue: Certificate.fromBER(toBuffer(certificate.raw)) });
  return new SafeBag({ bagId: oid.certificateBag, bagValue, ...(attributes.length === 0 ? {} : { bagAttributes: attributes }) });
}

function cipher(password: ArrayBuffer) {
  return {
    password,
    // pkijs draws an initialisation vector of its own; its types ask for one all the same.
    contentEncryptionAlgorithm: { name: 'AES-CBC', length: 256, iv: new Uint8Array(16) },
    hmacHashAlgorithm: 'SHA-256',
    iterationCount: cipherRounds,
  };
}

async function keyBag(key: KeyObject, password: ArrayBuffer, attributes: Attribute[]): Promise<SafeBag> {
  const der = key.export({ type: 'pkcs8', format: 'der' });
  const shrouded = new PKCS8ShroudedKeyBag({ parsedValue: PrivateKeyInfo.fromBER(toBuffer(der)) });
  await shrouded.makeInternalValues(cipher(password), engine);
  der.fill(0);
  return new SafeBag({ bagId: oid.keyBag, bagValue: shrouded, bagAttributes: attributes });
}

/**
 * Makes a bundle; the key derivation runs on libuv's pool.
 * @param passphrase printable ASCII
 * @param friendlyName what stores show, printable ASCII
 * @returns PKCS#12 in DER
 */
export async function makePkcs12({ key, leaf, issuers }: Bundle, passphrase: string, friendlyName: string): Promise<Uint8Array> {
  const password = toBuffer(Buffer.from(passphrase, 'ascii'));
  const attributes = [new Attribute({ type: oid.friendlyName, values: [new asn1.BmpString({ value: friendlyName })] }), keyIdAttribute(leaf)];
  const keys = new SafeContents({ safeBags: [await keyBag(key, password, attributes)] });
  const certificates = new SafeContents({ safeBags: [certificateBag(leaf, attributes), ...issuers.map((one) => certificateBag(one, []))] });
  const authenticatedSafe = new AuthenticatedSafe({
    parsedValue: {
      safeContents: [
        { privacyMode: 0, value: keys },
        { privacyMode: 1, value: certificates },
      ],
    },
  });
  await authenticatedSafe.makeInternalValues({ safeContents: [{}, cipher(password)] }, engine);
  const pfx = new PFX({ parsedValue: { integrityMode: 0, authenticatedSafe } });
  await pfx.makeInternalValues({ password, iterations: macRounds, pbkdf2HashAlgorithm: 'SHA-256', hmacHashAlgorithm: 'SHA-256' }, engine);
  return new Uint8Array(pfx.toSchema().toBER(false));
}

/** Every bag of a bundle, with whatever is encrypted already opened; throws when the passphrase is wrong. */
async function openBags(pfx: Uint8Array, password: ArrayBuffer): Promise<readonly SafeBag[]> {
  const parsed = PFX.fromBER(toBuffer(pfx));
  await parsed.parseInternalValues({ password, checkIntegrity: true }, engine);
  const safe = parsed.parsedValue?.authenticatedSafe;
  if (safe === undefined) return [];
  await safe.parseInternalValues({ safeContents: safe.safeContents.map(() => ({ password })) }, engine);
  const contents: readonly { readonly value: SafeContents }[] = safe.parsedValue.safeContents;
  return contents.flatMap((content) => content.value.safeBags);
}

/** The key bag is an EncryptedPrivateKeyInfo, which OpenSSL opens. */
function keyOfBags(bags: readonly SafeBag[], passphrase: string): KeyObject | null {
  const shrouded = bags.map((bag): unknown => bag.bagValue).find((value) => value instanceof PKCS8ShroudedKeyBag);
  if (!(shrouded instanceof PKCS8ShroudedKeyBag)) return null;
  return createPrivateKey({ key: Buffer.from(shrouded.toSchema().toBER(false)), format: 'der', type: 'pkcs8', passphrase });
}

function certificatesOfBags(bags: readonly SafeBag[]): readonly X509Certificate[] {
  return bags
    .map((bag): unknown => bag.bagValue)
    .filter((value) => value instanceof CertBag)
    .map((bag) => (bag.certValue instanceof asn1.OctetString ? parseCertificate(new Uint8Array(bag.certValue.getValue())) : null))
    .filter((one) => one !== null);
}

/**
 * Reads a bundle of the form that makePkcs12 makes.
 * @returns key, its certificate and the other certificates; certificate-file-unreadable when the passphrase is
 * wrong, the file is damaged or holds no key with its certificate
 */
export async function readPkcs12(pfx: Uint8Array, passphrase: string): Promise<Outcome<Bundle>> {
  try {
    const password = toBuffer(Buffer.from(passphrase, 'ascii'));
    const bags = await openBags(pfx, password);
    const key = keyOfBags(bags, passphrase);
    const certificates = certificatesOfBags(bags);
    const leaf = key === null ? undefined : certificates.find((one) => one.checkPrivateKey(key));
    if (key === null || leaf === undefined) return failure('certificate-file-unreadable');
    return success({ key, leaf, issuers: certificates.filter((one) => one !== leaf) });
  } catch {
    return failure('certificate-file-unreadable');
  }
}
