import { createHash } from 'node:crypto';

/** @returns a number from 0 to below 1 by which PCs are told apart evenly: always the same for the same text, and nothing of the text in it */
export function fractionOf(text: string): number {
  return createHash('sha256').update(text).digest().readUInt32BE(0) / 2 ** 32;
}
