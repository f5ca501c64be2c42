import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { UsersEvent } from '../../main/users/events.ts';
import { closedUsers, transition, wholeList } from '../../main/users/transition.ts';
import { type Problem, problemOf } from '../../preload/contract/problem.ts';
import { type CompanyUser, type CompanyUserPage, type UsersScreen, type UsersState, usersStateSchema } from '../../preload/contract/users.ts';
import { user } from './users-world.ts';

const expiresAt = '2026-11-20T01:10:00.000Z';
const problem: Problem = problemOf({ code: 'bank-timeout' }, '3-3-402');
const locked = [user(3, { locked: true }), user(7, { locked: true })];
const list: CompanyUserPage = { users: [user(1), user(2), ...locked], page: 1, size: 20, total: 4, registered: 4 };

const goodWay: readonly UsersEvent[] = [
  { type: 'opened', expiresAt },
  { type: 'registerOrChangeChosen' },
  { type: 'listAsked', search: wholeList },
  { type: 'listCame', list, locked },
  { type: 'userChosen', userId: 'user03' },
  { type: 'entrySent' },
  { type: 'done', what: 'pins', user: user(3) },
  { type: 'listCame', list, locked: [user(7, { locked: true })] },
  { type: 'userChosen', userId: 'user07' },
  { type: 'entrySent' },
  { type: 'done', what: 'pins', user: user(7) },
  { type: 'listCame', list, locked: [] },
];
const others: readonly UsersEvent[] = [
  { type: 'wentBack' },
  { type: 'left' },
  { type: 'sessionEnded' },
  { type: 'sessionProlonged', expiresAt: '2026-11-20T01:20:00.000Z' },
  { type: 'refused', problem },
  { type: 'partChosen', part: 'data' },
  { type: 'partChosen', part: 'pins' },
  { type: 'registerChosen' },
  { type: 'done', what: 'registered', user: user(50) },
  { type: 'done', what: 'data', user: user(1, { name: '新しい名' }) },
  { type: 'userChosen', userId: 'nobody' },
  { type: 'listAsked', search: { search: '担当', lockedOnly: true, page: 3 } },
];
const anyEvent = fc.constantFrom(...goodWay, ...others);
/** The good way with anything at all in between and bits left out. */
const anyWay = fc
  .tuple(
    ...goodWay.map((event) =>
      fc
        .tuple(fc.array(anyEvent, { maxLength: 2 }), fc.integer({ min: 0, max: 9 }))
        .map(([noise, luck]) => [...(luck < 3 ? noise : []), ...(luck === 9 ? [] : [event])]),
    ),
  )
  .map((parts) => parts.flat());

const walk = (events: readonly UsersEvent[]): UsersState => events.reduce((state, event) => transition(state, event) ?? state, closedUsers);
const at = (length: number) => walk(goodWay.slice(0, length));

/** From which screens each screen may be reached: the manual's order, and the way back. */
const reachableFrom: Readonly<Record<UsersScreen, readonly UsersScreen[]>> = {
  closed: ['closed', 'menu', 'registerOrChange', 'selection', 'change', 'register'],
  menu: ['closed', 'menu', 'registerOrChange'],
  registerOrChange: ['menu', 'registerOrChange', 'selection', 'register'],
  selection: ['registerOrChange', 'selection', 'change', 'register'],
  change: ['selection', 'change'],
  register: ['registerOrChange', 'register'],
};

describe('manual 3', () => {
  test('leads over ご契約先管理情報変更, 利用者情報登録/変更 and 利用者情報選択 to 利用者情報変更', () => {
    expect(goodWay.slice(0, 5).map((_, index) => at(index + 1).screen)).toEqual(['menu', 'registerOrChange', 'selection', 'selection', 'change']);
  });

  test('reaches no screen but from the one before it, whatever happens in whatever order', () => {
    fc.assert(
      fc.property(anyWay, (events) => {
        let state = closedUsers;
        for (const event of events) {
          const next = transition(state, event);
          if (next === null) continue;
          expect(reachableFrom[next.screen], `${state.screen} -> ${next.screen} by ${event.type}`).toContain(state.screen);
          state = next;
          usersStateSchema.parse(state);
        }
      }),
      { numRuns: 2000 },
    );
  });

  test('never leaves anybody waiting for ever: wherever something is sent or read, a refusal gives the screen back', () => {
    fc.assert(
      fc.property(anyWay, fc.nat(40), (events, length) => {
        const state = walk(events.slice(0, length));
        if (!('phase' in state) || !(state.phase === 'sending' || state.phase === 'loading')) return;
        expect(transition(state, { type: 'refused', problem })).toMatchObject({
          screen: state.screen,
          phase: state.screen === 'selection' ? 'ready' : 'editing',
          problem,
        });
      }),
    );
  });

  test('is left from wherever one is when the session ends, and nothing of it stays', () => {
    fc.assert(
      fc.property(anyWay, (events) => {
        const state = walk(events);
        expect(transition(state, { type: 'sessionEnded' }) ?? state).toEqual({ screen: 'closed' });
      }),
    );
  });

  test('does not let go of an entry that is under way', () => {
    for (const type of ['wentBack', 'left'] as const) expect(transition(at(6), { type })).toBeNull();
    expect(transition(at(6), { type: 'entrySent' })).toBeNull();
  });

  test('knows only users who are in sight', () => {
    expect(transition(at(4), { type: 'userChosen', userId: 'nobody' })).toBeNull();
  });
});

describe('who is still to do', () => {
  const todoOf = (state: UsersState) => ('todo' in state ? state.todo.map((entry) => `${entry.user.userId} ${entry.done}`) : []);

  test('are those who were locked; each is done once the PINs are overwritten, and stays in sight', () => {
    expect(todoOf(at(4))).toEqual(['user03 false', 'user07 false']);
    expect(todoOf(at(7))).toEqual(['user03 true', 'user07 false']);
    expect(todoOf(at(8))).toEqual(['user03 true', 'user07 false']);
    expect(todoOf(at(12))).toEqual(['user03 true', 'user07 true']);
  });

  test('are not done by a new name alone', () => {
    const renamed: CompanyUser = user(3, { locked: true, name: '新しい名' });
    const state = walk([...goodWay.slice(0, 5), { type: 'partChosen', part: 'data' }, { type: 'entrySent' }, { type: 'done', what: 'data', user: renamed }]);
    expect(todoOf(state)).toEqual(['user03 false', 'user07 false']);
  });

  test('come back when they are locked once more, and go when somebody else has helped them', () => {
    const again = walk([...goodWay.slice(0, 7), { type: 'listCame', list, locked: [user(3, { locked: true })] }]);
    expect(todoOf(again)).toEqual(['user03 false']);
  });

  test('can be chosen wherever the list is turned to', () => {
    const elsewhere = { ...list, users: [user(30)], page: 2 };
    const state = walk([...goodWay.slice(0, 3), { type: 'listCame', list: elsewhere, locked }]);
    expect(transition(state, { type: 'userChosen', userId: 'user07' })).toMatchObject({ screen: 'change', user: { userId: 'user07' }, search: { page: 2 } });
  });
});
