import { describe, expect, test } from 'vitest';
import { Redacted } from '../../main/support/redacted.ts';
import type { UsersBank } from '../../main/users/ports.ts';
import { failure, type Outcome } from '../../preload/contract/problem.ts';
import type { ProblemCode } from '../../preload/contract/problem-numbers.ts';
import type { CompanyUserPage } from '../../preload/contract/users.ts';
import { contractorId, idleSeconds, marked, memoryBank, pins, reachSelection, start, usersWorld } from './users-world.ts';

const idle = idleSeconds * 1000;
const at = (milliseconds: number) => new Date(start + milliseconds).toISOString();

/** A bank that answers as usual until it is told to refuse whatever asks for users, or to let them wait. */
function changingBank() {
  const bank = memoryBank();
  const waiting: { readonly signal: AbortSignal; readonly answer: (value: Outcome<CompanyUserPage>) => void }[] = [];
  let refusal: ProblemCode | null = null;
  let slow = false;
  const listUsers: UsersBank['listUsers'] = async (who, search, signal) => {
    if (slow) return new Promise((answer) => waiting.push({ signal, answer }));
    return refusal === null ? bank.listUsers(who, search, signal) : failure(refusal);
  };
  return {
    bank: { ...bank, listUsers },
    asked: bank.asked,
    waiting,
    refuse: (code: ProblemCode) => {
      refusal = code;
    },
    slowDown: () => {
      slow = true;
    },
  };
}

describe('「続ける」 pressed before the session runs out', () => {
  test('gives the whole time again, says so, and changes nothing else on the screen', async () => {
    const { bank, asked } = changingBank();
    const world = usersWorld(bank);
    await reachSelection(world);
    const before = world.state();
    await world.pass(idle - 1000);
    const askedBefore = asked.length;
    expect(await world.go.stay(undefined)).toEqual({ ok: true });
    expect(world.state()).toEqual({ ...before, expiresAt: at(2 * idle - 1000) });
    expect(asked.slice(askedBefore)).toMatchObject([{ size: 1 }]);
    await world.pass(idle - 1000);
    expect(world.led).toEqual([]);
    await world.pass(1000);
    expect(world.led).toEqual([{ code: 'logged-off' }]);
  });

  test('leads to the logon where the bank has ended the session by then', async () => {
    const { bank, refuse } = changingBank();
    const world = usersWorld(bank);
    await reachSelection(world);
    await world.pass(idle - 1000);
    refuse('session-expired');
    expect(await world.go.stay(undefined)).toEqual({ ok: true });
    expect(world.state()).toEqual({ screen: 'closed' });
    expect(world.led).toMatchObject([{ code: 'logged-off' }]);
  });

  test('too late leads to the logon without asking the bank', async () => {
    const { bank, asked } = changingBank();
    const world = usersWorld(bank);
    await reachSelection(world);
    await world.pass(idle);
    const askedBefore = asked.length;
    await world.go.stay(undefined);
    expect(asked.length).toBe(askedBefore);
    expect(new Set(world.led.map(({ code }) => code))).toEqual(new Set(['logged-off']));
    expect(world.state()).toEqual({ screen: 'closed' });
  });

  test.each(['bank-unreachable', 'bank-timeout', 'bank-failure'] as const)('leaves the time as it was, and says why, where the answer is %s', async (code) => {
    const { bank, refuse } = changingBank();
    const world = usersWorld(bank);
    await reachSelection(world);
    const before = world.state();
    await world.pass(idle - 1000);
    refuse(code);
    expect(await world.go.stay(undefined)).toMatchObject({ ok: false, problem: { code, screenCode: expect.stringMatching(/^3-3-/u) } });
    expect(world.state()).toEqual(before);
    await world.pass(1000);
    expect(world.led).toEqual([{ code: 'logged-off' }]);
  });

  test('while an entry is being sent disturbs it in nothing', async () => {
    let answer: () => void = () => undefined;
    const bank = memoryBank();
    const held = new Promise<void>((resolve) => {
      answer = resolve;
    });
    const world = usersWorld({ ...bank, overwriteUserPins: (...input) => held.then(() => bank.overwriteUserPins(...input)) });
    await reachSelection(world);
    await world.go.chooseUser({ userId: 'user03' });
    await world.pass(idle - 1000);
    const sending = world.go.overwritePins(pins);
    expect(await world.go.stay(undefined)).toEqual({ ok: true });
    expect(world.state()).toMatchObject({ screen: 'change', phase: 'sending', expiresAt: at(2 * idle - 1000) });
    answer();
    await sending;
    expect(world.state()).toMatchObject({ screen: 'selection', done: { what: 'pins', user: { userId: 'user03' } }, problem: null });
    expect(world.led).toEqual([]);
  });

  test('is given up when the person starts over, and its late answer does not touch the next logon', async () => {
    const { bank, waiting, slowDown } = changingBank();
    const world = usersWorld(bank);
    await reachSelection(world);
    slowDown();
    const staying = world.go.stay(undefined);
    await world.pass(0);
    expect(waiting.map(({ signal }) => signal.aborted)).toEqual([false]);
    world.users.end();
    expect(waiting.map(({ signal }) => signal.aborted)).toEqual([true]);
    world.users.begin({ contractorId, token: new Redacted(`${marked.token}-next`) }, idleSeconds);
    await world.go.open(undefined);
    for (const { answer } of waiting) answer(failure('session-expired'));
    expect(await staying).toEqual({ ok: true });
    expect(world.state()).toMatchObject({ screen: 'menu' });
    expect(world.led).toEqual([]);
  });
});
