import type { ContractorId } from '../../preload/contract/identities.ts';
import type { Outcome, Problem, ProblemCause } from '../../preload/contract/problem.ts';
import type { CompanyUser, CompanyUserPage, UserSearch } from '../../preload/contract/users.ts';
import type { Secret } from '../support/redacted.ts';

/** What the users' administration needs of the world, declared by itself. */

/** By what the bank knows the administrator: the certificate of this contract, and the logon's token. */
export type Administrator = { readonly contractorId: ContractorId; readonly token: Secret };

/** A user's two new PINs. */
export type NewUserPins = { readonly userLogonPin: Secret; readonly userConfirmationPin: Secret };

/** The bank, as far as manual 3 needs it. confirmationPin is the administrator's; every wait takes a signal. */
export type UsersBank = {
  /** @param size users in a page, at most 100 */
  listUsers(administrator: Administrator, search: UserSearch & { readonly size: number }, signal: AbortSignal): Promise<Outcome<CompanyUserPage>>;
  registerUser(
    administrator: Administrator,
    input: NewUserPins & { readonly userId: string; readonly userName: string; readonly confirmationPin: Secret },
    signal: AbortSignal,
  ): Promise<Outcome<CompanyUser>>;
  changeUser(
    administrator: Administrator,
    input: { readonly userId: string; readonly userName: string; readonly suspended: boolean; readonly confirmationPin: Secret },
    signal: AbortSignal,
  ): Promise<Outcome<CompanyUser>>;
  overwriteUserPins(
    administrator: Administrator,
    input: NewUserPins & { readonly userId: string; readonly confirmationPin: Secret },
    signal: AbortSignal,
  ): Promise<Outcome<CompanyUser>>;
  /** Closes the session, within a few seconds. @returns whether the token is worthless now; else it expires by itself */
  logOff(administrator: Administrator): Promise<boolean>;
};

/** Leads back to the logon, with the reason: the session is over, or the contract locked. */
export type LeadToLogon = (cause: ProblemCause) => Promise<void>;

/** What is worth a line in the records: of the procedure the first two, of the hand-over all that was done. */
export type UsersNote =
  | { readonly what: 'userPins'; readonly userId: string }
  | { readonly what: 'refused'; readonly problem: Problem }
  | { readonly what: 'registered' }
  | { readonly what: 'changed'; readonly wasSuspended: boolean; readonly isSuspended: boolean };
export type NoteUsers = (note: UsersNote) => void;
