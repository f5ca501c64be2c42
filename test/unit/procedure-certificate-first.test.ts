import { describe, expect, test } from 'vitest';
import { isBetweenProcedures } from '../../main/bank-file/between-procedures.ts';
import { placeAsShown } from '../../main/places/standing.ts';
import { entryIn } from '../../main/procedure/journal.ts';
import type { ActivationBank, PinChange, SessionPosition } from '../../main/procedure/ports.ts';
import { transition } from '../../main/procedure/transition.ts';
import { failure, success } from '../../preload/contract/problem.ts';
import { stepOrders } from '../../preload/contract/step-order.ts';
import {
  at,
  certificate,
  contractorId,
  goodBank,
  goodRetriever,
  grant,
  later,
  marked,
  memoryJournal,
  memoryKeychain,
  pins,
  procedureWorld,
  settled,
  type World,
} from './procedure-world.ts';

/** An administrator at a bank that issues the certificate before the activation. */

const identification = { contractorId, registrationPin: marked.registrationPin };
const firstHalf = { next: 'oneTimePassword', contractorId, expiresAt: later, position: { row: 1, column: 2 } } as const;
const secondHalf = { next: 'pins', contractorId, expiresAt: later } as const;

/** A bank that says where its sessions stand: in the first half until the certificate, in the second from then on. */
function bankOf(
  positions: SessionPosition[],
  more: Partial<ActivationBank> = {},
): ActivationBank & { readonly changes: PinChange[]; readonly closed: string[] } {
  const changes: PinChange[] = [];
  const closed: string[] = [];
  return {
    ...goodBank(),
    changes,
    closed,
    async readSession() {
      const position = positions.length > 1 ? positions.shift() : positions[0];
      return position === undefined ? failure('session-expired') : success(position);
    },
    async setPins(_token, change) {
      changes.push(change);
      return success({ position: null });
    },
    async abandon(token) {
      closed.push(token.reveal());
      return true;
    },
    ...more,
  };
}

async function identify(world: World): Promise<void> {
  for (const choose of ['chooseLockedOut', 'reportReleaseRequested', 'reportReleased', 'chooseAdministratorLogon', 'chooseActivation'] as const)
    await world.procedure[choose](undefined);
  await world.procedure.identify(identification);
}

/** On to the second identification. */
async function walkToCertificate(world: World): Promise<void> {
  await identify(world);
  await world.procedure.confirmOneTimePassword({ oneTimePassword: marked.oneTimePassword });
  await world.procedure.retrieveCertificate(undefined);
  await settled();
}

describe('an administrator at a bank that issues the certificate first', () => {
  test('gets the certificate by the one-time password, identifies again, and sets the PINs as its holder', async () => {
    const bank = bankOf([firstHalf, secondHalf]);
    const secrets = memoryKeychain();
    const world = await procedureWorld({ stepOrder: 'certificateFirst', bank, secrets });
    await walkToCertificate(world);
    expect(world.runner.snapshot()).toMatchObject({
      state: { step: 'identification', problem: null },
      offer: { kind: 'activation', contractorId, certificate },
    });
    expect([...secrets.held.keys()]).toEqual([]);
    // Who comes back later finds it unfinished, and meets no other rules of the bank meanwhile.
    const later = transition(world.runner.snapshot(), { type: 'restored', at }, stepOrders.certificateFirst);
    expect(isBetweenProcedures(later)).toBe(false);
    expect(later === null ? null : placeAsShown('place', { kind: 'known', snapshot: later }, null, new Date(at)).next).toBe('goOn');
    await world.procedure.identify(identification);
    expect(world.state()).toMatchObject({ step: 'newPins', installed: { organization: '株式会社見本', certificate } });
    await world.procedure.setPins(pins);
    expect(bank.changes.map(({ holder }) => holder)).toEqual([contractorId]);
    expect(world.state()).toMatchObject({ step: 'certificateReady', certificate });
    // The session has done its work.
    expect(bank.closed).toEqual([marked.token]);
    expect([...secrets.held.keys()]).toEqual([]);
    expect(world.runner.record().entries.map(({ what }) => what)).toEqual(['requested', 'released', 'certificate', 'activated']);
    expect(world.runner.record().contract).toEqual({ lastFour: '8901', organization: '株式会社見本' });
  });

  test('goes on to the logon where the answer to the PINs was lost, and the bank has them', async () => {
    const done = { next: 'logon', contractorId, expiresAt: later } as const;
    const world = await procedureWorld({
      stepOrder: 'certificateFirst',
      bank: bankOf([firstHalf, secondHalf, done], { setPins: async () => failure('bank-timeout') }),
    });
    await walkToCertificate(world);
    await world.procedure.identify(identification);
    await world.procedure.setPins(pins);
    expect(world.state()).toMatchObject({ step: 'certificateReady', certificate });
  });

  test('is asked about a restart among the new PINs, and goes on with the same certificate', async () => {
    const journal = memoryJournal();
    const parts = { stepOrder: 'certificateFirst', journal, secrets: memoryKeychain(), bank: bankOf([firstHalf, secondHalf]) } as const;
    const world = await procedureWorld(parts);
    await walkToCertificate(world);
    await world.procedure.identify(identification);
    const next = await procedureWorld(parts);
    expect(next.runner.snapshot()).toMatchObject({ state: { step: 'newPins' }, interruptedAt: at });
    await next.procedure.resume(undefined);
    expect(next.state()).toMatchObject({ step: 'newPins', phase: 'editing', installed: { certificate } });
  });

  test('whose certificate the bank has issued, but not to this PC, is told so', async () => {
    const certificateless = { ...goodRetriever(), find: async () => success(null) };
    const world = await procedureWorld({ stepOrder: 'certificateFirst', bank: bankOf([secondHalf]), certificate: certificateless });
    await identify(world);
    expect(world.state()).toMatchObject({ step: 'identification', phase: 'editing', problem: { code: 'sole-administrator-stuck' } });
  });

  test('who left the certificate unfetched is led back to it, however the bank sees it', async () => {
    const secrets = memoryKeychain();
    secrets.held.set('enrolment-grant', JSON.stringify({ ...grant, enrolmentSecret: marked.enrolmentSecret }));
    const certificateless = { ...goodRetriever(), find: async () => success(null) };
    const world = await procedureWorld({ stepOrder: 'certificateFirst', bank: bankOf([secondHalf]), certificate: certificateless, secrets });
    await identify(world);
    expect(world.runner.snapshot()).toMatchObject({
      state: { step: 'identification', problem: { code: 'certificate-waiting' } },
      offer: { kind: 'retrieval' },
    });
  });

  test('who is told that the activation is done already can log on', async () => {
    const world = await procedureWorld({ stepOrder: 'certificateFirst', bank: bankOf([firstHalf]) });
    await walkToCertificate(world);
    Object.assign(world.bank, { identify: async () => failure('activation-already-done') });
    await world.procedure.identify(identification);
    expect(world.runner.snapshot()).toMatchObject({ state: { problem: { code: 'activation-already-done' } }, offer: { kind: 'logon' } });
  });
});

test('a journal of before there was another order opens as it was', () => {
  const state = { step: 'newPins', phase: 'editing', problem: null, contractorId, session: { expiresAt: later } };
  const entry = { version: 1, savedAt: at, snapshot: { state, interruptedAt: null, notice: null } };
  expect(entryIn(Buffer.from(JSON.stringify(entry)))?.snapshot).toMatchObject({ state: { ...state, installed: null }, offer: null });
});
