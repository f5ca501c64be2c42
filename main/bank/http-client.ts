import { Agent, buildConnector } from 'undici';
import { failure, type Outcome } from '../../preload/contract/problem.ts';
import { pause } from '../support/pause.ts';
import type { Clock, Log } from '../support/ports.ts';
import { type BankTrust, makeBankTrust } from './bank-trust.ts';
import type { ClientIdentity, HttpAnswer, HttpRequest, SendHttp } from './http.ts';
import { exchange, type Line } from './http-exchange.ts';
import { backoff, defaultRetry, isBusy, isPassing, type RetryRule, readRetryAfter } from './http-retry.ts';

/** How long and how much of the bank is borne with. */
export type HttpLimits = {
  /** Until TLS stands. */
  readonly connectMs: number;
  /** One whole answer: connection, headers and body together. */
  readonly answerMs: number;
  readonly bodyBytes: number;
};
export const defaultLimits: HttpLimits = { connectMs: 10_000, answerMs: 30_000, bodyBytes: 1024 * 1024 };

export type HttpClientSettings = {
  /** https; a path in it stands before every request's path. */
  readonly baseUrl: string;
  /** PEM: the only roots that the bank's certificate may chain to. */
  readonly authority: string;
  /** For mutual TLS. */
  readonly identity?: ClientIdentity;
  readonly limits?: Partial<HttpLimits>;
  readonly retry?: Partial<RetryRule>;
  readonly clock: Clock;
  /** In [0, 1): jitter. */
  readonly random: () => number;
  readonly log: Log;
};

export type HttpClient = { readonly send: SendHttp; close(): Promise<void> };

const mostRedirects = 3;
const redirectStatuses: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

/**
 * An HTTPS client for one bank (see HttpClientSettings; proxies are not used).
 * Its send answers bank-unreachable (name, refused, reset), bank-timeout, bank-untrusted (certificate not
 * of the pinned authority, wrong name, expired, TLS too old), bank-answer-invalid (not HTTP, too large,
 * redirected elsewhere), cancelled, one of certificate-* where the bank refuses the identity in the
 * handshake, certificate-file-unreadable and bank-profile-invalid.
 */
export function createHttpClient(settings: HttpClientSettings): HttpClient {
  const trust = makeBankTrust(settings.authority, settings.identity ?? null);
  if (!trust.ok) return { send: async () => trust, close: async () => {} };
  const limits = { ...defaultLimits, ...settings.limits };
  const agent = new Agent({
    connections: 4,
    pipelining: 1,
    headersTimeout: limits.answerMs,
    bodyTimeout: limits.answerMs,
    connect: connectorFor(trust.value, limits.connectMs),
  });
  const line: Line = { agent, limits, clock: settings.clock, log: settings.log };
  const rule = { ...defaultRetry, ...settings.retry };
  return {
    send: (request) => sendWithRetries(line, new URL(settings.baseUrl), request, rule, settings.random),
    close: () => agent.destroy(),
  };
}

function connectorFor(trust: BankTrust, timeout: number): buildConnector.connector {
  // No session is resumed: every connection proves itself by its certificates anew.
  const connect = buildConnector({ ...trust, rejectUnauthorized: true, timeout, maxCachedSessions: 0 });
  return (options, callback) =>
    connect(options, (error, socket) => {
      if (error !== null) return callback(error, null);
      // With TLS 1.3 a refused customer certificate is told after the handshake, as an alert and then the
      // end of the stream; undici reports whichever error comes last, so the first one ends the socket.
      socket.once('error', (first) => socket.destroy(first));
      callback(null, socket);
    });
}

async function sendWithRetries(line: Line, base: URL, request: HttpRequest, rule: RetryRule, random: () => number): Promise<Outcome<HttpAnswer>> {
  const end = line.clock.now().getTime() + rule.totalMs;
  for (let done = 1; ; done += 1) {
    const outcome = await followRedirects(line, base, request);
    if (!request.repeatable || done >= rule.tries) return outcome;
    const wait = waitBeforeNextTry(outcome, rule, done, line.clock.now(), random);
    if (wait === null || line.clock.now().getTime() + wait >= end) return outcome;
    line.log.info('bank.try-again', { method: request.method, path: withoutQuery(request.path), done, ms: wait });
    if (!(await pause(line.clock, wait, request.signal))) return failure('cancelled');
  }
}

function waitBeforeNextTry(outcome: Outcome<HttpAnswer>, rule: RetryRule, done: number, now: Date, random: () => number): number | null {
  if (!outcome.ok) return isPassing(outcome.problem.code) ? backoff(rule, done, random) : null;
  if (!isBusy(outcome.value.status)) return null;
  const asked = readRetryAfter(outcome.value.headers['retry-after'], now);
  if (asked === null) return backoff(rule, done, random);
  return asked > rule.retryAfterMs ? null : asked;
}

async function followRedirects(line: Line, base: URL, request: HttpRequest): Promise<Outcome<HttpAnswer>> {
  let target = new URL(base.pathname.replace(/\/$/u, '') + request.path, base);
  for (let hops = 0; ; hops += 1) {
    const outcome = await exchange(line, target, request);
    const location = outcome.ok && redirectStatuses.has(outcome.value.status) ? (outcome.value.headers.location ?? '') : null;
    if (location === null) return outcome;
    const next = URL.canParse(location, target.href) ? new URL(location, target) : null;
    if (next === null || next.origin !== base.origin || request.method !== 'GET' || hops >= mostRedirects) {
      line.log.warn('bank.redirect-refused', { method: request.method, path: target.pathname });
      return failure('bank-answer-invalid');
    }
    target = next;
  }
}

function withoutQuery(path: string): string {
  return path.replace(/[?#].*$/su, '');
}
