import { BitString, Constructed, fromBER, Integer, ObjectIdentifier, Sequence, Set as SetOf } from 'asn1js';

const digests = ['sha256', 'sha384', 'sha512'] as const;
export type SignatureDigest = (typeof digests)[number];

/**
 * What an EST server wants to find in a certificate request: CsrAttrs (RFC 7030 section 4.5.2, with RFC 8951
 * section 3.6 and RFC 9908). Values that come ready made are taken over byte for byte; what only has a name is
 * met where Kaitsu knows it; the rest is noted by its object identifier, to be told where the request is refused.
 */
export type CsrDemands = {
  /** challengePassword: the request is to be linked with the connection that it comes over (RFC 7030 section 3.5). */
  readonly linked: boolean;
  /** The RSA key's size in bits, at most 65,536, where one is named. */
  readonly rsaBits: number | null;
  readonly digest: SignatureDigest;
  /** Whole Extension values in DER, for the attribute extensionRequest. */
  readonly extensions: readonly Uint8Array[];
  /** Whole Attribute values in DER. */
  readonly attributes: readonly Uint8Array[];
  /** Object identifiers of what cannot be met. */
  readonly unmet: readonly string[];
};

export const noDemands: CsrDemands = { linked: false, rsaBits: null, digest: 'sha256', extensions: [], attributes: [], unmet: [] };

/** Attributes of a request (RFC 2985 section 5.4). */
export const challengePassword = '1.2.840.113549.1.9.7';
export const extensionRequest = '1.2.840.113549.1.9.14';
/** RFC 9908 sections 3.3 and 3.4. */
const extensionTemplate = '1.2.840.113549.1.9.16.2.62';
const requestTemplate = '1.2.840.113549.1.9.16.2.61';
const rsaKey = '1.2.840.113549.1.1.1';
/** Kaitsu's keys are RSA: the arcs of the other kinds of keys and of their signatures, elliptic curves first. */
const otherKeys = /^(?:1\.2\.840\.10045\.|1\.3\.132\.0\.|1\.3\.101\.11[0-3]$|1\.2\.840\.10040\.4\.|1\.3\.36\.3\.3\.2\.)/u;
/** Signatures by RSA (RFC 8017 appendix C). */
export const rsaSignatures: Readonly<Record<SignatureDigest, string>> = {
  sha256: '1.2.840.113549.1.1.11',
  sha384: '1.2.840.113549.1.1.12',
  sha512: '1.2.840.113549.1.1.13',
};
/** Extensions that a client certificate has anyway, for a server that names them without a value. */
const ownExtensions = new Map<string, string>([
  // keyUsage, critical: digitalSignature
  ['2.5.29.15', '300e0603551d0f0101ff040403020780'],
  // extKeyUsage: clientAuth
  ['2.5.29.37', '30130603551d25040c300a06082b06010505070302'],
]);

/** No server needs more: attributes, and bytes in all. */
const mostAttributes = 64;
const longest = 16 * 1024;
/** What is larger is no RSA key that anything can use. */
const mostRsaBits = 65_536;

type Found = {
  linked: boolean;
  rsaBits: number | null;
  digests: SignatureDigest[];
  extensions: Uint8Array[];
  attributes: Uint8Array[];
  unmet: string[];
};

/**
 * Reads the body of /csrattrs.
 * @param encoded DER or BER
 * @returns the demands; null where it is no CsrAttrs
 */
export function readCsrAttributes(encoded: Uint8Array): CsrDemands | null {
  if (encoded.byteLength > longest) return null;
  const list = parse(encoded);
  if (!(list instanceof Sequence) || list.valueBlock.value.length > mostAttributes) return null;
  const found: Found = { linked: false, rsaBits: null, digests: [], extensions: [], attributes: [], unmet: [] };
  for (const one of list.valueBlock.value) if (!take(one, found)) return null;
  const { digests, unmet, ...rest } = found;
  return { ...rest, digest: digests[0] ?? 'sha256', unmet: [...new Set(unmet)] };
}

function parse(encoded: Uint8Array): unknown {
  try {
    const { result, offset } = fromBER(Uint8Array.from(encoded));
    return offset === -1 ? null : result;
  } catch {
    return null;
  }
}

/** AttrOrOID ::= CHOICE { oid OBJECT IDENTIFIER, attribute Attribute { type, values SET } } */
function take(one: unknown, found: Found): boolean {
  if (one instanceof ObjectIdentifier) {
    takeName(one.valueBlock.toString(), found);
    return true;
  }
  if (!(one instanceof Sequence)) return false;
  const [type, values] = one.valueBlock.value;
  if (!(type instanceof ObjectIdentifier) || !(values instanceof SetOf)) return false;
  takeAttribute(type.valueBlock.toString(), values.valueBlock.value, one.valueBeforeDecodeView, found);
  return true;
}

function takeName(name: string, found: Found): void {
  const digest = digests.find((one) => rsaSignatures[one] === name);
  if (name === challengePassword) found.linked = true;
  else if (digest !== undefined) found.digests.push(digest);
  else if (name !== rsaKey && name !== extensionRequest) found.unmet.push(name);
}

function takeAttribute(name: string, values: readonly unknown[], whole: Uint8Array, found: Found): void {
  if (name === rsaKey) {
    const [bits] = values;
    if (bits instanceof Integer) takeRsaBits(Number(bits.toBigInt()), found);
  } else if (name === extensionRequest || name === extensionTemplate) for (const value of values) takeExtensions(value, found);
  else if (name === requestTemplate) for (const value of values) takeTemplate(value, found);
  else if (values.length === 0) takeName(name, found);
  else if (otherKeys.test(name)) found.unmet.push(name);
  else found.attributes.push(whole);
}

/** A value is a list of extensions, or, as in RFC 7030's own example, the mere name of one. */
function takeExtensions(value: unknown, found: Found): void {
  if (value instanceof ObjectIdentifier) takeExtensionName(value.valueBlock.toString(), found);
  if (!(value instanceof Sequence)) return;
  for (const extension of value.valueBlock.value) {
    if (extension instanceof ObjectIdentifier) takeExtensionName(extension.valueBlock.toString(), found);
    if (!(extension instanceof Sequence)) continue;
    const [name, ...rest] = extension.valueBlock.value;
    if (!(name instanceof ObjectIdentifier)) continue;
    // RFC 9908 section 3.4: a template may leave the value open.
    const last = rest.at(-1);
    const filled = last !== undefined && last.idBlock.tagNumber === 4 && last.valueBeforeDecodeView.byteLength > 2;
    if (filled) found.extensions.push(extension.valueBeforeDecodeView);
    else takeExtensionName(name.valueBlock.toString(), found);
  }
}

function takeExtensionName(name: string, found: Found): void {
  const own = ownExtensions.get(name);
  if (own === undefined) found.unmet.push(name);
  else found.extensions.push(Buffer.from(own, 'hex'));
}

/** CertificationRequestInfoTemplate: version, [subject], [0] key OPTIONAL, [1] attributes. The subject is the contract's in any case. */
function takeTemplate(value: unknown, found: Found): void {
  if (!(value instanceof Sequence)) return;
  for (const field of value.valueBlock.value) {
    if (!(field instanceof Constructed) || field.idBlock.tagClass !== 3) continue;
    if (field.idBlock.tagNumber === 1) for (const attribute of field.valueBlock.value) take(attribute, found);
    if (field.idBlock.tagNumber === 0) takeKey(field.valueBlock.value, found);
  }
}

/** SubjectPublicKeyInfoTemplate: AlgorithmIdentifier and, for the size of an RSA key, a public key that stands for one of it. */
function takeKey([algorithm, key]: readonly unknown[], found: Found): void {
  const name = algorithm instanceof Sequence ? algorithm.valueBlock.value[0] : undefined;
  if (!(name instanceof ObjectIdentifier)) return;
  const text = name.valueBlock.toString();
  if (text !== rsaKey) found.unmet.push(text);
  else if (key instanceof BitString) takeRsaBits(modulusBits(key.valueBlock.valueHexView), found);
}

/** @returns the size of a RSAPublicKey (RFC 8017 appendix A.1.1) by its modulus' octets, whatever stands in them; 0 where it is none */
function modulusBits(encoded: Uint8Array): number {
  const key = parse(encoded);
  const modulus = key instanceof Sequence ? key.valueBlock.value[0] : undefined;
  if (!(modulus instanceof Integer)) return 0;
  const octets = modulus.valueBlock.valueHexView;
  return 8 * (octets.length - (octets[0] === 0 ? 1 : 0));
}

/** Of several sizes the largest; what can be no key's size says nothing. */
function takeRsaBits(bits: number, found: Found): void {
  if (Number.isInteger(bits) && bits > 0 && bits <= mostRsaBits) found.rsaBits = Math.max(bits, found.rsaBits ?? 0);
}
