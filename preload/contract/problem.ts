import { z } from 'zod';
import { type ProblemCode, problemCodes, problemNumbers } from './problem-numbers.ts';

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
