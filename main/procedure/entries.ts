import type { ContractorId } from '../../preload/contract/identities.ts';
import type { ConfirmOneTimePasswordInput, IdentifyInput, LogOnInput, SetPinsInput } from '../../preload/contract/procedure.ts';
import { Redacted, type Secret } from '../support/redacted.ts';

/** What the person entered, as it goes on from the border: what is secret of it can no longer be printed. */

export type Identification = { readonly contractorId: ContractorId; readonly registrationPin: Secret };
export type NewPins = {
  readonly registrationPin: Secret;
  readonly logonPin: Secret;
  readonly logonPinReentry: Secret;
  readonly confirmationPin: Secret;
  readonly confirmationPinReentry: Secret;
  /** '' leaves the address as it is. */
  readonly email: string;
};

export function concealIdentification({ contractorId, registrationPin }: IdentifyInput): Identification {
  return { contractorId, registrationPin: new Redacted(registrationPin) };
}

export function concealNewPins(input: SetPinsInput): NewPins {
  return {
    registrationPin: new Redacted(input.registrationPin),
    logonPin: new Redacted(input.logonPin),
    logonPinReentry: new Redacted(input.logonPinReentry),
    confirmationPin: new Redacted(input.confirmationPin),
    confirmationPinReentry: new Redacted(input.confirmationPinReentry),
    email: input.email,
  };
}

export function concealOneTimePassword({ oneTimePassword }: ConfirmOneTimePasswordInput): Secret {
  return new Redacted(oneTimePassword);
}

export function concealLogonPin({ logonPin }: LogOnInput): Secret {
  return new Redacted(logonPin);
}
