import { toHalfWidth } from '../typed-text.ts';
import { codeLength, verdictOn, withChecks } from './check-symbols.ts';

/**
 * The full code as it is written: 16 symbols of Douglas Crockford's Base 32 (crockford.com/base32.html), in fours. 14 carry
 * data, the last two are check symbols of our own (check-symbols.ts): Crockford's one says that something is wrong, ours
 * say where.
 */

/** Without I, L, O and U: each is read or heard as another one. */
// biome-ignore format: as one counts them.
export const codeSymbols = [
  '0', '1', '2', '3', '4', '5', '6', '7', '8', '9',
  'A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'J', 'K', 'M', 'N', 'P', 'Q', 'R', 'S', 'T', 'V', 'W', 'X', 'Y', 'Z',
] as const;
export type CodeSymbol = (typeof codeSymbols)[number];
const alphabet = codeSymbols.join('');

/** How many bits a full code carries. */
export const fullCodeBits = 70;

/** How many symbols a full code is written with. */
export const fullCodeLength = codeLength;

/** What was found in a text; position: 1 to 16, among the symbols alone. Nothing is ever corrected silently. */
export type SymbolsRead =
  | { readonly kind: 'read'; readonly value: bigint }
  /** Too few or too many symbols: how many there are. */
  | { readonly kind: 'length'; readonly symbols: number }
  | { readonly kind: 'notASymbol'; readonly position: number; readonly character: string }
  /** One symbol does not agree with the others, and which one would. */
  | { readonly kind: 'wrongSymbol'; readonly position: number; readonly is: string; readonly couldBe: string }
  /** The symbol at this position and the next one would agree with the others if they changed places. */
  | { readonly kind: 'swapped'; readonly position: number }
  /** More than one slip. */
  | { readonly kind: 'unreadable' };

const dataSymbols = 14;
/** What a person types or pastes is short; what comes after so many characters is not looked at. */
const longestText = 1000;

/** Dashes of any script, the ones of input methods and office documents among them, and what nobody sees. */
const between = /[\s\p{Zs}\p{Pd}\p{Cf}\p{Default_Ignorable_Code_Point}\u2212\u2500\u30FC\uFF70]/u;
/** Crockford's: what is written or read for the figures. */
const meant: Readonly<Record<string, string>> = { O: '0', I: '1', L: '1' };

/**
 * @param value what the code says, 0 to 2^70 - 1
 * @returns the full code, e.g. "7K3M-9A2D-0FQW-TX5E"
 * @throws RangeError for a value that has no room
 */
export function writeSymbols(value: bigint): string {
  if (value < 0n || value >> BigInt(fullCodeBits) !== 0n) throw new RangeError(`A full code carries ${fullCodeBits} bits.`);
  const data = Array.from({ length: dataSymbols }, (_, place) => Number((value >> BigInt(5 * (dataSymbols - 1 - place))) & 31n));
  return withChecks(data)
    .map((element, place) => (place > 0 && place % 4 === 0 ? `-${symbolOf(element)}` : symbolOf(element)))
    .join('');
}

/** @param code as writeSymbols gives it @returns its symbols in fours, as they are shown and read aloud */
export function groupsOf(code: string): readonly (readonly CodeSymbol[])[] {
  return code.split('-').map((group) => [...group].flatMap((symbol) => codeSymbols.find((each) => each === symbol) ?? []));
}

/**
 * Reads what was typed, pasted or scanned. Lower case, full width, spaces and dashes of all kinds are taken, and so are O
 * for 0, I and L for 1.
 * @param text anything
 * @returns the value, or the first thing that is wrong: a character, else the length, else what the check symbols say
 */
export function readSymbols(text: string): SymbolsRead {
  const symbols: number[] = [];
  for (const character of text.slice(0, longestText)) {
    if (between.test(character)) continue;
    const symbol = elementOf(character);
    if (symbol === null) return { kind: 'notASymbol', position: symbols.length + 1, character };
    symbols.push(symbol);
  }
  if (symbols.length !== fullCodeLength) return { kind: 'length', symbols: symbols.length };
  return judged(symbols);
}

function elementOf(character: string): number | null {
  const written = toHalfWidth(character);
  // Before upper case is made: that of other scripts' letters can be one of ours.
  if (!/^[0-9A-Za-z]$/u.test(written)) return null;
  const upper = written.toUpperCase();
  const element = alphabet.indexOf(meant[upper] ?? upper);
  return element === -1 ? null : element;
}

function judged(symbols: readonly number[]): SymbolsRead {
  const verdict = verdictOn(symbols);
  switch (verdict.kind) {
    case 'right':
      return { kind: 'read', value: symbols.slice(0, dataSymbols).reduce((value, symbol) => (value << 5n) | BigInt(symbol), 0n) };
    case 'wrongAt':
      return { kind: 'wrongSymbol', position: verdict.place + 1, is: symbolOf(symbols[verdict.place] ?? 0), couldBe: symbolOf(verdict.fit) };
    case 'swappedAt':
      return { kind: 'swapped', position: verdict.place + 1 };
    case 'unlocated':
      return { kind: 'unreadable' };
    default:
      return verdict satisfies never;
  }
}

function symbolOf(element: number): string {
  return alphabet.charAt(element);
}
