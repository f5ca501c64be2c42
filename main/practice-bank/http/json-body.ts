import type { FastifyInstance } from 'fastify';

/**
 * What JSON this bank reads. The largest body of its interface has five texts one level deep; a client that sends more
 * is refused before the text becomes values, so that nothing that walks through values has to fear for its stack.
 */
const limits = { depth: 8, values: 1_000, numberLength: 32 };

/** A refusal of the request, as Fastify's own parser makes it. */
const malformed = () => Object.assign(new Error('The body is no JSON that this bank reads'), { statusCode: 400 });

/** Takes JSON in UTF-8 (RFC 8259) within the limits, and no key that reaches for a prototype. */
export function addJsonParser(server: FastifyInstance): void {
  const parse = server.getDefaultJsonParser('error', 'error');
  server.removeContentTypeParser('application/json');
  server.addContentTypeParser<Buffer>('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    const text = decode(body);
    if (text !== null && isWithinLimits(text)) parse(request, text, done);
    else done(malformed());
  });
}

function decode(body: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body);
  } catch {
    return null;
  }
}

/** @returns whether a JSON text stays within depth, number of values and length of its numbers; whether it is JSON at all is not looked at */
export function isWithinLimits(text: string): boolean {
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
