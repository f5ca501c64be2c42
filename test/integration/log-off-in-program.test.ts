import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { openDatabase } from '../../main/practice-bank/storage/database.ts';
import { paths } from '../../main/protocol/protocol.ts';
import { closePrograms, newHome, next, secretsOf, startProgram, type WholeProgram, walkTo } from './whole-program.ts';

/** ログオフ in the whole program, with the real practice bank over TLS: what the bank holds of the session is looked at. */

afterAll(closePrograms);

/** The sessions that the bank holds open. */
function openAtBank(program: WholeProgram): { readonly administrator: number; readonly activation: number } {
  const database = openDatabase(join(program.folder, 'sandbox-bank'));
  const count = (table: string) => database.all(`SELECT * FROM ${table}`, []).length;
  const found = { administrator: count('administrator_sessions'), activation: count('activation_sessions') };
  database.close();
  return found;
}

/** The activation's token, as it lies in the keychain. */
function tokenOf(program: WholeProgram): string {
  const [, token = ''] = [...secretsOf(program.folder)].find(([account]) => account.includes('activation-session')) ?? [];
  return token;
}

const logOff = (program: WholeProgram) => program.ask('procedure', 'logOff');

test('the administrator who logs off is logged on nowhere any more, and is told so', async () => {
  const program = await startProgram(newHome());
  await walkTo(program, 'loggedOn');
  expect(openAtBank(program).administrator).toBe(1);
  expect(program.users()).toMatchObject({ screen: 'closed', expiresAt: expect.any(String) });
  await program.ask('users', 'open');
  expect(await logOff(program)).toBeNull();
  expect(openAtBank(program).administrator).toBe(0);
  expect(program.users()).toEqual({ screen: 'closed' });
  expect(program.told()).toBe('logged-off-as-asked');
  expect(program.procedure().state.step).toBe('certificateReady');
  expect((await program.ask('users', 'open'))?.code ?? null).toBeNull();
  expect(program.users()).toEqual({ screen: 'closed' });
  // And logs on again with the same certificate.
  await walkTo(program, 'loggedOn');
  expect(openAtBank(program).administrator).toBe(1);
});

describe.each(['newPins', 'oneTimePassword'] as const)('at %s', (step) => {
  test('in the middle of the activation the session is closed, no attempt is spent, and the way begins with the identification', async () => {
    const program = await startProgram(newHome());
    await walkTo(program, step);
    const token = tokenOf(program);
    const { call } = program.test();
    expect((await call('GET', paths.activationSession, { token })).status).toBe(200);
    expect(await logOff(program)).toBeNull();
    expect((await call('GET', paths.activationSession, { token })).status).toBe(401);
    expect(tokenOf(program)).toBe('');
    expect(program.told()).toBe('activation-left');
    expect(program.procedure().state.step).toBe('identification');
    await next(program, 'identification');
    expect(program.told()).toBeNull();
    await walkTo(program, 'certificateRequired');
  });

  test('closing the window does the same, and the next start says what is to be entered again', async () => {
    const home = newHome();
    const program = await startProgram(home);
    await walkTo(program, step);
    const token = tokenOf(program);
    expect(await program.logOff()).toBe(true);
    expect((await program.test().call('GET', paths.activationSession, { token })).status).toBe(401);
    await program.end();
    const again = await startProgram(home);
    expect(again.procedure()).toMatchObject({ state: { step: 'identification', problem: { code: 'activation-left' } }, interruptedAt: null });
  });
});

test('closing the window logs the administrator off, and nothing is left to say at the next start', async () => {
  const home = newHome();
  const program = await startProgram(home);
  await walkTo(program, 'loggedOn');
  expect(await program.logOff()).toBe(true);
  expect(openAtBank(program)).toMatchObject({ administrator: 0 });
  await program.end();
  const again = await startProgram(home);
  expect(again.procedure()).toMatchObject({ state: { step: 'start' }, offer: { kind: 'logon' }, notice: null });
});

test('a silent bank holds nobody up: the session is forgotten here, and the person is told', async () => {
  const program = await startProgram(newHome());
  await walkTo(program, 'loggedOn');
  expect(await program.ask('practice', 'setSituation', { code: 'bank-timeout' })).toBeNull();
  const begun = performance.now();
  expect(await program.logOff()).toBe(false);
  // The limit itself is held to the clock in the unit tests; here it must be nowhere near the thirty seconds of an answer.
  expect(performance.now() - begun).toBeLessThan(20_000);
  expect(program.users()).toEqual({ screen: 'closed' });
  expect(program.told()).toBe('log-off-not-told');
});
