import type { BankProfile } from '../bank/profile.ts';
import type { Policy } from './read-policy.ts';

/**
 * What the policy says of banks. free: the person chooses. signer: they choose among the files of one signer. file,
 * profile: this bank alone. blocked: none, since the policy is broken where it speaks of banks.
 */
export type BankRule =
  | { readonly kind: 'free' }
  | { readonly kind: 'signer'; readonly fingerprint: string }
  | { readonly kind: 'file'; readonly path: string; readonly fingerprint: string | null }
  | { readonly kind: 'profile'; readonly profile: BankProfile }
  | { readonly kind: 'blocked' };

/** @returns what holds of bankFile, bankSigner and bankProfile together; where one of them is broken, no bank */
export function bankRuleOf({ prescribed: { bankFile, bankSigner, bankProfile } }: Policy): BankRule {
  if ([bankFile, bankSigner, bankProfile].some((one) => one !== null && one.value === null)) return { kind: 'blocked' };
  const fingerprint = bankSigner?.value ?? null;
  if (bankProfile !== null && bankProfile.value !== null) return { kind: 'profile', profile: bankProfile.value };
  if (bankFile !== null && bankFile.value !== null) return { kind: 'file', path: bankFile.value, fingerprint };
  return fingerprint === null ? { kind: 'free' } : { kind: 'signer', fingerprint };
}
