import type { FieldName } from '../../preload/contract/problem.ts';

/** From here on a wrong entry is worth a warning of what a lock would mean. */
export const fewAttempts = 2;

/** What costs an attempt when it is wrong, by the form that sends it: only what the bank knows already can be compared. */
const comparable = {
  identification: ['contractorId', 'registrationPin'],
  newPins: ['registrationPin'],
  oneTimePassword: ['oneTimePassword'],
  certificateReady: ['logonPin'],
  userChange: ['confirmationPin'],
  userRegister: ['confirmationPin'],
} as const satisfies Readonly<Record<string, readonly FieldName[]>>;

export type ReviewedForm = keyof typeof comparable;

/**
 * What the person compares once more before it is sent.
 * @param form which form is sent
 * @param attemptsLeft wrong entries that are left, as the bank said at the last refusal; null where it said nothing
 * @returns the fields to compare; none where it is sent at once
 */
export function toReview(form: ReviewedForm, attemptsLeft: number | null): readonly FieldName[] {
  return attemptsLeft !== null && attemptsLeft > 0 && attemptsLeft <= fewAttempts ? comparable[form] : [];
}
