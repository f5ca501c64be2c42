import type { Problem } from '../../../preload/contract/problem.ts';
import { type ProblemCode, problemNumbers } from '../../../preload/contract/problem-numbers.ts';

/** What a problem brings along where it is shown without a customer's own values: a field, a time, words of others. */

/** What each code usually brings along. */
const usual: Partial<Record<ProblemCode, Partial<Problem>>> = {
  'identification-refused': { attemptsLeft: 5 },
  'registration-pin-refused': { field: 'registrationPin', attemptsLeft: 4 },
  'one-time-password-refused': { field: 'oneTimePassword', attemptsLeft: 2 },
  'logon-refused': { field: 'logonPin', attemptsLeft: 3 },
  'confirmation-refused': { field: 'confirmationPin', attemptsLeft: 3 },
  'user-id-rule-violated': { field: 'userId' },
  'user-id-taken': { field: 'userId' },
  'too-many-requests': { retryAt: '2026-11-22T06:06:00.000Z' },
  'bank-closed': { retryAt: '2026-11-23T00:00:00.000Z' },
  'enrolment-pending': { retryAt: '2026-11-22T07:06:00.000Z' },
  'enrolment-answer-lost': { remark: { from: 'bank', text: 'upstream request timeout' } },
  'certificate-attributes-demanded': { remark: { from: 'check', text: '1.2.840.10045.2.1 1.2.840.10045.4.3.3' } },
  'bank-untrusted': { remark: { from: 'check', text: 'CA_MD_TOO_WEAK' } },
  'bank-file-damaged': { remark: { from: 'check', text: 'profile.pinRule.minLength: larger than maxLength' } },
  'bank-file-expired': { remark: { from: 'check', text: 'expiresAt: 2026-10-31T15:00:00Z' } },
  'proxy-unreachable': { remark: { from: 'check', text: 'proxy.example.co.jp:8080 (ECONNREFUSED) → www.kaitsu-bank.example:443' } },
  'proxy-refused': { remark: { from: 'check', text: 'proxy.example.co.jp:8080 (403) → www.kaitsu-bank.example:443' } },
  'proxy-credentials-wanted': { remark: { from: 'check', text: 'proxy.example.co.jp:8080 (407 digest) → www.kaitsu-bank.example:443' } },
  'proxy-credentials-refused': { remark: { from: 'check', text: 'proxy.example.co.jp:8080 (407 digest) → www.kaitsu-bank.example:443' } },
  'proxy-sign-in-unsupported': { remark: { from: 'check', text: 'proxy.example.co.jp:8080 (407 negotiate ntlm) → www.kaitsu-bank.example:443' } },
  'connection-inspected': { remark: { from: 'check', text: 'Example Corporation TLS Inspection CA → www.kaitsu-bank.example:443' } },
  internal: { reference: 'K7Q2M81X' },
};

const retryAt = '2026-11-22T06:06:00.000Z';
const remark: Problem['remark'] = { from: 'bank', text: '……' };
const reference = 'K7Q2M81X';

/** A problem with nothing beside it. */
export function bareProblem(code: ProblemCode, place: string): Problem {
  return { code, field: null, attemptsLeft: null, retryAt: null, remark: null, reference: null, screenCode: `${place}-${problemNumbers[code]}` };
}

/** What a full code tells beside a problem. */
export type Beside = { readonly attemptsLeft?: number | null; readonly retryAt?: boolean; readonly remark?: boolean; readonly reference?: boolean };

/** @param place the screen's code @returns the problem with samples of what is told beside it */
export function sampleProblem(code: ProblemCode, place: string, beside: Beside, field: Problem['field'] = null): Problem {
  const own = usual[code];
  return {
    ...bareProblem(code, place),
    field,
    attemptsLeft: beside.attemptsLeft ?? null,
    retryAt: beside.retryAt === true ? (own?.retryAt ?? retryAt) : null,
    remark: beside.remark === true ? (own?.remark ?? remark) : null,
    reference: beside.reference === true ? reference : null,
  };
}

/** @returns whether it arises while an administrator is logged on, and is told at the logon */
export function endsLogon(code: ProblemCode): boolean {
  return code === 'logged-off' || code === 'logged-off-as-asked' || code === 'log-off-not-told';
}

/** @returns what the code usually brings along */
export function usualOf(code: ProblemCode): Partial<Problem> {
  return usual[code] ?? {};
}
