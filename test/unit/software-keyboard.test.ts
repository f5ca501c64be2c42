import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkPin } from '../../preload/contract/fields.ts';
import { allowedSymbols, keyRows, secureRandom, shuffled } from '../../renderer/keyboard/layout.ts';
import { catalogues } from '../../tools/window/catalogues.ts';

const ascii = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index));
const signs = ascii.filter((character) => !/[A-Za-z0-9]/u.test(character));
const someSymbols = fc.array(fc.constantFrom(...signs), { maxLength: 40 }).map((all) => all.join(''));
const keysOf = (symbols: string, random: ((below: number) => number) | null = null) => keyRows({ kind: 'pin', symbols }, random).flat();

describe('the keys of the software keyboard', () => {
  it('are the digits alone for a field of digits', () => {
    expect(keyRows({ kind: 'digits' }, null)).toEqual([[...'1234567890']]);
  });

  it('can type every PIN that the bank allows, and no character that it does not', () => {
    fc.assert(
      fc.property(someSymbols, (symbols) => {
        const rule = { minLength: 1, maxLength: 99, symbols };
        const typed = new Set(keysOf(symbols).flatMap((key) => [key, key.toUpperCase()]));
        for (const character of ascii) expect(typed.has(character)).toBe(checkPin(`a1${character}`, rule) === null);
      }),
    );
  });

  it('stand there once each, ten in a row at most', () => {
    fc.assert(
      fc.property(someSymbols, (symbols) => {
        const rows = keyRows({ kind: 'pin', symbols }, null);
        expect(new Set(rows.flat()).size).toBe(rows.flat().length);
        expect(Math.max(...rows.map((row) => row.length))).toBe(10);
        expect(rows.every((row) => row.length > 0)).toBe(true);
      }),
    );
  });

  it('are the same ones when they are shuffled, digits among digits and letters among letters', () => {
    fc.assert(
      fc.property(someSymbols, (symbols) => {
        const usual = keyRows({ kind: 'pin', symbols }, null);
        const other = keyRows({ kind: 'pin', symbols }, secureRandom);
        expect(other.map((row) => row.length)).toEqual(usual.map((row) => row.length));
        for (const part of [[0], [1, 2, 3], usual.map((_, index) => index).slice(4)])
          expect(part.flatMap((row) => other[row] ?? []).sort()).toEqual(part.flatMap((row) => usual[row] ?? []).sort());
      }),
    );
  });

  it('have a name in every language that says more than a sign', () => {
    for (const text of Object.values(catalogues)) for (const sign of signs) expect(text.keyboard.symbols[sign]?.length, sign).toBeGreaterThan(0);
    expect(allowedSymbols('--é\u3000aZ9_')).toBe('-_');
  });
});

describe('shuffling', () => {
  it('puts every key in every place about as often', () => {
    const rounds = 6000;
    const counts = new Map<string, number>();
    for (let round = 0; round < rounds; round += 1)
      shuffled([...'abcd'], secureRandom).forEach((key, place) => {
        counts.set(`${key}${place}`, (counts.get(`${key}${place}`) ?? 0) + 1);
      });
    expect(counts.size).toBe(16);
    // 1500 are to be expected; five standard deviations are 168.
    for (const count of counts.values()) expect(Math.abs(count - rounds / 4)).toBeLessThan(168);
  });

  it('draws numbers below the limit only, each of them', () => {
    const drawn = new Set(Array.from({ length: 500 }, () => secureRandom(7)));
    expect([...drawn].sort()).toEqual([0, 1, 2, 3, 4, 5, 6]);
  });
});
