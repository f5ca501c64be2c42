import type { HttpAnswer, HttpRequest } from './http.ts';

/** Where an answer sends the request on to (RFC 9110 section 15.4, RFC 7030 section 3.2.1). */

export const mostRedirects = 3;
const redirectStatuses: ReadonlySet<number> = new Set([300, 301, 302, 303, 307, 308]);

/** none: no redirect; refused: one that is not followed. */
export type Redirect =
  | { readonly kind: 'none' }
  | { readonly kind: 'refused' }
  | { readonly kind: 'follow'; readonly target: URL; readonly request: HttpRequest };

/**
 * Decides on a redirect. Only the same origin is followed, so that neither entries nor certificate reach anybody
 * else. 307 and 308 mean: the same again, over there. 303 means that the work is done and its result is to be
 * fetched. 301 and 302 leave open which of both is meant, so that only what changes nothing follows them.
 * @param origin of the bank
 * @param from where the request was sent to
 */
export function redirectOf(answer: HttpAnswer, request: HttpRequest, from: URL, origin: string): Redirect {
  if (!redirectStatuses.has(answer.status)) return { kind: 'none' };
  const location = answer.headers.location ?? '';
  // A choice without a preferred one is an answer like any other.
  if (answer.status === 300 && location === '') return { kind: 'none' };
  const target = location !== '' && URL.canParse(location, from.href) ? new URL(location, from) : null;
  if (target === null || target.origin !== origin) return { kind: 'refused' };
  if (request.method === 'GET' || answer.status === 307 || answer.status === 308) return { kind: 'follow', target, request };
  return answer.status === 303 ? { kind: 'follow', target, request: asGet(request) } : { kind: 'refused' };
}

const ofTheBody: ReadonlySet<string> = new Set(['content-type', 'content-transfer-encoding', 'idempotency-key']);

function asGet({ path, headers = {}, signal, repeatable }: HttpRequest): HttpRequest {
  return {
    method: 'GET',
    path,
    headers: Object.fromEntries(Object.entries(headers).filter(([name]) => !ofTheBody.has(name.toLowerCase()))),
    signal,
    repeatable,
  };
}
