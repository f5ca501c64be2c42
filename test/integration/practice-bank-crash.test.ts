import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type BankDatabase, openDatabase, readRow } from '../../main/practice-bank/storage/database.ts';
import { paths } from '../../main/protocol/protocol.ts';
import {
  identify,
  logOn,
  obtainIdentity,
  openSession,
  problemOf,
  reachOneTimePassword,
  sendPins,
  startTestBank,
  type TestBank,
} from './practice-bank-client.ts';

/**
 * The bank dies between its work and the keeping of the answer: here by a database that refuses the answer,
 * which is the same moment, seen from outside.
 */

const key = 'a-key-that-is-used-again-0001';
const day = 86_400_000;
let test: TestBank;
let beside: BankDatabase;

beforeEach(async () => {
  test = await startTestBank();
  beside = openDatabase(test.dataDir);
});
afterEach(async () => {
  beside.close();
  await test.end();
});

const dieBeforeKeeping = () => beside.exec("CREATE TRIGGER dying BEFORE INSERT ON answers BEGIN SELECT RAISE(ABORT, 'the bank died'); END");
const comeBack = () => beside.exec('DROP TRIGGER dying');
const count = (sql: string, ...values: string[]) => readRow(beside, z.object({ found: z.int() }), sql, ...values)?.found;
const wrongPin = () => (test.registrationPin === '0000' ? '0001' : '0000');

describe('a request that is repeated because the bank died over it', () => {
  it('counts a wrong PIN once', async () => {
    test.bank.releaseLock(test.contractorId);
    dieBeforeKeeping();
    expect(problemOf(await identify(test, { registrationPin: wrongPin() }, key)).code).toBe('bank-failure');
    comeBack();
    for (let again = 0; again < 2; again += 1) {
      expect(problemOf(await identify(test, { registrationPin: wrongPin() }, key))).toMatchObject({ code: 'identification-refused', attemptsLeft: 6 });
    }
    expect(count('SELECT wrong AS found FROM attempts WHERE contractor_id = ?', test.contractorId)).toBe(1);
  });

  it('finds the step not yet taken, and takes it once', async () => {
    test.bank.releaseLock(test.contractorId);
    const token = await openSession(test);
    dieBeforeKeeping();
    expect(problemOf(await sendPins(test, token)).code).toBe('bank-failure');
    comeBack();
    expect((await sendPins(test, token)).status).toBe(200);
    expect(problemOf(await sendPins(test, token)).code).toBe('step-out-of-order');
  });

  it('registers a user once, and gives the same answer again', async () => {
    const identity = await obtainIdentity(test);
    const { session } = z.object({ session: z.object({ token: z.string() }) }).parse((await logOn(test, identity)).json());
    const body = { userId: 'newuser1', userName: '新しい利用者', userLogonPin: 'Hinoki2024', userConfirmationPin: 'Kaede2024', confirmationPin: 'Momiji9x' };
    const register = () => test.call('POST', paths.users, { body, identity, token: session.token, key });
    dieBeforeKeeping();
    expect(problemOf(await register()).code).toBe('bank-failure');
    expect(count('SELECT count(*) AS found FROM users WHERE user_id = ?', body.userId)).toBe(0);
    comeBack();
    const first = await register();
    expect(first.status).toBe(201);
    expect((await register()).text).toBe(first.text);
    expect(count('SELECT count(*) AS found FROM users WHERE user_id = ?', body.userId)).toBe(1);
  });

  it('still gets the grant of a good one-time password, once', async () => {
    test.bank.releaseLock(test.contractorId);
    const { token, right } = await reachOneTimePassword(test);
    const send = () => test.call('POST', paths.activationOneTimePassword, { token, body: { oneTimePassword: right }, key });
    const grants = () => count('SELECT count(*) AS found FROM grants WHERE contractor_id = ?', test.contractorId);
    dieBeforeKeeping();
    expect(problemOf(await send()).code).toBe('bank-failure');
    expect(grants()).toBe(0);
    comeBack();
    const first = await send();
    expect(first.status).toBe(200);
    expect((await send()).text).toBe(first.text);
    expect(grants()).toBe(1);
  });
});

describe('who guesses at contractor IDs and user IDs that do not exist', () => {
  const counters = () => count('SELECT count(*) AS found FROM attempts WHERE wrong = 1');

  it('leaves nothing behind in the long run, while the counters of those who exist stay', async () => {
    test.bank.releaseLock(test.contractorId);
    for (const contractorId of ['10000000001', '10000000002']) await identify(test, { contractorId });
    await identify(test, { registrationPin: wrongPin() });
    test.clock.advance(360 * day);
    expect(problemOf(await identify(test, { contractorId: '10000000001' })).attemptsLeft).toBe(5);
    test.clock.advance(10 * day);
    expect(problemOf(await identify(test, { contractorId: '10000000003' })).attemptsLeft).toBe(6);
    expect(counters()).toBe(2);
    // Tried again meanwhile: not forgotten. The company's own: never by age.
    expect(problemOf(await identify(test, { contractorId: '10000000001' })).attemptsLeft).toBe(4);
    expect(problemOf(await identify(test, { registrationPin: wrongPin() })).attemptsLeft).toBe(5);
  });
});
