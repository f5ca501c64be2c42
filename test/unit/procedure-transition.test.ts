import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ProcedureEvent } from '../../main/procedure/events.ts';
import { initialSnapshot } from '../../main/procedure/transition.ts';
import { type ProcedureSnapshot, procedureSnapshotSchema } from '../../preload/contract/procedure.ts';
import {
  anyEvent,
  anyWay,
  contractorId,
  due,
  goodWay,
  happenedInOrder,
  mustHaveHappened,
  problem,
  renewed,
  transition,
  walk,
  withCertificateAtHand,
} from './procedure-events.ts';

/** All snapshots that a sequence of events passes, the first one included. */
function trail(events: readonly ProcedureEvent[]): readonly ProcedureSnapshot[] {
  const snapshots = [initialSnapshot];
  for (const event of events) snapshots.push(transition(snapshots.at(-1) ?? initialSnapshot, event) ?? snapshots.at(-1) ?? initialSnapshot);
  return snapshots;
}

describe('the procedure of the manual', () => {
  test('leads from the lock to the logon in the order of the manual', () => {
    const steps = trail(goodWay).map((snapshot) => snapshot.state.step);
    expect([...new Set(steps)]).toEqual([
      'start',
      'locked',
      'awaitingRelease',
      'logonMenu',
      'activationMenu',
      'identification',
      'newPins',
      'oneTimePassword',
      'certificateRequired',
      'retrieval',
      'certificateReady',
      'loggedOn',
    ]);
  });

  test('reaches no step before what the manual puts in front of it, whatever happens in whatever order', () => {
    fc.assert(
      fc.property(anyWay, (events) => {
        let snapshot = initialSnapshot;
        let history: ProcedureEvent[] = [];
        for (const event of events) {
          const next = transition(snapshot, event);
          if (next === null) continue;
          // The certificate that was got before is still on this PC.
          history = event.type === 'startedOver' && next.offer === null ? [] : [...history, event];
          snapshot = next;
          const ways = [mustHaveHappened, withCertificateAtHand].flatMap((way) => [way[snapshot.state.step] ?? []]).filter((groups) => groups.length > 0);
          if (ways.length > 0)
            expect(
              ways.some((groups) => happenedInOrder(history, groups)),
              `${snapshot.state.step} after ${history.map((e) => e.type).join()}`,
            ).toBe(true);
        }
      }),
      { numRuns: 2000 },
    );
  });

  test('every place it can reach is one that the contract knows', () => {
    fc.assert(
      fc.property(anyWay, (events) => {
        for (const snapshot of trail(events)) procedureSnapshotSchema.parse(snapshot);
      }),
    );
  });

  test('never leaves anybody waiting for ever: wherever something is sent, a refusal gives the screen back', () => {
    fc.assert(
      fc.property(anyWay, fc.nat(60), (events, length) => {
        const last = walk(events.slice(0, length));
        if (!('phase' in last.state) || last.state.phase !== 'sending' || last.interruptedAt !== null) return;
        expect(transition(last, { type: 'refused', problem })?.state).toMatchObject({ step: last.state.step, phase: 'editing', problem });
      }),
    );
  });

  test('after a restart in the middle nothing moves until the person has said how to go on', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: goodWay.length }), anyEvent, (length, event) => {
        const restored = walk([...goodWay.slice(0, length), { type: 'restored', at: '2026-11-20T01:02:03.000Z' }]);
        if (restored.interruptedAt === null) return;
        const next = transition(restored, event);
        if (!['resumed', 'startedOver', 'loggedOff', 'restored', 'noticed', 'noticeDismissed'].includes(event.type)) expect(next).toBeNull();
      }),
    );
  });
});

describe('a restart', () => {
  test.each([
    ['newPins', 8],
    ['oneTimePassword', 10],
    ['certificateRequired', 12],
    ['retrieval', 14],
  ])('in the middle of %s is asked about', (step, length) => {
    const restored = walk([...goodWay.slice(0, length), { type: 'restored', at: '2026-11-20T01:02:03.000Z' }]);
    expect(restored).toMatchObject({ state: { step }, interruptedAt: '2026-11-20T01:02:03.000Z' });
  });

  test('does not pretend that a retrieval still runs', () => {
    const restored = walk([...goodWay.slice(0, 14), { type: 'restored', at: '2026-11-20T01:02:03.000Z' }, { type: 'resumed' }]);
    expect(restored.state).toMatchObject({ step: 'retrieval', phase: 'stopped' });
    expect(transition(restored, { type: 'retrievalAsked' })?.state).toMatchObject({ phase: 'running' });
  });

  test.each([
    ['with the certificate', 15],
    ['after the logon', goodWay.length],
  ])('%s begins at the start, with the certificate and not with a lock', (_when, length) => {
    expect(walk([...goodWay.slice(0, length), due, { type: 'restored', at: '2026-11-20T01:02:03.000Z' }])).toMatchObject({
      state: { step: 'start' },
      interruptedAt: null,
      offer: { kind: 'logon', contractorId, validity: null },
    });
  });
});

describe('the start', () => {
  const restored: ProcedureEvent = { type: 'restored', at: '2026-11-20T01:02:03.000Z' };
  const nextDay = [...goodWay, restored];
  const stepAfter = (events: readonly ProcedureEvent[], event: ProcedureEvent) => transition(walk(events), event)?.state.step ?? null;

  test.each([
    ['who are locked out', { type: 'lockedOutChosen' }, 'locked'],
    ['whom the branch has called', { type: 'released' }, 'logonMenu'],
    ['who have a certificate', { type: 'logonChosen', contractorId, organization: '株式会社見本', certificate: renewed }, 'certificateReady'],
    ['whose PC is new', { type: 'newPcChosen' }, 'newPc'],
  ] satisfies [string, ProcedureEvent, string][])('leads those %s on, and they can come back to it', (_who, event, step) => {
    expect(stepAfter([], event)).toBe(step);
    expect(stepAfter([event], { type: 'wentBack' })).toBe('start');
  });

  test('is the only place from which these ways begin', () => {
    fc.assert(
      fc.property(anyWay, (events) => {
        const last = walk(events);
        if (last.state.step === 'start') return;
        for (const type of ['lockedOutChosen', 'newPcChosen'] as const) expect(transition(last, { type })).toBeNull();
      }),
    );
  });

  test('still knows of the certificate for a person who went another way, and came back', () => {
    const { offer } = walk(nextDay);
    for (const event of [{ type: 'lockedOutChosen' }, { type: 'newPcChosen' }, { type: 'released' }, { type: 'offerTaken' }] as const)
      expect(walk([...nextDay, event, { type: 'wentBack' }])).toMatchObject({ state: { step: 'start' }, offer });
    expect(walk([...nextDay, { type: 'startedOver' }]).offer).toEqual(offer);
  });

  test('offers a certificate only to those who had one, whatever happens in whatever order', () => {
    fc.assert(
      fc.property(anyWay, (events) => {
        if (walk(events).offer !== null) expect(events.some(({ type }) => type === 'certificateInstalled' || type === 'logonChosen')).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  test('renews the certificate once it is known that the time has come, and not before', () => {
    expect(stepAfter(nextDay, { type: 'renewalAsked' })).toBeNull();
    expect(walk([...nextDay, due]).offer).toMatchObject({ validity: { kind: 'due', daysLeft: 12 } });
    expect(stepAfter([...nextDay, due], { type: 'renewalAsked' })).toBe('renewal');
    expect(stepAfter([...nextDay, due, { type: 'lockedOutChosen' }], { type: 'renewalAsked' })).toBeNull();
  });

  test('keeps what is known of the certificate when it is found again, and takes another one for what it is', () => {
    const known = walk([...nextDay, due]);
    if (known.offer?.kind !== 'logon') throw new Error('No certificate is offered.');
    const found = { ...known.offer, validity: null };
    expect(transition(known, { type: 'offered', offer: found })?.offer).toEqual(known.offer);
    expect(transition(known, { type: 'offered', offer: { ...found, certificate: renewed } })?.offer).toMatchObject({ validity: null });
    expect(transition(known, { type: 'validityKnown', serial: renewed.serial, validity: { kind: 'revokeFirst' } })).toBeNull();
  });
});

describe('an administrator whose session is over', () => {
  test('is asked to log on again, with the same certificate and the reason', () => {
    const before = walk(goodWay).state;
    const state = transition(walk(goodWay), { type: 'loggedOff', problem })?.state;
    expect(state).toMatchObject({ step: 'certificateReady', phase: 'editing', problem, contractorId });
    expect(state).toMatchObject({ certificate: 'certificate' in before ? before.certificate : null });
  });

  test('is found nowhere but after the logon, and a person in the activation begins it again', () => {
    for (let length = 0; length < goodWay.length; length += 1) {
      const before = walk(goodWay.slice(0, length));
      const inActivation = before.state.step === 'newPins' || before.state.step === 'oneTimePassword';
      const after = transition(before, { type: 'loggedOff', problem });
      if (inActivation) expect(after?.state).toEqual({ step: 'identification', phase: 'editing', problem });
      else expect(after).toBeNull();
    }
  });

  test('finds the start after a restart, with the certificate, and nothing of the log-off', () => {
    const asked = { ...problem, code: 'logged-off-as-asked' as const };
    const left = walk([...goodWay, { type: 'loggedOff', problem: asked }, { type: 'restored', at: '2026-11-20T01:02:03.000Z' }]);
    expect(left).toMatchObject({ state: { step: 'start' }, offer: { kind: 'logon' }, notice: null });
  });
});

describe('a session that is lost', () => {
  test('leads back to the identification and says why', () => {
    const state = transition(walk(goodWay.slice(0, 8)), { type: 'sessionLost', problem })?.state;
    expect(state).toEqual({ step: 'identification', phase: 'editing', problem });
  });
});
