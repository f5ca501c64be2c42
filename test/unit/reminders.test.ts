import { describe, expect, test } from 'vitest';
import { dueReminder, neverReminded, type Reminded, stepReached } from '../../main/reminders/due-reminder.ts';
import { createReminders } from '../../main/reminders/reminders.ts';
import type { Validity } from '../../preload/contract/validity.ts';
import { heldCertificate, snapshotOf } from '../../renderer/help/samples/procedure.ts';
import { states } from '../../tools/window/snapshots.ts';

/** Reminders outside of the window: each step once, one a day at most, by the bank's days, and none while none is wanted. */

const steps = [40, 30, 14, 7, 3, 1];
const at = (daysLeft: number, today = '2026-12-01', serial = '0A') => ({ serial, daysLeft, today, now: new Date(`${today}T03:00:00Z`) });
const spokenOf = (step: number, day: string, more: Partial<Reminded> = {}): Reminded => ({ serial: '0A', step, day, snoozedUntil: '', ...more });

describe('the step that is reached', () => {
  test.each([
    [41, null],
    [40, 40],
    [31, 40],
    [30, 30],
    [15, 30],
    [14, 14],
    [8, 14],
    [7, 7],
    [3, 3],
    [2, 3],
    [1, 1],
    [0, 1],
    [-1, 0],
  ])('with %i days left is %s', (daysLeft, step) => expect(stepReached(steps, daysLeft)).toBe(step));
  test('with no steps is none, until the end', () => expect([stepReached([], 1), stepReached([], -1)]).toEqual([null, 0]));
});

describe('a reminder', () => {
  test.each([
    ['before the first step', at(41), neverReminded, null],
    ['at the first step', at(40), neverReminded, 40],
    ['again at the same step', at(38, '2026-12-03'), spokenOf(40, '2026-12-01'), null],
    ['at the next step', at(30, '2026-12-11'), spokenOf(40, '2026-12-01'), 30],
    ['at the next step on the same day', at(30), spokenOf(40, '2026-12-01'), null],
    ['after a long time away, for the last step alone', at(2, '2026-12-20'), spokenOf(40, '2026-11-01'), 3],
    ['after the end', at(-1, '2026-12-20'), spokenOf(1, '2026-12-19'), 0],
    ['after the end, once', at(-5, '2026-12-25'), spokenOf(0, '2026-12-20'), null],
    ['of another certificate begins anew', at(40, '2026-12-01', '0B'), spokenOf(1, '2026-11-30'), 40],
    ['while none is wanted', at(7), spokenOf(14, '2026-11-20', { snoozedUntil: '2026-12-03T00:00:00Z' }), null],
    ['once that time is over', at(7, '2026-12-04'), spokenOf(14, '2026-11-20', { snoozedUntil: '2026-12-03T00:00:00Z' }), 7],
    ['where a clock jumped back, is not shown again', at(39, '2026-11-28'), spokenOf(30, '2026-12-01'), null],
  ])('%s', (_what, standing, reminded, wanted) => expect(dueReminder(steps, standing, reminded)).toBe(wanted));
});

function set(validity: Validity | null, some: { readonly allowed?: boolean; readonly kept?: Reminded } = {}) {
  let kept = some.kept ?? neverReminded;
  const told: (number | null)[] = [];
  const published: unknown[] = [];
  const service = createReminders({
    snapshot: () => snapshotOf(states.start, { offer: { ...heldCertificate, validity } }),
    store: {
      current: () => kept,
      settled: async () => undefined,
      change: async (changed) => {
        kept = { ...kept, ...changed };
        return { ok: true, value: undefined };
      },
    },
    days: steps,
    allowed: some.allowed ?? true,
    notify: (daysLeft) => void told.push(daysLeft),
    publish: (value) => void published.push(value),
    clock: { now: () => new Date('2026-12-01T03:00:00Z') },
  });
  return { service, told, published, kept: () => kept };
}

describe('the program', () => {
  test('reminds by the days that the bank counts, and once however often it is told', () => {
    const { service, told } = set({ kind: 'due', daysLeft: 12 });
    service.changed();
    service.changed();
    expect(told).toEqual([12]);
  });

  test('says after the end that it is over', () => {
    const { service, told } = set({ kind: 'expired', renewableUntil: '2027-01-01T00:00:00.000Z' });
    service.changed();
    expect(told).toEqual([null]);
  });

  test.each([
    ['nobody knows the time yet', null],
    ['it has long to go', { kind: 'notDue', renewableFrom: '2027-01-01T00:00:00.000Z', daysLeft: 200 } as const],
    ['only the bank can help', { kind: 'paperForm' } as const],
  ])('reminds of nothing while %s', (_what, validity) => {
    const { service, told } = set(validity);
    service.changed();
    expect([told, service.current().offered]).toEqual([[], false]);
  });

  test('reminds of nothing where the policy forbids it', async () => {
    const { service, told } = set({ kind: 'due', daysLeft: 3 }, { allowed: false });
    service.changed();
    expect([told, service.current().offered]).toEqual([[], false]);
    expect(await service.handlers.snooze(undefined)).toMatchObject({ ok: false, problem: { code: 'not-now' } });
  });

  test('keeps quiet for three days where the person wants it, and says until when', async () => {
    const { service, told, published } = set({ kind: 'due', daysLeft: 7 });
    expect(await service.handlers.snooze(undefined)).toEqual({ ok: true });
    service.changed();
    expect(told).toEqual([]);
    expect(published.at(-1)).toEqual({ offered: true, snoozedUntil: '2026-12-04T03:00:00.000Z' });
  });
});
