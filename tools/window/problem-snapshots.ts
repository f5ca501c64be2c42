import { type Problem, type ProblemCode, problemNumbers } from '../../preload/contract/problem.ts';
import type { ProcedureSnapshot } from '../../preload/contract/procedure.ts';
import { screenCode, usersScreenCode } from '../../preload/contract/screen-code.ts';
import type { UsersState } from '../../preload/contract/users.ts';
import type { Validity } from '../../preload/contract/validity.ts';
import { retrieval, snapshotOf } from '../../renderer/help/samples/procedure.ts';
import { usersStates } from '../../renderer/help/samples/users.ts';
import { problem, states } from './snapshots.ts';

type UsersPlace = 'selection' | 'change' | 'register';
type Place =
  | 'identification'
  | 'newPins'
  | 'oneTimePassword'
  | 'retrieval'
  | 'certificateReady'
  | 'notice'
  | 'waitingNotice'
  | 'retrievalNotice'
  | 'journalUnavailable'
  | UsersPlace;

/** What the window is given to show a problem; users: null where section 3 is closed. */
export type ProblemScene = { readonly snapshot: ProcedureSnapshot; readonly users: UsersState | null };

/** On which screen each problem usually stands; a new code does not compile until it has one. */
const places: Readonly<Record<ProblemCode, Place>> = {
  'identification-refused': 'identification',
  'pin-locked': 'identification',
  'activation-not-released': 'identification',
  'activation-already-done': 'identification',
  'session-expired': 'identification',
  'step-out-of-order': 'identification',
  'pin-rule-violated': 'newPins',
  'registration-pin-refused': 'newPins',
  'one-time-password-refused': 'oneTimePassword',
  'logon-refused': 'certificateReady',
  'logged-off': 'certificateReady',
  'logged-off-as-asked': 'certificateReady',
  'activation-left': 'identification',
  'log-off-not-told': 'certificateReady',
  'confirmation-refused': 'change',
  'user-suspended': 'certificateReady',
  'user-id-rule-violated': 'register',
  'user-id-taken': 'register',
  'user-registered-already': 'register',
  'user-limit-reached': 'register',
  'user-not-found': 'selection',
  'certificate-required': 'certificateReady',
  'certificate-expired': 'certificateReady',
  'certificate-revoked': 'certificateReady',
  'certificate-untrusted': 'certificateReady',
  'certificate-wrong-contract': 'certificateReady',
  'enrolment-refused': 'retrieval',
  'enrolment-deadline-passed': 'retrieval',
  'certificate-request-refused': 'retrieval',
  'certificate-not-offered': 'certificateReady',
  'certificate-wrong-chosen': 'certificateReady',
  'certificate-expired-revoke-first': 'certificateReady',
  'certificate-expired-paper-form': 'certificateReady',
  'sole-administrator-stuck': 'identification',
  'certificate-expires-soon': 'notice',
  'certificate-issued-to-lost-key': 'retrieval',
  'certificate-waiting': 'identification',
  'request-malformed': 'identification',
  'content-too-large': 'identification',
  'content-type-unsupported': 'identification',
  'idempotency-key-missing': 'identification',
  'idempotency-key-reused': 'identification',
  'not-found': 'identification',
  'method-not-allowed': 'identification',
  'too-many-requests': 'identification',
  'bank-closed': 'identification',
  'bank-failure': 'identification',
  'bank-unreachable': 'identification',
  'bank-timeout': 'identification',
  'bank-untrusted': 'identification',
  'bank-answer-invalid': 'identification',
  'proxy-unreachable': 'identification',
  'proxy-refused': 'identification',
  'proxy-credentials-wanted': 'identification',
  'proxy-credentials-refused': 'identification',
  'proxy-sign-in-unsupported': 'identification',
  'connection-inspected': 'identification',
  cancelled: 'retrieval',
  'answer-stopped-after-pin': 'certificateReady',
  'enrolment-pending': 'retrieval',
  'enrolment-due': 'retrievalNotice',
  'enrolment-answer-lost': 'retrieval',
  'certificate-attributes-demanded': 'retrieval',
  'certificate-not-asked': 'certificateReady',
  'certificate-mismatch': 'retrieval',
  'certificate-store-missing': 'retrieval',
  'certificate-store-refused': 'retrieval',
  'certificate-file-unreadable': 'certificateReady',
  'certificate-absent-on-pc': 'notice',
  'other-os-user': 'notice',
  'remote-session': 'notice',
  'key-cannot-sign': 'notice',
  'certificates-piled-up': 'notice',
  'certificates-tidied': 'notice',
  'keychain-missing': 'retrieval',
  'keychain-locked': 'retrieval',
  'keychain-refused': 'retrieval',
  'disk-full': 'waitingNotice',
  'disk-refused': 'waitingNotice',
  'journal-unreadable': 'waitingNotice',
  'journal-unavailable': 'journalUnavailable',
  'file-unavailable': 'waitingNotice',
  'bank-profile-invalid': 'identification',
  'pending-key-unreadable': 'retrieval',
  'certificate-in-browser-only': 'certificateReady',
  'certificate-file-unavailable': 'certificateReady',
  'bank-file-damaged': 'waitingNotice',
  'bank-file-expired': 'waitingNotice',
  'bank-file-foreign': 'waitingNotice',
  'bank-file-newer': 'waitingNotice',
  'bank-file-unsigned': 'waitingNotice',
  'bank-file-older': 'waitingNotice',
  'prescribed-by-policy': 'waitingNotice',
  'input-invalid': 'newPins',
  'not-now': 'identification',
  'sender-refused': 'identification',
  internal: 'waitingNotice',
};

const hints: Partial<Record<ProblemCode, Partial<Problem>>> = {
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

/** How long the certificate is good for where a problem speaks of it. */
const validities: Partial<Record<ProblemCode, Validity>> = {
  'certificate-expires-soon': { kind: 'due', daysLeft: 12 },
  'certificate-expired': { kind: 'expired', renewableUntil: '2028-02-10T06:00:00.000Z' },
  'certificate-expired-revoke-first': { kind: 'revokeFirst' },
  'certificate-expired-paper-form': { kind: 'paperForm' },
};

/** @returns a window in which the problem stands where it usually does */
export function problemScene(code: ProblemCode): ProblemScene {
  const place = places[code];
  const more = hints[code] ?? {};
  const ready = { ...states.certificateReady, validity: validities[code] ?? states.certificateReady.validity };
  switch (place) {
    case 'selection':
    case 'change':
    case 'register': {
      const shown = problem(code, { screenCode: usersScreenCode({ screen: place }, problemNumbers[code]), ...more });
      return { snapshot: snapshotOf(states.loggedOn), users: { ...usersStates[place], problem: shown } };
    }
    case 'notice':
      return { snapshot: snapshotOf(ready, { notice: inProcedure(code, 'certificateReady') }), users: null };
    case 'waitingNotice':
      return { snapshot: snapshotOf(states.awaitingRelease, { notice: inProcedure(code, 'awaitingRelease') }), users: null };
    case 'retrievalNotice': {
      const pending = retrieval('waiting', { phase: 'failed', problem: inProcedure('enrolment-pending', 'retrieval') });
      return { snapshot: snapshotOf(pending, { notice: inProcedure(code, 'retrieval') }), users: null };
    }
    case 'retrieval':
      return {
        snapshot: snapshotOf(retrieval(code === 'enrolment-pending' ? 'waiting' : 'sent', { phase: 'failed', problem: inProcedure(code, place) })),
        users: null,
      };
    case 'journalUnavailable':
    case 'identification':
    case 'newPins':
    case 'oneTimePassword':
      return { snapshot: snapshotOf({ ...states[place], problem: inProcedure(code, place) }), users: null };
    case 'certificateReady':
      return { snapshot: snapshotOf({ ...ready, problem: inProcedure(code, place) }), users: null };
    default:
      return place satisfies never;
  }
}

function inProcedure(code: ProblemCode, step: Exclude<Place, UsersPlace | 'notice' | 'waitingNotice' | 'retrievalNotice'> | 'awaitingRelease'): Problem {
  return problem(code, { screenCode: screenCode(step, problemNumbers[code]), ...hints[code] });
}
