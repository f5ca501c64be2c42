import { describe, expect, test } from 'vitest';
import { failure, success } from '../../preload/contract/problem.ts';
import { contractorId, goodBank, grant, later, marked, notedSessions, procedureWorld, settled, walkTo } from './procedure-world.ts';

const noInput = undefined as never;

/** A bank that notes which sessions it was told to close. */
function closingBank(more: Partial<ReturnType<typeof goodBank>> = {}) {
  const closed: string[] = [];
  const abandon = async (token: { reveal(): string }) => {
    closed.push(token.reveal());
    return true;
  };
  return { closed, bank: { ...goodBank(), abandon, ...more } };
}

describe('ログオフ', () => {
  test('after the logon ends the session, leads back to the logon and says so', async () => {
    const administrator = notedSessions();
    const world = await procedureWorld({ administrator });
    await walkTo(world, 'loggedOn');
    expect(await world.procedure.logOff(noInput)).toEqual({ ok: true });
    expect(administrator.told.at(-1)).toBe('end');
    expect(world.state()).toMatchObject({ step: 'certificateReady', phase: 'editing', problem: { code: 'logged-off-as-asked' } });
  });

  test('is refused where no session lives', async () => {
    const world = await procedureWorld();
    for (const step of ['locked', 'identification', 'certificateRequired', 'certificateReady'] as const) {
      await walkTo(world, step);
      expect(await world.procedure.logOff(noInput)).toMatchObject({ ok: false, problem: { code: 'not-now' } });
      expect(await world.end()).toBe(true);
      expect(world.state().step).toBe(step);
    }
  });

  test.each(['newPins', 'oneTimePassword'] as const)('at %s closes the session at the bank and forgets its token', async (step) => {
    const { bank, closed } = closingBank();
    const world = await procedureWorld({ bank });
    await walkTo(world, step);
    await world.procedure.logOff(noInput);
    expect(closed).toEqual([marked.token]);
    expect(world.secrets).toMatchObject({ held: new Map() });
    expect(world.state()).toMatchObject({ step: 'identification', problem: { code: 'activation-left' } });
  });

  test('keeps the right to a certificate that the bank gave unheard', async () => {
    const { bank, closed } = closingBank({
      confirmOneTimePassword: async () => failure('bank-timeout'),
      readSession: async () => success({ next: 'oneTimePassword', contractorId, expiresAt: later, position: null }),
    });
    const world = await procedureWorld({ bank: { ...bank } });
    await walkTo(world, 'oneTimePassword');
    await world.procedure.confirmOneTimePassword({ oneTimePassword: marked.oneTimePassword });
    expect(world.state()).toMatchObject({ step: 'oneTimePassword', problem: { code: 'bank-timeout' } });
    Object.assign(world.bank, { readSession: async () => success({ next: 'certificate', contractorId, expiresAt: later, grant }) });
    await world.procedure.logOff(noInput);
    await settled();
    expect(closed).toEqual([marked.token]);
    expect(world.runner.snapshot().offer).toMatchObject({ kind: 'retrieval' });
  });

  test('does not throw away the token that alone leads to an unheard right, where the bank is silent', async () => {
    const { bank } = closingBank({ confirmOneTimePassword: async () => failure('bank-timeout'), readSession: async () => failure('bank-unreachable') });
    const world = await procedureWorld({ bank });
    await walkTo(world, 'oneTimePassword');
    await world.procedure.confirmOneTimePassword({ oneTimePassword: marked.oneTimePassword });
    await world.procedure.logOff(noInput);
    expect(world.state()).toMatchObject({ step: 'identification', problem: { code: 'log-off-not-told' } });
    expect((await world.secrets.read('activation-session')).ok).toBe(true);
    expect(await world.secrets.read('activation-session')).not.toEqual(success(null));
  });

  test('waits four seconds for a silent bank and no longer, with the token forgotten at once', async () => {
    const { bank } = closingBank({ abandon: () => new Promise<never>(() => undefined) });
    const world = await procedureWorld({ bank });
    await walkTo(world, 'newPins');
    const done = world.procedure.logOff(noInput);
    await settled();
    expect(world.secrets).toMatchObject({ held: new Map() });
    const alarm = world.alarms.find(({ at }) => at === 4_000);
    expect(alarm).toBeDefined();
    alarm?.run();
    expect(await done).toEqual({ ok: true });
    expect(world.state()).toMatchObject({ step: 'identification', problem: { code: 'log-off-not-told' } });
  });

  test('pressed as the window closes tells the bank once, and the end says that it was told', async () => {
    const { bank, closed } = closingBank();
    const world = await procedureWorld({ bank });
    await walkTo(world, 'newPins');
    const [, told] = await Promise.all([world.procedure.logOff(noInput), world.end()]);
    expect(told).toBe(true);
    expect(closed).toEqual([marked.token]);
  });
});
