import type { z } from 'zod';
import { checkPin, checkUserId, checkUserName } from '../../../preload/contract/fields.ts';
import type { ContractorId } from '../../../preload/contract/identities.ts';
import { failure, type Outcome, success } from '../../../preload/contract/problem.ts';
import type {
  BankUser,
  changeUserRequestSchema,
  listUsersQuerySchema,
  overwriteUserPinsRequestSchema,
  registerUserRequestSchema,
  UserPage,
} from '../../protocol/protocol.ts';
import type { BankParts } from '../bank-parts.ts';
import { type Credentials, findAdministrator } from './administrator-sessions.ts';
import { clearWrong, findContract } from './contracts.ts';
import { checkCounted } from './pin-check.ts';
import { hashPin } from './secrets.ts';
import { addUser, changeUser, findUser, readUsers, setUserPins } from './users.ts';

/** Manual 3: the administrator looks after the company's users. */

const usualPageSize = 20;

/** Width and letter case aside: the same letters in another dress are found, and are no second ID. */
const plain = (text: string): string => text.normalize('NFKC').toLowerCase();

/** @returns a page of the contract's users; session-expired or a certificate-… code */
export function listUsers(parts: BankParts, credentials: Credentials, query: z.infer<typeof listUsersQuerySchema>): Outcome<UserPage> {
  const administrator = findAdministrator(parts, credentials);
  if (!administrator.ok) return administrator;
  const { search = '', lockedOnly = 'false', page = 1, size = usualPageSize } = query;
  const all = readUsers(parts.database, administrator.value);
  const wanted = plain(search.trim());
  const found = all.filter(
    ({ userId, name, locked }) => (locked || lockedOnly === 'false') && (plain(userId).includes(wanted) || plain(name).includes(wanted)),
  );
  return success({ users: found.slice((page - 1) * size, page * size), page, size, total: found.length, registered: all.length });
}

/**
 * One change by the administrator, in the contract's queue: first all that costs no attempt, then the
 * confirmation PIN, whose wrong entries count on the contract's own lock counter.
 * @param check what is looked at first. @returns what speaks against the change
 * @param prepare what takes its time (hashes). @returns the change itself
 */
async function confirmed(
  parts: BankParts,
  credentials: Credentials,
  confirmationPin: string,
  check: (contractorId: ContractorId) => Outcome<void>,
  prepare: (contractorId: ContractorId) => Promise<() => BankUser | null>,
): Promise<Outcome<BankUser>> {
  const seen = findAdministrator(parts, credentials);
  if (!seen.ok) return seen;
  return parts.queue(seen.value, async () => {
    // Again: a lock may have ended the session while this waited.
    const administrator = findAdministrator(parts, credentials);
    if (!administrator.ok) return administrator;
    const contractorId = administrator.value;
    const refused = check(contractorId);
    if (!refused.ok) return refused;
    const counter = { contractorId, userId: '' };
    const hash = findContract(parts.database, contractorId)?.confirmation_hash ?? null;
    const checked = await checkCounted(parts, counter, confirmationPin, hash, { code: 'confirmation-refused', field: 'confirmationPin' });
    if (!checked.ok) return checked;
    const change = await prepare(contractorId);
    return parts.settle(() => {
      clearWrong(parts.database, counter);
      const user = change();
      return user === null ? failure('user-not-found') : success(user);
    });
  });
}

function checkUserPins(parts: BankParts, pins: { readonly userLogonPin: string; readonly userConfirmationPin: string }): Outcome<void> {
  const rule = parts.profile.pinRule;
  if (checkPin(pins.userLogonPin, rule) !== null) return failure('pin-rule-violated', { field: 'userLogonPin' });
  if (checkPin(pins.userConfirmationPin, rule) !== null) return failure('pin-rule-violated', { field: 'userConfirmationPin' });
  return success(undefined);
}

function checkName(name: string): Outcome<void> {
  return checkUserName(name) === null ? success(undefined) : failure('request-malformed', { field: 'userName' });
}

function checkExistence(parts: BankParts, contractorId: ContractorId, userId: string): Outcome<void> {
  return findUser(parts.database, contractorId, userId) === null ? failure('user-not-found') : success(undefined);
}

/**
 * Registers a user.
 * @returns user-id-rule-violated, user-id-taken (letter case aside), user-limit-reached, pin-rule-violated,
 *   request-malformed (name), confirmation-refused, pin-locked, session-expired, a certificate-… code
 */
export function registerUser(parts: BankParts, credentials: Credentials, input: z.infer<typeof registerUserRequestSchema>): Promise<Outcome<BankUser>> {
  const { userId, userName, userLogonPin, userConfirmationPin, confirmationPin } = input;
  const check = (contractorId: ContractorId): Outcome<void> => {
    const { limit, idRule } = parts.profile.users;
    if (checkUserId(userId, idRule) !== null) return failure('user-id-rule-violated', { field: 'userId' });
    const named = checkName(userName);
    if (!named.ok) return named;
    const users = readUsers(parts.database, contractorId);
    if (users.some((user) => plain(user.userId) === plain(userId))) return failure('user-id-taken', { field: 'userId' });
    return users.length >= limit ? failure('user-limit-reached') : checkUserPins(parts, input);
  };
  return confirmed(parts, credentials, confirmationPin, check, async (contractorId) => {
    const [logonHash, confirmationHash] = await hashBoth(parts, userLogonPin, userConfirmationPin);
    return () => {
      // Who guessed at this ID before it existed must not lock its owner out.
      clearWrong(parts.database, { contractorId, userId });
      addUser(parts.database, contractorId, { userId, name: userName.trim(), logonHash, confirmationHash });
      return findUser(parts.database, contractorId, userId);
    };
  });
}

/**
 * Changes a user's name, and suspends or resumes them.
 * @returns user-not-found, request-malformed (name), confirmation-refused, pin-locked, session-expired, a certificate-… code
 */
export function changeUserData(parts: BankParts, credentials: Credentials, input: z.infer<typeof changeUserRequestSchema>): Promise<Outcome<BankUser>> {
  const { userId, userName, suspended, confirmationPin } = input;
  const check = (contractorId: ContractorId): Outcome<void> => {
    const named = checkName(userName);
    return named.ok ? checkExistence(parts, contractorId, userId) : named;
  };
  return confirmed(parts, credentials, confirmationPin, check, async (contractorId) => () => {
    changeUser(parts.database, contractorId, { userId, name: userName.trim(), suspended });
    return findUser(parts.database, contractorId, userId);
  });
}

/**
 * Overwrites a user's two PINs, which lifts the user's lock.
 * @returns user-not-found, pin-rule-violated, confirmation-refused, pin-locked, session-expired, a certificate-… code
 */
export function overwriteUserPins(
  parts: BankParts,
  credentials: Credentials,
  input: z.infer<typeof overwriteUserPinsRequestSchema>,
): Promise<Outcome<BankUser>> {
  const { userId, userLogonPin, userConfirmationPin, confirmationPin } = input;
  const check = (contractorId: ContractorId): Outcome<void> => {
    const ruled = checkUserPins(parts, input);
    return ruled.ok ? checkExistence(parts, contractorId, userId) : ruled;
  };
  return confirmed(parts, credentials, confirmationPin, check, async (contractorId) => {
    const [logonHash, confirmationHash] = await hashBoth(parts, userLogonPin, userConfirmationPin);
    return () => {
      setUserPins(parts.database, contractorId, { userId, logonHash, confirmationHash });
      clearWrong(parts.database, { contractorId, userId });
      return findUser(parts.database, contractorId, userId);
    };
  });
}

function hashBoth(parts: BankParts, one: string, other: string): Promise<[string, string]> {
  return Promise.all([hashPin(one, parts.scryptCost), hashPin(other, parts.scryptCost)]);
}
