import type { DescribedScreen, DescribedWindow } from '../../preload/contract/full-code/described-window.ts';
import type { Problem } from '../../preload/contract/problem.ts';
import type { UsersDone, UsersState } from '../../preload/contract/users.ts';
import { companyUser, todoOf, userList, usersStates } from '../help/samples/users.ts';
import { problemOf } from './reproduce-procedure.ts';

/** The users' administration (manual 3) that draws a described screen. */

type Selection = Extract<DescribedScreen, { screen: 'user-selection' }>;
type SelectionState = Extract<UsersState, { screen: 'selection' }>;

const few = 12;
const many = 99;
/** How many of them are locked, and were when the list was first read. */
const lockedAmongFew = 3;

/** @returns null where nobody is logged on */
export function sampleUsers(described: DescribedWindow): UsersState | null {
  const { shown, problem: told } = described;
  const problem = told?.place === 'state' ? problemOf(described) : null;
  switch (shown.screen) {
    case 'logged-on':
      return shown.lockedUsers === 'unknown' ? usersStates.closed : { ...usersStates.closed, lockedUsers: shown.lockedUsers === 'none' ? 0 : lockedAmongFew };
    case 'users-menu':
      return usersStates.menu;
    case 'users-register-or-change':
      return usersStates.registerOrChange;
    case 'user-selection':
      return selectionOf(shown, problem);
    case 'user-change': {
      const user = companyUser(shown.part === 'pins' ? 3 : shown.suspended ? 9 : 2);
      return { ...usersStates.change, part: shown.part, user, phase: shown.phase, problem };
    }
    case 'user-register':
      return { ...usersStates.register, phase: shown.phase, problem };
    default:
      return null;
  }
}

function selectionOf({ list, todo, done }: Selection, problem: Problem | null): SelectionState {
  const count = list === 'many' ? many : few;
  const doneCount = { none: 0, all: 0, someDone: list === 'many' ? 4 : 1, allDone: lockedAmongFew }[todo];
  const shared = { ...usersStates.selection, todo: todo === 'none' ? [] : todoOf(count, doneCount), done: doneOf(done), problem };
  switch (list) {
    case 'loading':
      return { ...shared, list: null, phase: 'loading' };
    case 'unreachable':
      return { ...shared, list: null };
    case 'many':
      return { ...shared, search: { ...shared.search, page: 3 }, list: userList(many, 3) };
    case 'nobody':
      return { ...shared, search: { search: '仙台', lockedOnly: true, page: 1 }, list: { ...userList(few), users: [], total: 0 } };
    case 'few': {
      const all = userList(few);
      return { ...shared, list: todo === 'allDone' ? { ...all, users: all.users.map((user) => ({ ...user, locked: false })) } : all };
    }
    default:
      return list satisfies never;
  }
}

function doneOf(done: Selection['done']): UsersDone | null {
  switch (done) {
    case null:
      return null;
    case 'pins':
      return { what: 'pins', user: companyUser(3, { locked: false }) };
    case 'lastPins':
      return { what: 'pins', user: companyUser(11, { locked: false }) };
    case 'data':
      return { what: 'data', user: companyUser(2) };
    case 'registered':
      return { what: 'registered', user: companyUser(few) };
    default:
      return done satisfies never;
  }
}

/** What of the list is told. */
export function describeSelection({
  list,
  todo,
  done,
  phase,
  problem,
  search,
}: SelectionState): Omit<Selection, 'screen' | 'retryAt' | 'remark' | 'reference'> {
  const left = todo.filter((entry) => !entry.done).length;
  const kind = () => {
    if (list === null) return phase === 'loading' && problem === null ? 'loading' : 'unreachable';
    if (list.users.length === 0) return 'nobody';
    return list.total > list.size || search.page > 1 ? 'many' : 'few';
  };
  return {
    list: kind(),
    todo: todo.length === 0 ? 'none' : left === todo.length ? 'all' : left === 0 ? 'allDone' : 'someDone',
    done: done?.what === 'pins' ? (left === 0 && todo.length > 0 ? 'lastPins' : 'pins') : (done?.what ?? null),
  };
}
