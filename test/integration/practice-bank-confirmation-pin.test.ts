import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { administratorAtBank } from './practice-bank-administrator.ts';
import { logOn, problemOf } from './practice-bank-client.ts';

const { test, identity, register, change, overwrite, asUser, everybody } = administratorAtBank();

describe('the confirmation PIN', () => {
  const wrong = { confirmationPin: 'wrong999' };

  it("counts its wrong entries on the contract's counter, together with the logon's", async () => {
    expect(problemOf(await overwrite(wrong))).toMatchObject({ code: 'confirmation-refused', field: 'confirmationPin', attemptsLeft: 6, status: 403 });
    expect(problemOf(await change(wrong)).attemptsLeft).toBe(5);
    expect(problemOf(await register(wrong)).attemptsLeft).toBe(4);
    expect(problemOf(await logOn(test(), identity(), { logonPin: 'wrong999' })).attemptsLeft).toBe(3);
    expect((await overwrite()).status).toBe(200);
    expect(problemOf(await overwrite(wrong)).attemptsLeft).toBe(6);
  });

  it('locks the whole contract with the seventh, which closes the session', async () => {
    for (let left = 6; left > 0; left -= 1) expect(problemOf(await overwrite(wrong)).attemptsLeft).toBe(left);
    expect(problemOf(await overwrite(wrong))).toMatchObject({ code: 'pin-locked', attemptsLeft: 0 });
    expect(problemOf(await overwrite()).code).toBe('session-expired');
    expect(problemOf(await logOn(test(), identity())).code).toBe('pin-locked');
    expect(problemOf(await asUser('user01', test().users[0]?.userLogonPin ?? '')).code).toBe('pin-locked');
    expect(test().bank.papers().contractStatus).toBe('locked');
  });

  it('changes nothing when it is wrong', async () => {
    const before = await everybody();
    await overwrite(wrong);
    await change({ ...wrong, suspended: true });
    await register(wrong);
    expect(await everybody()).toEqual(before);
  });

  it('is not outrun by many tries at once', async () => {
    const answers = await Promise.all(Array.from({ length: 12 }, () => overwrite(wrong)));
    const codes = answers.map((answer) => problemOf(answer).code);
    expect(codes.filter((code) => code === 'confirmation-refused')).toHaveLength(6);
    expect(codes.filter((code) => code === 'pin-locked')).toHaveLength(1);
    expect(codes.filter((code) => code === 'session-expired')).toHaveLength(5);
  });

  it('counts one wrong entry once, however often it is repeated', async () => {
    const key = randomUUID();
    for (let repeat = 0; repeat < 8; repeat += 1) expect(problemOf(await overwrite(wrong, { key })).attemptsLeft).toBe(6);
  });

  it('is wanted in its shape, as are all entries', async () => {
    expect(problemOf(await overwrite({ confirmationPin: '' }))).toMatchObject({ code: 'request-malformed', field: 'confirmationPin' });
    expect(problemOf(await overwrite({ userId: '' }))).toMatchObject({ code: 'request-malformed', field: 'userId' });
    expect(problemOf(await change({ suspended: 'no' })).code).toBe('request-malformed');
    expect(problemOf(await register({ surprise: 1 })).code).toBe('request-malformed');
    expect(problemOf(await register({}, { key: null })).code).toBe('idempotency-key-missing');
  });
});
