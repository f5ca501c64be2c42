import type { InSession } from './in-session.ts';
import type { UsersBank } from './ports.ts';
import type { UsersStore } from './users-store.ts';

/** How many users are locked, for the screen of the logon: as long as there are any, not all is done. */
export type LockedCount = {
  /** Asks the bank, where nothing of section 3 is open. What it does not answer is not told. */
  look(): Promise<void>;
  stop(): void;
};

/** @param parts the store, the session and the bank */
export function createLockedCount({
  store,
  inSession,
  bank,
}: {
  readonly store: UsersStore;
  readonly inSession: InSession;
  readonly bank: UsersBank;
}): LockedCount {
  let asking = new AbortController();
  return {
    async look() {
      asking.abort();
      if (store.state().screen !== 'closed') return;
      asking = new AbortController();
      const { signal } = asking;
      const found = await inSession.ask((who) => bank.listUsers(who, { search: '', lockedOnly: true, page: 1, size: 1 }, signal), signal);
      if (found?.ok === true && store.state().screen === 'closed') store.dispatch({ type: 'lockedCounted', lockedUsers: found.value.total });
    },
    stop: () => asking.abort(),
  };
}
