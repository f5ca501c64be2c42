import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { StateName } from '../../preload/contract/contract.ts';
import type { RecordedEvent } from '../../preload/contract/recorded-event.ts';
import type { ReplayedEvent } from '../../preload/contract/replayed-event.ts';
import { sampleStates } from '../../renderer/help/samples/procedure.ts';
import { axisOf } from '../../renderer/replay/axis.ts';
import { marksOf } from '../../renderer/replay/marks.ts';
import { picturedMoments } from '../../renderer/replay/pictures.ts';
import { foldSession, type Session, sessionOf } from '../../renderer/replay/session.ts';
import { lengthOf, merged, type Span, within, without } from '../../renderer/replay/spans.ts';
import { type TimeKind, timeSpent } from '../../renderer/replay/time-spent.ts';
import { bandsOf } from '../../renderer/replay/timeline-picture.tsx';
import { stateEvent } from '../../tools/journey/made-bundles.ts';
import { publishedStates } from '../../tools/window/published.ts';

/** A session out of its events: what stood on the screen, where the time went, what is looked for in it. */

const zero = Date.parse('2026-11-22T01:00:00.000Z');
const session = (
  events: readonly (readonly [seconds: number, event: RecordedEvent | { readonly kind: 'unknown'; readonly was: string }])[],
  dark: boolean | null = null,
): Session =>
  sessionOf(
    events.map(([seconds, event], index): ReplayedEvent => ({ n: index + 1, at: new Date(zero + 1_000 * seconds).toISOString(), event })),
    dark,
  );

const published = publishedStates({ snapshot: { state: { step: 'start' }, interruptedAt: null, notice: null, offer: null } });
const names = Object.keys(published) as StateName[];
const state = (name: StateName, value: unknown = published[name]) => stateEvent(name, value as never) as RecordedEvent;
const started = (by: 'window' | 'command' = 'window'): RecordedEvent => ({ kind: 'programStarted', version: '0.1.0', os: 'linux', by });
const ended: RecordedEvent = { kind: 'programEnded' };
const all = names.map((name) => state(name));
const step = (changes: object): RecordedEvent =>
  state('procedure', { state: { ...sampleStates.identification, ...changes }, interruptedAt: null, notice: null, offer: null });
const call = (ms: number, problem: 'identification-refused' | null = null): RecordedEvent => ({
  kind: 'bankCall',
  method: 'POST',
  path: '/v1/activation-sessions',
  status: problem === null ? 200 : 401,
  failure: null,
  problem,
  ms,
  aheadSeconds: 0,
});
const begin = [[0, started()], ...all.map((event) => [0, event] as const)] as const;

describe('what stood on the screen', () => {
  test('is there as soon as all that it is drawn from was published, and until the program ended', () => {
    const { shown } = session([...begin, [5, ended], [60, started('command')], [61, ended], [90, started()]]);
    expect(shown[0]).toEqual({ kind: 'opening' });
    expect(shown[begin.length - 1]).toMatchObject({ kind: 'window', run: 1, states: { procedure: { state: { step: 'start' } } } });
    expect(shown.slice(begin.length).map(({ kind }) => kind)).toEqual(['closed', 'command', 'closed', 'opening']);
  });

  test('is the same object where nothing changed, and shares what did not', () => {
    const { shown } = session([...begin, [1, call(10)], [2, step({})], [3, call(10)]]);
    const [before, same, changed, after] = shown.slice(begin.length - 1);
    expect(same).toBe(before);
    expect(after).toBe(changed);
    if (before?.kind !== 'window' || changed?.kind !== 'window') return expect.fail();
    expect(changed.states.bank).toBe(before.states.bank);
    expect(changed.states.procedure).not.toBe(before.states.procedure);
  });

  test('has the customer’s look where their system chose it', () => {
    const system = state('preferences', { ...published.preferences, theme: 'system' });
    for (const [dark, theme] of [
      [true, 'dark'],
      [false, 'light'],
      [null, 'system'],
    ] as const) {
      const last = session([...begin, [1, system]], dark).shown.at(-1);
      expect(last?.kind === 'window' && last.states.preferences.theme).toBe(theme);
    }
  });

  test('is drawn without what a program of another version writes otherwise, but not without what it is about', () => {
    const without = (name: StateName) =>
      session([[0, started()], ...names.filter((other) => other !== name).map((other) => [0, state(other)] as const)]).shown.at(-1)?.kind;
    expect(without('updates')).toBe('window');
    expect(without('support')).toBe('window');
    expect(without('procedure')).toBe('opening');
    expect(without('bank')).toBe('opening');
  });

  test('is, for any events, what going through them one by one gives', () => {
    const event = fc.oneof(
      fc.constantFrom(started(), started('command'), ended, call(5)),
      fc.constantFrom(...names).map((name) => state(name)),
      fc.constantFrom('editing', 'sending').map((phase) => step({ phase })),
    );
    fc.assert(
      fc.property(fc.array(event, { maxLength: 60 }), (events) => {
        const shown = foldSession(
          events.map((one) => ({ event: one })),
          null,
        );
        expect(shown).toHaveLength(events.length);
        for (const [index, one] of shown.entries()) {
          const cut = events.slice(0, index + 1);
          const start = cut.findLastIndex(({ kind }) => kind === 'programStarted');
          const last = cut.slice(Math.max(0, start)).findLast((each) => each.kind === 'state' && each.state === 'procedure');
          if (one.kind === 'window') expect(one.states.procedure).toEqual(last?.kind === 'state' ? last.value : null);
          if (cut.at(-1)?.kind === 'programEnded') expect(one.kind).toBe('closed');
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe('where the time went', () => {
  const seconds = (spent: ReturnType<typeof timeSpent>) => Object.fromEntries(Object.entries(spent.total).map(([kind, ms]) => [kind, ms / 1_000]));

  test('is the bank’s while the screen waits for its answer, and the person’s while it waits for them', () => {
    const { total, segments } = timeSpent(
      session([...begin, [10, step({})], [40, step({ phase: 'sending' })], [43, call(2_000)], [44, step({})], [60, ended]]),
    );
    expect({ bank: total.bank, program: total.program, person: total.person }).toEqual({ bank: 2_000, program: 2_000, person: 56_000 });
    expect(segments.map(({ kind }) => kind)).toEqual(['person', 'program', 'bank', 'program', 'person']);
  });

  test('is nobody’s wait where the bank is asked beside a screen that takes entries', () => {
    expect(seconds(timeSpent(session([...begin, [30, call(20_000)], [60, ended]])))).toEqual({ bank: 0, tools: 0, program: 0, person: 60, closed: 0 });
  });

  test('is a tool’s while it runs, and the bank’s where both do', () => {
    const tool: RecordedEvent = { kind: 'tool', tool: 'certutil', outcome: 'ended', exitCode: 0, ms: 6_000 };
    const request: RecordedEvent = { kind: 'request', request: 'procedure.logOn', problem: null, ms: 10_000 };
    expect(seconds(timeSpent(session([...begin, [14, call(4_000)], [16, tool], [20, request], [30, ended]])))).toEqual({
      bank: 4,
      tools: 2,
      program: 4,
      person: 20,
      closed: 0,
    });
  });

  test('is closed between two runs, also where the first ended without a word', () => {
    expect(seconds(timeSpent(session([...begin, [10, call(0)], [70, started()], [71, ended], [100, started()], [101, ended]])))).toMatchObject({ closed: 89 });
  });

  test('is, all together, the time of the session, whatever happened and whatever the clock did', () => {
    const event = fc.oneof(
      fc.constantFrom(started(), ended, step({ phase: 'sending' }), step({}), ...all),
      fc.nat(100_000).map((ms) => call(ms)),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.integer({ min: -50, max: 500 }), event), { maxLength: 60 }), (steps) => {
        let now = 0;
        const one = session(
          steps.map(([by, what]) => {
            now += by;
            return [now, what] as const;
          }),
        );
        const { total, segments } = timeSpent(one);
        const whole = (one.times.at(-1) ?? 0) - (one.times[0] ?? 0);
        expect(Object.values(total).reduce((sum, ms) => sum + ms, 0)).toBe(whole);
        for (const [index, { from }] of segments.entries()) expect(from).toBe(index === 0 ? one.times[0] : segments[index - 1]?.until);
      }),
      { numRuns: 300 },
    );
  });

  test('in spans is common and other time alike', () => {
    const spans = fc.array(fc.tuple(fc.nat(100), fc.nat(20)).map(([from, long]): Span => ({ from, until: from + long }))).map(merged);
    const isIn = (all: readonly Span[], at: number) => all.some(({ from, until }) => at >= from && at < until);
    fc.assert(
      fc.property(spans, spans, fc.nat(120), (a, b, at) => {
        expect(isIn(within(a, b), at)).toBe(isIn(a, at) && isIn(b, at));
        expect(isIn(without(a, b), at)).toBe(isIn(a, at) && !isIn(b, at));
        expect(lengthOf(within(a, b)) + lengthOf(without(a, b))).toBe(lengthOf(a));
      }),
    );
  });
});

describe('what is looked for', () => {
  const refused = {
    code: 'identification-refused',
    field: null,
    attemptsLeft: 5,
    retryAt: null,
    remark: null,
    reference: null,
    screenCode: '2-3-101',
  };
  const told = session([
    ...begin,
    [20, step({ phase: 'sending' })],
    [24, call(4_000, 'identification-refused')],
    [24, step({ problem: refused })],
    [200, call(5)],
    [201, started()],
  ]);
  const marks = marksOf(told, timeSpent(told));

  test('is where an attempt was spent and how many were left, who was kept waiting, who paused, and a sudden end', () => {
    expect(marks.map(({ kind }) => kind)).toEqual(['started', 'attempt', 'wait', 'crashed', 'pause', 'started']);
    expect(marks.find(({ kind }) => kind === 'attempt')).toMatchObject({ code: 'identification-refused', left: 5 });
  });

  test('has its picture of the screen that told of it, not of the one before', () => {
    const [index = 0] = picturedMoments({ notes: new Map(), marks, session: told });
    expect(told.shown[index]).toMatchObject({ kind: 'window', states: { procedure: { state: { problem: { code: 'identification-refused' } } } } });
  });

  test('has at most so many pictures, those with notes first', () => {
    const notes = new Map(Array.from({ length: 40 }, (_, index) => [index, 'x']));
    const pictured = picturedMoments({ notes, marks, session: told });
    expect(pictured).toEqual(Array.from({ length: 12 }, (_, index) => index));
  });

  test('of what this version does not know is marked as such', () => {
    const strange = session([...begin, [1, { kind: 'unknown', was: 'thumb' }]]);
    expect(marksOf(strange, timeSpent(strange)).at(-1)?.kind).toBe('unknown');
  });
});

describe('the timeline', () => {
  test('has a place for every event, and finds the event of a place', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1_000_000), { minLength: 1, maxLength: 200 }), (gaps) => {
        let at = zero;
        const times = gaps.map((gap) => {
          at += gap;
          return at;
        });
        const axis = axisOf({ times });
        for (const [index, time] of times.entries()) {
          expect(axis.indexAt(axis.placeOf(index))).toBe(index);
          expect(axis.placeOfTime(time)).toBeLessThanOrEqual(axis.placeOf(index) + 1e-9);
        }
        for (const place of [0, 0.3, 0.999, 1]) expect(axis.indexAt(place)).toBeLessThan(times.length);
      }),
    );
  });

  test('shows a short wait beside a long night', () => {
    const one = session([...begin, [20, step({ phase: 'sending' })], [22, call(2_000)], [22, step({})], [80_000, ended]]);
    const kinds = new Set<TimeKind | null>(bandsOf(axisOf(one), timeSpent(one)));
    expect(kinds).toContain('bank');
    expect(kinds).toContain('person');
  });
});
