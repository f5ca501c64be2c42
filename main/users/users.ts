import type { RequestHandlers } from '../../preload/contract/contract.ts';
import type { FieldName, Outcome } from '../../preload/contract/problem.ts';
import type { Accepted } from '../../preload/contract/procedure.ts';
import type { CompanyUser, UserSearch, UsersDone, UsersState } from '../../preload/contract/users.ts';
import type { Clock, Log } from '../support/ports.ts';
import { invalidDataField, invalidPinsField, invalidRegistrationField, type UserRules } from './check-entries.ts';
import { concealChange, concealPins, concealRegistration } from './entries.ts';
import type { UsersEvent } from './events.ts';
import { createInSession, type InSession } from './in-session.ts';
import { createLockedCount, type LockedCount } from './locked-count.ts';
import type { Administrator, LeadToLogon, NoteUsers, UsersBank, UsersNote } from './ports.ts';
import { createRegistration } from './registration.ts';
import { wholeList } from './transition.ts';
import { createUserList, type UserList } from './user-list.ts';
import { createUsersStore, type UsersStore } from './users-store.ts';

/** Everything that the users' administration needs of the world. */
export type UsersParts = {
  readonly bank: UsersBank;
  readonly rules: UserRules;
  readonly leadToLogon: LeadToLogon;
  readonly note: NoteUsers;
  /** Told of every new state. */
  readonly publish: (state: UsersState) => void;
  readonly clock: Clock;
  readonly log: Log;
};

export type Users = {
  readonly requests: RequestHandlers['users'];
  /** An administrator has just logged on. */
  begin(administrator: Administrator, idleSeconds: number): void;
  /** Logs off: forgets the session here at once, and tells the bank. @returns whether none is open there any more */
  end(): Promise<boolean>;
};

type Question = (who: Administrator, signal: AbortSignal) => Promise<Outcome<CompanyUser>>;
/** Sends one entry. @param invalid a field that main found invalid: nothing is sent then */
type SendEntry = (invalid: FieldName | null, what: UsersDone['what'], question: Question) => Promise<Accepted>;

const accepted: Accepted = { ok: true };

/**
 * Manual 3, as the window may ask it (contract `users`).
 * @param parts see UsersParts
 * @returns one handler a request; each answers whether the action had its place, the outcome is published
 */
export function createUsers(parts: UsersParts): Users {
  const store = createUsersStore(parts.publish, parts.log);
  let run = new AbortController();
  // Whatever is under way is stopped at the session's end, so that no late answer meets what comes after.
  const inSession = createInSession({ ...parts, store }, () => {
    run.abort();
    run = new AbortController();
    list.stop();
    count.stop();
  });
  const list: UserList = createUserList({ ...parts, store, inSession });
  const count: LockedCount = createLockedCount({ ...parts, store, inSession });

  const sendEntry: SendEntry = async (invalid, what, question) => {
    if (invalid !== null) return store.refusal({ code: 'input-invalid', field: invalid });
    if (!store.dispatch({ type: 'entrySent' })) return store.refusal({ code: 'not-now' });
    const { signal } = run;
    const outcome = await inSession.ask((who) => question(who, signal), signal);
    if (outcome === null) return accepted;
    if (outcome.ok) {
      parts.note(noteOf(what, store.state(), outcome.value));
      if (store.dispatch({ type: 'done', what, user: outcome.value })) await list.read();
      return accepted;
    }
    const problem = store.problem(outcome.problem);
    parts.note({ what: 'refused', problem });
    store.dispatch({ type: 'refused', problem });
    return accepted;
  };

  return {
    begin(administrator, idleSeconds) {
      inSession.begin(administrator, idleSeconds);
      void count.look();
    },
    async end() {
      const administrator = inSession.end();
      return administrator === null || parts.bank.logOff(administrator);
    },
    requests: {
      ...wayRequests(store, inSession, list, count),
      stay: () => stay(parts.bank, store, inSession, run.signal),
      ...entryRequests(parts, store, sendEntry),
    },
  };
}

function noteOf(what: UsersDone['what'], before: UsersState, { userId, suspended }: CompanyUser): UsersNote {
  switch (what) {
    case 'pins':
      return { what: 'userPins', userId };
    case 'registered':
      return { what };
    case 'data':
      return { what: 'changed', wasSuspended: before.screen === 'change' && before.user.suspended, isSuspended: suspended };
    default:
      return what satisfies never;
  }
}

/**
 * Any question gives the session its whole time again; this one changes nothing.
 * @returns the refusal where the bank did not answer: the time that was left stays
 */
async function stay(bank: UsersParts['bank'], store: UsersStore, inSession: InSession, signal: AbortSignal): Promise<Accepted> {
  const answer = await inSession.ask((who) => bank.listUsers(who, { search: '', lockedOnly: true, page: 1, size: 1 }, signal), signal);
  return answer === null || answer.ok ? accepted : store.refusal(answer.problem);
}

type EntryRequest = 'overwritePins' | 'change' | 'register';

/** From screen to screen. */
function wayRequests(store: UsersStore, inSession: InSession, list: UserList, count: LockedCount): Omit<RequestHandlers['users'], EntryRequest | 'stay'> {
  const step = (event: UsersEvent): Accepted => {
    if (!store.dispatch(event)) return store.refusal({ code: 'not-now' });
    list.stop();
    count.stop();
    if (store.state().screen === 'closed') void count.look();
    return accepted;
  };
  const showList = async (search: UserSearch): Promise<Accepted> => {
    const answer = step({ type: 'listAsked', search });
    if (answer.ok) await list.read();
    return answer;
  };
  return {
    async open() {
      const expiresAt = await inSession.expiresAt();
      return expiresAt === null ? accepted : step({ type: 'opened', expiresAt });
    },
    leave: async () => step({ type: 'left' }),
    chooseRegisterOrChange: async () => step({ type: 'registerOrChangeChosen' }),
    chooseSelection: () => showList(wholeList),
    search: showList,
    chooseUser: async ({ userId }) => step({ type: 'userChosen', userId }),
    choosePart: async ({ part }) => step({ type: 'partChosen', part }),
    chooseRegister: async () => step({ type: 'registerChosen' }),
    async goBack() {
      const answer = step({ type: 'wentBack' });
      if (answer.ok) await list.read();
      return answer;
    },
  };
}

/** What is entered and confirmed with the administrator's ご契約先確認暗証番号. */
function entryRequests({ bank, rules }: UsersParts, store: UsersStore, sendEntry: SendEntry): Pick<RequestHandlers['users'], EntryRequest> {
  const notNow = store.refusal;
  const registerUser = createRegistration(bank);
  return {
    async overwritePins(input) {
      const state = store.state();
      if (state.screen !== 'change' || state.part !== 'pins') return notNow({ code: 'not-now' });
      const { userId } = state.user;
      const pins = concealPins(input);
      const { userLogonPin, userConfirmationPin, confirmationPin } = pins;
      const entry = { userId, userLogonPin, userConfirmationPin, confirmationPin };
      return sendEntry(invalidPinsField(pins, rules), 'pins', (who, signal) => bank.overwriteUserPins(who, entry, signal));
    },
    async change(input) {
      const state = store.state();
      if (state.screen !== 'change' || state.part !== 'data') return notNow({ code: 'not-now' });
      const data = concealChange(input);
      const entry = { userId: state.user.userId, ...data };
      return sendEntry(invalidDataField(data, rules), 'data', (who, signal) => bank.changeUser(who, entry, signal));
    },
    async register(input) {
      if (store.state().screen !== 'register') return notNow({ code: 'not-now' });
      const user = concealRegistration(input);
      const { userId, userName, userLogonPin, userConfirmationPin, confirmationPin } = user;
      const entry = { userId, userName, userLogonPin, userConfirmationPin, confirmationPin };
      return sendEntry(invalidRegistrationField(user, rules), 'registered', (who, signal) => registerUser(who, entry, signal));
    },
  };
}
