import type { Outcome, ProblemCause, ProblemCode } from '../../preload/contract/problem.ts';
import type { Accepted, ConfirmOneTimePasswordInput, IdentifyInput, SetPinsInput } from '../../preload/contract/procedure.ts';
import { faultyPinField } from './check-entries.ts';
import type { GrantKeeper } from './grant-keeper.ts';
import type { ProcedureParts } from './parts.ts';
import type { Grant, SessionPosition } from './ports.ts';
import { createSession } from './session.ts';

/** The activation proper: manual 2 (3) to (5). Entries are handed to the bank and kept nowhere. */
export type ActivationActions = {
  identify(input: IdentifyInput): Promise<Accepted>;
  setPins(input: SetPinsInput): Promise<Accepted>;
  confirmOneTimePassword(input: ConfirmOneTimePasswordInput): Promise<Accepted>;
  /** Asks the bank where the session stands, after a restart or a lost answer, and goes there. */
  askWhereItStands(): Promise<void>;
  /** Stops what is under way and closes the session here and at the bank. */
  close(): Promise<void>;
};

/** After these the session is of no more use: the way leads back to the identification. */
const sessionEnding: ReadonlySet<ProblemCode> = new Set(['session-expired', 'pin-locked', 'activation-not-released', 'activation-already-done']);

/** After these nobody here knows whether the bank did what it was asked. */
const answerLost: ReadonlySet<ProblemCode> = new Set(['bank-unreachable', 'bank-timeout', 'bank-answer-invalid', 'bank-failure']);

/** How long after the session's end by the PC's clock the bank, which said that it is open, is asked again. */
const askAgainMs = 30_000;

const accepted: Accepted = { ok: true };

/**
 * @param parts what the procedure needs of the world
 * @param grants where the end of a good activation is kept
 */
export function createActivation(parts: ProcedureParts, grants: GrantKeeper): ActivationActions {
  const { runner, bank, certificate, pinRule, clock, log } = parts;
  const session = createSession(parts);
  let run = new AbortController();

  const refuse = (cause: ProblemCause) => runner.dispatch({ type: 'refused', problem: runner.problem(cause) });

  async function loseSession(cause: ProblemCause): Promise<void> {
    await session.close(false);
    await runner.dispatch({ type: 'sessionLost', problem: runner.problem(cause) });
  }

  function watch(expiresAt: string): void {
    session.watch(expiresAt, () => void endIfExpired());
  }

  /** The bank's clock decides: on a PC whose clock is fast, every session would be over before it began. */
  async function endIfExpired(): Promise<void> {
    const { signal } = run;
    const token = await session.token();
    const found = token === null ? null : await bank.readSession(token, signal).catch(() => null);
    if (signal.aborted) return;
    if (found?.ok === true) watch(new Date(clock.now().getTime() + askAgainMs).toISOString());
    else await loseSession({ code: 'session-expired' });
  }

  /** What a refusal inside the session means for the way. */
  async function fail(cause: ProblemCause): Promise<void> {
    if (sessionEnding.has(cause.code)) await loseSession(cause);
    else if (answerLost.has(cause.code)) await goOnIfTheBankDid(cause);
    else if (cause.code !== 'step-out-of-order') await refuse(cause);
    // The bank holds PINs of an earlier try, and those typed now may be others: nobody is to log on with the wrong ones.
    else if (runner.snapshot().state.step === 'newPins') await loseSession(cause);
    else await askWhereItStands();
  }

  /** The answer was lost: had the bank gone on all the same, so does the person, who else would enter other PINs in vain. */
  async function goOnIfTheBankDid(cause: ProblemCause): Promise<void> {
    const { signal } = run;
    const token = await session.token();
    const found = token === null ? null : await bank.readSession(token, signal);
    if (signal.aborted) return;
    const here = runner.snapshot().state.step === 'newPins' ? 'pins' : 'oneTimePassword';
    if (found?.ok === true && found.value.next !== here) await arrive(found.value);
    else await refuse(cause);
  }

  async function arrive(position: SessionPosition): Promise<void> {
    if (position.next === 'certificate') return activated(position.grant);
    await runner.dispatch({ type: 'sessionFound', ...position });
    watch(position.expiresAt);
  }

  /** A bug must not leave the screen waiting for ever: it gives the screen back, with a reference into the log. */
  async function withScreenBack<T>(work: () => Promise<T>): Promise<T | Accepted> {
    try {
      return await work();
    } catch (error) {
      await refuse({ code: 'internal', reference: log.error('procedure.activation-broke', { error }) });
      return accepted;
    }
  }

  async function activated(grant: Grant): Promise<void> {
    // First kept, then told: a crash between the two finds the grant again.
    const kept = await grants.keep(grant);
    const { contractorId, organization, enrolBefore } = grant;
    const inPlace = await runner.dispatch({ type: 'activated', contractorId, organization, enrolBefore });
    if (!inPlace) await loseSession({ code: 'step-out-of-order' });
    else if (!kept.ok) await runner.dispatch({ type: 'noticed', problem: runner.problem(kept.problem) });
  }

  async function askWhereItStands(): Promise<void> {
    const { signal } = run;
    const token = await session.token();
    if (token === null) return loseSession({ code: 'session-expired' });
    const found = await bank.readSession(token, signal);
    if (signal.aborted) return;
    if (!found.ok) return sessionEnding.has(found.problem.code) ? loseSession(found.problem) : void (await refuse(found.problem));
    await arrive(found.value);
  }

  /** One request inside the session: nothing is done with an answer that comes after the person left. */
  async function inSession<T>(
    { signal }: AbortController,
    ask: (token: string, signal: AbortSignal) => Promise<Outcome<T>>,
    then: (value: T) => Promise<unknown>,
  ): Promise<Accepted> {
    if (signal.aborted) return accepted;
    const token = await session.token();
    if (token === null) {
      await loseSession({ code: 'session-expired' });
      return accepted;
    }
    const answer = await ask(token, signal);
    if (signal.aborted) return accepted;
    if (answer.ok) await then(answer.value);
    else await fail(answer.problem);
    return accepted;
  }

  async function identify(input: IdentifyInput): Promise<Accepted> {
    // Taken before anything is waited for: starting over meanwhile stops this one too.
    const { signal } = run;
    if (!(await runner.dispatch({ type: 'identificationSent' }))) return runner.refusal({ code: 'not-now' });
    if (signal.aborted) return accepted;
    certificate.prepareKey();
    const prepared = await session.prepare();
    const opened = prepared.ok ? await bank.identify(input, signal) : prepared;
    if (signal.aborted) return accepted;
    if (!opened.ok) {
      await refuse(opened.problem);
      return accepted;
    }
    const kept = await session.open(opened.value.token);
    if (kept.ok) {
      await runner.dispatch({ type: 'identified', contractorId: input.contractorId, expiresAt: opened.value.expiresAt });
      watch(opened.value.expiresAt);
    } else {
      await bank.abandon(opened.value.token);
      await refuse(kept.problem);
    }
    return accepted;
  }

  async function setPins(input: SetPinsInput): Promise<Accepted> {
    const faulty = faultyPinField(input, pinRule);
    if (faulty !== null) return runner.refusal({ code: 'input-invalid', field: faulty });
    const mine = run;
    if (!(await runner.dispatch({ type: 'pinsSent' }))) return runner.refusal({ code: 'not-now' });
    const { registrationPin, logonPin, confirmationPin } = input;
    const email = input.email === '' ? null : input.email;
    return inSession(
      mine,
      (token, signal) => bank.setPins(token, { registrationPin, logonPin, confirmationPin, email }, signal),
      ({ position }) => runner.dispatch({ type: 'pinsAccepted', position }),
    );
  }

  async function confirmOneTimePassword(input: ConfirmOneTimePasswordInput): Promise<Accepted> {
    const mine = run;
    if (!(await runner.dispatch({ type: 'oneTimePasswordSent' }))) return runner.refusal({ code: 'not-now' });
    return inSession(mine, (token, signal) => bank.confirmOneTimePassword(token, input.oneTimePassword, signal), activated);
  }

  async function close(): Promise<void> {
    run.abort();
    run = new AbortController();
    await session.close(true);
  }

  return {
    identify: (input) => withScreenBack(() => identify(input)),
    setPins: (input) => withScreenBack(() => setPins(input)),
    confirmOneTimePassword: (input) => withScreenBack(() => confirmOneTimePassword(input)),
    askWhereItStands: async () => void (await withScreenBack(askWhereItStands)),
    close,
  };
}
