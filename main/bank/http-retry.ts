import { instantAt } from '../../preload/contract/instant.ts';
import type { Outcome } from '../../preload/contract/problem.ts';
import type { ProblemCode } from '../../preload/contract/problem-numbers.ts';
import type { HttpAnswer } from './http.ts';
import { readHttpDate } from './http-date.ts';

/** How often and how long an exchange is tried again; times in milliseconds. */
export type RetryRule = {
  /** Tries in all, the first included. */
  readonly tries: number;
  /** The first wait's upper end; it doubles with every try. */
  readonly baseMs: number;
  /** No wait of our own is longer. */
  readonly capMs: number;
  /** A longer Retry-After is not waited for: the answer goes to the caller at once. */
  readonly retryAfterMs: number;
  /** All tries and waits together. */
  readonly totalMs: number;
};

export const defaultRetry: RetryRule = { tries: 4, baseMs: 500, capMs: 8_000, retryAfterMs: 20_000, totalMs: 60_000 };

const busyStatuses: ReadonlySet<number> = new Set([429, 502, 503, 504]);
const unreachable: ReadonlySet<ProblemCode> = new Set(['bank-unreachable', 'proxy-unreachable']);
/** With Retry-After these say that nothing was done. */
const refusedUndone: ReadonlySet<number> = new Set([429, 503]);

/**
 * Whether what was sent may be sent again without anybody being asked. What the bank does twice when it is asked
 * twice is sent again only where nothing of it can have left this PC, or where the bank itself says when to come
 * back: a gateway that answers 502 or 504 may have handed the request on.
 * @param outcome of the last try
 * @param repeatable see HttpRequest
 */
export function mayBeSentAgain(outcome: Outcome<HttpAnswer>, repeatable: boolean): boolean {
  if (!outcome.ok) return unreachable.has(outcome.problem.code) && (repeatable || outcome.problem.sent === false);
  if (!busyStatuses.has(outcome.value.status)) return false;
  return repeatable || (refusedUndone.has(outcome.value.status) && outcome.value.headers['retry-after'] !== undefined);
}

/**
 * Exponential backoff with full jitter: anything between nothing and the doubled upper end.
 * @param done tries that are over (1 after the first)
 * @param random in [0, 1)
 */
export function backoff(rule: RetryRule, done: number, random: () => number): number {
  return Math.floor(random() * Math.min(rule.capMs, rule.baseMs * 2 ** (done - 1)));
}

/** However far away the bank says, it is asked again after this, in milliseconds: seven days, longer than banks close at New Year. */
export const longestRetryAfter = 7 * 24 * 60 * 60_000;

/**
 * Reads Retry-After (RFC 9110 section 10.2.3): seconds, or a date. A date is held against the answer's own Date,
 * both of them being the bank's time: this PC's clock may be wrong.
 * @param headers the answer's, names in lower case
 * @param now this PC's time, for an answer without Date
 * @returns milliseconds from now, between 0 and longestRetryAfter; null where there is none or it cannot be read
 */
export function readRetryAfter(headers: Readonly<Record<string, string>>, now: Date): number | null {
  const text = headers['retry-after']?.trim() ?? '';
  if (/^[0-9]{1,15}$/u.test(text)) return Math.min(Number(text) * 1000, longestRetryAfter);
  const date = readHttpDate(text, now);
  if (date === null) return null;
  return Math.min(Math.max(0, date - (readHttpDate(headers.date, now) ?? now.getTime())), longestRetryAfter);
}

/** @returns the time (ISO 8601, UTC) that an answer names as the one to come back at, by this PC's clock; null where it names none */
export function readRetryAt(headers: Readonly<Record<string, string>>, now: Date): string | null {
  const wait = readRetryAfter(headers, now);
  return wait === null ? null : instantAt(now.getTime() + wait);
}
