import { instantAt } from './instant.ts';
import type { ProblemCode } from './problem.ts';

/**
 * Where a certificate stands between its issue and the end of the days in which its bank still renews it.
 * Plain values and one pure rule: main decides with it by the bank's time, the window only shows what main decided.
 */

/** What of a bank profile decides on renewals; days are counted from the very instant of the expiry. */
export type RenewalRule = {
  /** Days before expiry in which the certificate can be renewed. */
  readonly renewalWindowDays: number;
  /** Days after expiry in which it can still be renewed; 0: not at all. */
  readonly graceDays: number;
  /** What it needs afterwards. */
  readonly afterGrace: 'revokeFirst' | 'paperForm';
};

/** Instants are ISO 8601 in UTC. */
export type Validity =
  /** In force, and too early to be renewed. daysLeft: whole days to the expiry. */
  | { readonly kind: 'notDue'; readonly renewableFrom: string; readonly daysLeft: number }
  /** In force, and to be renewed now. daysLeft: whole days; 0 on the last one. */
  | { readonly kind: 'due'; readonly daysLeft: number }
  /** Expired, but the bank still renews it. */
  | { readonly kind: 'expired'; readonly renewableUntil: string }
  /** Expired for too long: the bank wants it revoked first. */
  | { readonly kind: 'revokeFirst' }
  /** Expired for too long: the bank wants a form on paper. */
  | { readonly kind: 'paperForm' };

const day = 24 * 60 * 60_000;

/**
 * @param notAfter the certificate's end, ISO 8601; at this very instant it is expired
 * @param now by the bank's clock, where it is known
 * @param rule of the bank
 */
export function validityOf(notAfter: string, now: Date, { renewalWindowDays, graceDays, afterGrace }: RenewalRule): Validity {
  const end = Date.parse(notAfter);
  const left = end - now.getTime();
  const daysLeft = Math.floor(left / day);
  if (left > renewalWindowDays * day) return { kind: 'notDue', renewableFrom: instantAt(end - renewalWindowDays * day), daysLeft };
  if (left > 0) return { kind: 'due', daysLeft };
  if (-left < graceDays * day) return { kind: 'expired', renewableUntil: instantAt(end + graceDays * day) };
  return { kind: afterGrace };
}

/** What a person is told whose certificate the bank no longer renews. */
export function codeAfterGrace(afterGrace: RenewalRule['afterGrace']): ProblemCode {
  return afterGrace === 'revokeFirst' ? 'certificate-expired-revoke-first' : 'certificate-expired-paper-form';
}
