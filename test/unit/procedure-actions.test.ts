import { describe, expect, test } from 'vitest';
import { failure, type KeychainCode, type Outcome, success } from '../../preload/contract/problem.ts';
import {
  brokenKeychain,
  certificate,
  contractorId,
  goodBank,
  goodRetriever,
  grant,
  later,
  marked,
  memoryJournal,
  memoryKeychain,
  notedSessions,
  pins,
  procedureWorld,
  renewedCertificate,
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
  ])('is led to %s when it is faulty, and nothing is sent', async (field, wrong) => {
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

  test('whose second entry comes after the bank took the first begins with the identification, lest the wrong PINs hold', async () => {
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

  test('who starts over while the bank is silent is not overtaken by its late answer', async () => {
    let answer: (value: ReturnType<typeof failure>) => void = () => undefined;
    const bank = { ...goodBank(), identify: () => new Promise<ReturnType<typeof failure>>((resolve) => (answer = resolve)) };
    const world = await procedureWorld({ bank });
    await walkTo(world, 'identification');
    const identifying = world.procedure.identify(identification);
    await settled();
    await world.procedure.startOver(undefined);
    answer(failure('pin-locked'));
    await identifying;
    expect(world.runner.snapshot()).toEqual({ state: { step: 'locked' }, interruptedAt: null, notice: null, offer: null });
  });

  test('who starts over in the moment of sending leaves nothing going on behind the first screen', async () => {
    const secrets = memoryKeychain();
    const world = await procedureWorld({ secrets });
    await walkTo(world, 'identification');
    await Promise.all([world.procedure.identify(identification), world.procedure.startOver(undefined)]);
    expect(world.state()).toEqual({ step: 'locked' });
    expect(world.alarms).toEqual([]);
    expect([...secrets.held.values()]).not.toContain(marked.token);
  });

  test('who starts over in the moment of asking for the certificate gets none behind the first screen', async () => {
    let retrievals = 0;
    const counting = {
      ...goodRetriever(),
      retrieve: async () => {
        retrievals += 1;
        return success(certificate);
      },
    };
    const world = await procedureWorld({ certificate: counting });
    await walkTo(world, 'certificateRequired');
    await Promise.all([world.procedure.retrieveCertificate(undefined), world.procedure.startOver(undefined)]);
    await settled();
    expect(retrievals).toBe(0);
    expect(world.state()).toEqual({ step: 'locked' });
  });

  test('begins nothing while everything is being stopped', async () => {
    let letGo: (outcome: Outcome<void, KeychainCode>) => void = () => undefined;
    const forgotten = new Promise<Outcome<void, KeychainCode>>((resolve) => {
      letGo = resolve;
    });
    const slow = { ...memoryKeychain(), forget: () => forgotten };
    const world = await procedureWorld({ secrets: slow });
    await walkTo(world, 'certificateRequired');
    const startingOver = world.procedure.startOver(undefined);
    expect(await world.procedure.retrieveCertificate(undefined)).toMatchObject({ ok: false, problem: { code: 'not-now' } });
    letGo(success(undefined));
    await startingOver;
    expect(world.state()).toEqual({ step: 'locked' });
  });

  test('cannot take a step out of its place', async () => {
    const world = await procedureWorld();
    expect(await world.procedure.logOn({ logonPin: marked.logonPin })).toMatchObject({ ok: false, problem: { code: 'not-now' } });
    expect(world.state()).toEqual({ step: 'locked' });
  });
});

describe('the logon', () => {
  test("hands the bank's session to whoever works in it, and closes it when the person begins anew", async () => {
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

describe('the retrieval', () => {
  test('can be cancelled and begun again', async () => {
    let round = 0;
    const patient = {
      ...goodRetriever(),
      retrieve: (_grant: unknown, _onStage: unknown, signal: AbortSignal) =>
        round++ > 0
          ? Promise.resolve(success(certificate))
          : new Promise<ReturnType<typeof failure>>((resolve) => signal.addEventListener('abort', () => resolve(failure('cancelled')))),
    };
    const world = await procedureWorld({ certificate: patient });
    await walkTo(world, 'retrieval');
    await world.procedure.cancelRetrieval(undefined);
    await settled();
    expect(world.state()).toMatchObject({ step: 'retrieval', phase: 'stopped' });
    await world.procedure.retrieveCertificate(undefined);
    await settled();
    expect(world.state()).toMatchObject({ step: 'certificateReady' });
  });

  test('that breaks by a bug of ours says so with a reference, and can be tried again', async () => {
    const broken = { ...goodRetriever(), retrieve: () => Promise.reject(new Error('bug')) };
    const world = await procedureWorld({ certificate: broken });
    await walkTo(world, 'retrieval');
    expect(world.state()).toMatchObject({ phase: 'failed', problem: { code: 'internal', reference: 'REF00001' } });
  });

  test('keeps the right to the certificate until the certificate is installed, and forgets it then', async () => {
    const secrets = memoryKeychain();
    const world = await procedureWorld({ secrets });
    await walkTo(world, 'certificateRequired');
    expect([...secrets.held.keys()]).toContain('enrolment-grant');
    await walkTo(world, 'certificateReady');
    expect([...secrets.held.keys()]).toEqual([]);
  });
});

describe('the renewal', () => {
  const due = { type: 'validityKnown', serial: certificate.serial, validity: { kind: 'due', daysLeft: 12 } } as const;
  const waitingForCancel = (_current: unknown, _onStage: unknown, signal: AbortSignal) =>
    new Promise<ReturnType<typeof failure>>((resolve) => signal.addEventListener('abort', () => resolve(failure('cancelled'))));

  test('asks for the certificate that is on the screen, and ends at the logon with the new one', async () => {
    const asked: unknown[] = [];
    const good = goodRetriever();
    const renew: typeof good.renew = (current, ...rest) => {
      asked.push(current);
      return good.renew(current, ...rest);
    };
    const world = await procedureWorld({ certificate: { ...good, renew } });
    await walkTo(world, 'certificateReady');
    expect(await world.procedure.chooseRenewal(undefined)).toMatchObject({ ok: false, problem: { code: 'not-now' } });
    await world.runner.dispatch(due);
    expect(await world.procedure.chooseRenewal(undefined)).toEqual({ ok: true });
    await settled();
    expect(asked).toEqual([{ contractorId, serial: certificate.serial }]);
    expect(world.state()).toMatchObject({ step: 'certificateReady', certificate: renewedCertificate });
    await walkTo(world, 'loggedOn');
    expect(world.state()).toMatchObject({ step: 'loggedOn', certificate: renewedCertificate });
  });

  test('closes the session of whoever is logged on, since it belongs to the old certificate', async () => {
    const administrator = notedSessions();
    const world = await procedureWorld({ administrator });
    await walkTo(world, 'loggedOn');
    expect(await world.procedure.chooseRenewal(undefined)).toMatchObject({ ok: false });
    expect(administrator.told).not.toContain('end');
    await world.runner.dispatch(due);
    await world.procedure.chooseRenewal(undefined);
    await settled();
    expect(administrator.told.at(-1)).toBe('end');
    expect(world.state()).toMatchObject({ step: 'certificateReady', certificate: renewedCertificate });
  });

  test('can be cancelled, and left for the certificate that is still there', async () => {
    const world = await procedureWorld({ certificate: { ...goodRetriever(), renew: waitingForCancel } });
    await walkTo(world, 'certificateReady');
    await world.runner.dispatch(due);
    await world.procedure.chooseRenewal(undefined);
    await world.procedure.cancelRetrieval(undefined);
    await settled();
    expect(world.state()).toMatchObject({ step: 'renewal', phase: 'stopped' });
    await world.procedure.goBack(undefined);
    expect(world.state()).toMatchObject({ step: 'certificateReady', certificate });
  });

  test('that the bank refuses says why, and can be tried again', async () => {
    let round = 0;
    const good = goodRetriever();
    const renew: typeof good.renew = (...words) => (round++ === 0 ? Promise.resolve(failure('bank-closed')) : good.renew(...words));
    const world = await procedureWorld({ certificate: { ...good, renew } });
    await walkTo(world, 'certificateReady');
    await world.runner.dispatch(due);
    await world.procedure.chooseRenewal(undefined);
    await settled();
    expect(world.state()).toMatchObject({ step: 'renewal', phase: 'failed', problem: { code: 'bank-closed', screenCode: '2-10-309' } });
    await world.procedure.chooseRenewal(undefined);
    await settled();
    expect(world.state()).toMatchObject({ step: 'certificateReady', certificate: renewedCertificate });
  });

  test('during which the program crashes goes on after the restart', async () => {
    const first = await procedureWorld({ certificate: { ...goodRetriever(), renew: waitingForCancel } });
    await walkTo(first, 'certificateReady');
    await first.runner.dispatch(due);
    await first.procedure.chooseRenewal(undefined);
    const second = await procedureWorld({ journal: first.journal, secrets: first.secrets });
    expect(second.runner.snapshot()).toMatchObject({ state: { step: 'renewal', phase: 'stopped' }, interruptedAt: expect.any(String) });
    await second.procedure.resume(undefined);
    await second.procedure.chooseRenewal(undefined);
    await settled();
    expect(second.state()).toMatchObject({ step: 'certificateReady', certificate: renewedCertificate });
  });

  test('is stopped by whoever starts over', async () => {
    const world = await procedureWorld({ certificate: { ...goodRetriever(), renew: waitingForCancel } });
    await walkTo(world, 'certificateReady');
    await world.runner.dispatch(due);
    await world.procedure.chooseRenewal(undefined);
    await world.procedure.startOver(undefined);
    expect(world.state()).toEqual({ step: 'locked' });
  });
});

describe('a crash', () => {
  test('after the one-time password loses nothing: the retrieval goes on after the restart', async () => {
    const first = await procedureWorld();
    await walkTo(first, 'certificateRequired');
    const second = await procedureWorld({ journal: first.journal, secrets: first.secrets });
    expect(second.runner.snapshot()).toMatchObject({ state: { step: 'certificateRequired' }, interruptedAt: expect.any(String) });
    await second.procedure.resume(undefined);
    await walkTo(second, 'loggedOn');
    expect(second.state().step).toBe('loggedOn');
  });

  test('between the bank answer to the one-time password and the journal is healed by asking the bank', async () => {
    const first = await procedureWorld();
    await walkTo(first, 'oneTimePassword');
    const bank = { ...goodBank(), readSession: async () => success({ next: 'certificate' as const, contractorId, expiresAt: grant.enrolBefore, grant }) };
    const second = await procedureWorld({ journal: first.journal, secrets: first.secrets, bank });
    await second.procedure.resume(undefined);
    expect(second.state()).toMatchObject({ step: 'certificateRequired', contractorId });
  });

  test('in a session that has expired meanwhile leads to the identification', async () => {
    const first = await procedureWorld();
    await walkTo(first, 'newPins');
    const bank = { ...goodBank(), readSession: async () => failure('session-expired') };
    const second = await procedureWorld({ journal: first.journal, secrets: first.secrets, bank });
    await second.procedure.resume(undefined);
    expect(second.state()).toMatchObject({ step: 'identification', problem: { code: 'session-expired' } });
  });

  test('that leaves an unreadable journal is told, and the way begins anew', async () => {
    const world = await procedureWorld({ journal: { ...memoryJournal(), read: async () => ({ kind: 'damaged' }) } });
    expect(world.runner.snapshot()).toMatchObject({ state: { step: 'locked' }, notice: { code: 'journal-unreadable' } });
  });

  test('of the disk does not stop the person, who is told', async () => {
    const world = await procedureWorld({ journal: { ...memoryJournal(), write: async () => failure('disk-full') } });
    await walkTo(world, 'logonMenu');
    expect(world.runner.snapshot()).toMatchObject({ state: { step: 'logonMenu' }, notice: { code: 'disk-full' } });
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
