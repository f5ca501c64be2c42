/** The keys of the software keyboard, as pure data. */

/** What may be typed into a field: digits alone, or letters, digits and the symbols that the bank allows. */
export type KeySet = { readonly kind: 'digits' } | { readonly kind: 'pin'; readonly symbols: string };

/** A whole number from 0 to below, each as likely as the other. */
export type Random = (below: number) => number;

const digitRow = '1234567890';
const letterRows = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'] as const;
const rowLength = 10;

/**
 * The rows of keys, from top to bottom: digits, then letters (small), then symbols.
 * @param set what the field takes; of the symbols, those are keys that a PIN of the bank may hold (printable ASCII), each once
 * @param random null for the usual order; else digits, letters and symbols are each shuffled among themselves
 * @returns one character a key
 */
export function keyRows(set: KeySet, random: Random | null): readonly (readonly string[])[] {
  const order = (text: string): readonly string[] => (random === null ? [...text] : shuffled([...text], random));
  const digits = order(digitRow);
  if (set.kind === 'digits') return [digits];
  const letters = order(letterRows.join(''));
  const starts = letterRows.map((_, index) => letterRows.slice(0, index).join('').length);
  const letterKeys = letterRows.map((row, index) => letters.slice(starts[index], (starts[index] ?? 0) + row.length));
  const symbols = order(allowedSymbols(set.symbols));
  const symbolKeys = Array.from({ length: Math.ceil(symbols.length / rowLength) }, (_, row) => symbols.slice(row * rowLength, (row + 1) * rowLength));
  return [digits, ...letterKeys, ...symbolKeys];
}

/** The symbols of a rule that a PIN can hold, each once, in the bank's order. */
export function allowedSymbols(symbols: string): string {
  return [...new Set(symbols)].filter((symbol) => /^[\x20-\x7E]$/u.test(symbol) && !/[A-Za-z0-9]/u.test(symbol)).join('');
}

/** @returns the same things in an order of which each is as likely as the other (Fisher and Yates) */
export function shuffled<T>(things: readonly T[], random: Random): readonly T[] {
  const left = [...things];
  const drawn: T[] = [];
  while (left.length > 0) drawn.push(...left.splice(random(left.length), 1));
  return drawn;
}

/**
 * A random number from the browser's source for cryptography, without the bias of a remainder.
 * @param below at least 1, at most 2^32
 */
export function secureRandom(below: number): number {
  const most = 2 ** 32 - (2 ** 32 % below);
  const [number = 0] = crypto.getRandomValues(new Uint32Array(1));
  return number < most ? number % below : secureRandom(below);
}
