import type { ProblemCode } from '../../preload/contract/problem.ts';

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

/** Whether an answer with this status may be another one soon. */
export function isBusy(status: number): boolean {
  return busyStatuses.has(status);
}

/** Whether a failure on the way may be gone soon. */
export function isPassing(code: ProblemCode): boolean {
  return code === 'bank-unreachable';
}

/**
 * Exponential backoff with full jitter: anything between nothing and the doubled upper end.
 * @param done tries that are over (1 after the first)
 * @param random in [0, 1)
 */
export function backoff(rule: RetryRule, done: number, random: () => number): number {
  return Math.floor(random() * Math.min(rule.capMs, rule.baseMs * 2 ** (done - 1)));
}

/**
 * Reads Retry-After (RFC 9110 section 10.2.3): seconds or an HTTP date.
 * @param value the header, undefined where there is none
 * @param now for dates
 * @returns milliseconds from now, at least 0; null where there is none or it cannot be read
 */
export function readRetryAfter(value: string | undefined, now: Date): number | null {
  const text = value?.trim() ?? '';
  if (/^[0-9]{1,9}$/u.test(text)) return Number(text) * 1000;
  if (!/^[A-Za-z]{3,9},? /u.test(text)) return null;
  const date = Date.parse(text);
  return Number.isNaN(date) ? null : Math.max(0, date - now.getTime());
}
