import type { UsersState } from '../../../preload/contract/users.ts';
import { snapshotOf } from '../../../renderer/help/samples/procedure.ts';
import { companyUser, todoOf, userList, usersStates } from '../../../renderer/help/samples/users.ts';
import { problem, states } from '../../window/snapshots.ts';
import { fill, type Scene, type Scenes, toEnd } from './scene.ts';

/** Manual 3: the users, over the logged-on administrator. */

const { selection, change, register } = usersStates;
const over = <S extends Scene['screen']>(screen: S, name: string, users: UsersState, prepare?: Scene['prepare']): Scene => ({
  name,
  screen,
  snapshot: snapshotOf(states.loggedOn),
  users,
  ...(prepare === undefined ? {} : { prepare }),
});
const thirdOf99 = { ...selection, todo: todoOf(99, 4), search: { ...selection.search, page: 3 }, list: userList(99, 3) };
const list = (name: string, users: UsersState, prepare?: Scene['prepare']) => over('user-selection', name, users, prepare);

const selectionScenes: Scenes = [
  list('52-user-selection', selection),
  list('53-user-selection-end', selection, toEnd),
  list('54-user-selection-done', { ...selection, todo: todoOf(12, 1), done: { what: 'pins', user: companyUser(3, { locked: false }) } }),
  list('55-user-selection-all-done', {
    ...selection,
    todo: todoOf(12, 3),
    list: { ...userList(12), users: userList(12).users.map((user) => ({ ...user, locked: false })) },
    done: { what: 'pins', user: companyUser(11, { locked: false }) },
  }),
  list('56-user-selection-99', thirdOf99),
  list('57-user-selection-99-end', thirdOf99, toEnd),
  list('58-user-selection-nobody', {
    ...selection,
    todo: [],
    search: { search: '仙台', lockedOnly: true, page: 1 },
    list: { ...userList(12), users: [], total: 0 },
  }),
  list('59-user-selection-unreachable', { ...selection, list: null, todo: [], problem: problem('bank-unreachable', { screenCode: '3-3-401' }) }),
  list('80-user-selection-loading', { ...selection, list: null, todo: [], phase: 'loading' }),
  list('81-user-selection-data-changed', { ...selection, done: { what: 'data', user: companyUser(2) } }),
  list('82-user-selection-registered', { ...selection, done: { what: 'registered', user: companyUser(12) } }),
];

const form = (name: string, users: UsersState, prepare?: Scene['prepare']) => over('user-change', name, users, prepare);
const changeScenes: Scenes = [
  form('60-user-change', change),
  form('61-user-change-end', change, toEnd),
  form('62-user-change-errors', change, async (page, text) => {
    await fill(page, 'userLogonPin', 'umisora');
    await fill(page, 'userLogonPinReentry', 'umisor');
    await page.getByRole('button', { name: text.users.change.action, exact: true }).click();
  }),
  form('63-user-change-refused', {
    ...change,
    problem: problem('confirmation-refused', { field: 'confirmationPin', attemptsLeft: 2, screenCode: '3-4-122' }),
  }),
  form('64-user-change-sending', { ...change, phase: 'sending' }),
  form('65-user-change-data', { ...change, part: 'data', user: companyUser(2) }),
  form('83-user-change-data-suspended', { ...change, part: 'data', user: companyUser(9) }),
];

export const usersScenes = {
  'users-menu': [over('users-menu', '50-users-menu', usersStates.menu)],
  'users-register-or-change': [over('users-register-or-change', '51-users-register-or-change', usersStates.registerOrChange)],
  'user-selection': selectionScenes,
  'user-change': changeScenes,
  'user-register': [
    over('user-register', '66-user-register', register),
    over('user-register', '67-user-register-taken', { ...register, problem: problem('user-id-taken', { field: 'userId', screenCode: '3-5-125' }) }),
    over('user-register', '84-user-register-sending', { ...register, phase: 'sending' }),
    over('user-register', '85-user-register-end', register, toEnd),
  ],
} as const satisfies Readonly<Record<string, Scenes>>;
