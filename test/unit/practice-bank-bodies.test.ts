import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bodyLimits } from '../../main/practice-bank/http/json-body.ts';
import { fingerprintOf } from '../../main/practice-bank/http/request-fingerprint.ts';
import { isWithinLimits } from '../../main/support/json-text.ts';

test('the fingerprint tells apart what JSON tells apart', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (one, other) => {
      const [first, second] = [JSON.stringify(one), JSON.stringify(other)];
      expect(fingerprintOf(JSON.parse(first)) === fingerprintOf(JSON.parse(second))).toBe(first === second);
    }),
    { numRuns: 500 },
  );
});

test.each([
  [{ a: '1' }, { a: 1 }],
  [
    ['ab', ''],
    ['a', 'b'],
  ],
  [[[], []], [[[]]]],
  [{ a: 'b' }, ['a', 'b']],
  [null, 'null'],
  [
    { a: 1, b: 2 },
    { b: 2, a: 1 },
  ],
])('the fingerprint of %j is not that of %j', (one, other) => {
  expect(fingerprintOf(one)).not.toBe(fingerprintOf(other));
});

test('the fingerprint of a hundred thousand levels is made without an exception', () => {
  let value: unknown = 1;
  for (let level = 0; level < 100_000; level += 1) value = [value];
  expect(fingerprintOf(value)).toMatch(/^[0-9a-f]{64}$/u);
});

test.each<[string, string]>([
  ['nine levels of lists', `${'['.repeat(9)}${']'.repeat(9)}`],
  ['nine levels of objects', `${'{"a":'.repeat(9)}1${'}'.repeat(9)}`],
  ['levels that never close', '['.repeat(60_000)],
  ['levels beside a text that looks like their end', `["]]]]]]]]",${'['.repeat(8)}`],
  ['a text that is never ended by its escape', `["\\"",${'['.repeat(8)}`],
  ['too many elements', `[${'1,'.repeat(1_000)}1]`],
  ['too many keys', `{${Array.from({ length: 600 }, (_none, index) => `"k${index}":1`).join()}}`],
  ['a number of a hundred digits', `{"a":${'1'.repeat(100)}}`],
  ['an exponent of a hundred digits', `[1e${'9'.repeat(100)}]`],
])('JSON with %s is beyond the limits', (_what, text) => {
  expect(isWithinLimits(text, bodyLimits)).toBe(false);
});

test('JSON within the limits is within, whatever stands in its texts', () => {
  expect(isWithinLimits(JSON.stringify({ text: `${'[{,:'.repeat(5_000)}\\"\n${'1'.repeat(100)}` }), bodyLimits)).toBe(true);
  expect(isWithinLimits('"'.repeat(60_000), bodyLimits)).toBe(true);
});
