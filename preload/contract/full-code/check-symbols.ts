import { divide, logarithm, multiply, order, power } from './gf32.ts';

/**
 * The two check symbols of a full code: a Reed-Solomon code over GF(32), shortened to 16 symbols, of distance 3
 * (I. S. Reed and G. Solomon, Polynomial Codes over Certain Finite Fields, 1960; Lin and Costello, Error Control Coding,
 * 2nd edition, chapter 7). One or two wrong symbols never pass; a single one is located.
 */

export const codeLength = 16;

/**
 * A code is a polynomial, its first symbol the coefficient of x^15, that is zero at alpha^15 and alpha^16. With these two
 * roots, and no other two that follow each other, the exponent that tells where one symbol is wrong is 0 to 15, and the one
 * of two neighbours that changed places is 16 to 30. So no text looks like both, and none of them has to be preferred:
 *
 *   one symbol wrong at x^i          S2 / S1 = alpha^i
 *   x^i and x^(i+1) changed places   S2 / S1 = alpha^i (1 + alpha^16) / (1 + alpha^15) = alpha^(i+16)
 */
const firstRoot = power(15);
const secondRoot = power(16);

/** What the two checks say of 16 symbols. place: counted from 0, from the left. */
export type Verdict =
  | { readonly kind: 'right' }
  /** The symbol at this place alone would make the code right if it were fit. */
  | { readonly kind: 'wrongAt'; readonly place: number; readonly fit: number }
  /** The symbols at this place and at the next one would make it right in the other order. */
  | { readonly kind: 'swappedAt'; readonly place: number }
  | { readonly kind: 'unlocated' };

/** @param data 14 elements of 0 to 31 @returns the 16 of the code: the data, then the check symbols */
export function withChecks(data: readonly number[]): readonly number[] {
  // The rest of data(x) * x^2 divided by (x + firstRoot)(x + secondRoot), kept as high * x + low.
  const sum = firstRoot ^ secondRoot;
  const product = multiply(firstRoot, secondRoot);
  let [high, low] = [0, 0];
  for (const symbol of data) {
    const leading = symbol ^ high;
    [high, low] = [low ^ multiply(leading, sum), multiply(leading, product)];
  }
  return [...data, high, low];
}

/** @param symbols 16 elements of 0 to 31 @returns whether they are a code, and else what single slip would explain them */
export function verdictOn(symbols: readonly number[]): Verdict {
  const first = valueAt(symbols, firstRoot);
  const second = valueAt(symbols, secondRoot);
  if (first === 0 && second === 0) return { kind: 'right' };
  if (first === 0 || second === 0) return { kind: 'unlocated' };
  const exponent = (logarithm(second) + order - logarithm(first)) % order;
  return exponent < codeLength ? wrongAt(symbols, exponent, first) : swappedAt(symbols, exponent - codeLength, first);
}

/** The polynomial's value, by Horner's scheme. */
function valueAt(symbols: readonly number[], root: number): number {
  return symbols.reduce((value, symbol) => multiply(value, root) ^ symbol, 0);
}

function wrongAt(symbols: readonly number[], exponent: number, first: number): Verdict {
  const place = codeLength - 1 - exponent;
  const difference = divide(first, power(15 * exponent));
  return { kind: 'wrongAt', place, fit: (symbols[place] ?? 0) ^ difference };
}

/** Two neighbours differ by one certain amount if they changed places; where they do not, something else happened. */
function swappedAt(symbols: readonly number[], exponent: number, first: number): Verdict {
  const place = codeLength - 2 - exponent;
  const difference = divide(first, power(15 * exponent) ^ power(15 * (exponent + 1)));
  const fits = ((symbols[place] ?? 0) ^ (symbols[place + 1] ?? 0)) === difference;
  return fits ? { kind: 'swappedAt', place } : { kind: 'unlocated' };
}
