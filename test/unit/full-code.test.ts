import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { version } from '../../package.json';
import { CodeError, fromNumber, toNumber } from '../../preload/contract/full-code/codec.ts';
import { codedProblems } from '../../preload/contract/full-code/coded-problems.ts';
import { type DescribedWindow, windowCodec } from '../../preload/contract/full-code/described-window.ts';
import { profileMark } from '../../preload/contract/full-code/profile-mark.ts';
import { releases } from '../../preload/contract/full-code/releases.ts';
import { fullCodeBits } from '../../preload/contract/full-code/symbols.ts';
import { readWindowCode, writeWindowCode } from '../../preload/contract/full-code/window-code.ts';
import { languages, textSizes } from '../../preload/contract/preferences.ts';
import { problemCodes } from '../../preload/contract/problem-numbers.ts';
import { practiceBank } from '../../tools/window/snapshots.ts';

/** What a full code tells of the window, and that it is understood again. */

/** A described window by chance: where the dice name what is not there, they are thrown again. */
const anyWindow = fc.integer({ min: 1 }).map((seed): DescribedWindow => {
  let last = seed;
  const thrown = (sides: number) => {
    // Marsaglia's xorshift.
    last ^= last << 13;
    last ^= last >>> 17;
    last ^= last << 5;
    return (last >>> 0) % sides;
  };
  for (;;) {
    try {
      return windowCodec.read(thrown);
    } catch (error) {
      if (!(error instanceof CodeError)) throw error;
    }
  }
});

describe('a full code', () => {
  it('is read as what was written, whatever the window shows', () => {
    fc.assert(
      fc.property(anyWindow, (described) => {
        const whole = toNumber(windowCodec, described) < 1n << BigInt(fullCodeBits);
        const expected = whole ? described : { ...described, over: { what: 'none' } };
        expect(readWindowCode(writeWindowCode(described))).toEqual({ kind: 'read', described: expected });
      }),
      { numRuns: 500 },
    );
  });

  it('has room for every screen with a problem beside it', () => {
    const tight = new Map<string, number>();
    fc.assert(
      fc.property(anyWindow, (described) => {
        let bits = 0;
        windowCodec.write({ ...described, over: { what: 'none' } }, (_digit, radix) => {
          bits += Math.log2(radix);
        });
        tight.set(described.shown.screen, Math.max(bits, tight.get(described.shown.screen) ?? 0));
      }),
      { numRuns: 2_000 },
    );
    expect([...tight].filter(([, bits]) => bits > fullCodeBits)).toEqual([]);
    expect(tight.size).toBeGreaterThan(20);
  });

  it('is sixteen symbols in fours', () => {
    fc.assert(
      fc.property(anyWindow, (described) => {
        expect(writeWindowCode(described)).toMatch(/^(?:[0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/u);
      }),
    );
  });

  it('of what only a later version knows is said to be one', () => {
    const unknown = (1n << BigInt(fullCodeBits)) - 1n;
    expect(() => fromNumber(windowCodec, unknown)).toThrow(CodeError);
  });

  it('knows every problem, language and size of text, and this version of the program', () => {
    expect([...codedProblems].sort()).toEqual([...problemCodes].sort());
    expect(releases.at(-1)).toBe(version);
    fc.assert(
      fc.property(anyWindow, ({ language, textSize }) => {
        expect(languages).toContain(language);
        expect(textSizes).toContain(textSize);
      }),
    );
  });
});

describe('the mark of a bank profile', () => {
  it('is the same for the same rules, and is another one for most others', () => {
    const marks = new Set([
      profileMark(practiceBank),
      profileMark({ ...practiceBank, practice: false }),
      profileMark({ ...practiceBank, stepOrder: 'certificateFirst' }),
      profileMark({ ...practiceBank, pinRule: { ...practiceBank.pinRule, symbols: '-_' } }),
      profileMark({ ...practiceBank, cardGrid: null }),
    ]);
    expect(profileMark({ ...practiceBank })).toBe(profileMark(practiceBank));
    expect(marks.size).toBeGreaterThan(3);
  });
});
