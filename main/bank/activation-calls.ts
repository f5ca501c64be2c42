import type { ActivationBank } from '../procedure/ports.ts';
import { operations } from '../protocol/operations.ts';
import { ask, type BankClientParts, tell } from './bank-question.ts';

/** The longest that giving up a session may take, in milliseconds: nobody waits for it. */
const abandonMs = 5_000;

/** Manual 2 (3) to (5) as the procedure sees the bank (see ActivationBank). */
export function createActivationCalls(parts: BankClientParts): Omit<ActivationBank, 'logOn'> {
  return {
    identify: (content, signal) => ask(parts, operations.openActivationSession, { content, signal }),
    setPins: (token, { email, ...pins }, signal) => {
      // Manual 2 (4) ⑥: an address that is not to be changed is not sent at all.
      const content = email === null ? pins : { ...pins, email };
      return ask(parts, operations.setPins, { token, content, signal });
    },
    confirmOneTimePassword: (token, oneTimePassword, signal) => ask(parts, operations.confirmOneTimePassword, { token, content: { oneTimePassword }, signal }),
    readSession: (token, signal) => ask(parts, operations.readActivationSession, { token, signal }),
    abandon: (token) => tell(parts, operations.closeActivationSession, { token, signal: AbortSignal.timeout(abandonMs) }),
  };
}
