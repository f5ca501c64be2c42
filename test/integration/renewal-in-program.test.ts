import { afterAll, expect, test } from 'vitest';
import { createNssStore } from '../../main/certificate/stores/nss.ts';
import { serialOf } from '../../main/certificate/x509.ts';
import { logonPin } from './practice-bank-client.ts';
import { closePrograms, newHome, startProgram, type WholeProgram, waitFor, walkTo } from './whole-program.ts';

/** The renewal in the whole program, in the situations of the practice: offered, done, and refused when it is too late. */

afterAll(closePrograms);

const situation = (program: WholeProgram, code: string | null) => program.ask('practice', 'setSituation', { code });
const ready = (program: WholeProgram) => {
  const { state } = program.procedure();
  return state.step === 'certificateReady' || state.step === 'loggedOn' ? state : null;
};
const kindOf = (program: WholeProgram) => ready(program)?.validity?.kind ?? null;
const serial = (program: WholeProgram) => ready(program)?.certificate.serial ?? '';
async function standing({ folder }: WholeProgram): Promise<readonly string[]> {
  const listed = await createNssStore({ home: folder, temporary: folder }).list(AbortSignal.timeout(30_000));
  return listed.ok ? listed.value.map(serialOf) : [];
}

/** Renews, and waits for the logon with the new certificate. */
async function renew(program: WholeProgram): Promise<void> {
  const before = serial(program);
  expect(await program.ask('procedure', 'chooseRenewal')).toBeNull();
  await waitFor(() => program.procedure().state.step === 'certificateReady');
  expect(serial(program)).not.toBe(before);
  expect(await standing(program)).toEqual([serial(program)]);
}

test('whose certificate ends soon is told so, renews it while logged on, and logs on with the new one', async () => {
  const program = await startProgram(newHome());
  await walkTo(program, 'loggedOn');
  await waitFor(() => kindOf(program) === 'notDue');
  expect(await program.ask('procedure', 'chooseRenewal')).toMatchObject({ code: 'not-now' });
  await situation(program, 'certificate-expires-soon');
  await waitFor(() => program.told() === 'certificate-expires-soon' && kindOf(program) === 'due');
  expect(ready(program)?.validity).toEqual({ kind: 'due', daysLeft: 14 });
  await renew(program);
  expect(program.told()).toBeNull();
  await waitFor(() => kindOf(program) === 'notDue');
  await walkTo(program, 'loggedOn');
});

test('whose certificate has expired is refused at the logon, renews it within the days of grace, and may let it expire again', async () => {
  const program = await startProgram(newHome());
  await walkTo(program, 'certificateReady');
  for (const _ of ['once', 'and again']) {
    await situation(program, 'certificate-expired');
    await program.ask('procedure', 'logOn', { logonPin });
    expect(program.told()).toBe('certificate-expired');
    await waitFor(() => kindOf(program) === 'expired');
    await renew(program);
    await walkTo(program, 'loggedOn');
    // A person who starts over finds the certificate from the menu.
    await program.ask('procedure', 'startOver');
    for (const step of ['chooseLockedOut', 'reportReleaseRequested', 'reportReleased', 'chooseAdministratorLogon', 'chooseLogon'])
      await program.ask('procedure', step);
    expect(program.procedure().state.step).toBe('certificateReady');
    await situation(program, null);
  }
});

test('who comes from the menu with an expired certificate is offered the renewal there', async () => {
  const program = await startProgram(newHome());
  await walkTo(program, 'certificateReady');
  await situation(program, 'certificate-expired');
  await program.ask('procedure', 'startOver');
  for (const step of ['chooseLockedOut', 'reportReleaseRequested', 'reportReleased', 'chooseAdministratorLogon', 'chooseLogon'])
    await program.ask('procedure', step);
  await waitFor(() => kindOf(program) === 'expired');
  await renew(program);
});

test.each([
  ['certificate-expired-paper-form', 'paperForm'],
  ['certificate-expired-revoke-first', 'revokeFirst'],
])('whose days of grace are over (%s) is told what the bank wants, and offered nothing that it would refuse', async (code, kind) => {
  const program = await startProgram(newHome());
  await walkTo(program, 'certificateReady');
  const before = await standing(program);
  await situation(program, code);
  await waitFor(() => kindOf(program) === kind);
  expect(await program.ask('procedure', 'chooseRenewal')).toMatchObject({ code: 'not-now' });
  await program.ask('procedure', 'logOn', { logonPin });
  expect(program.told()).toBe(code);
  expect(await standing(program)).toEqual(before);
});

test('who begins just in time, but asks the bank too late, is told what it wants instead, and goes back', async () => {
  const program = await startProgram(newHome());
  await walkTo(program, 'certificateReady');
  await situation(program, 'certificate-expired');
  await waitFor(() => kindOf(program) === 'expired');
  program.test().bank.setSituation('certificate-expired-revoke-first');
  expect(await program.ask('procedure', 'chooseRenewal')).toBeNull();
  await waitFor(() => program.told() !== null);
  expect(program.procedure().state).toMatchObject({ step: 'renewal', phase: 'failed', problem: { screenCode: '2-10-211' } });
  expect(await program.ask('procedure', 'goBack')).toBeNull();
  await waitFor(() => kindOf(program) === 'revokeFirst');
});
