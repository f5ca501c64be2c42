import { createCipheriv, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto';
import forge from 'node-forge';

/**
 * PKCS#12 files as Windows and macOS lay them out, made by hand: their exporters do not run here. Derivation, Triple
 * DES and RC2 are node-forge's, so that the product's own code is not tried against itself.
 */

export type Parts = { readonly keyDer: Buffer; readonly leaf: Buffer; readonly issuers: readonly Buffer[] };
type Tlv = (tag: number, ...contents: readonly Uint8Array[]) => Buffer;

/** DER: lengths definite. */
export const definite: Tlv = (tag, ...contents) => {
  const content = Buffer.concat(contents);
  const hex = content.length.toString(16);
  const long = Buffer.from(hex.length % 2 === 0 ? hex : `0${hex}`, 'hex');
  return Buffer.concat([Buffer.of(tag), content.length < 0x80 ? Buffer.of(content.length) : Buffer.concat([Buffer.of(0x80 | long.length), long]), content]);
};

const piece = 1000;

/** BER as streaming writers make it: lengths of indefinite form, OCTET STRINGs ([0] IMPLICIT ones as well) in pieces. */
export const indefinite: Tlv = (tag, ...contents) => {
  const content = Buffer.concat(contents);
  const end = Buffer.of(0, 0);
  if (tag === 0x04 || tag === 0x80) {
    const pieces = Array.from({ length: Math.ceil(content.length / piece) }, (_, at) => definite(0x04, content.subarray(at * piece, (at + 1) * piece)));
    return Buffer.concat([Buffer.of(tag | 0x20, 0x80), ...pieces, end]);
  }
  return (tag & 0x20) === 0 ? definite(tag, content) : Buffer.concat([Buffer.of(tag, 0x80), content, end]);
};

const oid = (dotted: string) => definite(0x06, Buffer.from(forge.asn1.oidToDer(dotted).getBytes(), 'latin1'));
const integer = (value: number) => definite(0x02, Buffer.from([0, value >> 16, (value >> 8) & 255, value & 255]).subarray(value >= 0x8000 ? 0 : 2));
const bmp = (text: string) => definite(0x1e, Buffer.from(text, 'utf16le').swap16());
const bytes = (text: string) => Buffer.from(text, 'latin1');

type Scheme = 'tripleDes' | 'rc2-40' | 'aes256';
type Sealed = { readonly algorithm: Buffer; readonly data: Buffer };

function derive(purpose: 1 | 2 | 3, passphrase: string, salt: Buffer, rounds: number, length: number, digest: 'sha1' | 'sha256' = 'sha1'): Buffer {
  const made = forge.pkcs12.generateKey(passphrase, forge.util.createBuffer(salt.toString('latin1')), purpose, rounds, length, forge.md[digest].create());
  return bytes(made.getBytes());
}

function byForge(cipher: forge.cipher.BlockCipher, iv: Buffer, content: Buffer): Buffer {
  cipher.start({ iv: iv.toString('latin1') });
  cipher.update(forge.util.createBuffer(content.toString('latin1')));
  cipher.finish();
  return bytes(cipher.output.getBytes());
}

function seal(scheme: Scheme, content: Buffer, passphrase: string, rounds: number): Sealed {
  const salt = randomBytes(8);
  if (scheme === 'aes256') {
    const iv = randomBytes(16);
    const cipher = createCipheriv('aes-256-cbc', pbkdf2Sync(passphrase, salt, rounds, 32, 'sha256'), iv);
    const prf = definite(0x30, oid('1.2.840.113549.2.9'), definite(0x05));
    const kdf = definite(0x30, oid('1.2.840.113549.1.5.12'), definite(0x30, definite(0x04, salt), integer(rounds), prf));
    const scheme_ = definite(0x30, oid('2.16.840.1.101.3.4.1.42'), definite(0x04, iv));
    const algorithm = definite(0x30, oid('1.2.840.113549.1.5.13'), definite(0x30, kdf, scheme_));
    return { algorithm, data: Buffer.concat([cipher.update(content), cipher.final()]) };
  }
  const name = scheme === 'tripleDes' ? '1.2.840.113549.1.12.1.3' : '1.2.840.113549.1.12.1.6';
  const algorithm = definite(0x30, oid(name), definite(0x30, definite(0x04, salt), integer(rounds)));
  const key = derive(1, passphrase, salt, rounds, scheme === 'tripleDes' ? 24 : 5);
  const iv = derive(2, passphrase, salt, rounds, 8);
  if (scheme === 'tripleDes') return { algorithm, data: byForge(forge.cipher.createCipher('3DES-CBC', key.toString('latin1')), iv, content) };
  const rc2 = forge.rc2.createEncryptionCipher(key.toString('latin1'), 40);
  rc2.start(iv.toString('latin1'));
  rc2.update(forge.util.createBuffer(content.toString('latin1')));
  rc2.finish();
  return { algorithm, data: bytes(rc2.output.getBytes()) };
}

export type Layout = {
  readonly tlv: Tlv;
  readonly key: Scheme;
  readonly certificates: Scheme;
  readonly mac: 'sha1' | 'sha256';
  readonly rounds: number;
  readonly macRounds?: number;
  readonly certificatesFirst: boolean;
  /** The chain's order in the file. */
  readonly rootFirst: boolean;
  readonly friendlyName: string;
  /** Windows: CSP and usage of the key stand beside and in it. */
  readonly keyAttributes: boolean;
};

/** Export-PfxCertificate: key first, CSP's name and usage as attributes, a local key ID of four octets, 2,000 rounds. */
export const windows: Layout = {
  tlv: definite,
  key: 'tripleDes',
  certificates: 'tripleDes',
  mac: 'sha1',
  rounds: 2000,
  certificatesFirst: false,
  rootFirst: true,
  friendlyName: 'te-電子証明書-{3F2504E0-4F89-11D3-9A0C-0305E82C3301}',
  keyAttributes: true,
};

/** Keychain Access and `security export`: certificates under RC2 of 40 bits first, lengths of indefinite form. */
export const macos: Layout = {
  tlv: indefinite,
  key: 'tripleDes',
  certificates: 'rc2-40',
  mac: 'sha1',
  rounds: 2048,
  certificatesFirst: true,
  rootFirst: false,
  friendlyName: '開通商事の証明書',
  keyAttributes: false,
};

/** PrivateKeyInfo with the attribute keyUsage, as CryptoAPI writes it. */
function withUsage(keyDer: Buffer): Buffer {
  const asn1 = forge.asn1.fromDer(keyDer.toString('latin1'));
  if (typeof asn1.value === 'string') throw new Error('not a PrivateKeyInfo');
  const fields = asn1.value.map((field) => bytes(forge.asn1.toDer(field).getBytes()));
  const usage = definite(0x30, oid('2.5.29.15'), definite(0x31, definite(0x03, Buffer.of(0, 0x10))));
  return definite(0x30, ...fields, definite(0xa0, usage));
}

/** @returns the file. passphrase: as the person typed it */
export function exportPkcs12({ keyDer, leaf, issuers }: Parts, passphrase: string, layout: Layout): Buffer {
  const { tlv, rounds, macRounds = rounds } = layout;
  const name = tlv(0x30, oid('1.2.840.113549.1.9.20'), tlv(0x31, bmp(layout.friendlyName)));
  const keyId = tlv(0x30, oid('1.2.840.113549.1.9.21'), tlv(0x31, definite(0x04, Buffer.of(1, 0, 0, 0))));
  const provider = tlv(0x30, oid('1.3.6.1.4.1.311.17.1'), tlv(0x31, bmp('Microsoft Software Key Storage Provider')));
  const bag = (type: string, value: Buffer, attributes: readonly Buffer[]) =>
    tlv(0x30, oid(type), tlv(0xa0, value), ...(attributes.length === 0 ? [] : [tlv(0x31, ...attributes)]));
  const data = (content: Buffer) => tlv(0x30, oid('1.2.840.113549.1.7.1'), tlv(0xa0, tlv(0x04, content)));

  const shrouded = seal(layout.key, layout.keyAttributes ? withUsage(keyDer) : keyDer, passphrase, rounds);
  const keyBag = bag('1.2.840.113549.1.12.10.1.2', tlv(0x30, shrouded.algorithm, tlv(0x04, shrouded.data)), [
    keyId,
    name,
    ...(layout.keyAttributes ? [provider] : []),
  ]);
  const certificateBag = (der: Buffer, attributes: readonly Buffer[]) =>
    bag('1.2.840.113549.1.12.10.1.3', tlv(0x30, oid('1.2.840.113549.1.9.22.1'), tlv(0xa0, tlv(0x04, der))), attributes);
  const bags = [certificateBag(leaf, [keyId]), ...issuers.map((one) => certificateBag(one, []))];
  const sealed = seal(layout.certificates, tlv(0x30, ...(layout.rootFirst ? bags.reverse() : bags)), passphrase, rounds);
  const info = tlv(0x30, oid('1.2.840.113549.1.7.1'), sealed.algorithm, tlv(0x80, sealed.data));
  const certificates = tlv(0x30, oid('1.2.840.113549.1.7.6'), tlv(0xa0, tlv(0x30, integer(0), info)));
  const keys = data(tlv(0x30, keyBag));
  const safe = tlv(0x30, ...(layout.certificatesFirst ? [certificates, keys] : [keys, certificates]));

  const salt = randomBytes(20);
  const macKey = derive(3, passphrase, salt, Math.min(macRounds, 2048), layout.mac === 'sha1' ? 20 : 32, layout.mac);
  const mac = createHmac(layout.mac, macKey).update(safe).digest();
  const digest = oid(layout.mac === 'sha1' ? '1.3.14.3.2.26' : '2.16.840.1.101.3.4.2.1');
  const macData = tlv(0x30, tlv(0x30, tlv(0x30, digest, definite(0x05)), definite(0x04, mac)), definite(0x04, salt), integer(macRounds));
  return tlv(0x30, integer(3), data(safe), macData);
}
