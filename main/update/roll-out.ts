import { createHash } from 'node:crypto';

/**
 * Where a PC stands in the roll-out of a version. Another place for each version, so that the same PCs are not always the
 * first; and nothing of it is kept or sent.
 * @param machine what tells this PC from others: the hash of its system's ID
 * @returns from 0 to below 1
 */
export function placeInRollOut(machine: string, version: string): number {
  return createHash('sha256').update(`${machine}\n${version}`).digest().readUInt32BE(0) / 2 ** 32;
}
