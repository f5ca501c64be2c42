import { instantAt } from './instant.ts';
import type { ProblemCode } from './problem-numbers.ts';

/**
 * Where a certificate stands between its issue and the end of the days in which its bank still renews it.
 * Plain values and one pure rule: main decides with it by the bank's time, the window only shows what main decided.
 */

/** What of a bank profile decides on renewals; days are counted from the very instant of the expiry, and decided by the bank's clock. */
export type RenewalRule = {
  /** Days before expiry in which the certificate can be renewed. */
  readonly renewalWindowDays: number;
  /** Days after expiry in which it can still be renewed; 0: not at all. */
  readonly graceDays: number;
  /**
   * "09:00": on the last day on which it can be renewed (of the grace, or of the validity where there is none) the bank
   * takes no renewal after this time in Japan; null: until the very instant.
   */
  readonly renewalClosesAt: string | null;
  /** What it needs afterwards. */
  readonly afterGrace: 'revokeFirst' | 'paperForm';
};

/** Instants are ISO 8601 in UTC. */
export type Validity =
  /** In force, and too early to be renewed. daysLeft: whole days to the expiry. */
  | { readonly kind: 'notDue'; readonly renewableFrom: string; readonly daysLeft: number }
  /** In force, and to be renewed now. daysLeft: whole days; 0 on the last one. closesAt: the end of the renewal, where that comes before the expiry. */
  | { readonly kind: 'due'; readonly daysLeft: number; readonly closesAt?: string | undefined }
  /** In force, but the bank renews it no more. wants: what it needs instead. */
  | { readonly kind: 'closed'; readonly wants: RenewalRule['afterGrace'] }
  /** Expired, but the bank still renews it. */
  | { readonly kind: 'expired'; readonly renewableUntil: string }
  /** Expired for too long: the bank wants it revoked first. */
  | { readonly kind: 'revokeFirst' }
  /** Expired for too long: the bank wants a form on paper. */
  | { readonly kind: 'paperForm' };

const hour = 60 * 60_000;
const day = 24 * hour;
/** Japan has had no summer time since 1951. */
const aheadInJapan = 9 * hour;

/** A time of day as a bank profile has it, "09:00". */
export const timeOfDay = /^(?:[01][0-9]|2[0-3]):[0-5][0-9]$/u;

/**
 * @param notAfter the certificate's end, ISO 8601; at this very instant it is expired
 * @param now by the bank's clock, where it is known
 * @param rule of the bank
 */
export function validityOf(notAfter: string, now: Date, rule: RenewalRule): Validity {
  const end = Date.parse(notAfter);
  const left = end - now.getTime();
  const daysLeft = Math.floor(left / day);
  const from = end - rule.renewalWindowDays * day;
  const until = renewableUntil(end, rule);
  if (now.getTime() < from) return { kind: 'notDue', renewableFrom: instantAt(from), daysLeft };
  // An end that is no date is over.
  if (!(now.getTime() < until)) return left > 0 ? { kind: 'closed', wants: rule.afterGrace } : { kind: rule.afterGrace };
  if (left <= 0) return { kind: 'expired', renewableUntil: instantAt(until) };
  return { kind: 'due', daysLeft, ...(until < end ? { closesAt: instantAt(until) } : {}) };
}

/** @param end of the certificate @returns the first instant at which the bank renews it no more; both in milliseconds since 1970 */
function renewableUntil(end: number, { graceDays, renewalClosesAt }: RenewalRule): number {
  const last = end + graceDays * day;
  if (renewalClosesAt === null) return last;
  const [hours = 0, minutes = 0] = renewalClosesAt.split(':').map(Number);
  const midnight = Math.floor((last + aheadInJapan) / day) * day - aheadInJapan;
  return Math.min(last, midnight + hours * hour + minutes * 60_000);
}

/** What a person is told whose certificate the bank no longer renews. */
export function codeAfterGrace(afterGrace: RenewalRule['afterGrace']): ProblemCode {
  return afterGrace === 'revokeFirst' ? 'certificate-expired-revoke-first' : 'certificate-expired-paper-form';
}
