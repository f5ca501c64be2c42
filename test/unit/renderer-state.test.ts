import { describe, expect, it } from 'vitest';
import type { Published } from '../../preload/contract/contract.ts';
import { procedureSnapshotSchema, type StepName, stepNames } from '../../preload/contract/procedure.ts';
import { snapshotOf } from '../../renderer/help/samples/procedure.ts';
import { accept, connect, createPublishedStore } from '../../renderer/state/published-store.ts';
import { placeOnWay, screenNames, screenOf, stopNumber, stopsOf } from '../../renderer/state/screen-of.ts';
import { states } from '../../tools/window/snapshots.ts';

const published = (revision: number, step: 'locked' | 'logonMenu'): Published<'procedure'> => ({ revision, value: snapshotOf(states[step]) });

describe('the screen of a snapshot', () => {
  it('is its own for every step of the procedure', () => {
    const screens = stepNames.map((step) => screenOf(procedureSnapshotSchema.parse(snapshotOf(states[step])), { open: false, form: 'release' }));
    expect(screens).toEqual(stepNames.map((step) => screenNames[step]));
    expect(new Set(screens).size).toBe(stepNames.length);
  });

  it('asks how to go on when the program was closed in the middle, wherever that was', () => {
    for (const step of stepNames)
      expect(screenOf(snapshotOf(states[step], { interruptedAt: '2026-11-22T06:05:00.000Z' }), { open: true, form: 'release' })).toBe('resume');
  });

  it('lies on the way in the order of the manual, from the first stop to the last', () => {
    const before = ['journalUnavailable', 'start', 'newPc'] as const;
    const numberOf = (step: StepName) => stopNumber(step, 'activationFirst');
    const numbers = stepNames.filter((step) => !before.some((one) => one === step)).map(numberOf);
    expect(before.map(numberOf)).toEqual([0, 0, 0]);
    expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
    expect(numbers[0]).toBe(1);
    expect(numbers.at(-1)).toBe(stopsOf('activationFirst').length);
  });

  it('lies on the way in the order of a bank that issues the certificate first, and the second identification belongs to the PINs', () => {
    const steps = ['locked', 'awaitingRelease', 'logonMenu', 'identification', 'oneTimePassword', 'retrieval', 'newPins', 'certificateReady'] as const;
    expect(steps.map((step) => stopNumber(step, 'certificateFirst'))).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(placeOnWay(snapshotOf(states.identification))).toBe('identification');
    const { organization, certificate, contractorId } = states.certificateReady;
    expect(placeOnWay(snapshotOf(states.identification, { offer: { kind: 'activation', organization, certificate, contractorId } }))).toBe('newPins');
  });
});

describe('a published state in the window', () => {
  it('is replaced by a later one and never by an older one', () => {
    const store = createPublishedStore<'procedure'>();
    accept(store, published(2, 'logonMenu'));
    accept(store, published(1, 'locked'));
    expect(store.getState().published).toEqual(published(2, 'logonMenu'));
    accept(store, published(3, 'locked'));
    expect(store.getState().published?.revision).toBe(3);
  });

  it('keeps what was published while the first fetch was under way', async () => {
    const store = createPublishedStore<'procedure'>();
    const order: string[] = [];
    connect(store, {
      subscribe: (listener) => {
        order.push('subscribe');
        queueMicrotask(() => listener(published(5, 'logonMenu')));
        return () => undefined;
      },
      fetch: async () => {
        order.push('fetch');
        await Promise.resolve();
        return published(4, 'locked');
      },
    });
    await new Promise((done) => setImmediate(done));
    expect(order).toEqual(['subscribe', 'fetch']);
    expect(store.getState().published?.revision).toBe(5);
  });

  it('says that it failed only when nothing has come at all', async () => {
    const empty = createPublishedStore<'procedure'>();
    connect(empty, { subscribe: () => () => undefined, fetch: () => Promise.reject(new Error('broken')) });
    const told = createPublishedStore<'procedure'>();
    connect(told, {
      subscribe: (listener) => {
        listener(published(1, 'locked'));
        return () => undefined;
      },
      fetch: () => Promise.reject(new Error('broken')),
    });
    await new Promise((done) => setImmediate(done));
    expect(empty.getState().failed).toBe(true);
    expect(told.getState().failed).toBe(false);
  });
});
