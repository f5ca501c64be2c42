import { failure, type Outcome } from '../../preload/contract/problem.ts';
import { pause } from '../support/pause.ts';
import type { Clock, Log } from '../support/ports.ts';
import { makeBankTrust } from './bank-trust.ts';
import type { ClientIdentity, HttpAnswer, HttpRequest, SendHttp } from './http.ts';
import { BankAgent } from './http-agent.ts';
import { exchange, type Line, type OnExchange } from './http-exchange.ts';
import { mostRedirects, redirectOf } from './http-redirect.ts';
import { backoff, defaultRetry, mayBeSentAgain, type RetryRule, readRetryAfter } from './http-retry.ts';
import { type Dial, dialDirectly } from './proxy/dial.ts';

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
  /** How a connection leaves this network; directly unless said. */
  readonly dial?: Dial;
  /** Told of every exchange; nobody unless said. */
  readonly onExchange?: OnExchange;
  readonly log: Log;
};

export type HttpClient = { readonly send: SendHttp; close(): Promise<void> };

/**
 * An HTTPS client for one bank (see HttpClientSettings).
 * Its send answers bank-unreachable (name, refused, reset), bank-timeout, bank-untrusted (certificate not
 * of a pinned authority, wrong name, expired, TLS too old; the verdict as remark), bank-answer-invalid (not HTTP, too large,
 * redirected elsewhere), cancelled, one of certificate-* where the bank refuses the identity in the
 * handshake, certificate-file-unreadable, bank-profile-invalid, and proxy-* where the company's proxy stands in the way.
 */
export function createHttpClient(settings: HttpClientSettings): HttpClient {
  const trust = makeBankTrust(settings.authority, settings.identity ?? null);
  if (!trust.ok) return { send: async () => trust, close: async () => {} };
  const limits = { ...defaultLimits, ...settings.limits };
  const { dial = dialDirectly } = settings;
  const closing = new AbortController();
  const agent = (keepAlive: boolean) => new BankAgent({ trust: trust.value, connectMs: limits.connectMs, keepAlive, closing: closing.signal, dial });
  const { clock, log, onExchange = () => undefined } = settings;
  const line: Line = { shared: agent(true), single: agent(false), limits, closing: closing.signal, clock, onExchange, log };
  const rule = { ...defaultRetry, ...settings.retry };
  return {
    send: (request) => sendWithRetries(line, new URL(settings.baseUrl), request, rule, settings.random),
    async close() {
      closing.abort();
      line.shared.destroy();
      line.single.destroy();
    },
  };
}

async function sendWithRetries(line: Line, base: URL, request: HttpRequest, rule: RetryRule, random: () => number): Promise<Outcome<HttpAnswer>> {
  const end = line.clock.now().getTime() + rule.totalMs;
  for (let done = 1; ; done += 1) {
    const outcome = await followRedirects(line, base, request);
    if (done >= rule.tries || !mayBeSentAgain(outcome, request.repeatable)) return outcome;
    const wait = waitBeforeNextTry(outcome, rule, done, line.clock.now(), random);
    if (wait === null || line.clock.now().getTime() + wait >= end) return outcome;
    line.log.info('bank.try-again', { method: request.method, path: withoutQuery(request.path), done, ms: wait });
    if (!(await pause(line.clock, wait, request.signal))) return failure('cancelled');
  }
}

function waitBeforeNextTry(outcome: Outcome<HttpAnswer>, rule: RetryRule, done: number, now: Date, random: () => number): number | null {
  const asked = outcome.ok ? readRetryAfter(outcome.value.headers, now) : null;
  if (asked === null) return backoff(rule, done, random);
  return asked > rule.retryAfterMs ? null : asked;
}

async function followRedirects(line: Line, base: URL, first: HttpRequest): Promise<Outcome<HttpAnswer>> {
  let target = new URL(base.pathname.replace(/\/$/u, '') + first.path, base);
  let request = first;
  for (let hops = 0; ; hops += 1) {
    const outcome = await exchange(line, target, request);
    if (!outcome.ok) return outcome;
    const redirect = redirectOf(outcome.value, request, target, base.origin);
    if (redirect.kind === 'none') return outcome;
    if (redirect.kind === 'refused' || hops >= mostRedirects) {
      line.log.warn('bank.redirect-refused', { method: request.method, path: target.pathname, status: outcome.value.status });
      return failure('bank-answer-invalid', { sent: true });
    }
    ({ target, request } = redirect);
  }
}

function withoutQuery(path: string): string {
  return path.replace(/[?#].*$/su, '');
}
