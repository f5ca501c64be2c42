import { type Problem, type ProblemCode, problemNumbers } from '../../preload/contract/problem.ts';
import type { ProcedureSnapshot } from '../../preload/contract/procedure.ts';
import { screenCode } from '../../preload/contract/screen-code.ts';
import { problem, retrieval, snapshotOf, states } from './snapshots.ts';

type Place = 'identification' | 'newPins' | 'oneTimePassword' | 'retrieval' | 'certificateReady' | 'notice';

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
  cancelled: 'identification',
  'answer-stopped-after-pin': 'certificateReady',
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
  'disk-full': 'notice',
  'disk-refused': 'notice',
  'journal-unreadable': 'notice',
  'bank-profile-invalid': 'notice',
  'input-invalid': 'newPins',
  'not-now': 'identification',
  'sender-refused': 'identification',
  internal: 'notice',
};

const hints: Partial<Record<ProblemCode, Partial<Problem>>> = {
  'identification-refused': { attemptsLeft: 5 },
  'registration-pin-refused': { field: 'registrationPin', attemptsLeft: 4 },
  'one-time-password-refused': { field: 'oneTimePassword', attemptsLeft: 2 },
  'logon-refused': { field: 'logonPin', attemptsLeft: 3 },
  'too-many-requests': { retryAt: '2026-11-22T06:06:00.000Z' },
  'bank-closed': { retryAt: '2026-11-23T00:00:00.000Z' },
  internal: { reference: 'K7Q2M81X' },
};

/** @returns a snapshot in which the problem stands where it usually does */
export function problemSnapshot(code: ProblemCode): ProcedureSnapshot {
  const place = places[code];
  const step = place === 'notice' ? 'certificateReady' : place;
  const shown = problem(code, { screenCode: screenCode(step, problemNumbers[code]), ...hints[code] });
  switch (place) {
    case 'notice':
      return snapshotOf(states.certificateReady, { notice: shown });
    case 'retrieval':
      return snapshotOf(retrieval('sent', { phase: 'failed', problem: shown }));
    case 'identification':
    case 'newPins':
    case 'oneTimePassword':
    case 'certificateReady':
      return snapshotOf({ ...states[place], problem: shown });
    default:
      return place satisfies never;
  }
}
