import type { BankProfile } from '../bank/profile.ts';
import { bundlesElsewhere } from './known-banks.ts';
import { keychainScope, placeFolder } from './place.ts';

/** What is of one place, as window and command line compose their services for it. */
export type AtPlace = {
  readonly profile: BankProfile;
  /** The folder of the place. */
  readonly placeFolder: string;
  /** Under which name its secrets lie in the keychain. */
  readonly keychainScope: string;
  /** The certificates of other places, which the system's store holds as well. */
  readonly certificatesElsewhere: () => Promise<ReadonlySet<string>>;
};

/** @param folder the program's own @param id of the place @param profile of its bank */
export function atPlace(folder: string, id: string, profile: BankProfile): AtPlace {
  return {
    profile,
    placeFolder: placeFolder(folder, id),
    keychainScope: keychainScope(id, profile.id),
    certificatesElsewhere: () => bundlesElsewhere(folder, id),
  };
}
