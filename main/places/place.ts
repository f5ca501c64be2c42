import { join } from 'node:path';

/**
 * A place: the folder in which everything of one contract at one bank is kept (journal, request form, certificates), with
 * keychain entries under a name of its own. The practice has a place too. What two places keep never meets.
 */

/** The practice's. */
export const practicePlace = 'practice';

/** "<bankId>.<number>": a bank's ID has no dot. */
const contractPlace = /^([a-z0-9-]{1,40})\.([1-9]\d{0,3})$/u;
const contractsFolder = 'contracts';

/** @returns the bank and the number of a contract's place; null for the practice's, and for what is no place */
export function contractOfPlace(id: string): { readonly bankId: string; readonly number: number } | null {
  const [, bankId, number] = contractPlace.exec(id) ?? [];
  return bankId === undefined ? null : { bankId, number: Number(number) };
}

export const isPlace = (id: string): boolean => id === practicePlace || contractOfPlace(id) !== null;

export const placeOfContract = (bankId: string, number: number): string => `${bankId}.${number}`;

/** @param folder the program's own @returns where the contracts' places lie */
export const contractsFolderIn = (folder: string): string => join(folder, contractsFolder);

/** @param folder the program's own */
export function placeFolder(folder: string, id: string): string {
  return id === practicePlace ? join(folder, practicePlace) : join(contractsFolderIn(folder), id);
}

/** Under which name a place's secrets lie in the keychain. @param bankId of the profile; a bank's ID has no slash */
export function keychainScope(id: string, bankId: string): string {
  const contract = contractOfPlace(id);
  return contract === null ? bankId : `${bankId}/${contract.number}`;
}
