import { checkKnownPin, checkPin, checkReentry, checkUserId, checkUserName, type PinRule, type UserIdRule } from '../../preload/contract/fields.ts';
import type { FieldName } from '../../preload/contract/problem.ts';
import type { ChangeUserInput, OverwriteUserPinsInput, RegisterUserInput } from '../../preload/contract/users.ts';

/** Main checks again what the window has already checked: what comes over the border is not believed. */
export type UserRules = { readonly pin: PinRule; readonly userId: UserIdRule };

/** @returns the first invalid field, or null when all may be sent */
export function invalidPinsField(input: OverwriteUserPinsInput, { pin }: UserRules): FieldName | null {
  if (checkPin(input.userLogonPin, pin) !== null) return 'userLogonPin';
  if (checkReentry(input.userLogonPinReentry, input.userLogonPin) !== null) return 'userLogonPinReentry';
  if (checkPin(input.userConfirmationPin, pin) !== null) return 'userConfirmationPin';
  if (checkReentry(input.userConfirmationPinReentry, input.userConfirmationPin) !== null) return 'userConfirmationPinReentry';
  return checkKnownPin(input.confirmationPin, pin) === null ? null : 'confirmationPin';
}

/** @returns the first invalid field, or null when all may be sent */
export function invalidDataField(input: ChangeUserInput, { pin }: UserRules): FieldName | null {
  if (checkUserName(input.userName) !== null) return 'userName';
  return checkKnownPin(input.confirmationPin, pin) === null ? null : 'confirmationPin';
}

/** @returns the first invalid field, or null when all may be sent */
export function invalidRegistrationField(input: RegisterUserInput, rules: UserRules): FieldName | null {
  if (checkUserId(input.userId, rules.userId) !== null) return 'userId';
  if (checkUserName(input.userName) !== null) return 'userName';
  return invalidPinsField(input, rules);
}
