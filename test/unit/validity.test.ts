import { describe, expect, test } from 'vitest';
import { validityOf } from '../../preload/contract/validity.ts';

const day = 24 * 60 * 60_000;
const notAfter = '2027-11-22T06:00:00.000Z';
const rule = { renewalWindowDays: 30, graceDays: 80, afterGrace: 'paperForm' } as const;

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
});
