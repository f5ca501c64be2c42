import type { Link } from './line.ts';

/**
 * The check number (照合番号) of a line: its number and the first half of its hash, in groups that can be read out. On
 * paper, where whoever can write the file cannot reach it, it proves later that the record up to that line is the same.
 */

/** @returns e.g. "42-9F3A-07C2-…"; null for a record without a line */
export function checkNumberOf({ n, hash }: Link): string | null {
  if (n === 0) return null;
  const groups = hash.slice(0, 32).toUpperCase().match(/.{4}/gu) ?? [];
  return [n, ...groups].join('-');
}

/** @param typed from paper, with whatever between the groups @returns null where it is none */
export function readCheckNumber(typed: string): { readonly n: number; readonly start: string } | null {
  const [, number, ...rest] = /^\s*([1-9]\d{0,8})((?:[-\s]+[0-9A-F]{4}){8})\s*$/iu.exec(typed.normalize('NFKC')) ?? [];
  const start = rest.join('').replace(/[-\s]/gu, '').toLowerCase();
  return number === undefined ? null : { n: Number(number), start };
}
