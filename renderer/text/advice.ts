import type { ProblemCode } from '../../preload/contract/problem-numbers.ts';

/** What happened, why, and what to do now: three short sentences for every problem. */
export type ProblemText = { readonly title: string; readonly why: string; readonly next: string };

/** The causes of a problem, the likeliest first; what to do after the first step, in order. */
export type Advice = { readonly causes: readonly [string, ...string[]]; readonly steps: readonly string[] };

/** A code without its causes does not compile, in any language. */
export type AdviceByCode = Readonly<Record<ProblemCode, Advice>>;

/** The pains of everyday use around certificate and PC. The texts and the advice of these and of the groups below stand in one file each. */
export type EverydayCode = Extract<
  ProblemCode,
  | 'certificate-not-offered'
  | 'certificate-wrong-chosen'
  | 'certificate-expired-revoke-first'
  | 'certificate-expired-paper-form'
  | 'sole-administrator-stuck'
  | 'certificate-expires-soon'
  | 'answer-stopped-after-pin'
  | 'certificate-absent-on-pc'
  | 'other-os-user'
  | 'remote-session'
  | 'key-cannot-sign'
  | 'certificates-piled-up'
  | 'certificates-tidied'
>;

/** What speaks against a file that is said to be a bank's, and what a company's policy forbids. */
export type BankFileCode = Extract<ProblemCode, `bank-file-${string}` | 'prescribed-by-policy'>;

/** What an earlier run left on this PC, or lost of it. */
export type RecoveryCode = Extract<
  ProblemCode,
  'certificate-waiting' | 'certificate-issued-to-lost-key' | 'pending-key-unreadable' | 'certificate-in-browser-only' | 'certificate-file-unavailable'
>;

/** What arises while the logged-on administrator looks after the users. */
export type UserCode = Extract<
  ProblemCode,
  | 'logged-off'
  | 'logged-off-as-asked'
  | 'activation-left'
  | 'log-off-not-told'
  | 'confirmation-refused'
  | 'user-suspended'
  | 'user-id-rule-violated'
  | 'user-id-taken'
  | 'user-limit-reached'
  | 'user-not-found'
  | 'user-registered-already'
>;

/** What stands between a company's network and the bank. */
export type ProxyCode = Extract<
  ProblemCode,
  'proxy-unreachable' | 'proxy-refused' | 'proxy-credentials-wanted' | 'proxy-credentials-refused' | 'proxy-sign-in-unsupported' | 'connection-inspected'
>;

/** What arises while a certificate is asked for, between an authority and Kaitsu. */
export type EnrolmentCode = Extract<
  ProblemCode,
  'enrolment-pending' | 'enrolment-due' | 'enrolment-answer-lost' | 'certificate-attributes-demanded' | 'certificate-not-asked'
>;
