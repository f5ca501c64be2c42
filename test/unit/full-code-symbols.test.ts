import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codeSymbols, fullCodeBits, fullCodeLength, groupsOf, readSymbols, writeSymbols } from '../../preload/contract/full-code/symbols.ts';

const largest = 2n ** BigInt(fullCodeBits) - 1n;
const values = fc.bigInt({ min: 0n, max: largest });
const places = fc.integer({ min: 0, max: fullCodeLength - 1 });
const symbols = fc.constantFrom(...codeSymbols);

const plain = (value: bigint): string => writeSymbols(value).replaceAll('-', '');
const withSymbol = (code: string, place: number, symbol: string): string => code.slice(0, place) + symbol + code.slice(place + 1);
const withSwap = (code: string, place: number): string => code.slice(0, place) + code.charAt(place + 1) + code.charAt(place) + code.slice(place + 2);

describe('a full code is written and read', () => {
  it('in four groups of four, of symbols that are not taken for each other', () => {
    fc.assert(
      fc.property(values, (value) => {
        expect(writeSymbols(value)).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}$/u);
        expect(readSymbols(writeSymbols(value))).toEqual({ kind: 'read', value });
      }),
    );
    expect(groupsOf('7K3M-9A2D-0FQW-TX5E').map((group) => group.join(''))).toEqual(['7K3M', '9A2D', '0FQW', 'TX5E']);
  });

  it('at both ends of what it carries, and not beyond', () => {
    for (const value of [0n, 1n, largest]) expect(readSymbols(writeSymbols(value))).toEqual({ kind: 'read', value });
    for (const value of [-1n, largest + 1n]) expect(() => writeSymbols(value)).toThrow(RangeError);
  });

  it('always in the same symbols: codes of older versions must stay readable', () => {
    // The first 14 are the value's digits to base 32; the last two of 1n are, by hand, alpha^15 + alpha^16 = 31 ^ 27 = 4 and alpha^31 = 1.
    expect(writeSymbols(0n)).toBe('0000-0000-0000-0000');
    expect(writeSymbols(1n)).toBe('0000-0000-0000-0141');
    expect(readSymbols('0000000000000 141')).toEqual({ kind: 'read', value: 1n });
  });

  it('however it was typed', () => {
    const asTyped: readonly ((code: string) => string)[] = [
      (code) => code.toLowerCase(),
      (code) => code.replace(/[!-~]/gu, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0)),
      (code) => code.replaceAll('-', ' '),
      (code) => code.replaceAll('-', '\u3000'),
      (code) => code.replaceAll('-', ''),
      (code) => `\uFEFF ${code.replaceAll('-', '\u2011')}\r\n`,
      (code) => [...code].join('\u200B'),
      ...['\u2010', '\u2013', '\u2014', '\u2212', '\u30FC', '\uFF70', '\uFF0D', '\uFE63', '--'].map((dash) => (code: string) => code.replaceAll('-', dash)),
      (code) => code.replaceAll('0', 'O').replaceAll('1', 'I'),
      (code) => code.replaceAll('0', 'o').replaceAll('1', 'l'),
      (code) => code.replaceAll('1', 'Ｌ'),
    ];
    fc.assert(
      fc.property(values, fc.constantFrom(...asTyped), (value, typed) => {
        expect(readSymbols(typed(writeSymbols(value)))).toEqual({ kind: 'read', value });
      }),
    );
  });
});

describe('a slip in a full code is named', () => {
  it('one wrong symbol: where, and what would fit', () => {
    fc.assert(
      fc.property(values, places, symbols, (value, place, symbol) => {
        const code = plain(value);
        fc.pre(code.charAt(place) !== symbol);
        expect(readSymbols(withSymbol(code, place, symbol))).toEqual({ kind: 'wrongSymbol', position: place + 1, is: symbol, couldBe: code.charAt(place) });
      }),
      { numRuns: 1000 },
    );
  });

  it('two neighbours that changed places: where, whichever two they are', () => {
    fc.assert(
      fc.property(values, fc.integer({ min: 0, max: fullCodeLength - 2 }), (value, place) => {
        const code = plain(value);
        fc.pre(code.charAt(place) !== code.charAt(place + 1));
        expect(readSymbols(withSwap(code, place))).toEqual({ kind: 'swapped', position: place + 1 });
      }),
      { numRuns: 1000 },
    );
  });

  it('every slip of one symbol, and every one of two neighbours, of one code', () => {
    const code = plain(0x2a_5c3e_97f1_0b64_d8a2n);
    for (let place = 0; place < fullCodeLength; place += 1) {
      for (const symbol of codeSymbols) {
        if (symbol === code.charAt(place)) continue;
        expect(readSymbols(withSymbol(code, place, symbol))).toMatchObject({ kind: 'wrongSymbol', position: place + 1, couldBe: code.charAt(place) });
      }
      if (place < fullCodeLength - 1 && code.charAt(place) !== code.charAt(place + 1)) {
        expect(readSymbols(withSwap(code, place))).toEqual({ kind: 'swapped', position: place + 1 });
      }
    }
  });

  it('two wrong symbols are never read as another code', () => {
    fc.assert(
      fc.property(values, fc.uniqueArray(places, { minLength: 2, maxLength: 2 }), symbols, symbols, (value, [one = 0, other = 0], first, second) => {
        const code = plain(value);
        fc.pre(code.charAt(one) !== first && code.charAt(other) !== second);
        expect(readSymbols(withSymbol(withSymbol(code, one, first), other, second)).kind).not.toBe('read');
      }),
      { numRuns: 2000 },
    );
  });

  it('every pair of wrong symbols of one code: none is read, and what is named would really fit', () => {
    // The code is linear: what holds for the differences from one code holds for all.
    const code = plain(0n);
    let pairs = 0;
    for (let one = 0; one < fullCodeLength; one += 1) {
      for (let other = one + 1; other < fullCodeLength; other += 1) {
        for (const first of codeSymbols.slice(1)) {
          for (const second of codeSymbols.slice(1)) {
            const slip = withSymbol(withSymbol(code, one, first), other, second);
            const read = readSymbols(slip);
            pairs += 1;
            if (read.kind === 'wrongSymbol') expect(readSymbols(withSymbol(slip, read.position - 1, read.couldBe)).kind).toBe('read');
            else if (read.kind === 'swapped') expect(readSymbols(withSwap(slip, read.position - 1)).kind).toBe('read');
            else expect(read.kind).toBe('unreadable');
          }
        }
      }
    }
    expect(pairs).toBe(120 * 31 * 31);
  });

  it('too few and too many: how many there are', () => {
    const code = plain(12345678901234567890n);
    expect(readSymbols('')).toEqual({ kind: 'length', symbols: 0 });
    expect(readSymbols(' - ')).toEqual({ kind: 'length', symbols: 0 });
    expect(readSymbols('2-3-101')).toEqual({ kind: 'length', symbols: 5 });
    expect(readSymbols(code.slice(1))).toEqual({ kind: 'length', symbols: 15 });
    expect(readSymbols(`${code}7`)).toEqual({ kind: 'length', symbols: 17 });
  });

  it('what is no symbol: which character, and where among the symbols', () => {
    expect(readSymbols('7K3M-9U2D-0FQW-TX5E')).toEqual({ kind: 'notASymbol', position: 6, character: 'U' });
    expect(readSymbols('ｕ')).toEqual({ kind: 'notASymbol', position: 1, character: 'ｕ' });
    expect(readSymbols('7K3M あ')).toEqual({ kind: 'notASymbol', position: 5, character: 'あ' });
    expect(readSymbols('7K😀')).toEqual({ kind: 'notASymbol', position: 3, character: '😀' });
    // Whose upper case, or whose compatible form, is a letter of ours.
    for (const other of ['ſ', 'ı', 'К', '²', '①', '٣', '.']) expect(readSymbols(other)).toEqual({ kind: 'notASymbol', position: 1, character: other });
  });

  it('whatever is pasted, without an end to it, too', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
        expect(['read', 'length', 'notASymbol', 'wrongSymbol', 'swapped', 'unreadable']).toContain(readSymbols(text).kind);
      }),
    );
    expect(readSymbols('7'.repeat(5_000_000))).toEqual({ kind: 'length', symbols: 1000 });
  });
});
