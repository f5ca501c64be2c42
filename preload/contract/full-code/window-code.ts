import { CodeError, fromNumber, toNumber } from './codec.ts';
import { type DescribedWindow, windowCodec } from './described-window.ts';
import { releases } from './releases.ts';
import { fullCodeBits, readSymbols, type SymbolsRead, writeSymbols } from './symbols.ts';

/** The full code of a window: what support types to have the same screen before them. */

const limit = 1n << BigInt(fullCodeBits);

/**
 * Where a large form, its problem and a dialog above it are more than a code holds, the dialog is left out: what it is
 * about stands below it.
 * @returns 16 symbols in fours, e.g. "7K3M-9A2D-0FQW-TX5E"
 */
export function writeWindowCode(described: DescribedWindow): string {
  const number = toNumber(windowCodec, described);
  return writeSymbols(number < limit ? number : toNumber(windowCodec, { ...described, over: { what: 'none' } }));
}

/** newerProgram: the symbols are right, but say what only a later version knows. */
export type WindowCodeRead =
  | { readonly kind: 'read'; readonly described: DescribedWindow }
  | Exclude<SymbolsRead, { kind: 'read' }>
  | { readonly kind: 'newerProgram' };

/**
 * Reads what was typed, pasted or scanned; see readSymbols for what is forgiven and what is found.
 * @param text anything
 */
export function readWindowCode(text: string): WindowCodeRead {
  const symbols = readSymbols(text);
  if (symbols.kind !== 'read') return symbols;
  try {
    return { kind: 'read', described: fromNumber(windowCodec, symbols.value) };
  } catch (error) {
    if (error instanceof CodeError) return { kind: 'newerProgram' };
    throw error;
  }
}

/** @returns whether codes of this version of the program can be told */
export function isRelease(version: string): version is (typeof releases)[number] {
  return releases.some((release) => release === version);
}
