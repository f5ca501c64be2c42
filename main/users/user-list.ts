import type { Outcome } from '../../preload/contract/problem.ts';
import type { CompanyUserPage, UserSearch } from '../../preload/contract/users.ts';
import type { InSession } from './in-session.ts';
import type { Administrator, UsersBank } from './ports.ts';
import type { UsersStore } from './users-store.ts';

/** 利用者情報選択: the list, and who is locked. Both are shown together, so both are asked for together. */
export type UserList = {
  /** Reads the list again, if it is on the screen; an earlier reading that is under way is stopped. */
  read(): Promise<void>;
  stop(): void;
};

const pageSize = 20;
/** The most that the protocol allows in a page. */
const mostLocked = 100;

/** @param parts the store, the session and the bank */
export function createUserList({ store, inSession, bank }: { readonly store: UsersStore; readonly inSession: InSession; readonly bank: UsersBank }): UserList {
  let reading = new AbortController();

  async function read(): Promise<void> {
    reading.abort();
    const state = store.state();
    if (state.screen !== 'selection') return;
    reading = new AbortController();
    const { signal } = reading;
    const locked = await inSession.ask((who) => bank.listUsers(who, { search: '', lockedOnly: true, page: 1, size: mostLocked }, signal), signal);
    if (locked === null) return;
    const found = locked.ok ? await inSession.ask((who) => pageOrLast(bank, who, state.search, signal), signal) : locked;
    if (found === null) return;
    if (!found.ok) store.dispatch({ type: 'refused', problem: store.problem(found.problem) });
    else if (locked.ok) store.dispatch({ type: 'listCame', list: found.value, locked: locked.value.users });
  }

  return { read, stop: () => reading.abort() };
}

/** A page that is no more (the search finds fewer by now) gives the last one. */
async function pageOrLast(bank: UsersBank, who: Administrator, search: UserSearch, signal: AbortSignal): Promise<Outcome<CompanyUserPage>> {
  const asked = await bank.listUsers(who, { ...search, size: pageSize }, signal);
  if (!asked.ok || asked.value.users.length > 0 || search.page === 1) return asked;
  return bank.listUsers(who, { ...search, page: Math.max(1, Math.ceil(asked.value.total / pageSize)), size: pageSize }, signal);
}
