import { describe, expect, test } from 'vitest';
import type { ProcedureEvent } from '../../main/procedure/events.ts';

import { serialSchema } from '../../preload/contract/identities.ts';
import { procedureSnapshotSchema } from '../../preload/contract/procedure.ts';
import { due, goodWay, problem, renewalWay, renewed, transition, walk } from './procedure-events.ts';

describe('a renewal', () => {
  const ready = goodWay.slice(0, 15);
  const restored: ProcedureEvent = { type: 'restored', at: '2026-11-20T01:02:03.000Z' };
  const asked = (events: readonly ProcedureEvent[]) => transition(walk(events), { type: 'renewalAsked' })?.state.step ?? null;

  test.each([
    ['before the logon', ready],
    ['after it', goodWay],
  ])('leads %s to the logon with the new certificate', (_when, way) => {
    expect(walk([...way, ...renewalWay.slice(0, 3)]).state).toMatchObject({ step: 'renewal', stage: 'sent', certificate: { serial: '0A' } });
    expect(walk([...way, ...renewalWay]).state).toMatchObject({ step: 'certificateReady', certificate: renewed, validity: null, problem: null });
  });

  test('has its place only when the time for it has come, or the bank has refused the certificate as expired', () => {
    const validity = (kind: 'revokeFirst' | 'paperForm'): ProcedureEvent => ({ type: 'validityKnown', serial: serialSchema.parse('0A'), validity: { kind } });
    const expired: ProcedureEvent = {
      type: 'validityKnown',
      serial: serialSchema.parse('0A'),
      validity: { kind: 'expired', renewableUntil: '2026-11-20T01:02:03.000Z' },
    };
    const refused = (code: typeof problem.code): readonly ProcedureEvent[] => [{ type: 'logonSent' }, { type: 'refused', problem: { ...problem, code } }];
    expect(asked(ready)).toBeNull();
    expect(asked([...ready, validity('revokeFirst')])).toBeNull();
    expect(asked([...ready, validity('paperForm')])).toBeNull();
    expect(asked([...ready, ...refused('certificate-expired-paper-form')])).toBeNull();
    expect(asked([...ready, due, { type: 'logonSent' }])).toBeNull();
    expect(asked([...ready, due])).toBe('renewal');
    expect(asked([...ready, expired])).toBe('renewal');
    expect(asked([...ready, ...refused('certificate-expired')])).toBe('renewal');
    expect(asked(goodWay)).toBeNull();
  });

  test('is not led astray by what was found out of another certificate', () => {
    expect(transition(walk([...ready, ...renewalWay]), due)).toBeNull();
  });

  test('that stopped or failed goes on, or back to the certificate that is still there', () => {
    for (const end of [{ type: 'retrievalStopped' }, { type: 'retrievalFailed', problem }] as const) {
      const stopped = [...ready, ...renewalWay.slice(0, 3), end];
      expect(asked(stopped)).toBe('renewal');
      expect(walk([...stopped, { type: 'wentBack' }]).state).toMatchObject({ step: 'certificateReady', certificate: { serial: '0A' } });
    }
    expect(transition(walk([...ready, ...renewalWay.slice(0, 3)]), { type: 'wentBack' })).toBeNull();
  });

  test('is asked about after a restart in its middle, and does not pretend that it still runs', () => {
    const events = [...ready, ...renewalWay.slice(0, 3), restored];
    expect(walk(events)).toMatchObject({ state: { step: 'renewal', phase: 'stopped' }, interruptedAt: restored.at });
    expect(asked([...events, { type: 'resumed' }])).toBe('renewal');
  });

  test('takes the notice that it is time away with it, and no other', () => {
    const told = (code: typeof problem.code) => walk([...ready, due, { type: 'noticed', problem: { ...problem, code } }, { type: 'renewalAsked' }]).notice;
    expect(told('certificate-expires-soon')).toBeNull();
    expect(told('remote-session')).toMatchObject({ code: 'remote-session' });
  });

  test('is not offered by what was true before a restart: days may have passed', () => {
    for (const way of [ready, goodWay]) expect(transition(walk([...way, due, restored]), { type: 'renewalAsked' })).toBeNull();
  });

  test('is in no journal that was written before there were any: such a one is read all the same', () => {
    const { state } = walk(ready);
    const { validity: _none, ...old } = { validity: null, ...state };
    expect(procedureSnapshotSchema.parse({ state: old, interruptedAt: null, notice: null }).state).toEqual(state);
  });
});
