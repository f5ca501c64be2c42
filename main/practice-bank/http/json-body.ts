import type { FastifyInstance } from 'fastify';
import { decodeText, isWithinLimits, type JsonLimits } from '../../support/json-text.ts';

/**
 * What JSON this bank reads. The largest body of its interface has five texts one level deep; a client that sends more
 * is refused before the text becomes values, so that nothing that walks through values has to fear for its stack.
 */
export const bodyLimits: JsonLimits = { depth: 8, values: 1_000, numberLength: 32 };

/** A refusal of the request, as Fastify's own parser makes it. */
const malformed = () => Object.assign(new Error('The body is no JSON that this bank reads'), { statusCode: 400 });

/** Takes JSON in UTF-8 (RFC 8259) within the limits, and no key that reaches for a prototype. */
export function addJsonParser(server: FastifyInstance): void {
  const parse = server.getDefaultJsonParser('error', 'error');
  server.removeContentTypeParser('application/json');
  server.addContentTypeParser<Buffer>('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    const text = decodeText(body);
    if (text !== null && isWithinLimits(text, bodyLimits)) parse(request, text, done);
    else done(malformed());
  });
}
