import fc from 'fast-check';
import { expect, test } from 'vitest';
import { failureOf } from '../../main/bank/http-failure.ts';
import { backoff, defaultRetry, readRetryAfter } from '../../main/bank/http-retry.ts';

test('waits grow from try to try, are spread over their whole length, and never go beyond the cap', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 60 }), fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), (done, random) => {
      const wait = backoff(defaultRetry, done, () => random);
      expect(wait).toBeGreaterThanOrEqual(0);
      expect(wait).toBeLessThanOrEqual(Math.min(defaultRetry.capMs, defaultRetry.baseMs * 2 ** (done - 1)));
    }),
  );
  expect([1, 2, 3].map((done) => backoff(defaultRetry, done, () => 0.5))).toEqual([250, 500, 1000]);
  expect(backoff(defaultRetry, 3, () => 0)).toBe(0);
});

const now = new Date('2030-01-01T00:00:00Z');
test.each([
  [undefined, null],
  ['', null],
  ['5', 5_000],
  [' 0 ', 0],
  ['-5', null],
  ['1.5', null],
  ['soon', null],
  ['99999999999', null],
  ['Tue, 01 Jan 2030 00:00:30 GMT', 30_000],
  ['Mon, 31 Dec 2029 00:00:00 GMT', 0],
])('Retry-After %j means %j milliseconds', (value, wait) => expect(readRetryAfter(value, now)).toBe(wait));

test('an error that is no event of the network is a bug, not a problem of the bank', () => {
  expect(failureOf(new TypeError('x'))).toBeNull();
  expect(failureOf(Object.assign(new Error('x'), { code: 'UND_ERR_INVALID_ARG' }))).toBeNull();
});

test('the first of the addresses that were tried says why the bank cannot be reached', () => {
  expect(failureOf(new AggregateError([Object.assign(new Error('x'), { code: 'ECONNREFUSED' })]))).toBe('bank-unreachable');
});
