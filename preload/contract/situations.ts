import type { ProblemCode } from './problem.ts';

/**
 * Situations of the practice: each brings about what makes its problem arise for real. Those of the bank
 * change what the practice bank does or knows; those of this PC spoil what is sent, or what the PC says.
 * A code that stands in neither list arises from what a person enters or does.
 */

export const bankSituations = [
  'pin-locked',
  'activation-not-released',
  'activation-already-done',
  'session-expired',
  'certificate-expired',
  'certificate-expired-paper-form',
  'certificate-revoked',
  'certificate-untrusted',
  'certificate-wrong-contract',
  'sole-administrator-stuck',
  'enrolment-refused',
  'enrolment-deadline-passed',
  'certificate-request-refused',
  'certificate-mismatch',
  'too-many-requests',
  'bank-closed',
  'bank-failure',
  'bank-unreachable',
  'bank-timeout',
  'bank-untrusted',
  'bank-answer-invalid',
  'answer-stopped-after-pin',
] as const satisfies readonly ProblemCode[];

export const pcSituations = [
  'certificate-not-offered',
  'request-malformed',
  'content-too-large',
  'content-type-unsupported',
  'idempotency-key-missing',
  'idempotency-key-reused',
  'not-found',
  'method-not-allowed',
  'certificate-store-missing',
  'certificate-store-refused',
  'certificate-absent-on-pc',
  'other-os-user',
  'remote-session',
  'key-cannot-sign',
  'keychain-missing',
  'keychain-locked',
  'keychain-refused',
] as const satisfies readonly ProblemCode[];

export const situationCodes = [...bankSituations, ...pcSituations] as const;
export type SituationCode = (typeof situationCodes)[number];

/** @returns whether a word names a situation */
export function isSituationCode(word: string): word is SituationCode {
  return situationCodes.some((code) => code === word);
}
