import { describe, expect, test } from 'vitest';
import { failure, type KeychainCode, type Outcome, success } from '../../preload/contract/problem.ts';
import { certificate, contractorId, goodBank, goodRetriever, marked, memoryKeychain, procedureWorld, settled, walkTo } from './procedure-world.ts';

const identification = { contractorId, registrationPin: marked.registrationPin };

describe('the person', () => {
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
    expect(world.runner.snapshot()).toEqual({ state: { step: 'start' }, interruptedAt: null, notice: null, offer: null });
  });

  test('who starts over in the moment of sending leaves nothing going on behind the first screen', async () => {
    const secrets = memoryKeychain();
    const world = await procedureWorld({ secrets });
    await walkTo(world, 'identification');
    await Promise.all([world.procedure.identify(identification), world.procedure.startOver(undefined)]);
    expect(world.state()).toEqual({ step: 'start' });
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
    expect(world.state()).toEqual({ step: 'start' });
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
    expect(world.state()).toEqual({ step: 'start' });
  });
});
