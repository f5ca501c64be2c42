/**
 * Arithmetic in GF(32), the field of 32 elements: the five bits of a symbol are the coefficients of a polynomial over
 * GF(2), and products are reduced by the primitive polynomial x^5 + x^2 + 1.
 * Lin and Costello, Error Control Coding (2nd edition, 2004), chapter 2; adding is XOR.
 */

/** x^5 + x^2 + 1. */
const primitive = 0b10_0101;

/** How many elements are not zero: the powers of alpha (the element 2, that is x) repeat after so many. */
export const order = 31;

/** @param a, b elements, 0 to 31 @returns their product */
export function multiply(a: number, b: number): number {
  let product = 0;
  for (let bit = 4; bit >= 0; bit -= 1) {
    product <<= 1;
    if (product & 0b10_0000) product ^= primitive;
    if ((b >> bit) & 1) product ^= a;
  }
  return product;
}

/** @param exponent any whole number from 0 @returns alpha to this power */
export function power(exponent: number): number {
  let result = 1;
  for (let i = 0; i < exponent % order; i += 1) result = multiply(result, 2);
  return result;
}

/** @param element 1 to 31 @returns the exponent, 0 to 30, to which alpha gives it */
export function logarithm(element: number): number {
  if (!(Number.isInteger(element) && element >= 1 && element <= order)) throw new RangeError('Zero has no logarithm.');
  let exponent = 0;
  for (let result = 1; result !== element; result = multiply(result, 2)) exponent += 1;
  return exponent;
}

/** @param a 0 to 31 @param b 1 to 31 @returns a divided by b */
export function divide(a: number, b: number): number {
  return a === 0 ? 0 : power(logarithm(a) + order - logarithm(b));
}
