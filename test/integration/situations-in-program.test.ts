import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { createNssStore, nssFolder } from '../../main/certificate/stores/nss.ts';
import { isSituationCode } from '../../preload/contract/situations.ts';
import { type Place, programSituations, type SeenInProgram } from '../support/program-situations.ts';
import { confirmationPin, logOn, obtainIdentity, problemOf } from './practice-bank-client.ts';
import { closePrograms, newHome, next, startProgram, type WholeProgram, waitFor, walkTo } from './whole-program.ts';

/**
 * Situations of the practice in the whole program: switched as the practice panel does, and met where the
 * person meets them: in the answer to a press, on the screen, or in the notice above it.
 */

const newPins = { userLogonPin: 'Hinoki2024', userLogonPinReentry: 'Hinoki2024', userConfirmationPin: 'Kaede2024', userConfirmationPinReentry: 'Kaede2024' };

async function walkToUsers(program: WholeProgram): Promise<void> {
  await walkTo(program, 'loggedOn');
  await program.ask('users', 'open');
  expect(program.users().screen).toBe('menu');
}

/** Leads to the place, lets the situation begin, and does what the person does there. @returns the code that they are shown */
async function play(program: WholeProgram, place: Place, begin: () => Promise<void>): Promise<string | null> {
  const act = async (group: string, name: string, input?: unknown) => (await program.ask(group, name, input))?.code ?? program.told();
  switch (place) {
    case 'logonMenu':
    case 'identification':
    case 'newPins':
    case 'oneTimePassword':
    case 'certificateReady':
      await walkTo(program, place);
      await begin();
      if (program.procedure().notice !== null) return program.told();
      return (await next(program, place))?.code ?? program.told();
    case 'usersMenu':
      await walkToUsers(program);
      await begin();
      await program.ask('users', 'chooseRegisterOrChange');
      return act('users', 'chooseSelection');
    case 'userChange':
      await walkToUsers(program);
      await program.ask('users', 'chooseRegisterOrChange');
      await program.ask('users', 'chooseSelection');
      await program.ask('users', 'chooseUser', { userId: 'user01' });
      await begin();
      return act('users', 'overwritePins', { ...newPins, confirmationPin });
    case 'userRegistration':
      await walkToUsers(program);
      await program.ask('users', 'chooseRegisterOrChange');
      await program.ask('users', 'chooseRegister');
      await begin();
      return act('users', 'register', { userId: 'newuser1', userName: '新しい利用者', ...newPins, confirmationPin });
    case 'registrationTwice':
      await play(program, 'userRegistration', begin);
      expect(program.told()).toBe('bank-unreachable');
      return act('users', 'register', { userId: 'newuser1', userName: '新しい利用者', ...newPins, confirmationPin });
    case 'userLogon': {
      const [user] = program.test().users;
      const identity = await obtainIdentity(program.test());
      await begin();
      const answer = await logOn(program.test(), identity, { role: 'user', userId: user?.userId ?? '', userLogonPin: user?.userLogonPin ?? '' });
      return problemOf(answer).code;
    }
    case 'restart':
      await walkTo(program, 'newPins');
      await begin();
      return (await startProgram(program.folder)).told();
    default:
      return place satisfies never;
  }
}

afterAll(closePrograms);

test.each(Object.keys(programSituations).filter(isInProgram))(
  'a person who practises %s is shown that very problem, and afterwards all is as usual',
  async (code) => {
    const program = await startProgram(newHome());
    const switchTo = (wanted: string | null) => program.ask('practice', 'setSituation', { code: wanted });
    const shown = await play(program, programSituations[code], async () => {
      expect(await switchTo(code)).toBeNull();
      // The examination of the PC follows by itself.
      if (code === 'certificates-piled-up') await waitFor(() => program.told() !== null);
    });
    expect(shown).toBe(code);
    expect(program.test().bank.papers().situation).toBe(code);

    expect(await switchTo(null)).toBeNull();
    expect(await program.ask('procedure', 'startOver')).toBeNull();
    await walkTo(program, 'newPins');
    expect(program.told()).toBeNull();
  },
);

function isInProgram(word: string): word is SeenInProgram {
  return isSituationCode(word) && word in programSituations;
}

const storeOf = (program: WholeProgram) => createNssStore({ home: program.folder, temporary: program.folder });
async function standing(program: WholeProgram): Promise<number> {
  const listed = await storeOf(program).list(AbortSignal.timeout(30_000));
  return listed.ok ? listed.value.length : -1;
}

test('the pile of the practice is a real one: it is tidied, brought back, and gone when all is as usual', async () => {
  const program = await startProgram(newHome());
  await walkTo(program, 'certificateReady');
  await program.ask('practice', 'setSituation', { code: 'certificates-piled-up' });
  await waitFor(() => program.told() === 'certificates-piled-up');
  expect(await standing(program)).toBe(2);
  expect(await program.ask('certificate', 'tidyUp')).toBeNull();
  expect(program.told()).toBe('certificates-tidied');
  expect(await standing(program)).toBe(1);
  expect(await program.ask('certificate', 'undoTidyUp')).toBeNull();
  expect(await standing(program)).toBe(2);
  await program.ask('practice', 'setSituation', { code: null });
  await waitFor(() => program.told() === null);
  expect(await standing(program)).toBe(1);
});

test('whose store was given another password since is told that the key can no longer sign, without being asked for anything', async () => {
  const program = await startProgram(newHome());
  await walkTo(program, 'certificateReady');
  const [before, after] = [join(program.folder, 'before'), join(program.folder, 'after')];
  writeFileSync(before, '\n');
  writeFileSync(after, 'Changed2024\n');
  execFileSync('certutil', ['-W', '-d', `sql:${nssFolder({ home: program.folder })}`, '-f', before, '-@', after], { stdio: 'ignore' });
  await program.ask('practice', 'setSituation', { code: null });
  await waitFor(() => program.told() !== null);
  expect(program.told()).toBe('key-cannot-sign');
});
