import type { Clock, Log } from '../../main/support/ports.ts';
import { Redacted } from '../../main/support/redacted.ts';
import type { NoteUsers, UsersBank } from '../../main/users/ports.ts';
import { createUsers } from '../../main/users/users.ts';
import { contractorIdSchema } from '../../preload/contract/identities.ts';
import { type ProblemCause, success } from '../../preload/contract/problem.ts';
import type { CompanyUser, UserSearch, UsersState } from '../../preload/contract/users.ts';

/** Doubles for the ports of manual 3: the real bank is met in the integration tests; here it can be late, refuse or be silent. */

export const contractorId = contractorIdSchema.parse('12345678901');
export const start = Date.parse('2026-11-20T01:00:00.000Z');
export const idleSeconds = 600;

/** Marked, so that a search finds them wherever they should not be. */
export const marked = {
  token: 'MARKED-token-0123456789abcdefghijklmnop',
  userLogonPin: 'MARKEDlog1',
  userConfirmationPin: 'MARKEDconf2',
  confirmationPin: 'MARKEDadmin3',
} as const;
export const pins = {
  userLogonPin: marked.userLogonPin,
  userLogonPinReentry: marked.userLogonPin,
  userConfirmationPin: marked.userConfirmationPin,
  userConfirmationPinReentry: marked.userConfirmationPin,
  confirmationPin: marked.confirmationPin,
};

export function user(number: number, more: Partial<CompanyUser> = {}): CompanyUser {
  return { userId: `user${String(number).padStart(2, '0')}`, name: `担当${number}`, locked: false, suspended: false, lastLogonAt: null, ...more };
}

/** A bank in memory, with so many users of whom some are locked. */
export function memoryBank(count = 45, locked: readonly number[] = [3, 7]): UsersBank & { readonly asked: UserSearch[]; readonly loggedOff: string[] } {
  const users = new Map(Array.from({ length: count }, (_, index) => [user(index + 1).userId, user(index + 1, { locked: locked.includes(index + 1) })]));
  const asked: UserSearch[] = [];
  const loggedOff: string[] = [];
  const replace = (userId: string, change: Partial<CompanyUser>) => {
    const changed = { ...(users.get(userId) ?? user(0)), ...change, userId };
    users.set(userId, changed);
    return success(changed);
  };
  return {
    asked,
    loggedOff,
    async listUsers(_who, query) {
      asked.push(query);
      const found = [...users.values()].filter(({ userId, locked: isLocked }) => userId.includes(query.search) && (isLocked || !query.lockedOnly));
      const { page, size } = query;
      return success({ users: found.slice((page - 1) * size, page * size), page, size, total: found.length, registered: users.size });
    },
    registerUser: async (_who, { userId, userName }) => replace(userId, { name: userName }),
    changeUser: async (_who, { userId, userName, suspended }) => replace(userId, { name: userName, suspended }),
    overwriteUserPins: async (_who, { userId }) => replace(userId, { locked: false }),
    logOff: async ({ token }) => {
      loggedOff.push(token.reveal());
      return true;
    },
  };
}

/** The users' administration in a world of doubles, with an administrator logged on. */
export function usersWorld(bank: UsersBank = memoryBank()) {
  const states: UsersState[] = [{ screen: 'closed' }];
  const logLines: string[] = [];
  const led: ProblemCause[] = [];
  const noted: Parameters<NoteUsers>[0][] = [];
  const alarms = new Set<{ readonly at: number; readonly run: () => void }>();
  let now = start;
  const clock: Clock = {
    now: () => new Date(now),
    after(milliseconds, run) {
      const alarm = { at: now + milliseconds, run };
      alarms.add(alarm);
      return () => void alarms.delete(alarm);
    },
  };
  const write = (event: string, details: unknown) => void logLines.push(JSON.stringify({ event, details }));
  const log: Log = {
    info: write,
    warn: write,
    error: (event, details) => {
      write(event, details);
      return 'REF00001';
    },
  };
  const users = createUsers({
    bank,
    rules: { pin: { minLength: 6, maxLength: 12, symbols: '' }, userId: { minLength: 4, maxLength: 12 } },
    leadToLogon: async (cause) => void led.push(cause),
    note: (note) => void noted.push(note),
    publish: (state) => void states.push(state),
    clock,
    log,
  });
  users.begin({ contractorId, token: new Redacted(marked.token) }, idleSeconds);
  return {
    users,
    go: users.requests,
    states,
    logLines,
    led,
    noted,
    state: () => states.at(-1) ?? { screen: 'closed' },
    /** Lets time pass, and what it sets off happen. */
    async pass(milliseconds: number) {
      now += milliseconds;
      for (const alarm of [...alarms]) {
        if (alarm.at > now) continue;
        alarms.delete(alarm);
        alarm.run();
      }
      await new Promise((resolve) => setImmediate(resolve));
    },
  };
}
export type UsersWorld = ReturnType<typeof usersWorld>;

/** The manual's way up to 利用者情報選択. */
export async function reachSelection({ go }: UsersWorld): Promise<void> {
  await go.open(undefined);
  await go.chooseRegisterOrChange(undefined);
  await go.chooseSelection(undefined);
}
