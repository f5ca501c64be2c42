import { failure, type Outcome } from '../../preload/contract/problem.ts';
import type { CompanyUser } from '../../preload/contract/users.ts';
import { isAnswerLost } from '../support/answer-lost.ts';
import type { Secret } from '../support/redacted.ts';
import type { Administrator, NewUserPins, UsersBank } from './ports.ts';

/** A new user as the administrator enters one. */
export type NewUser = NewUserPins & { readonly userId: string; readonly userName: string; readonly confirmationPin: Secret };

/** As UsersBank's; besides: user-registered-already, where an earlier entry whose answer was lost went through after all. */
export type RegisterUser = (who: Administrator, entry: NewUser, signal: AbortSignal) => Promise<Outcome<CompanyUser>>;

/** The most that the protocol allows in a page. */
const pageSize = 100;

/**
 * Registers users, and remembers the one of whom nobody knows. "Taken" would send the administrator looking
 * for another ID for somebody who is registered already.
 */
export function createRegistration(bank: Pick<UsersBank, 'registerUser' | 'listUsers'>): RegisterUser {
  let unknown: { readonly userId: string; readonly userName: string } | null = null;

  /** Whether the bank has this very user by now, who has not logged on yet. */
  async function wentThrough(who: Administrator, { userId, userName }: Pick<NewUser, 'userId' | 'userName'>, signal: AbortSignal): Promise<boolean> {
    const found = await bank.listUsers(who, { search: userId, lockedOnly: false, page: 1, size: pageSize }, signal);
    return found.ok && found.value.users.some((user) => user.userId === userId && user.name === userName.trim() && user.lastLogonAt === null);
  }

  return async (who, entry, signal) => {
    const answer = await bank.registerUser(who, entry, signal);
    if (answer.ok) return answer;
    const { code } = answer.problem;
    if (isAnswerLost(code)) unknown = { userId: entry.userId, userName: entry.userName };
    const earlier = code === 'user-id-taken' && unknown?.userId === entry.userId ? unknown : null;
    return earlier !== null && (await wentThrough(who, earlier, signal)) ? failure('user-registered-already') : answer;
  };
}
