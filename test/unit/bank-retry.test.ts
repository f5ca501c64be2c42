import fc from 'fast-check';
import { expect, test } from 'vitest';
import { failureOf } from '../../main/bank/http-failure.ts';
import { backoff, defaultRetry, mayBeSentAgain, readRetryAfter } from '../../main/bank/http-retry.ts';
import { failure, success } from '../../preload/contract/problem.ts';

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
const week = 7 * 24 * 3600 * 1000;
test.each([
  [undefined, null],
  ['', null],
  ['5', 5_000],
  [' 0 ', 0],
  ['-5', null],
  ['1.5', null],
  ['soon', null],
  ['99999999999', week],
  ['999999999999999', week],
  ['9999999999999999', null],
  ['Tue, 01 Jan 2030 00:00:30 GMT', 30_000],
  ['Tuesday, 01-Jan-30 00:00:30 GMT', 30_000],
  ['Tue Jan  1 00:00:30 2030', 30_000],
  ['Mon, 31 Dec 2029 00:00:00 GMT', 0],
  ['Fri, 31 Dec 9999 23:59:59 GMT', week],
  ['Tue, 01 Jan 12000 00:00:30 GMT', null],
  ['Tue, 99 Jan 2030 00:00:30 GMT', null],
  ['2030-01-01T00:00:30Z', null],
  ['12', 12_000],
])('Retry-After %j means %j milliseconds', (value, wait) => expect(readRetryAfter(value === undefined ? {} : { 'retry-after': value }, now)).toBe(wait));

test.each([
  ['ten minutes behind', 'Tue, 01 Jan 2030 00:10:00 GMT'],
  ['ten minutes ahead', 'Mon, 31 Dec 2029 23:50:00 GMT'],
  ['a year behind', 'Wed, 01 Jan 2031 00:00:00 GMT'],
])('a Retry-After date is counted by the bank itself, though this PC is %s', (_, date) => {
  const at = new Date(Date.parse(date) + 30_000).toUTCString();
  expect(readRetryAfter({ 'retry-after': at, date }, now)).toBe(30_000);
  expect(readRetryAfter({ 'retry-after': '30', date }, now)).toBe(30_000);
});

test('a Date that cannot be read leaves the PC as the only clock', () =>
  expect(readRetryAfter({ 'retry-after': 'Tue, 01 Jan 2030 00:00:30 GMT', date: 'today' }, now)).toBe(30_000));

test.each([
  ['bank-unreachable', { sent: false }, true],
  ['bank-unreachable', { sent: true }, false],
  ['bank-timeout', { sent: false }, false],
  ['bank-untrusted', { sent: false }, false],
] as const)('what must not be done twice is sent again by itself after %s %j: %s', (code, more, again) =>
  expect(mayBeSentAgain(failure(code, more), false)).toBe(again),
);

test.each([
  [503, { 'retry-after': '1' }, true],
  [429, { 'retry-after': '1' }, true],
  [503, {}, false],
  [502, { 'retry-after': '1' }, false],
  [504, {}, false],
  [500, {}, false],
])('what must not be done twice is sent again by itself after %i %j: %s', (status, headers, again) =>
  expect(mayBeSentAgain(success({ status, headers, body: new Uint8Array() }), false)).toBe(again),
);

test.each(['ECONNREFUSED', 'EHOSTDOWN', 'ENONET', 'EPROTONOSUPPORT', 'EAI_FAMILY', 'EINVENTED'])(
  'a system error that no list has is an event of the network: %s',
  (code) => expect(failureOf(Object.assign(new Error('x'), { code }))).toBe('bank-unreachable'),
);

test('an error that is no event of the network is a bug, not a problem of the bank', () => {
  expect(failureOf(new TypeError('x'))).toBeNull();
  expect(failureOf(Object.assign(new Error('x'), { code: 'ERR_INVALID_ARG_TYPE' }))).toBeNull();
});

test('the first of the addresses that were tried says why the bank cannot be reached', () => {
  expect(failureOf(new AggregateError([Object.assign(new Error('x'), { code: 'ECONNREFUSED' })]))).toBe('bank-unreachable');
});
