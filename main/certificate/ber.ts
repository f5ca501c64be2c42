/**
 * ASN.1 as other programs write it (X.690): lengths of indefinite form and OCTET STRINGs in pieces, which
 * OpenSSL takes and BoringSSL refuses. Read into a tree, and written again as DER, which both take.
 */

/** One value. A constructed one has children, a primitive one has content. */
export type Ber = { readonly tag: number; readonly content: Uint8Array; readonly children: readonly Ber[] };

/** The identifier octets that are used here (X.690 section 8.1.2), constructed ones with bit 6 set. */
export const tags = {
  boolean: 0x01,
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  octetStringInPieces: 0x24,
  null: 0x05,
  objectIdentifier: 0x06,
  utf8String: 0x0c,
  printableString: 0x13,
  bmpString: 0x1e,
  sequence: 0x30,
  set: 0x31,
  /** [0], its content primitive or constructed. */
  zero: 0x80,
  zeroConstructed: 0xa0,
  /** [3]: a certificate's extensions. */
  threeConstructed: 0xa3,
} as const;

/** What Kaitsu's own files need is 12; other programs wrap a little more. */
const deepest = 40;
const constructedBit = 0x20;
const nothing = new Uint8Array(0);

/** Where a value stands: its content, and whether its length is of indefinite form. */
type Head = { readonly tag: number; readonly start: number; readonly end: number | null };

function readHead(bytes: Uint8Array, at: number, limit: number): Head | null {
  const [tag, first] = [bytes[at], bytes[at + 1]];
  // Tag numbers above 30 take more octets; nothing that is read here has one.
  if (tag === undefined || first === undefined || at + 2 > limit || (tag & 0x1f) === 0x1f) return null;
  if (first === 0x80) return (tag & constructedBit) === 0 ? null : { tag, start: at + 2, end: null };
  if (first < 0x80) return fitting({ tag, start: at + 2, end: at + 2 + first }, limit);
  const octets = first & 0x7f;
  if (octets > 4) return null;
  let length = 0;
  for (let place = 0; place < octets; place += 1) length = length * 256 + (bytes[at + 2 + place] ?? Number.NaN);
  return fitting({ tag, start: at + 2 + octets, end: at + 2 + octets + length }, limit);
}

function fitting(head: Head & { readonly end: number }, limit: number): Head | null {
  return head.end <= limit ? head : null;
}

type Parsed = { readonly value: Ber; readonly next: number };

function parseAt(bytes: Uint8Array, at: number, limit: number, depth: number): Parsed | null {
  const head = depth > deepest ? null : readHead(bytes, at, limit);
  if (head === null) return null;
  if ((head.tag & constructedBit) === 0) {
    const end = head.end ?? head.start;
    return { value: { tag: head.tag, content: bytes.subarray(head.start, end), children: [] }, next: end };
  }
  const children: Ber[] = [];
  let next = head.start;
  const end = head.end ?? limit;
  while (next < end) {
    // End of contents: two zero octets close an indefinite length.
    if (head.end === null && bytes[next] === 0 && bytes[next + 1] === 0) break;
    const child = parseAt(bytes, next, end, depth + 1);
    if (child === null) return null;
    children.push(child.value);
    next = child.next;
  }
  if (head.end === null) next = bytes[next] === 0 && bytes[next + 1] === 0 && next + 2 <= limit ? next + 2 : Number.NaN;
  return Number.isNaN(next) ? null : { value: { tag: head.tag, content: nothing, children }, next };
}

/**
 * Reads one value; what follows it is ignored, as some programs append a line's end.
 * @returns null where it is no BER, ends too early or is nested deeper than forty
 */
export function parseBer(bytes: Uint8Array): Ber | null {
  return parseAt(bytes, 0, bytes.length, 0)?.value ?? null;
}

/** @returns the octets of an OCTET STRING, implicitly tagged or not, whole or in pieces; null where it is none */
export function octetsOf(value: Ber | undefined): Uint8Array | null {
  if (value === undefined || value.tag === tags.sequence || value.tag === tags.set) return null;
  if ((value.tag & constructedBit) === 0) return value.content;
  const pieces = value.children.map((piece) => (piece.tag === tags.octetString || piece.tag === tags.octetStringInPieces ? octetsOf(piece) : null));
  return pieces.every((piece) => piece !== null) ? Buffer.concat(pieces) : null;
}

/** @returns an object identifier in its dotted form; '' where the value is none */
export function oidOf(value: Ber | undefined): string {
  if (value === undefined || value.tag !== tags.objectIdentifier || value.content.length > 32) return '';
  const arcs: bigint[] = [];
  let arc = 0n;
  for (const octet of value.content) {
    arc = arc * 128n + BigInt(octet & 0x7f);
    if (octet >= 0x80) continue;
    arcs.push(arc);
    arc = 0n;
  }
  const [first = 0n, ...rest] = arcs;
  const top = first < 80n ? first / 40n : 2n;
  return [top, first - top * 40n, ...rest].join('.');
}

/** @returns a whole number from 0 to 2^31; null where the value is none */
export function smallIntegerOf(value: Ber | undefined): number | null {
  if (value === undefined || value.tag !== tags.integer || value.content.length === 0 || value.content.length > 5) return null;
  const number = value.content.reduce((sum, octet) => sum * 256 + octet, 0);
  return (value.content[0] ?? 0) >= 0x80 || number > 2 ** 31 ? null : number;
}
