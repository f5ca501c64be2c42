import { failure, type Outcome, type ProblemCause, success } from '../../../preload/contract/problem.ts';
import type { BankParts } from '../bank-parts.ts';
import { addWrong, type Counted, countWrong } from './contracts.ts';
import { matchesPin } from './secrets.ts';

/** What answers a wrong entry of this kind. */
type Refusal = Pick<ProblemCause, 'code' | 'field'>;

/**
 * Checks one entered secret and counts it if it is wrong. Call it inside the contract's queue.
 * A contract that does not exist (hash null) costs the same time, is counted the same way and is locked
 * by the same attempt, so that nobody can find out which IDs exist.
 * @param counted whose counter
 * @param hash what the entry must match; null where there is nothing to match
 * @param refusal the code and field of a wrong entry; attemptsLeft is added
 * @returns success, the refusal, or pin-locked (also for the very attempt that locks)
 */
export async function checkCounted(parts: BankParts, counted: Counted, entered: string, hash: string | null, refusal: Refusal): Promise<Outcome<void>> {
  const { database, profile, clock } = parts;
  const matches = (await matchesPin(entered, hash ?? parts.decoyHash)) && hash !== null && !parts.forcesWrongEntry(refusal.code);
  if (countWrong(database, counted) >= profile.wrongAttemptLimit) return failure('pin-locked', { attemptsLeft: 0 });
  if (matches) return success(undefined);
  return parts.settle(() => {
    const count = () => addWrong(database, counted, profile.wrongAttemptLimit, clock.now());
    const attemptsLeft = parts.recordSituationChange([refusal.code, 'pin-locked'], count);
    return attemptsLeft === 0 ? failure('pin-locked', { attemptsLeft }) : failure(refusal.code, { field: refusal.field ?? null, attemptsLeft });
  });
}
