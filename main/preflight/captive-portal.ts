import { request } from 'node:http';

/** Whether a network wants to be signed in to by a browser before it lets anything through: hotels, stations, guest networks. */
export type LooksCaptive = (host: string, signal: AbortSignal) => Promise<boolean>;

/** Shorter than the limit of a check, in milliseconds. */
const limit = 3_000;

/**
 * Asks the bank's host for its plain page. Only a network in between sends a browser from there to somebody else (RFC 8910
 * section 1), or says 511 (RFC 6585 section 6). Nothing of the person's is in the question, and no answer is followed.
 */
export function looksCaptive(port = 80): LooksCaptive {
  return (host, signal) => askPlainly(host, port, signal);
}

function askPlainly(host: string, port: number, signal: AbortSignal): Promise<boolean> {
  return new Promise((resolve) => {
    const asking = request({
      host,
      port,
      path: '/',
      method: 'GET',
      headers: { host: host.includes(':') ? `[${host}]` : host },
      agent: false,
      signal: AbortSignal.any([signal, AbortSignal.timeout(limit)]),
    });
    asking.once('response', (answer) => {
      const { statusCode = 0, headers } = answer;
      answer.destroy();
      resolve(statusCode === 511 || (statusCode >= 300 && statusCode < 400 && leadsAway(headers.location ?? '', host)));
    });
    asking.on('error', () => resolve(false)).end();
  });
}

/** To another name: "www." before or gone from the bank's own is still the bank. */
export function leadsAway(location: string, host: string): boolean {
  const own = host.replace(/^www\./u, '');
  if (!URL.canParse(location)) return false;
  const { hostname } = new URL(location);
  const to = hostname.replace(/^\[|\]$/gu, '');
  return to !== own && !to.endsWith(`.${own}`);
}
