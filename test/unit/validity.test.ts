import { describe, expect, test } from 'vitest';
import { validityOf } from '../../preload/contract/validity.ts';

const day = 24 * 60 * 60_000;
const notAfter = '2027-11-22T06:00:00.000Z';
const rule = { renewalWindowDays: 30, graceDays: 80, renewalClosesAt: null, afterGrace: 'paperForm' } as const;

/** So many days after the expiry (before it, where negative), and so many milliseconds more. */
const at = (days: number, milliseconds = 0) => new Date(Date.parse(notAfter) + days * day + milliseconds);

describe('a certificate', () => {
  test.each([
    [at(-365), { kind: 'notDue', renewableFrom: '2027-10-23T06:00:00.000Z', daysLeft: 365 }],
    [at(-30, -1), { kind: 'notDue', renewableFrom: '2027-10-23T06:00:00.000Z', daysLeft: 30 }],
    [at(-30), { kind: 'due', daysLeft: 30 }],
    [at(-30, 1), { kind: 'due', daysLeft: 29 }],
    [at(-1), { kind: 'due', daysLeft: 1 }],
    [at(0, -1), { kind: 'due', daysLeft: 0 }],
    [at(0), { kind: 'expired', renewableUntil: '2028-02-10T06:00:00.000Z' }],
    [at(80, -1), { kind: 'expired', renewableUntil: '2028-02-10T06:00:00.000Z' }],
    [at(80), { kind: 'paperForm' }],
    [at(4000), { kind: 'paperForm' }],
  ])('is at %s: %j', (now, validity) => expect(validityOf(notAfter, now, rule)).toEqual(validity));

  test('of a bank without grace is past renewal at the very instant of its end, and not a millisecond before', () => {
    const strict = { ...rule, graceDays: 0, afterGrace: 'revokeFirst' } as const;
    expect(validityOf(notAfter, at(0, -1), strict)).toEqual({ kind: 'due', daysLeft: 0 });
    expect(validityOf(notAfter, at(0), strict)).toEqual({ kind: 'revokeFirst' });
  });

  const closing = { ...rule, renewalClosesAt: '09:00' } as const;
  const strict = { ...closing, graceDays: 0, afterGrace: 'revokeFirst' } as const;
  test.each([
    // The last day is 22 November in Japan, which begins at 15:00 of the 21st in UTC.
    [strict, '2027-11-21T14:59:59.999Z', { kind: 'due', daysLeft: 0, closesAt: '2027-11-22T00:00:00.000Z' }],
    [strict, '2027-11-21T23:59:59.999Z', { kind: 'due', daysLeft: 0, closesAt: '2027-11-22T00:00:00.000Z' }],
    [strict, '2027-11-22T00:00:00.000Z', { kind: 'closed', wants: 'revokeFirst' }],
    [strict, '2027-11-22T05:59:59.999Z', { kind: 'closed', wants: 'revokeFirst' }],
    [strict, notAfter, { kind: 'revokeFirst' }],
    [{ ...strict, afterGrace: 'paperForm' } as const, '2027-11-22T00:00:00.000Z', { kind: 'closed', wants: 'paperForm' }],
    // With days of grace it is their last day that ends early.
    [closing, at(0, -1).toISOString(), { kind: 'due', daysLeft: 0 }],
    [closing, '2028-02-09T23:59:59.999Z', { kind: 'expired', renewableUntil: '2028-02-10T00:00:00.000Z' }],
    [closing, '2028-02-10T00:00:00.000Z', { kind: 'paperForm' }],
  ])('of a bank that closes at nine on the last day is at %j, %s: %j', (rules, now, validity) =>
    expect(validityOf(notAfter, new Date(now), rules)).toEqual(validity),
  );

  test('that ends before that time of the day is renewed until its end', () => {
    const early = '2027-11-21T23:30:00.000Z';
    expect(validityOf(early, new Date('2027-11-21T23:29:59.999Z'), strict)).toEqual({ kind: 'due', daysLeft: 0 });
    expect(validityOf(early, new Date(early), strict)).toEqual({ kind: 'revokeFirst' });
  });
});
