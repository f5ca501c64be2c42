import { checkEmail, checkPin, checkReentry, type PinRule } from '../../preload/contract/fields.ts';
import type { FieldName } from '../../preload/contract/problem.ts';
import type { NewPins } from './entries.ts';

/**
 * Main checks again what the window has already checked: what comes over the border is not believed.
 * @param input the entries of the manual's 2 (4)
 * @param rule the bank's rule for PINs
 * @returns the first invalid field, or null when all may be sent
 */
export function invalidPinField(input: NewPins, rule: PinRule): FieldName | null {
  if (checkPin(input.logonPin.reveal(), rule) !== null) return 'logonPin';
  if (checkReentry(input.logonPinReentry.reveal(), input.logonPin.reveal()) !== null) return 'logonPinReentry';
  if (checkPin(input.confirmationPin.reveal(), rule) !== null) return 'confirmationPin';
  if (checkReentry(input.confirmationPinReentry.reveal(), input.confirmationPin.reveal()) !== null) return 'confirmationPinReentry';
  return checkEmail(input.email) === null ? null : 'email';
}
