import type { ProblemCode } from './problem-numbers.ts';

/**
 * What of a problem is the same in every language: how grave it is, and who can help. Beside the texts of
 * the window this is the other half of the catalogue; a code without its facts does not compile.
 */

/** information: all is well; warning: look before going on; error: try again; blocking: no way on without help. */
export const severities = ['information', 'warning', 'error', 'blocking'] as const;
export type Severity = (typeof severities)[number];

/** bank: the branch or the support of the profile, with phone and hours; staff: one's own IT staff; nobody: no call is needed. */
export type Contact = 'bank' | 'staff' | 'nobody';

export type ProblemFacts = { readonly severity: Severity; readonly contact: Contact };

const facts = (severity: Severity, contact: Contact): ProblemFacts => ({ severity, contact });

export const problemFacts: Readonly<Record<ProblemCode, ProblemFacts>> = {
  'identification-refused': facts('warning', 'bank'),
  'pin-locked': facts('blocking', 'bank'),
  'activation-not-released': facts('warning', 'bank'),
  'activation-already-done': facts('error', 'bank'),
  'session-expired': facts('warning', 'nobody'),
  'step-out-of-order': facts('error', 'bank'),
  'pin-rule-violated': facts('warning', 'nobody'),
  'registration-pin-refused': facts('warning', 'bank'),
  'one-time-password-refused': facts('warning', 'bank'),
  'logon-refused': facts('warning', 'bank'),
  'logged-off': facts('information', 'nobody'),
  'confirmation-refused': facts('warning', 'bank'),
  'user-suspended': facts('warning', 'nobody'),
  'user-id-rule-violated': facts('warning', 'nobody'),
  'user-id-taken': facts('warning', 'nobody'),
  'user-limit-reached': facts('error', 'bank'),
  'user-not-found': facts('error', 'nobody'),
  'user-registered-already': facts('information', 'nobody'),
  'logged-off-as-asked': facts('information', 'nobody'),
  'activation-left': facts('information', 'nobody'),
  'log-off-not-told': facts('warning', 'nobody'),
  'certificate-required': facts('error', 'nobody'),
  'certificate-expired': facts('error', 'bank'),
  'certificate-revoked': facts('blocking', 'bank'),
  'certificate-untrusted': facts('error', 'bank'),
  'certificate-wrong-contract': facts('error', 'bank'),
  'enrolment-refused': facts('error', 'bank'),
  'enrolment-deadline-passed': facts('blocking', 'bank'),
  'certificate-request-refused': facts('error', 'bank'),
  'certificate-not-offered': facts('error', 'staff'),
  'certificate-wrong-chosen': facts('error', 'nobody'),
  'certificate-expired-revoke-first': facts('blocking', 'bank'),
  'certificate-expired-paper-form': facts('blocking', 'bank'),
  'sole-administrator-stuck': facts('blocking', 'bank'),
  'certificate-expires-soon': facts('warning', 'nobody'),
  'certificate-issued-to-lost-key': facts('blocking', 'bank'),
  'certificate-waiting': facts('information', 'nobody'),
  'enrolment-pending': facts('information', 'nobody'),
  'enrolment-due': facts('information', 'nobody'),
  'certificate-attributes-demanded': facts('error', 'bank'),
  'request-malformed': facts('error', 'staff'),
  'content-too-large': facts('error', 'staff'),
  'content-type-unsupported': facts('error', 'staff'),
  'idempotency-key-missing': facts('error', 'staff'),
  'idempotency-key-reused': facts('error', 'staff'),
  'not-found': facts('error', 'staff'),
  'method-not-allowed': facts('error', 'staff'),
  'too-many-requests': facts('warning', 'nobody'),
  'bank-closed': facts('information', 'nobody'),
  'bank-failure': facts('error', 'bank'),
  'certificate-not-asked': facts('error', 'bank'),
  'bank-unreachable': facts('error', 'staff'),
  'bank-timeout': facts('error', 'staff'),
  'bank-untrusted': facts('blocking', 'staff'),
  'bank-answer-invalid': facts('error', 'bank'),
  cancelled: facts('information', 'nobody'),
  'answer-stopped-after-pin': facts('error', 'bank'),
  'enrolment-answer-lost': facts('warning', 'bank'),
  'proxy-unreachable': facts('error', 'staff'),
  'proxy-refused': facts('error', 'staff'),
  'proxy-credentials-wanted': facts('warning', 'nobody'),
  'proxy-credentials-refused': facts('warning', 'staff'),
  'proxy-sign-in-unsupported': facts('error', 'staff'),
  'connection-inspected': facts('blocking', 'staff'),
  'certificate-mismatch': facts('error', 'bank'),
  'certificate-store-missing': facts('blocking', 'staff'),
  'certificate-store-refused': facts('error', 'staff'),
  'certificate-file-unreadable': facts('error', 'bank'),
  'certificate-absent-on-pc': facts('blocking', 'bank'),
  'other-os-user': facts('error', 'staff'),
  'remote-session': facts('warning', 'staff'),
  'key-cannot-sign': facts('blocking', 'bank'),
  'certificates-piled-up': facts('warning', 'nobody'),
  'certificates-tidied': facts('information', 'nobody'),
  'keychain-missing': facts('blocking', 'staff'),
  'keychain-locked': facts('error', 'staff'),
  'keychain-refused': facts('error', 'staff'),
  'disk-full': facts('error', 'staff'),
  'disk-refused': facts('error', 'staff'),
  'journal-unreadable': facts('warning', 'staff'),
  'journal-unavailable': facts('error', 'staff'),
  'file-unavailable': facts('warning', 'staff'),
  'bank-profile-invalid': facts('blocking', 'staff'),
  'pending-key-unreadable': facts('error', 'staff'),
  'certificate-in-browser-only': facts('error', 'bank'),
  'certificate-file-unavailable': facts('error', 'staff'),
  'bank-file-damaged': facts('error', 'bank'),
  'bank-file-expired': facts('error', 'bank'),
  'bank-file-foreign': facts('blocking', 'bank'),
  'bank-file-newer': facts('error', 'staff'),
  'bank-file-unsigned': facts('error', 'bank'),
  'bank-file-older': facts('information', 'nobody'),
  'prescribed-by-policy': facts('information', 'staff'),
  'input-invalid': facts('warning', 'nobody'),
  'not-now': facts('information', 'nobody'),
  'sender-refused': facts('error', 'staff'),
  internal: facts('error', 'staff'),
};

/** After these nothing is entered or sent before the preflight has proven that the bank is the bank. */
const proofCodes: ReadonlySet<ProblemCode> = new Set(['bank-untrusted', 'connection-inspected', 'bank-profile-invalid']);

/** @returns whether the way on opens again once the bank has been proven */
export function needsProof(code: ProblemCode): boolean {
  return proofCodes.has(code);
}

/** Where nothing on this PC helps any more, a new certificate does: the bank wants a paper for it. */
const reissueCodes: ReadonlySet<ProblemCode> = new Set([
  'enrolment-refused',
  'enrolment-deadline-passed',
  'certificate-issued-to-lost-key',
  'pending-key-unreadable',
  'certificate-file-unreadable',
  'certificate-in-browser-only',
  'certificate-file-unavailable',
  'certificate-absent-on-pc',
  'certificate-expired-paper-form',
  'key-cannot-sign',
  'sole-administrator-stuck',
]);

/** @returns whether the form for a new certificate is offered beside this problem */
export function helpsReissue(code: ProblemCode): boolean {
  return reissueCodes.has(code);
}
