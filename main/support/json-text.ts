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
  if (isSmall(text, limits)) return true;
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

/** Of thousands of short lines most are within the limits whatever stands where: that is seen without taking them apart. */
function isSmall(text: string, limits: JsonLimits): boolean {
  if (text.length >= limits.values) return false;
  let opened = 0;
  let digits = 0;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    // "{" or "["; and what stands in numbers: + - . and digits, e and E.
    if (unit === 0x7b || unit === 0x5b) opened += 1;
    digits = (unit >= 0x2b && unit <= 0x39 && unit !== 0x2c && unit !== 0x2f) || unit === 0x65 || unit === 0x45 ? digits + 1 : 0;
    if (opened > limits.depth || digits > limits.numberLength) return false;
  }
  return true;
}

/**
 * Finds names that stand twice in one object: JSON.parse keeps the last of them, others the first.
 * @param content sound JSON within the limits of readJson
 * @returns each with the names of the objects around it, outermost first; lists stand in it as "[]"
 */
export function namesGivenTwice(content: Uint8Array): readonly (readonly string[])[] {
  const found: (readonly string[])[] = [];
  /** The objects and lists around: the names so far (null in a list), and the name whose value is being read. */
  const around: { readonly names: Set<string> | null; at: string }[] = [];
  const text = decodeText(content) ?? '';
  for (const [token, name] of text.matchAll(/("(?:[^"\\]|\\.)*")(?=\s*:)|"(?:[^"\\]|\\.)*"|[{}[\]]/gsu)) {
    const inner = around.at(-1);
    if (token === '{') around.push({ names: new Set(), at: '' });
    else if (token === '[') around.push({ names: null, at: '[]' });
    else if (token === '}' || token === ']') around.pop();
    else if (name !== undefined && inner?.names) {
      // Escaped and plain are the same name.
      inner.at = String(JSON.parse(name));
      if (inner.names.has(inner.at)) found.push(around.map(({ at }) => at));
      inner.names.add(inner.at);
    }
  }
  return found;
}
