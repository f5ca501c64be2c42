import { type Ber, octetsOf, tags } from './ber.ts';

/** Writing DER (X.690): every value in its one form, lengths definite, OCTET STRINGs whole. */

function lengthOf(octets: number): Uint8Array {
  if (octets < 0x80) return Uint8Array.of(octets);
  const hex = octets.toString(16);
  const bytes = Buffer.from(hex.length % 2 === 0 ? hex : `0${hex}`, 'hex');
  return Buffer.concat([Uint8Array.of(0x80 | bytes.length), bytes]);
}

/** @param tag the identifier octet @param contents what stands in it, in order */
export function der(tag: number, ...contents: readonly Uint8Array[]): Buffer {
  const length = contents.reduce((sum, one) => sum + one.length, 0);
  return Buffer.concat([Uint8Array.of(tag), lengthOf(length), ...contents]);
}

/** @param value a whole number from 0 to 2^31 */
export function derInteger(value: number): Buffer {
  const hex = value.toString(16);
  const bytes = Buffer.from(hex.length % 2 === 0 ? hex : `0${hex}`, 'hex');
  return der(tags.integer, ...((bytes[0] ?? 0) >= 0x80 ? [Uint8Array.of(0)] : []), bytes);
}

/** @param dotted an object identifier such as 1.2.840.113549.1.7.1 */
export function derOid(dotted: string): Buffer {
  const [top = 0, second = 0, ...rest] = dotted.split('.').map(Number);
  return der(tags.objectIdentifier, Uint8Array.from([top * 40 + second, ...rest].flatMap(base128)));
}

function base128(arc: number): readonly number[] {
  const octets = [arc % 128];
  for (let left = Math.floor(arc / 128); left > 0; left = Math.floor(left / 128)) octets.unshift((left % 128) + 128);
  return octets;
}

/** @returns a BMPString (X.690 section 8.23.8): UTF-16, the high octet first */
export function derBmpString(text: string): Buffer {
  return der(tags.bmpString, Buffer.from(text, 'utf16le').swap16());
}

/** Some writers pad integers; BoringSSL wants them as short as they can be. */
function shortest(content: Uint8Array): Uint8Array {
  let from = 0;
  while (from + 1 < content.length && content[from] === 0 && (content[from + 1] ?? 0) < 0x80) from += 1;
  return content.subarray(from);
}

/** @returns the value in DER, as far as form goes: nothing is sorted */
export function derOf(value: Ber): Buffer {
  if (value.tag === tags.octetStringInPieces) return der(tags.octetString, octetsOf(value) ?? new Uint8Array(0));
  if (value.tag === tags.integer) return der(value.tag, shortest(value.content));
  return value.children.length === 0 ? der(value.tag, value.content) : der(value.tag, ...value.children.map(derOf));
}
