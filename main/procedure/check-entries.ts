import { checkEmail, checkPin, checkReentry, type PinRule } from '../../preload/contract/fields.ts';
import type { FieldName } from '../../preload/contract/problem.ts';
import type { SetPinsInput } from '../../preload/contract/procedure.ts';

/**
 * Main checks again what the window has already checked: what comes over the border is not believed.
 * @param input the entries of the manual's 2 (4)
 * @param rule the bank's rule for PINs
 * @returns the first invalid field, or null when all may be sent
 */
export function invalidPinField(input: SetPinsInput, rule: PinRule): FieldName | null {
  if (checkPin(input.logonPin, rule) !== null) return 'logonPin';
  if (checkReentry(input.logonPinReentry, input.logonPin) !== null) return 'logonPinReentry';
  if (checkPin(input.confirmationPin, rule) !== null) return 'confirmationPin';
  if (checkReentry(input.confirmationPinReentry, input.confirmationPin) !== null) return 'confirmationPinReentry';
  return checkEmail(input.email) === null ? null : 'email';
}
