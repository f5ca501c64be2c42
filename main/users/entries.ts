import type { ChangeUserInput, OverwriteUserPinsInput, RegisterUserInput } from '../../preload/contract/users.ts';
import { Redacted, type Secret } from '../support/redacted.ts';

/** What the administrator entered, as it goes on from the border: what is secret of it can no longer be printed. */

export type PinsEntry = { readonly [N in keyof OverwriteUserPinsInput]: Secret };
export type ChangeEntry = Omit<ChangeUserInput, 'confirmationPin'> & { readonly confirmationPin: Secret };
export type RegistrationEntry = PinsEntry & Pick<RegisterUserInput, 'userId' | 'userName'>;

export function concealPins(input: OverwriteUserPinsInput): PinsEntry {
  return {
    userLogonPin: new Redacted(input.userLogonPin),
    userLogonPinReentry: new Redacted(input.userLogonPinReentry),
    userConfirmationPin: new Redacted(input.userConfirmationPin),
    userConfirmationPinReentry: new Redacted(input.userConfirmationPinReentry),
    confirmationPin: new Redacted(input.confirmationPin),
  };
}

export function concealChange({ userName, suspended, confirmationPin }: ChangeUserInput): ChangeEntry {
  return { userName, suspended, confirmationPin: new Redacted(confirmationPin) };
}

export function concealRegistration({ userId, userName, ...pins }: RegisterUserInput): RegistrationEntry {
  return { userId, userName, ...concealPins(pins) };
}
