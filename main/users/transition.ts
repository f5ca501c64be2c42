import type { CompanyUser, TodoEntry, UserSearch, UsersState } from '../../preload/contract/users.ts';
import type { UsersEvent } from './events.ts';

/**
 * Section 3 of the bank's manual as a pure function: ご契約先管理情報変更 → 利用者情報登録/変更 →
 * 利用者情報選択 → 変更 → 利用者情報変更, each reached only from the one before.
 */

type StateOf<S extends UsersState['screen']> = Extract<UsersState, { screen: S }>;
type OpenState = Exclude<UsersState, { screen: 'closed' }>;
type Next = UsersState | null;

export const closedUsers: UsersState = { screen: 'closed' };
export const wholeList: UserSearch = { search: '', lockedOnly: false, page: 1 };

/**
 * @param state where the administrator is
 * @param event what happened
 * @returns where they are now; null when the event has no place there (nothing changes then)
 */
export function transition(state: UsersState, event: UsersEvent): UsersState | null {
  if (event.type === 'sessionEnded') return isNobody(state) ? null : closedUsers;
  if (event.type === 'sessionProlonged') return { ...state, expiresAt: event.expiresAt };
  if (state.screen === 'closed') return fromClosed(state, event);
  if (event.type === 'left') return 'phase' in state && state.phase === 'sending' ? null : closedIn(state);
  switch (state.screen) {
    case 'menu':
      if (event.type === 'wentBack') return closedIn(state);
      return event.type === 'registerOrChangeChosen' ? { screen: 'registerOrChange', ...shared(state) } : null;
    case 'registerOrChange':
      return fromRegisterOrChange(state, event);
    case 'selection':
      return fromSelection(state, event);
    case 'change':
      return fromChange(state, event);
    case 'register':
      return fromRegister(state, event);
    default:
      return state satisfies never;
  }
}

/** Closed, and nobody is logged on. */
function isNobody(state: UsersState): boolean {
  return state.screen === 'closed' && state.expiresAt === undefined;
}

function fromClosed(state: StateOf<'closed'>, event: UsersEvent): Next {
  switch (event.type) {
    case 'opened':
      return { screen: 'menu', expiresAt: event.expiresAt, todo: [] };
    case 'lockedCounted':
      return { ...state, lockedUsers: event.lockedUsers };
    default:
      return null;
  }
}

/** Closed, while the session goes on. */
function closedIn({ expiresAt }: OpenState): StateOf<'closed'> {
  return { screen: 'closed', expiresAt };
}

function shared({ expiresAt, todo }: OpenState): { readonly expiresAt: string; readonly todo: TodoEntry[] } {
  return { expiresAt, todo };
}

function loading(state: OpenState, search: UserSearch): StateOf<'selection'> {
  return { screen: 'selection', ...shared(state), search, list: null, phase: 'loading', done: null, problem: null };
}

function fromRegisterOrChange(state: StateOf<'registerOrChange'>, event: UsersEvent): Next {
  switch (event.type) {
    case 'wentBack':
      return { screen: 'menu', ...shared(state) };
    case 'listAsked':
      return loading(state, event.search);
    case 'registerChosen':
      return { screen: 'register', ...shared(state), phase: 'editing', problem: null };
    default:
      return null;
  }
}

function fromSelection(state: StateOf<'selection'>, event: UsersEvent): Next {
  switch (event.type) {
    case 'wentBack':
      return { screen: 'registerOrChange', ...shared(state) };
    case 'listAsked':
      return { ...state, search: event.search, phase: 'loading', problem: null };
    case 'listCame':
      if (state.phase !== 'loading') return null;
      return { ...state, list: event.list, search: { ...state.search, page: event.list.page }, todo: bringUpToDate(state.todo, event.locked), phase: 'ready' };
    case 'refused':
      return state.phase === 'loading' ? { ...state, phase: 'ready', problem: event.problem } : null;
    case 'userChosen': {
      const user = findKnown(state, event.userId);
      if (user === null) return null;
      return { screen: 'change', ...shared(state), search: state.search, user, part: 'pins', phase: 'editing', problem: null };
    }
    default:
      return null;
  }
}

/** A user in sight: in the list, or among those still to do. */
function findKnown(state: StateOf<'selection'>, userId: string): CompanyUser | null {
  return [...(state.list?.users ?? []), ...state.todo.map((entry) => entry.user)].find((user) => user.userId === userId) ?? null;
}

/** Who has got new PINs in this sitting stays in sight as done; who is locked (again) is still to do. */
function bringUpToDate(todo: readonly TodoEntry[], locked: readonly CompanyUser[]): TodoEntry[] {
  const lockedNow = new Set(locked.map((user) => user.userId));
  const done = todo.filter((entry) => entry.done && !lockedNow.has(entry.user.userId));
  return [...done, ...locked.map((user) => ({ user, done: false }))].toSorted((one, other) => (one.user.userId < other.user.userId ? -1 : 1));
}

function fromChange(state: StateOf<'change'>, event: UsersEvent): Next {
  if (state.phase === 'sending') {
    if (event.type === 'refused') return { ...state, phase: 'editing', problem: event.problem };
    return event.type === 'done' && event.user.userId === state.user.userId ? afterDone(state, event, state.search) : null;
  }
  switch (event.type) {
    case 'wentBack':
      return loading(state, state.search);
    case 'partChosen':
      return event.part === state.part ? null : { ...state, part: event.part, problem: null };
    case 'entrySent':
      return { ...state, phase: 'sending', problem: null };
    default:
      return null;
  }
}

function fromRegister(state: StateOf<'register'>, event: UsersEvent): Next {
  if (state.phase === 'sending') {
    if (event.type === 'refused') return { ...state, phase: 'editing', problem: event.problem };
    return event.type === 'done' ? afterDone(state, event, wholeList) : null;
  }
  if (event.type === 'wentBack') return { screen: 'registerOrChange', ...shared(state) };
  return event.type === 'entrySent' ? { ...state, phase: 'sending', problem: null } : null;
}

/** Back to the list, which is read again; what was done is said above it. */
function afterDone(state: OpenState, { what, user }: Extract<UsersEvent, { type: 'done' }>, search: UserSearch): UsersState {
  const todo = state.todo.map((entry) => (entry.user.userId === user.userId ? { user, done: entry.done || what === 'pins' } : entry));
  return { ...loading({ ...state, todo }, search), done: { what, user } };
}
