import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readUsers } from '../../main/practice-bank/accounts/users.ts';
import { minutes } from '../../main/practice-bank/clock.ts';
import { openDatabase } from '../../main/practice-bank/storage/database.ts';
import { logonReplySchema, paths, userPageSchema, userSchema } from '../../main/protocol/protocol.ts';
import {
  type Answer,
  activate,
  certificatesOf,
  confirmationPin,
  enrol,
  type Identity,
  logOn,
  makeRequest,
  obtainIdentity,
  problemOf,
  profile,
  startTestBank,
  type TestBank,
} from './practice-bank-client.ts';

let test: TestBank;
let identity: Identity;
let token: string;

async function begin(demoUsers?: number): Promise<void> {
  test = await startTestBank(demoUsers === undefined ? {} : { demoUsers });
  identity = await obtainIdentity(test);
  token = await logOnAgain();
}
async function logOnAgain(): Promise<string> {
  return logonReplySchema.parse((await logOn(test, identity)).json()).session?.token ?? '';
}
beforeEach(() => begin());
afterEach(() => test.end());

type Entries = Readonly<Record<string, unknown>>;
const newPins = { userLogonPin: 'Hikari77', userConfirmationPin: 'Kaze2031' };
const list = (query = '', more = {}) => test.call('GET', `${paths.users}${query}`, { identity, token, ...more });
const register = (entries: Entries = {}, more = {}) =>
  test.call('POST', paths.users, {
    identity,
    token,
    body: { userId: 'sales21', userName: '営業二課 担当2', ...newPins, confirmationPin, ...entries },
    ...more,
  });
const change = (entries: Entries = {}, more = {}) =>
  test.call('PUT', paths.users, {
    identity,
    token,
    body: { userId: 'user02', userName: '総務課 担当9', suspended: false, confirmationPin, ...entries },
    ...more,
  });
const overwrite = (entries: Entries = {}, more = {}) =>
  test.call('PUT', paths.userPins, { identity, token, body: { userId: 'user03', ...newPins, confirmationPin, ...entries }, ...more });
const asUser = (userId: string, userLogonPin: string) => logOn(test, identity, { role: 'user', userId, userLogonPin });
const pageOf = (answer: Answer) => userPageSchema.parse(answer.json());
const everybody = async () => pageOf(await list('?size=100')).users;
const userOf = async (userId: string) => (await everybody()).find((user) => user.userId === userId);

/** Every way to ask for or change something about users. */
const everyCall: readonly (readonly [string, (more?: object) => Promise<Answer>])[] = [
  ['the list', (more) => list('', more)],
  ['registering', (more) => register({}, more)],
  ['changing', (more) => change({}, more)],
  ['overwriting PINs', (more) => overwrite({}, more)],
  ['logging off', (more) => test.call('DELETE', paths.administratorSession, { identity, token, ...more })],
];

describe("the administrator's session", () => {
  it('opens with the logon, with 256 random bits, and not for a user', async () => {
    expect(Buffer.from(token, 'base64url')).toHaveLength(32);
    const user = logonReplySchema.parse((await asUser('user01', test.users[0]?.userLogonPin ?? '')).json());
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
      test.clock.advance(9 * minutes);
      expect((await list()).status).toBe(200);
    }
    test.clock.advance(profile.sessionMinutes * minutes);
    expect(problemOf(await list()).code).toBe('session-expired');
    expect(problemOf(await overwrite()).code).toBe('session-expired');
  });

  it('is replaced by the next logon, and closed by logging off', async () => {
    const first = token;
    token = await logOnAgain();
    expect(problemOf(await list('', { token: first })).code).toBe('session-expired');
    expect((await test.call('DELETE', paths.administratorSession, { identity, token })).status).toBe(204);
    expect(problemOf(await list()).code).toBe('session-expired');
  });

  it('is no good with another certificate of the same contract', async () => {
    const grant = await activate(test);
    const request = makeRequest(test.contractorId);
    const [cert = ''] = certificatesOf(await enrol(test, grant.enrolmentSecret, request.base64));
    token = await logOnAgain();
    expect(problemOf(await list('', { identity: { key: request.key, cert } })).code).toBe('session-expired');
    expect((await list()).status).toBe(200);
  });

  it('is no activation session, nor the other way round', async () => {
    expect(problemOf(await test.call('GET', paths.activationSession, { token })).code).toBe('session-expired');
    test.bank.releaseLock(test.contractorId);
    expect(problemOf(await list()).code).toBe('session-expired');
  });

  it('is kept as a fingerprint alone', async () => {
    const database = openDatabase(test.dataDir);
    const dump = JSON.stringify(database.all('SELECT * FROM administrator_sessions', []));
    database.close();
    expect(dump).toContain(test.contractorId);
    expect(dump).not.toContain(token);
  });
});

describe('the list', () => {
  it('shows twelve demo users by their IDs, some of them locked and one suspended', async () => {
    const page = pageOf(await list());
    expect(page).toMatchObject({ page: 1, size: 20, total: 12, registered: 12 });
    expect(page.users.map((user) => user.userId)).toEqual(Array.from({ length: 12 }, (_, index) => `user${String(index + 1).padStart(2, '0')}`));
    expect(page.users.filter((user) => user.locked).map((user) => user.userId)).toEqual(['user03', 'user07', 'user11']);
    expect(page.users.filter((user) => user.suspended).map((user) => user.userId)).toEqual(['user09']);
    expect(page.users.filter((user) => user.lastLogonAt === null).map((user) => user.userId)).toEqual(['user01']);
  });

  it('turns pages over 99 users without losing or repeating any', async () => {
    await test.end();
    await begin(99);
    const pages = await Promise.all([1, 2, 3, 4, 5, 6].map(async (page) => pageOf(await list(`?page=${page}&size=20`))));
    expect(pages.map((page) => page.users.length)).toEqual([20, 20, 20, 20, 19, 0]);
    expect(new Set(pages.flatMap((page) => page.users.map((user) => user.userId))).size).toBe(99);
    expect(problemOf(await register())).toMatchObject({ code: 'user-limit-reached', status: 409 });
  });

  it('finds a part of ID or name, in whatever width and letter case, and only the locked ones if asked', async () => {
    const found = async (query: string) => pageOf(await list(query)).users.map((user) => user.userId);
    expect(await found('?search=USER1')).toEqual(['user10', 'user11', 'user12']);
    expect(await found(`?search=${encodeURIComponent('ｕｓｅｒ０２')}`)).toEqual(['user02']);
    expect(await found(`?search=${encodeURIComponent('営業')}`)).toEqual(['user03', 'user04']);
    expect(await found(`?search=${encodeURIComponent('営業')}&lockedOnly=true`)).toEqual(['user03']);
    expect(await found(`?search=${encodeURIComponent("%' OR 1=1 --")}`)).toEqual([]);
  });

  it.each(['?page=0', '?size=101', '?page=x', '?lockedOnly=yes', '?unknown=1', `?search=${'a'.repeat(101)}`])('refuses %s', async (query) => {
    expect(problemOf(await list(query))).toMatchObject({ code: 'request-malformed', status: 400 });
  });
});

describe("overwriting a user's PINs", () => {
  it("lifts the user's lock: the new PIN logs on, the old one does not", async () => {
    const old = test.users[2]?.userLogonPin ?? '';
    expect(problemOf(await asUser('user03', old)).code).toBe('pin-locked');
    expect(userSchema.parse((await overwrite()).json())).toMatchObject({ userId: 'user03', locked: false });
    expect((await asUser('user03', newPins.userLogonPin)).status).toBe(200);
    expect(problemOf(await asUser('user03', old))).toMatchObject({ code: 'logon-refused', attemptsLeft: 6 });
    expect(await userOf('user03')).toMatchObject({ locked: false });
    expect(await userOf('user07')).toMatchObject({ locked: true });
  });

  it('keeps the new PINs as hashes alone', async () => {
    await overwrite();
    const database = openDatabase(test.dataDir);
    const dump = JSON.stringify(database.all('SELECT * FROM users', []));
    database.close();
    for (const pin of Object.values(newPins)) expect(dump).not.toContain(pin);
    expect(dump).toContain('scrypt$');
  });

  it.each([
    ['userLogonPin', 'hort1'],
    ['userLogonPin', 'onlyletters'],
    ['userLogonPin', 'umi 2026'],
    ['userConfirmationPin', '1234567'],
    ['userConfirmationPin', 'toolong123456'],
    ['userConfirmationPin', 'sign!1234'],
  ])('follows the rule: %s %s does not, and no attempt is counted', async (field, pin) => {
    expect(problemOf(await overwrite({ [field]: pin, confirmationPin: 'wrong999' }))).toMatchObject({ code: 'pin-rule-violated', field, status: 422 });
    expect(problemOf(await overwrite({ confirmationPin: 'wrong999' })).attemptsLeft).toBe(6);
  });

  it('is refused for a user that the contract does not have, and no attempt is counted', async () => {
    expect(problemOf(await overwrite({ userId: 'nobody', confirmationPin: 'wrong999' }))).toMatchObject({ code: 'user-not-found', status: 404 });
    expect(problemOf(await overwrite({ confirmationPin: 'wrong999' })).attemptsLeft).toBe(6);
  });
});

describe('registering a user', () => {
  it('lets the user log on', async () => {
    const answer = await register();
    expect(answer.status).toBe(201);
    expect(userSchema.parse(answer.json())).toEqual({ userId: 'sales21', name: '営業二課 担当2', locked: false, suspended: false, lastLogonAt: null });
    expect((await asUser('sales21', newPins.userLogonPin)).status).toBe(200);
    expect(pageOf(await list()).registered).toBe(13);
  });

  it.each(['abc', 'waytoolonguser1', 'user 1', 'us-er1', 'ｕｓｅｒ99', '担当者一'])('refuses the ID %s', async (userId) => {
    expect(problemOf(await register({ userId }))).toMatchObject({ code: 'user-id-rule-violated', field: 'userId', status: 422 });
  });

  it('refuses an ID that is there already, letter case aside', async () => {
    for (const userId of ['user01', 'USER01'])
      expect(problemOf(await register({ userId }))).toMatchObject({ code: 'user-id-taken', field: 'userId', status: 409 });
  });

  it.each(['  ', 'line\nbreak', 'zero\u200bwidth', 'x'.repeat(41)])('refuses the name %j', async (userName) => {
    expect(problemOf(await register({ userName }))).toMatchObject({ code: 'request-malformed', field: 'userName', status: 400 });
  });

  it('is done once, however often the same request comes', async () => {
    const key = randomUUID();
    const answers = await Promise.all([1, 2, 3].map(() => register({}, { key })));
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    expect((await register({}, { key })).status).toBe(201);
    expect(problemOf(await register()).code).toBe('user-id-taken');
  });

  it('never goes beyond the limit, even at once', async () => {
    await test.end();
    await begin(98);
    const answers = await Promise.all(Array.from({ length: 4 }, (_, index) => register({ userId: `extra${index}` })));
    expect(answers.map((answer) => answer.status).sort()).toEqual([201, 409, 409, 409]);
  });

  it('does not inherit the wrong guesses at an ID that nobody had', async () => {
    for (let attempt = 0; attempt < profile.wrongAttemptLimit; attempt += 1) await asUser('sales21', 'guess1234');
    expect(problemOf(await asUser('sales21', 'guess1234')).code).toBe('pin-locked');
    await register();
    expect((await asUser('sales21', newPins.userLogonPin)).status).toBe(200);
  });
});

describe('changing a user', () => {
  it('changes the name, and leaves PINs and lock alone', async () => {
    expect(userSchema.parse((await change({ userId: 'user03', userName: ' 営業一課 担当7 ' })).json())).toMatchObject({ name: '営業一課 担当7', locked: true });
    expect(await userOf('user03')).toMatchObject({ name: '営業一課 担当7', locked: true });
  });

  it('suspends and resumes: a suspended user is told so, but only with the right PIN', async () => {
    const pin = test.users[1]?.userLogonPin ?? '';
    await change({ suspended: true });
    expect(problemOf(await asUser('user02', pin))).toMatchObject({ code: 'user-suspended', status: 403 });
    expect(problemOf(await asUser('user02', 'guess1234')).code).toBe('logon-refused');
    await change({ suspended: false });
    expect((await asUser('user02', pin)).status).toBe(200);
  });

  it('is refused for a user that the contract does not have', async () => {
    expect(problemOf(await change({ userId: 'nobody' })).code).toBe('user-not-found');
  });
});

describe('the confirmation PIN', () => {
  const wrong = { confirmationPin: 'wrong999' };

  it("counts its wrong entries on the contract's counter, together with the logon's", async () => {
    expect(problemOf(await overwrite(wrong))).toMatchObject({ code: 'confirmation-refused', field: 'confirmationPin', attemptsLeft: 6, status: 403 });
    expect(problemOf(await change(wrong)).attemptsLeft).toBe(5);
    expect(problemOf(await register(wrong)).attemptsLeft).toBe(4);
    expect(problemOf(await logOn(test, identity, { logonPin: 'wrong999' })).attemptsLeft).toBe(3);
    expect((await overwrite()).status).toBe(200);
    expect(problemOf(await overwrite(wrong)).attemptsLeft).toBe(6);
  });

  it('locks the whole contract with the seventh, which closes the session', async () => {
    for (let left = 6; left > 0; left -= 1) expect(problemOf(await overwrite(wrong)).attemptsLeft).toBe(left);
    expect(problemOf(await overwrite(wrong))).toMatchObject({ code: 'pin-locked', attemptsLeft: 0 });
    expect(problemOf(await overwrite()).code).toBe('session-expired');
    expect(problemOf(await logOn(test, identity)).code).toBe('pin-locked');
    expect(problemOf(await asUser('user01', test.users[0]?.userLogonPin ?? '')).code).toBe('pin-locked');
    expect(test.bank.papers().contractStatus).toBe('locked');
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

describe('a bank that was used before users had names', () => {
  it('is brought up to date and keeps its users', async () => {
    const { dataDir } = test;
    await test.bank.stop();
    const database = openDatabase(dataDir);
    for (const column of ['name', 'suspended']) database.exec(`ALTER TABLE users DROP COLUMN ${column}`);
    database.exec('DROP INDEX attempts_counted_at');
    for (const column of ['locked', 'counted_at']) database.exec(`ALTER TABLE attempts DROP COLUMN ${column}`);
    for (const table of ['administrator_sessions', 'situation_changes']) database.exec(`DROP TABLE ${table}`);
    database.exec('PRAGMA user_version = 1');
    database.close();
    const again = openDatabase(dataDir);
    const users = readUsers(again, test.contractorId);
    again.close();
    expect(users).toHaveLength(12);
    expect(users[0]).toMatchObject({ userId: 'user01', name: 'user01', suspended: false, locked: false });
    rmSync(dataDir, { recursive: true });
    await begin();
  });
});
