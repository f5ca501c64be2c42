import type { ProcedureSnapshot } from '../../preload/contract/procedure.ts';
import type { UsersState } from '../../preload/contract/users.ts';

/** A session at the bank that can be ended. */
export type LiveSession = {
  /** Whose it is: the company, as far as it is known by now. */
  readonly company: string;
  /** When the bank ends it, ISO 8601. */
  readonly expiresAt: string;
  /** activation: what was entered in it is lost when it ends. */
  readonly kind: 'administrator' | 'activation';
};

/** @returns the session that lives; null where none does */
export function liveSession({ state }: ProcedureSnapshot, users: UsersState): LiveSession | null {
  if (state.step === 'newPins' || state.step === 'oneTimePassword')
    return { company: state.contractorId, expiresAt: state.session.expiresAt, kind: 'activation' };
  if (state.step !== 'loggedOn' || users.expiresAt === undefined) return null;
  return { company: state.organization, expiresAt: users.expiresAt, kind: 'administrator' };
}
