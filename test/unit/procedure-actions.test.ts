import { describe, expect, test } from 'vitest';
import { failure, success } from '../../preload/contract/problem.ts';
import {
  brokenKeychain,
  certificate,
  contractorId,
  goodBank,
  goodRetriever,
  later,
  marked,
  notedSessions,
  pins,
  procedureWorld,
  settled,
  walkTo,
} from './procedure-world.ts';

const identification = { contractorId, registrationPin: marked.registrationPin };

describe('the administrator', () => {
  test('comes from the lock to the logon', async () => {
    const world = await procedureWorld();
    await walkTo(world, 'loggedOn');
    expect(world.state()).toMatchObject({ step: 'loggedOn', contractorId, certificate });
  });

  test('who mistypes stays on the screen and reads how many attempts remain', async () => {
    const bank = { ...goodBank(), identify: async () => failure('identification-refused', { attemptsLeft: 5, field: 'registrationPin' }) };
    const world = await procedureWorld({ bank });
    await walkTo(world, 'identification');
    await world.procedure.identify(identification);
    expect(world.state()).toMatchObject({
      step: 'identification',
      phase: 'editing',
      problem: { code: 'identification-refused', attemptsLeft: 5, field: 'registrationPin', screenCode: '2-3-101' },
    });
  });

  test('spends no attempt at the bank while the keychain cannot be written', async () => {
    let asked = 0;
    const bank = { ...goodBank(), identify: async () => failure('identification-refused', { attemptsLeft: 6 - asked++ }) };
    const world = await procedureWorld({ bank, secrets: brokenKeychain });
    await walkTo(world, 'identification');
    await world.procedure.identify(identification);
    expect(asked).toBe(0);
    expect(world.state()).toMatchObject({ step: 'identification', problem: { code: 'keychain-locked' } });
  });

  test.each([
    ['logonPin', { logonPin: 'short' }],
    ['logonPinReentry', { logonPinReentry: 'another12' }],
    ['confirmationPin', { confirmationPin: '１２３４５６ab' }],
    ['email', { email: 'not an address' }],
  ])('is led to %s when it is invalid, and nothing is sent', async (field, wrong) => {
    const world = await procedureWorld();
    await walkTo(world, 'newPins');
    expect(await world.procedure.setPins({ ...pins, ...wrong })).toMatchObject({ ok: false, problem: { code: 'input-invalid', field } });
    expect(world.state()).toMatchObject({ step: 'newPins', phase: 'editing' });
  });

  test('is not thrown out by a PC whose clock is fast: the bank says whether the ten minutes are over', async () => {
    const world = await procedureWorld();
    await walkTo(world, 'newPins');
    world.alarms.shift()?.run();
    await settled();
    expect(world.state()).toMatchObject({ step: 'newPins', phase: 'editing', problem: null });
    expect(world.alarms.map((alarm) => alarm.at)).toEqual([30_000]);
  });

  test('is led back to the identification when the ten minutes are over', async () => {
    const world = await procedureWorld({ bank: { ...goodBank(), readSession: async () => failure('session-expired') } });
    await walkTo(world, 'newPins');
    expect(world.alarms.map((alarm) => alarm.at)).toEqual([600_000]);
    world.alarms[0]?.run();
    await settled();
    expect(world.state()).toMatchObject({ step: 'identification', problem: { code: 'session-expired' } });
  });

  test('is not sent back when the answer was lost but the bank had gone on', async () => {
    const world = await procedureWorld({ bank: { ...goodBank(), setPins: async () => failure('bank-timeout') } });
    await walkTo(world, 'newPins');
    await world.procedure.setPins(pins);
    expect(world.state()).toMatchObject({ step: 'oneTimePassword', phase: 'editing', problem: null });
  });

  test('enters the new PINs again, and reads why, when the bank never got them', async () => {
    const readSession = async () => success({ next: 'pins' as const, contractorId, expiresAt: later });
    const world = await procedureWorld({ bank: { ...goodBank(), setPins: async () => failure('bank-timeout'), readSession } });
    await walkTo(world, 'newPins');
    await world.procedure.setPins(pins);
    expect(world.state()).toMatchObject({ step: 'newPins', phase: 'editing', problem: { code: 'bank-timeout' } });
  });

  test('whose second entry comes after the bank took the first begins with the identification, so that wrong PINs do not hold', async () => {
    const world = await procedureWorld({ bank: { ...goodBank(), setPins: async () => failure('step-out-of-order') } });
    await walkTo(world, 'newPins');
    await world.procedure.setPins(pins);
    expect(world.state()).toMatchObject({ step: 'identification', phase: 'editing', problem: { code: 'step-out-of-order' } });
  });

  test.each(['identification', 'newPins', 'oneTimePassword', 'certificateReady'] as const)('is not left waiting at %s by a bug of ours', async (step) => {
    const world = await procedureWorld();
    await walkTo(world, step);
    const bug = () => Promise.reject(new Error('bug'));
    Object.assign(world.bank, { identify: bug, setPins: bug, confirmOneTimePassword: bug, logOn: bug });
    const sendings = {
      identification: () => world.procedure.identify(identification),
      newPins: () => world.procedure.setPins(pins),
      oneTimePassword: () => world.procedure.confirmOneTimePassword({ oneTimePassword: marked.oneTimePassword }),
      certificateReady: () => world.procedure.logOn({ logonPin: marked.logonPin }),
    };
    await sendings[step]();
    expect(world.state()).toMatchObject({ step, phase: 'editing', problem: { code: 'internal', reference: 'REF00001' } });
  });

  test('cannot take a step out of its place', async () => {
    const world = await procedureWorld();
    expect(await world.procedure.logOn({ logonPin: marked.logonPin })).toMatchObject({ ok: false, problem: { code: 'not-now' } });
    expect(world.state()).toEqual({ step: 'start' });
  });
});

describe('the logon', () => {
  test("hands the bank's session to the part that works in it, and closes it when the person starts over", async () => {
    const administrator = notedSessions();
    const world = await procedureWorld({ administrator });
    await walkTo(world, 'loggedOn');
    expect(administrator.told).toEqual([`begin ${contractorId} ${marked.administratorToken} 600`]);
    await world.procedure.startOver(undefined);
    expect(administrator.told.at(-1)).toBe('end');
    expect(JSON.stringify([world.snapshots, world.logLines])).not.toContain(marked.administratorToken);
  });
});

describe('who has the certificate already', () => {
  test('goes from the menu straight to the logon with it', async () => {
    const world = await procedureWorld();
    await walkTo(world, 'activationMenu');
    expect(await world.procedure.chooseLogon(undefined)).toEqual({ ok: true });
    await world.procedure.logOn({ logonPin: marked.logonPin });
    expect(world.state()).toMatchObject({ step: 'loggedOn', contractorId, certificate });
  });

  test('but not on this PC is told so, and stays at the menu', async () => {
    const world = await procedureWorld({ certificate: { ...goodRetriever(), find: async () => success(null) } });
    await walkTo(world, 'activationMenu');
    expect(await world.procedure.chooseLogon(undefined)).toMatchObject({ ok: false, problem: { code: 'certificate-required' } });
    expect(world.state().step).toBe('activationMenu');
  });
});

describe('secrets', () => {
  test('are in no snapshot, no journal and no log line, whatever the bank answers', async () => {
    const refusals = ['pin-rule-violated', 'bank-timeout', 'one-time-password-refused', 'internal'] as const;
    for (const code of refusals) {
      const answers = { setPins: 0, otp: 0, logOn: 0 };
      const good = goodBank();
      const bank = {
        ...good,
        setPins: async (...input: Parameters<typeof good.setPins>) => (answers.setPins++ === 0 ? failure(code) : good.setPins(...input)),
        confirmOneTimePassword: async (...input: Parameters<typeof good.confirmOneTimePassword>) =>
          answers.otp++ === 0 ? failure(code) : good.confirmOneTimePassword(...input),
        logOn: async (...input: Parameters<typeof good.logOn>) => (answers.logOn++ === 0 ? failure(code) : good.logOn(...input)),
      };
      const world = await procedureWorld({ bank, certificate: goodRetriever() });
      const journals: string[] = [];
      world.runner.onChange(() => journals.push(JSON.stringify((world.journal as { entry?: unknown }).entry)));
      // Twice, since the first time every answer is a refusal.
      await walkTo(world, 'loggedOn');
      await walkTo(world, 'loggedOn');
      expect(world.snapshots.some((snapshot) => 'problem' in snapshot.state && snapshot.state.problem?.code === code)).toBe(true);
      const everything = [JSON.stringify(world.snapshots), ...journals, ...world.logLines].join('\n');
      expect(everything).toContain(contractorId);
      for (const secret of Object.values(marked).filter((value) => value.length > 3)) expect(everything).not.toContain(secret);
    }
  });
});
