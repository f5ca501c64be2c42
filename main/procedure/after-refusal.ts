import type { ProblemCode } from '../../preload/contract/problem-numbers.ts';
import { isAnswerLost } from '../support/answer-lost.ts';

/** The steps inside the bank's activation session. */
export type SessionStep = 'newPins' | 'oneTimePassword';

/**
 * What a refusal inside the session means for the way.
 * stay: the person reads why and enters again; loseSession: back to the identification, with the reason;
 * askTheBank: go where the bank says the session stands; goOnIfTheBankDid: the same, but stay where it has not gone on.
 */
export type AfterRefusal = 'stay' | 'loseSession' | 'askTheBank' | 'goOnIfTheBankDid';

/** After these the session is of no more use. */
const sessionEnding: ReadonlySet<ProblemCode> = new Set(['session-expired', 'pin-locked', 'activation-not-released', 'activation-already-done']);

/** @returns whether the bank's session is over, wherever in it the person was */
export function endsSession(code: ProblemCode): boolean {
  return sessionEnding.has(code);
}

/**
 * @param code what the bank answered
 * @param step where in the session it was asked
 */
export function afterRefusal(code: ProblemCode, step: SessionStep): AfterRefusal {
  if (endsSession(code)) return 'loseSession';
  if (isAnswerLost(code)) return 'goOnIfTheBankDid';
  if (code !== 'step-out-of-order') return 'stay';
  // The bank holds PINs of an earlier try, and those typed now may be others: nobody is to log on with the wrong ones.
  return step === 'newPins' ? 'loseSession' : 'askTheBank';
}
