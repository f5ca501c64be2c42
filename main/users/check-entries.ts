import { checkKnownPin, checkPin, checkReentry, checkUserId, checkUserName, type PinRule, type UserIdRule } from '../../preload/contract/fields.ts';
import type { FieldName } from '../../preload/contract/problem.ts';
import type { ChangeEntry, PinsEntry, RegistrationEntry } from './entries.ts';

/** Main checks again what the window has already checked: what comes over the border is not believed. */
export type UserRules = { readonly pin: PinRule; readonly userId: UserIdRule };

/** @returns the first invalid field, or null when all may be sent */
export function invalidPinsField(input: PinsEntry, { pin }: UserRules): FieldName | null {
  if (checkPin(input.userLogonPin.reveal(), pin) !== null) return 'userLogonPin';
  if (checkReentry(input.userLogonPinReentry.reveal(), input.userLogonPin.reveal()) !== null) return 'userLogonPinReentry';
  if (checkPin(input.userConfirmationPin.reveal(), pin) !== null) return 'userConfirmationPin';
  if (checkReentry(input.userConfirmationPinReentry.reveal(), input.userConfirmationPin.reveal()) !== null) return 'userConfirmationPinReentry';
  return checkKnownPin(input.confirmationPin.reveal(), pin) === null ? null : 'confirmationPin';
}

/** @returns the first invalid field, or null when all may be sent */
export function invalidDataField(input: ChangeEntry, { pin }: UserRules): FieldName | null {
  if (checkUserName(input.userName) !== null) return 'userName';
  return checkKnownPin(input.confirmationPin.reveal(), pin) === null ? null : 'confirmationPin';
}

/** @returns the first invalid field, or null when all may be sent */
export function invalidRegistrationField(input: RegistrationEntry, rules: UserRules): FieldName | null {
  if (checkUserId(input.userId, rules.userId) !== null) return 'userId';
  if (checkUserName(input.userName) !== null) return 'userName';
  return invalidPinsField(input, rules);
}
