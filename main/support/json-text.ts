/** JSON from a file or a request, bounded before the text becomes values: nothing that walks through them has to fear for its stack. */

/** Of a text: levels, values and the length of a number, in characters. */
export type JsonLimits = { readonly depth: number; readonly values: number; readonly numberLength: number };

/** A tenth of what Kaitsu keeps in one file comes near to these. */
const fileLimits: JsonLimits = { depth: 16, values: 50_000, numberLength: 40 };

/** wrong: why it is none, for a sentence: "it is …". */
export type JsonText = { readonly kind: 'value'; readonly value: unknown } | { readonly kind: 'wrong'; readonly wrong: string };

/** @param content UTF-8, with or without a byte order mark */
export function readJson(content: Uint8Array, limits: JsonLimits = fileLimits): JsonText {
  const text = decodeText(content);
  if (text === null) return { kind: 'wrong', wrong: 'not UTF-8' };
  if (!isWithinLimits(text, limits)) return { kind: 'wrong', wrong: 'nested too deep or too long' };
  try {
    return { kind: 'value', value: JSON.parse(text) };
  } catch {
    return { kind: 'wrong', wrong: 'not JSON' };
  }
}

/** @returns null where it is no UTF-8 */
export function decodeText(content: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(content);
  } catch {
    return null;
  }
}

/** @returns whether a JSON text stays within the limits; whether it is JSON at all is not looked at */
export function isWithinLimits(text: string, limits: JsonLimits): boolean {
  let depth = 0;
  let values = 1;
  // A text (with what is escaped in it), a number, or a sign; what is between them needs no look.
  for (const [token] of text.matchAll(/"(?:[^"\\]|\\.)*"?|[-+.0-9eE]+|[{}[\],:]/gsu)) {
    if (token === '{' || token === '[') depth += 1;
    else if (token === '}' || token === ']') depth -= 1;
    else if (token === ',' || token === ':') values += 1;
    else if (!token.startsWith('"') && token.length > limits.numberLength) return false;
    if (depth > limits.depth || values > limits.values) return false;
  }
  return true;
}
