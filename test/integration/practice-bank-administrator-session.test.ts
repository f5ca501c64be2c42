import { describe, expect, it } from 'vitest';
import { minutes } from '../../main/practice-bank/clock.ts';
import { openDatabase } from '../../main/practice-bank/storage/database.ts';
import { logonReplySchema, paths } from '../../main/protocol/protocol.ts';
import { administratorAtBank, pageOf } from './practice-bank-administrator.ts';
import { type Answer, activate, type Call, certificatesOf, enrol, makeRequest, problemOf, profile } from './practice-bank-client.ts';

const { test, token, logOnAgain, list, register, change, overwrite, logOff, asUser } = administratorAtBank();

/** Every way to ask for or change something about users. */
const everyCall: readonly (readonly [string, (more: Call) => Promise<Answer>])[] = [
  ['the list', (more) => list('', more)],
  ['registering', (more) => register({}, more)],
  ['changing', (more) => change({}, more)],
  ['overwriting PINs', (more) => overwrite({}, more)],
  ['logging off', (more) => logOff(more)],
];

describe("the administrator's session", () => {
  it('opens with the logon, with 256 random bits, and not for a user', async () => {
    expect(Buffer.from(token(), 'base64url')).toHaveLength(32);
    const user = logonReplySchema.parse((await asUser('user01', test().users[0]?.userLogonPin ?? '')).json());
    expect(user.session).toBeNull();
    expect(pageOf(await list()).registered).toBe(12);
  });

  it.each(everyCall)('is wanted for %s: neither certificate nor token is enough alone', async (_what, call) => {
    expect(problemOf(await call({ identity: undefined })).code).toBe('certificate-required');
    const without = await call({ token: undefined });
    expect(problemOf(without)).toMatchObject({ code: 'session-expired', status: 401 });
    expect(without.headers['www-authenticate']).toBe('Bearer');
    expect(problemOf(await call({ token: 'A'.repeat(43) })).code).toBe('session-expired');
  });

  it('ends ten minutes after the last question, and not before', async () => {
    for (let round = 0; round < 3; round += 1) {
      test().clock.advance(9 * minutes);
      expect((await list()).status).toBe(200);
    }
    test().clock.advance(profile.sessionMinutes * minutes);
    expect(problemOf(await list()).code).toBe('session-expired');
    expect(problemOf(await overwrite()).code).toBe('session-expired');
  });

  it('is replaced by the next logon, and closed by logging off', async () => {
    const first = token();
    await logOnAgain();
    expect(problemOf(await list('', { token: first })).code).toBe('session-expired');
    expect((await logOff()).status).toBe(204);
    expect(problemOf(await list()).code).toBe('session-expired');
  });

  it('is no good with another certificate of the same contract', async () => {
    const grant = await activate(test());
    const request = makeRequest(test().contractorId);
    const [cert = ''] = certificatesOf(await enrol(test(), grant.enrolmentSecret, request.base64));
    await logOnAgain();
    expect(problemOf(await list('', { identity: { key: request.key, cert } })).code).toBe('session-expired');
    expect((await list()).status).toBe(200);
  });

  it('is no activation session, nor the other way round', async () => {
    expect(problemOf(await test().call('GET', paths.activationSession, { token: token() })).code).toBe('session-expired');
    test().bank.releaseLock(test().contractorId);
    expect(problemOf(await list()).code).toBe('session-expired');
  });

  it('is kept as a fingerprint alone', async () => {
    const database = openDatabase(test().dataDir);
    const dump = JSON.stringify(database.all('SELECT * FROM administrator_sessions', []));
    database.close();
    expect(dump).toContain(test().contractorId);
    expect(dump).not.toContain(token());
  });
});
