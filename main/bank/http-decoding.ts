import { promisify } from 'node:util';
import { brotliDecompress, gunzip, inflate, inflateRaw } from 'node:zlib';

/**
 * Content codings (RFC 9110 section 8.4.1). Bodies are asked for as they are, but a proxy on the way may
 * compress everything that passes.
 */

/** What is sent as Accept-Encoding: without coding if possible. */
export const acceptedEncodings = 'identity, gzip;q=0.5';

type Decode = (body: Uint8Array, options: { readonly maxOutputLength: number }) => Promise<Uint8Array>;

/** "deflate" means zlib's format (RFC 1950); some senders leave its header out. */
const decodeDeflate: Decode = (body, options) => (hasZlibHeader(body) ? promisify(inflate)(body, options) : promisify(inflateRaw)(body, options));

const decoders = new Map<string, Decode>([
  ['gzip', promisify(gunzip)],
  ['x-gzip', promisify(gunzip)],
  ['deflate', decodeDeflate],
  ['br', promisify(brotliDecompress)],
]);

/** Nobody needs more codings, one over the other. */
const mostCodings = 3;

/** RFC 1950 section 2.2: method 8, and a check over the first two bytes. */
function hasZlibHeader(body: Uint8Array): boolean {
  const [method = 0, flags = 0] = body;
  return (method & 0x0f) === 8 && (method * 256 + flags) % 31 === 0;
}

/**
 * Takes the codings off a body, the last one first.
 * @param encoding Content-Encoding, undefined where there is none
 * @param limit how large the body may become, in bytes
 * @returns the body; null where a coding is unknown, the body broken, or larger than the limit
 */
export async function decodeContent(body: Uint8Array, encoding: string | undefined, limit: number): Promise<Uint8Array | null> {
  const codings = (encoding ?? '')
    .toLowerCase()
    .split(',')
    .map((coding) => coding.trim())
    .filter((coding) => coding !== '' && coding !== 'identity');
  if (codings.length > mostCodings) return null;
  let decoded = body;
  for (const coding of codings.reverse()) {
    // An answer without content (204, 202) has nothing to take off.
    if (decoded.byteLength === 0) return decoded;
    const decode = decoders.get(coding);
    const next = await decode?.(decoded, { maxOutputLength: limit }).catch(() => null);
    if (next == null) return null;
    decoded = next;
  }
  return decoded;
}
