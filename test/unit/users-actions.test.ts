import { describe, expect, test } from 'vitest';
import { Redacted } from '../../main/support/redacted.ts';
import type { UsersBank } from '../../main/users/ports.ts';
import { contractorIdSchema } from '../../preload/contract/identities.ts';
import { failure, type Outcome } from '../../preload/contract/problem.ts';
import type { ProblemCode } from '../../preload/contract/problem-numbers.ts';
import type { CompanyUserPage } from '../../preload/contract/users.ts';
import { idleSeconds, marked, memoryBank, pins, reachSelection, start, type user, usersWorld } from './users-world.ts';

const idle = idleSeconds * 1000;
const at = (milliseconds: number) => new Date(start + milliseconds).toISOString();
const refusing = (call: keyof UsersBank, code: ProblemCode, more = {}): UsersBank => ({ ...memoryBank(), [call]: async () => failure(code, more) });

describe('the administrator', () => {
  test('gives two locked users new PINs in a row, and sees who is still to do', async () => {
    const world = usersWorld();
    await reachSelection(world);
    for (const [userId, done] of [
      ['user03', [true, false]],
      ['user07', [true, true]],
    ] as const) {
      expect(await world.go.chooseUser({ userId })).toEqual({ ok: true });
      await world.go.overwritePins(pins);
      expect(world.state()).toMatchObject({ screen: 'selection', phase: 'ready', done: { what: 'pins', user: { userId, locked: false } }, problem: null });
      expect(world.state()).toMatchObject({ todo: done.map((each) => ({ done: each })) });
    }
  });

  test('searches and turns pages; a page that is no more gives the last one', async () => {
    const bank = memoryBank(45);
    const world = usersWorld(bank);
    await reachSelection(world);
    expect(world.state()).toMatchObject({ list: { page: 1, total: 45 } });
    await world.go.search({ search: '', lockedOnly: false, page: 9 });
    expect(world.state()).toMatchObject({ search: { page: 3 }, list: { page: 3, users: [{ userId: 'user41' }, {}, {}, {}, {}] } });
    await world.go.search({ search: 'user1', lockedOnly: false, page: 1 });
    expect(world.state()).toMatchObject({ search: { search: 'user1' }, list: { total: 10 } });
    await world.go.search({ search: 'zzz', lockedOnly: true, page: 1 });
    expect(world.state()).toMatchObject({ list: { total: 0, users: [] }, phase: 'ready' });
  });

  test('comes back to the same page of the list', async () => {
    const world = usersWorld();
    await reachSelection(world);
    await world.go.search({ search: '', lockedOnly: false, page: 2 });
    await world.go.chooseUser({ userId: 'user21' });
    await world.go.goBack(undefined);
    expect(world.state()).toMatchObject({ screen: 'selection', phase: 'ready', list: { page: 2 } });
  });

  test('sees the answer to the last search, however late an earlier one comes', async () => {
    const good = memoryBank();
    const waiting: ((answer: Outcome<CompanyUserPage>) => void)[] = [];
    let slow = true;
    const world = usersWorld({
      ...good,
      listUsers: (...input) => (slow ? new Promise((resolve) => waiting.push(resolve)) : good.listUsers(...input)),
    });
    await world.go.open(undefined);
    await world.go.chooseRegisterOrChange(undefined);
    const first = world.go.chooseSelection(undefined);
    slow = false;
    await world.go.search({ search: 'user2', lockedOnly: false, page: 1 });
    for (const answer of waiting) answer(failure('bank-timeout'));
    await first;
    expect(world.state()).toMatchObject({ search: { search: 'user2' }, list: { total: 10 }, problem: null });
  });

  test('changes name and suspension, and registers a user', async () => {
    const world = usersWorld();
    await reachSelection(world);
    await world.go.chooseUser({ userId: 'user01' });
    expect(await world.go.change({ userName: '新しい名', suspended: true, confirmationPin: marked.confirmationPin })).toMatchObject({
      problem: { code: 'not-now' },
    });
    await world.go.choosePart({ part: 'data' });
    await world.go.change({ userName: '新しい名', suspended: true, confirmationPin: marked.confirmationPin });
    expect(world.state()).toMatchObject({ done: { what: 'data', user: { name: '新しい名', suspended: true } } });
    await world.go.goBack(undefined);
    await world.go.chooseRegister(undefined);
    await world.go.register({ userId: 'extra1', userName: '追加', ...pins });
    expect(world.state()).toMatchObject({ screen: 'selection', done: { what: 'registered', user: { userId: 'extra1' } }, list: { registered: 46 } });
  });
});

describe('an entry', () => {
  test.each([
    ['userLogonPin', { userLogonPin: 'kurz1', userLogonPinReentry: 'kurz1' }],
    ['userLogonPinReentry', { userLogonPinReentry: 'Another1' }],
    ['userConfirmationPin', { userConfirmationPin: '12345678', userConfirmationPinReentry: '12345678' }],
    ['userConfirmationPinReentry', { userConfirmationPinReentry: marked.userConfirmationPin.toLowerCase() }],
    ['confirmationPin', { confirmationPin: 'ｆｕｌｌ' }],
  ])('with an invalid %s never reaches the bank', async (field, more) => {
    const world = usersWorld(refusing('overwriteUserPins', 'internal'));
    await reachSelection(world);
    await world.go.chooseUser({ userId: 'user03' });
    expect(await world.go.overwritePins({ ...pins, ...more })).toMatchObject({ ok: false, problem: { code: 'input-invalid', field } });
    expect(world.state()).toMatchObject({ phase: 'editing', problem: null });
  });

  test('with a wrong confirmation PIN tells how many attempts are left, and the code for the telephone', async () => {
    const world = usersWorld(refusing('overwriteUserPins', 'confirmation-refused', { field: 'confirmationPin', attemptsLeft: 2 }));
    await reachSelection(world);
    await world.go.chooseUser({ userId: 'user03' });
    await world.go.overwritePins(pins);
    expect(world.state()).toMatchObject({
      screen: 'change',
      phase: 'editing',
      problem: { code: 'confirmation-refused', field: 'confirmationPin', attemptsLeft: 2, screenCode: '3-4-122' },
    });
    expect(world.led).toEqual([]);
  });

  test('that breaks by a bug of ours gives the screen back, with a reference', async () => {
    const world = usersWorld({ ...memoryBank(), overwriteUserPins: () => Promise.reject(new Error('bug')) });
    await reachSelection(world);
    await world.go.chooseUser({ userId: 'user03' });
    await world.go.overwritePins(pins);
    expect(world.state()).toMatchObject({ screen: 'change', phase: 'editing', problem: { code: 'internal', reference: 'REF00001' } });
  });

  test('has no place on another screen', async () => {
    const world = usersWorld();
    const entry = { userId: 'extra1', userName: '追加', ...pins };
    for (const answer of [await world.go.overwritePins(pins), await world.go.register(entry), await world.go.chooseUser({ userId: 'user01' })])
      expect(answer).toMatchObject({ ok: false, problem: { code: 'not-now' } });
  });

  test('of a bad ID or an empty name is not sent', async () => {
    const world = usersWorld(refusing('registerUser', 'internal'));
    await world.go.open(undefined);
    await world.go.chooseRegisterOrChange(undefined);
    await world.go.chooseRegister(undefined);
    expect(await world.go.register({ userId: 'ab', userName: '追加', ...pins })).toMatchObject({ problem: { field: 'userId' } });
    expect(await world.go.register({ userId: 'abcd', userName: ' ', ...pins })).toMatchObject({ problem: { field: 'userName' } });
  });
});

describe('the session', () => {
  test('that runs out leads to the logon with a clear word; every question prolongs it', async () => {
    const world = usersWorld();
    await reachSelection(world);
    await world.pass(idle - 1000);
    await world.go.search({ search: '', lockedOnly: false, page: 2 });
    expect(world.state()).toMatchObject({ expiresAt: new Date(start + 2 * idle - 1000).toISOString() });
    await world.pass(idle - 1000);
    expect(world.led).toEqual([]);
    await world.pass(1000);
    expect(world.state()).toEqual({ screen: 'closed' });
    expect(world.led).toEqual([{ code: 'logged-off' }]);
  });

  test('that ran out while the person only read does not disturb, but the next step asks for the logon', async () => {
    const world = usersWorld();
    await world.pass(idle);
    expect(world.led).toEqual([]);
    expect(await world.go.open(undefined)).toEqual({ ok: true });
    expect(world.state()).toEqual({ screen: 'closed' });
    expect(world.led).toEqual([{ code: 'logged-off' }]);
  });

  test.each([
    ['session-expired', 'logged-off'],
    ['pin-locked', 'pin-locked'],
    ['certificate-revoked', 'certificate-revoked'],
  ] as const)('that the bank ends with %s leads to the logon with %s', async (code, told) => {
    const world = usersWorld(refusing('overwriteUserPins', code));
    await reachSelection(world);
    await world.go.chooseUser({ userId: 'user03' });
    await world.go.overwritePins(pins);
    expect(world.state()).toEqual({ screen: 'closed' });
    expect(world.led).toMatchObject([{ code: told }]);
    await world.go.open(undefined);
    expect(world.state()).toEqual({ screen: 'closed' });
  });

  test('survives a bank that cannot be reached', async () => {
    const world = usersWorld(refusing('listUsers', 'bank-unreachable'));
    await reachSelection(world);
    expect(world.state()).toMatchObject({ screen: 'selection', list: null, phase: 'ready', problem: { code: 'bank-unreachable', screenCode: '3-3-401' } });
    expect(world.led).toEqual([]);
  });

  test.each([
    ['confirmation-refused', 2 * idle - 1000],
    ['bank-timeout', idle],
    ['too-many-requests', idle],
    ['certificate-store-refused', idle],
  ] as const)('counts again only where the bank dealt with the entry: after %s', async (code, left) => {
    const world = usersWorld(refusing('overwriteUserPins', code));
    await reachSelection(world);
    await world.go.chooseUser({ userId: 'user03' });
    await world.pass(idle - 1000);
    await world.go.overwritePins(pins);
    expect(world.state()).toMatchObject({ problem: { code }, expiresAt: at(left) });
  });

  test('is closed at the bank when the person starts over, and no late answer comes through', async () => {
    const bank = memoryBank();
    let answer: (value: Outcome<ReturnType<typeof user>>) => void = () => undefined;
    const world = usersWorld({ ...bank, overwriteUserPins: () => new Promise((resolve) => (answer = resolve)) });
    await reachSelection(world);
    await world.go.chooseUser({ userId: 'user03' });
    const sending = world.go.overwritePins(pins);
    await world.pass(0);
    world.users.end();
    answer(failure('pin-locked'));
    await sending;
    expect(world.state()).toEqual({ screen: 'closed' });
    expect(world.led).toEqual([]);
    expect(bank.loggedOff).toEqual([marked.token]);
  });

  test('of the next logon has nothing to do with the one before', async () => {
    const world = usersWorld();
    await reachSelection(world);
    await world.go.leave(undefined);
    world.users.begin({ contractorId: contractorIdSchema.parse('12345678901'), token: new Redacted('another-token') }, idleSeconds);
    await world.pass(idle - 1);
    await world.go.open(undefined);
    expect(world.state()).toMatchObject({ screen: 'menu', todo: [] });
  });
});

describe('secrets', () => {
  test('are in no state and in no log line, whatever the bank answers', async () => {
    for (const bank of [
      memoryBank(),
      refusing('overwriteUserPins', 'confirmation-refused'),
      refusing('registerUser', 'user-id-taken'),
      refusing('changeUser', 'bank-timeout'),
    ]) {
      const world = usersWorld(bank);
      await reachSelection(world);
      await world.go.chooseUser({ userId: 'user03' });
      await world.go.overwritePins(pins);
      await world.go.goBack(undefined);
      await world.go.goBack(undefined);
      await world.go.chooseRegister(undefined);
      await world.go.register({ userId: 'extra1', userName: '追加', ...pins });
      const everything = JSON.stringify([world.states, world.logLines, world.led]);
      expect(everything).toContain('user03');
      for (const secret of Object.values(marked)) expect(everything).not.toContain(secret);
      // Nor is it written down who works at the company.
      expect(world.logLines.join()).not.toContain('user03');
    }
  });
});
