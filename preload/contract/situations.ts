import type { ProblemCode } from './problem-numbers.ts';

/**
 * Situations of the practice: each brings about what makes its problem arise for real. Those of the bank
 * change what the practice bank does or knows; those of this PC spoil what is sent, or what the PC says.
 * What remains follows from an act of the person alone: byHand.
 */

/** Where a practising person meets the problem: the practice panel says it in words. */
export const situationMoments = [
  'at-once',
  'next-answer',
  'next-press',
  'identification',
  'wrong-entry',
  'new-pins',
  'one-time-password',
  'retrieval',
  'logon',
  'users',
  'user-change',
  'user-registration',
  'registration-twice',
  'user-logon',
  'next-start',
] as const;
export type SituationMoment = (typeof situationMoments)[number];

export const bankSituations = {
  'identification-refused': 'identification',
  'pin-locked': 'wrong-entry',
  'activation-not-released': 'identification',
  'activation-already-done': 'identification',
  'session-expired': 'new-pins',
  'pin-rule-violated': 'new-pins',
  'registration-pin-refused': 'new-pins',
  'one-time-password-refused': 'one-time-password',
  'logon-refused': 'logon',
  'step-out-of-order': 'logon',
  'logged-off': 'users',
  'confirmation-refused': 'user-change',
  'user-not-found': 'user-change',
  'user-id-rule-violated': 'user-registration',
  'user-id-taken': 'user-registration',
  'user-limit-reached': 'user-registration',
  'user-registered-already': 'registration-twice',
  'user-suspended': 'user-logon',
  'certificate-expires-soon': 'at-once',
  'certificate-expired': 'logon',
  'certificate-expired-paper-form': 'logon',
  'certificate-expired-revoke-first': 'logon',
  'certificate-revoked': 'logon',
  'certificate-untrusted': 'logon',
  'certificate-wrong-contract': 'logon',
  'certificate-wrong-chosen': 'logon',
  'sole-administrator-stuck': 'identification',
  'enrolment-refused': 'retrieval',
  'enrolment-deadline-passed': 'retrieval',
  'certificate-request-refused': 'retrieval',
  'certificate-mismatch': 'retrieval',
  'certificate-attributes-demanded': 'retrieval',
  'enrolment-answer-lost': 'retrieval',
  'certificate-not-asked': 'logon',
  'too-many-requests': 'next-answer',
  'bank-closed': 'next-answer',
  'bank-failure': 'next-answer',
  'bank-unreachable': 'next-answer',
  'bank-timeout': 'next-answer',
  'bank-untrusted': 'next-answer',
  'bank-answer-invalid': 'next-answer',
  'answer-stopped-after-pin': 'logon',
} as const satisfies { readonly [C in ProblemCode]?: SituationMoment };

export const pcSituations = {
  'certificate-not-offered': 'logon',
  'certificate-required': 'users',
  'certificate-file-unreadable': 'logon',
  'certificate-file-unavailable': 'logon',
  'request-malformed': 'next-answer',
  'content-too-large': 'next-answer',
  'content-type-unsupported': 'next-answer',
  'idempotency-key-missing': 'next-answer',
  'idempotency-key-reused': 'next-answer',
  'not-found': 'next-answer',
  'method-not-allowed': 'next-answer',
  'bank-profile-invalid': 'next-answer',
  'certificate-store-missing': 'retrieval',
  'certificate-store-refused': 'retrieval',
  'certificate-absent-on-pc': 'at-once',
  'other-os-user': 'at-once',
  'remote-session': 'at-once',
  'key-cannot-sign': 'at-once',
  'certificates-piled-up': 'at-once',
  'keychain-missing': 'identification',
  'keychain-locked': 'identification',
  'keychain-refused': 'identification',
  'disk-full': 'next-press',
  'disk-refused': 'next-press',
  'journal-unreadable': 'next-start',
  'journal-unavailable': 'next-start',
  'file-unavailable': 'next-start',
  'input-invalid': 'next-press',
  'not-now': 'next-press',
  'sender-refused': 'next-press',
  internal: 'next-press',
} as const satisfies { readonly [C in ProblemCode]?: SituationMoment };

export type SituationCode = keyof typeof bankSituations | keyof typeof pcSituations;
const moments: Readonly<Record<SituationCode, SituationMoment>> = { ...bankSituations, ...pcSituations };
export const situationCodes = Object.keys(moments) as readonly SituationCode[];

/**
 * What no switch can bring about, because it is the answer to what the person does. A new code that is
 * neither here nor a situation does not compile.
 */
export const byHand: Readonly<Record<Exclude<ProblemCode, SituationCode>, true>> = {
  cancelled: true,
  'bank-file-damaged': true,
  'bank-file-expired': true,
  'bank-file-foreign': true,
  'bank-file-newer': true,
  'bank-file-unsigned': true,
  'bank-file-older': true,
  'prescribed-by-policy': true,
  'logged-off-as-asked': true,
  'activation-left': true,
  'log-off-not-told': true,
  'certificates-tidied': true,
  'certificate-waiting': true,
  'certificate-issued-to-lost-key': true,
  'pending-key-unreadable': true,
  'certificate-in-browser-only': true,
  'enrolment-pending': true,
  'enrolment-due': true,
  'proxy-unreachable': true,
  'proxy-refused': true,
  'proxy-credentials-wanted': true,
  'proxy-credentials-refused': true,
  'proxy-sign-in-unsupported': true,
  'connection-inspected': true,
};
export type ByHandCode = keyof typeof byHand;
export const byHandCodes = Object.keys(byHand) as readonly ByHandCode[];

/** @returns where the situation's problem is met */
export function momentOf(code: SituationCode): SituationMoment {
  return moments[code];
}

/** @returns whether a word names a situation */
export function isSituationCode(word: string): word is SituationCode {
  return situationCodes.some((code) => code === word);
}
