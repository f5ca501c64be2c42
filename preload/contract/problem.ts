import { z } from 'zod';

/**
 * The one catalogue of error codes. The number is the code's part of the screen code that a customer
 * reads to the bank by phone: it never changes and is never used again.
 * 1xx the bank refused what was entered, 2xx the bank's certificate rules, 3xx protocol and bank
 * failures, 4xx the way to the bank, 5xx this PC (certificate, keychain, disk), 9xx Kaitsu itself.
 */
export const problemNumbers = {
  'identification-refused': 101,
  'pin-locked': 102,
  'activation-not-released': 103,
  'activation-already-done': 104,
  'session-expired': 105,
  'step-out-of-order': 106,
  'pin-rule-violated': 107,
  'registration-pin-refused': 108,
  'one-time-password-refused': 109,
  'logon-refused': 110,
  'logged-off': 121,
  'confirmation-refused': 122,
  'user-suspended': 123,
  'user-id-rule-violated': 124,
  'user-id-taken': 125,
  'user-limit-reached': 126,
  'user-not-found': 127,
  'user-registered-already': 128,
  'logged-off-as-asked': 129,
  'activation-left': 130,
  'log-off-not-told': 131,
  'certificate-required': 201,
  'certificate-expired': 202,
  'certificate-revoked': 203,
  'certificate-untrusted': 204,
  'certificate-wrong-contract': 205,
  'enrolment-refused': 206,
  'enrolment-deadline-passed': 207,
  'certificate-request-refused': 208,
  'certificate-not-offered': 209,
  'certificate-wrong-chosen': 210,
  'certificate-expired-revoke-first': 211,
  'certificate-expired-paper-form': 212,
  'sole-administrator-stuck': 213,
  'certificate-expires-soon': 214,
  'certificate-issued-to-lost-key': 215,
  'certificate-waiting': 216,
  'enrolment-pending': 217,
  'enrolment-due': 218,
  'certificate-attributes-demanded': 219,
  'request-malformed': 301,
  'content-too-large': 302,
  'content-type-unsupported': 303,
  'idempotency-key-missing': 304,
  'idempotency-key-reused': 305,
  'not-found': 306,
  'method-not-allowed': 307,
  'too-many-requests': 308,
  'bank-closed': 309,
  'bank-failure': 310,
  'certificate-not-asked': 311,
  'bank-unreachable': 401,
  'bank-timeout': 402,
  'bank-untrusted': 403,
  'bank-answer-invalid': 404,
  cancelled: 405,
  'answer-stopped-after-pin': 406,
  'enrolment-answer-lost': 407,
  'proxy-unreachable': 408,
  'proxy-refused': 409,
  'proxy-credentials-wanted': 410,
  'proxy-credentials-refused': 411,
  'proxy-sign-in-unsupported': 412,
  'connection-inspected': 413,
  'certificate-mismatch': 501,
  'certificate-store-missing': 502,
  'certificate-store-refused': 503,
  'certificate-file-unreadable': 504,
  'certificate-absent-on-pc': 505,
  'other-os-user': 506,
  'remote-session': 507,
  'key-cannot-sign': 508,
  'certificates-piled-up': 509,
  'certificates-tidied': 510,
  'keychain-missing': 511,
  'keychain-locked': 512,
  'keychain-refused': 513,
  'disk-full': 521,
  'disk-refused': 522,
  'journal-unreadable': 523,
  'bank-profile-invalid': 524,
  'journal-unavailable': 525,
  'file-unavailable': 526,
  'pending-key-unreadable': 531,
  'certificate-in-browser-only': 532,
  'certificate-file-unavailable': 533,
  'bank-file-damaged': 541,
  'bank-file-expired': 542,
  'bank-file-foreign': 543,
  'bank-file-newer': 544,
  'bank-file-unsigned': 545,
  'bank-file-older': 546,
  'prescribed-by-policy': 547,
  'input-invalid': 901,
  'not-now': 902,
  'sender-refused': 903,
  internal: 999,
} as const;

export type ProblemCode = keyof typeof problemNumbers;
export const problemCodes = Object.keys(problemNumbers) as readonly ProblemCode[];

/** Fields that a problem can point at. */
export const fieldNames = [
  'contractorId',
  'registrationPin',
  'logonPin',
  'logonPinReentry',
  'confirmationPin',
  'confirmationPinReentry',
  'email',
  'oneTimePassword',
  'userId',
  'userName',
  'userLogonPin',
  'userLogonPinReentry',
  'userConfirmationPin',
  'userConfirmationPinReentry',
] as const;
export type FieldName = (typeof fieldNames)[number];

/** The longest remark, in UTF-16 units. */
export const remarkMaxLength = 300;

export const problemSchema = z.object({
  code: z.enum(problemCodes as [ProblemCode, ...ProblemCode[]]),
  /** The field to go to first, where the entry of one is refused. */
  field: z.enum(fieldNames).nullable(),
  /** Wrong attempts that remain before the lock, where the bank said so. */
  attemptsLeft: z.int().min(0).max(100).nullable(),
  /** When to try again (ISO 8601, UTC), where somebody said so. */
  retryAt: z.iso.datetime().nullable(),
  /**
   * What others say of it, as plain text: the bank's own words, or the code of what a check found. Null where
   * nobody said anything, and in what was written before there was any.
   */
  remark: z
    .object({ from: z.enum(['bank', 'check']), text: z.string().min(1).max(remarkMaxLength) })
    .nullable()
    .default(null),
  /** Where the log tells more: a reference that a supporter can search for; null where nothing was logged. */
  reference: z.string().max(100).nullable(),
  /** What the customer reads to the bank by phone: where in the procedure, and which error. */
  screenCode: z.string().max(100),
});

/** What went wrong, as data: it crosses every border in this one shape, and holds no secret. */
export type Problem = Readonly<z.infer<typeof problemSchema>>;
export type Remark = NonNullable<Problem['remark']>;

/** A problem as a service knows it, before the border adds reference and screen code. C: the codes that it can have. */
export type ProblemCause<C extends ProblemCode = ProblemCode> = {
  readonly code: C;
  readonly field?: FieldName | null;
  readonly attemptsLeft?: number | null;
  readonly retryAt?: string | null;
  readonly reference?: string | null;
  readonly remark?: Remark | null;
  /** Of a question to the bank without an answer: whether the bank may have it all the same. Does not cross the border. */
  readonly sent?: boolean;
};

/**
 * Makes the problem that crosses the border.
 * @param cause what a service knows of it
 * @param screenCode where it is shown; its number alone where it belongs to no step
 */
export function problemOf(cause: ProblemCause, screenCode: string = String(problemNumbers[cause.code])): Problem {
  const { code, field = null, attemptsLeft = null, retryAt = null, reference = null, remark = null } = cause;
  return { code, field, attemptsLeft, retryAt, remark, reference, screenCode };
}

/** The bad half of an outcome. */
export type Failure<C extends ProblemCode = ProblemCode> = { readonly ok: false; readonly problem: ProblemCause<C> };

/**
 * The result of whatever can fail: errors are data, exceptions are for bugs. C names the problems that it
 * can have, so that handling them is exhaustive; without C it can have any.
 */
export type Outcome<T, C extends ProblemCode = ProblemCode> = { readonly ok: true; readonly value: T } | Failure<C>;

/** Shorthand for a good outcome. */
export function success<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value };
}

/** Shorthand for a bad outcome. */
export function failure<C extends ProblemCode>(code: C, more: Omit<ProblemCause, 'code'> = {}): Failure<C> {
  return { ok: false, problem: { code, ...more } };
}

/** What the keychain can answer. */
export type KeychainCode = Extract<ProblemCode, 'keychain-missing' | 'keychain-locked' | 'keychain-refused'>;
/** What reading and writing files can answer. */
export type DiskCode = Extract<ProblemCode, 'disk-full' | 'disk-refused'>;
