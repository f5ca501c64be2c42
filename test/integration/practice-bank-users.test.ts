import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readUsers } from '../../main/practice-bank/accounts/users.ts';
import { openDatabase } from '../../main/practice-bank/storage/database.ts';
import { userSchema } from '../../main/protocol/protocol.ts';
import { administratorAtBank, newPins, pageOf } from './practice-bank-administrator.ts';
import { problemOf, profile } from './practice-bank-client.ts';

const { test, begin, list, register, change, overwrite, asUser, everybody } = administratorAtBank();

const userOf = async (userId: string) => (await everybody()).find((user) => user.userId === userId);

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
    await test().end();
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
    const old = test().users[2]?.userLogonPin ?? '';
    expect(problemOf(await asUser('user03', old)).code).toBe('pin-locked');
    expect(userSchema.parse((await overwrite()).json())).toMatchObject({ userId: 'user03', locked: false });
    expect((await asUser('user03', newPins.userLogonPin)).status).toBe(200);
    expect(problemOf(await asUser('user03', old))).toMatchObject({ code: 'logon-refused', attemptsLeft: 6 });
    expect(await userOf('user03')).toMatchObject({ locked: false });
    expect(await userOf('user07')).toMatchObject({ locked: true });
  });

  it('keeps the new PINs as hashes alone', async () => {
    await overwrite();
    const database = openDatabase(test().dataDir);
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

  it('refuses a PIN in full width by its shape, and no attempt is counted', async () => {
    const full = await overwrite({ userLogonPin: 'ｆｕｌｌ1234', confirmationPin: 'wrong999' });
    expect(problemOf(full)).toMatchObject({ code: 'request-malformed', field: 'userLogonPin', status: 400 });
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
    await test().end();
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
    const pin = test().users[1]?.userLogonPin ?? '';
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

describe('a bank that was used before users had names', () => {
  it('is brought up to date and keeps its users', async () => {
    const { dataDir } = test();
    await test().bank.stop();
    const database = openDatabase(dataDir);
    for (const column of ['name', 'suspended']) database.exec(`ALTER TABLE users DROP COLUMN ${column}`);
    database.exec('DROP INDEX attempts_counted_at');
    for (const column of ['locked', 'counted_at']) database.exec(`ALTER TABLE attempts DROP COLUMN ${column}`);
    for (const table of ['administrator_sessions', 'situation_changes']) database.exec(`DROP TABLE ${table}`);
    database.exec('PRAGMA user_version = 1');
    database.close();
    const again = openDatabase(dataDir);
    const users = readUsers(again, test().contractorId);
    again.close();
    expect(users).toHaveLength(12);
    expect(users[0]).toMatchObject({ userId: 'user01', name: 'user01', suspended: false, locked: false });
    rmSync(dataDir, { recursive: true });
    await begin();
  });
});
