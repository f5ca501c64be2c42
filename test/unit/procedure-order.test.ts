import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ProcedureEvent } from '../../main/procedure/events.ts';
import { initialSnapshot } from '../../main/procedure/transition.ts';
import { procedureSnapshotSchema } from '../../preload/contract/procedure.ts';
import { stepOrders } from '../../preload/contract/step-order.ts';
import {
  anyWayAlong,
  certificateFirstWay,
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

/** The same at a bank that issues the certificate before the activation. */
describe('the procedure in the other order', () => {
  const order = stepOrders.certificateFirst;
  const wayBefore: typeof mustHaveHappened = {
    ...mustHaveHappened,
    oneTimePassword: [['identificationSent'], ['sessionFound']],
    certificateRequired: [['identificationSent'], ['sessionFound'], ['oneTimePasswordSent', 'resumed'], ['activated']],
    newPins: [['identificationSent'], ['sessionFound']],
    certificateReady: [['sessionFound'], ['pinsSent', 'resumed'], ['pinsAccepted']],
  };

  test('leads from the lock over the certificate to the new PINs and the logon', () => {
    let snapshot = initialSnapshot;
    const steps: string[] = [];
    for (const event of certificateFirstWay) {
      const next = transition(snapshot, event, order);
      expect(next, event.type).not.toBeNull();
      snapshot = next ?? snapshot;
      if (steps.at(-1) !== snapshot.state.step) steps.push(snapshot.state.step);
    }
    expect(steps.slice(steps.indexOf('identification'))).toEqual([
      'identification',
      'oneTimePassword',
      'certificateRequired',
      'retrieval',
      'identification',
      'newPins',
      'certificateReady',
      'loggedOn',
    ]);
  });

  test('asks for new PINs from the holder of the certificate alone, and reaches no step before its turn', () => {
    fc.assert(
      fc.property(anyWayAlong(certificateFirstWay), (events) => {
        let snapshot = initialSnapshot;
        let history: ProcedureEvent[] = [];
        for (const event of events) {
          const next = transition(snapshot, event, order);
          if (next === null) continue;
          history = event.type === 'startedOver' && next.offer === null ? [] : [...history, event];
          snapshot = procedureSnapshotSchema.parse(next);
          const { state } = snapshot;
          if (state.step === 'newPins') expect(state.installed).not.toBeNull();
          const ways = [wayBefore, withCertificateAtHand].flatMap((way) => [way[state.step] ?? []]).filter((groups) => groups.length > 0);
          const inOrder = ways.length === 0 || ways.some((groups) => happenedInOrder(history, groups)) || state.step === 'renewal' || state.step === 'loggedOn';
          expect(inOrder, `${state.step} after ${history.map((e) => e.type).join()}`).toBe(true);
        }
      }),
      { numRuns: 1000 },
    );
  });

  test.each([
    ['activationFirst', certificateFirstWay, ['oneTimePassword', 'certificateRequired', 'retrieval']],
    ['certificateFirst', goodWay, ['newPins', 'oneTimePassword', 'certificateRequired', 'retrieval']],
  ] as const)('a bank of the order %s is not led along the other one', (name, way, unreached) => {
    const steps = way.map((_, length) => walk(way.slice(0, length + 1), stepOrders[name]).state.step);
    for (const step of unreached) expect(steps).not.toContain(step);
  });

  const installed = certificateFirstWay.findIndex(({ type }) => type === 'certificateInstalled') + 1;
  const restored: ProcedureEvent = { type: 'restored', at: '2026-11-20T01:02:03.000Z' };

  test('offers the activation, and no logon, from the certificate to the new PINs: after going back, starting over, losing the session and a restart', () => {
    const pinsOpen = certificateFirstWay.slice(0, installed + 2);
    expect(walk(pinsOpen, order).state.step).toBe('newPins');
    const leaves: readonly (readonly ProcedureEvent[])[] = [
      [{ type: 'wentBack' }],
      [{ type: 'startedOver' }],
      [{ type: 'sessionLost', problem }],
      [{ type: 'loggedOff', problem }],
    ];
    for (const ways of [[certificateFirstWay.slice(0, installed)], leaves.map((leave) => [...pinsOpen, ...leave])].flat()) {
      for (const events of [ways, [...ways, restored]])
        expect(walk(events, order)).toMatchObject({ offer: { kind: 'activation', contractorId }, interruptedAt: null });
      const logon = { type: 'logonChosen', contractorId, organization: '株式会社見本', certificate: renewed } as const;
      for (const chosen of [{ type: 'offerTaken' } as const, logon])
        expect(walk([...ways, restored, chosen], order).state).toEqual({ step: 'identification', phase: 'editing', problem: null });
    }
  });

  test('knows a certificate that is found again for the one whose activation is ahead, until the bank says that it is done', () => {
    const before = walk(certificateFirstWay.slice(0, installed), order);
    if (before.offer?.kind !== 'activation') throw new Error('no activation is offered');
    const found = { ...before.offer, kind: 'logon', validity: null } as const;
    expect(transition(before, { type: 'offered', offer: found }, order)?.offer).toEqual(before.offer);
    const done = { ...problem, code: 'activation-already-done' as const };
    const after = walk([...certificateFirstWay.slice(0, installed + 1), { type: 'refused', problem: done }], order);
    expect(after).toMatchObject({ state: { step: 'identification', problem: done }, offer: found });
  });

  test('renews a certificate as any bank does: the activation is not done again', () => {
    const renewing = walk([...certificateFirstWay, due, { type: 'renewalAsked' }, { type: 'certificateInstalled', certificate: renewed }], order);
    expect(renewing.state).toMatchObject({ step: 'certificateReady', certificate: renewed });
  });
});
