import { failure, type Outcome, type ProblemCause } from '../../preload/contract/problem.ts';
import { type ProblemCode, problemNumbers } from '../../preload/contract/problem-numbers.ts';
import type { Clock, Log } from '../support/ports.ts';
import { createAdministratorSession } from './administrator-session.ts';
import type { Administrator, LeadToLogon } from './ports.ts';
import type { UsersStore } from './users-store.ts';

/** Questions to the bank inside the administrator's session, and the session's end. */
export type InSession = {
  begin(administrator: Administrator, idleSeconds: number): void;
  /** Ends it here. @returns what it was, so that the bank can be told */
  end(): Administrator | null;
  /** Until when it holds, ISO 8601; null where nobody is logged on (the way then leads to the logon). */
  expiresAt(): Promise<string | null>;
  /**
   * Asks the bank.
   * @returns null when there is nothing more to do: the session was lost (told at the logon), or the signal aborted
   */
  ask<T>(question: (administrator: Administrator) => Promise<Outcome<T>>, signal: AbortSignal): Promise<Outcome<T> | null>;
};

/** After these nobody is logged on any more, and the logon says why. */
const sessionEndingCodes: Partial<Record<ProblemCode, ProblemCode>> = {
  'session-expired': 'logged-off',
  'pin-locked': 'pin-locked',
  'certificate-required': 'certificate-required',
  'certificate-expired': 'certificate-expired',
  'certificate-revoked': 'certificate-revoked',
  'certificate-untrusted': 'certificate-untrusted',
};

/** The first code that does not say that the bank has dealt with the entry itself (see problemNumbers). */
const firstUnprocessedCode = 300;

/** Only a question that the bank has dealt with, well or by a refusal, surely counts as one; what was not heard leaves the time as it was. */
function prolongs(answer: Outcome<unknown>): boolean {
  return answer.ok || problemNumbers[answer.problem.code] < firstUnprocessedCode;
}

type Parts = { readonly store: UsersStore; readonly clock: Clock; readonly log: Log; readonly leadToLogon: LeadToLogon };

/** @param onEnd called when the session is over, so that what is under way can be stopped */
export function createInSession({ store, clock, log, leadToLogon }: Parts, onEnd: () => void): InSession {
  const session = createAdministratorSession(clock, () => void expire());

  function end(): Administrator | null {
    onEnd();
    const state = store.state();
    if (state.screen !== 'closed' || state.expiresAt !== undefined) store.dispatch({ type: 'sessionEnded' });
    return session.end();
  }

  async function lose(cause: ProblemCause): Promise<void> {
    end();
    await leadToLogon(cause);
  }

  /** On the screen of the logon nothing needs the session; who only reads there is not disturbed. */
  async function expire(): Promise<void> {
    if (store.state().screen === 'closed') end();
    else await lose({ code: 'logged-off' });
  }

  async function current(): Promise<Administrator | null> {
    const administrator = session.current();
    if (administrator === null) await lose({ code: 'logged-off' });
    return administrator;
  }

  return {
    begin(administrator, idleSeconds) {
      end();
      session.begin(administrator, idleSeconds);
      store.dispatch({ type: 'sessionProlonged', expiresAt: session.expiresAt() });
    },
    end,
    expiresAt: async () => ((await current()) === null ? null : session.expiresAt()),
    async ask(question, signal) {
      if (signal.aborted) return null;
      const administrator = await current();
      if (administrator === null || signal.aborted) return null;
      // A bug gives the screen back, as a refusal does.
      const answer = await question(administrator).catch((error: unknown) => failure('internal', { reference: log.error('users.question-broke', { error }) }));
      if (signal.aborted) return null;
      const ending = answer.ok ? undefined : sessionEndingCodes[answer.problem.code];
      if (!answer.ok && ending !== undefined) {
        await lose({ code: ending, attemptsLeft: answer.problem.attemptsLeft ?? null });
        return null;
      }
      if (prolongs(answer)) {
        session.prolong();
        store.dispatch({ type: 'sessionProlonged', expiresAt: session.expiresAt() });
      }
      return answer;
    },
  };
}
