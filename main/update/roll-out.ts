import { fractionOf } from '../support/fraction.ts';

/**
 * Where a PC stands in the roll-out of a version. Another place for each version, so that the same PCs are not always the
 * first; and nothing of it is kept or sent.
 * @param machine what tells this PC from others: the hash of its system's ID
 * @returns from 0 to below 1
 */
export function placeInRollOut(machine: string, version: string): number {
  return fractionOf(`${machine}\n${version}`);
}
