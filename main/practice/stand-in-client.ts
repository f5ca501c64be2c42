import type { HttpRequest } from '../bank/http.ts';
import type { HttpClient } from '../bank/http-client.ts';

/**
 * The usual client, and in its place, where the practice wants so, another one. That one is made at the first request
 * that is for it and closed at the first that is not, or together with the usual one.
 * @param usual it is closed with what is returned
 * @param wanted whether the other one is to send this request
 * @param open makes the other one
 */
export function withStandIn(usual: HttpClient, wanted: (request: HttpRequest) => boolean, open: () => HttpClient): HttpClient {
  let other: HttpClient | null = null;
  const putAway = async () => {
    const over = other;
    other = null;
    await over?.close();
  };
  return {
    async send(request) {
      if (wanted(request)) {
        other ??= open();
        return other.send(request);
      }
      await putAway();
      return usual.send(request);
    },
    async close() {
      await Promise.all([putAway(), usual.close()]);
    },
  };
}
