import type { Outcome } from '../../preload/contract/problem.ts';
import type { Accepted, StepName } from '../../preload/contract/procedure.ts';
import type { Secret } from '../support/redacted.ts';
import { invalidPinField } from './check-entries.ts';
import type { Identification, NewPins } from './entries.ts';
import type { GrantKeeper } from './grant-keeper.ts';
import type { ProcedureParts } from './parts.ts';
import type { Recovery } from './recovery.ts';
import type { Session } from './session.ts';
import { createSessionWay, type SessionWay } from './session-way.ts';

/** The activation proper: manual 2 (3) to (5). Entries are handed to the bank and kept nowhere. */
export type ActivationActions = {
  identify(input: Identification): Promise<Accepted>;
  setPins(input: NewPins): Promise<Accepted>;
  confirmOneTimePassword(oneTimePassword: Secret): Promise<Accepted>;
  /** Asks the bank where the session stands, after a restart or a lost answer, and goes there. */
  askWhereItStands(): Promise<void>;
  /**
   * Stops what is under way. The session is closed here and at the bank, unless its good end may have gone unheard.
   * @param left the step that the person leaves
   * @returns as soon as it is closed here; told: as Session.close
   */
  close(left: StepName): Promise<{ readonly told: Promise<boolean> }>;
};

const accepted: Accepted = { ok: true };

/** What each of the actions works with. signal is taken before anything is waited for: starting over meanwhile stops this one too. */
type Attempt = { readonly parts: ActivationParts; readonly way: SessionWay; readonly signal: AbortSignal };

export type ActivationParts = ProcedureParts & {
  readonly session: Session;
  /** Where the end of a good activation is kept. */
  readonly grants: GrantKeeper;
  readonly recovery: Pick<Recovery, 'afterIdentification'>;
};

/** @param parts what the procedure needs of the world */
export function createActivation(parts: ActivationParts): ActivationActions {
  const { session } = parts;
  let run = new AbortController();
  const way = createSessionWay({ ...parts, signal: () => run.signal });
  const attempt = (): Attempt => ({ parts, way, signal: run.signal });

  /** A bug must not leave the screen waiting for ever: it gives the screen back, with a reference into the log. */
  async function withScreenBack<T>(work: () => Promise<T>): Promise<T | Accepted> {
    try {
      return await work();
    } catch (error) {
      await way.refuse({ code: 'internal', reference: parts.log.error('procedure.activation-broke', { error }) });
      return accepted;
    }
  }

  return {
    identify: (input) => withScreenBack(() => identify(attempt(), input)),
    setPins: (input) => withScreenBack(() => setPins(attempt(), input)),
    confirmOneTimePassword: (oneTimePassword) => withScreenBack(() => confirmOneTimePassword(attempt(), oneTimePassword)),
    askWhereItStands: async () => void (await withScreenBack(way.askWhereItStands)),
    async close(left) {
      run.abort();
      run = new AbortController();
      session.leave();
      // Later the bank may have gone on unheard: it is asked before the session is closed (see recovery.ts).
      return left === 'newPins' ? session.close(true) : { told: Promise.resolve(true) };
    },
  };
}

/** One request inside the session: nothing is done with an answer that comes after the person left. */
async function inSession<T>(
  { parts, way, signal }: Attempt,
  ask: (token: Secret, signal: AbortSignal) => Promise<Outcome<T>>,
  then: (value: T) => Promise<unknown>,
): Promise<Accepted> {
  if (signal.aborted) return accepted;
  const token = await parts.session.token();
  if (token === null) {
    await way.lose({ code: 'session-expired' });
    return accepted;
  }
  const answer = await ask(token, signal);
  if (signal.aborted) return accepted;
  if (answer.ok) await then(answer.value);
  else await way.fail(answer.problem);
  return accepted;
}

async function identify({ parts, way, signal }: Attempt, input: Identification): Promise<Accepted> {
  const { runner, bank, certificate, session, recovery } = parts;
  if (!(await runner.dispatch({ type: 'identificationSent' }))) return runner.refusal({ code: 'not-now' });
  if (signal.aborted) return accepted;
  certificate.prepare();
  const prepared = await session.prepare();
  const opened = prepared.ok ? await bank.identify(input, signal) : prepared;
  if (signal.aborted) return accepted;
  if (!opened.ok) {
    const cause = await recovery.afterIdentification(opened.problem, input.contractorId);
    if (!signal.aborted) await way.refuse(cause);
    return accepted;
  }
  const kept = await session.open(opened.value.token);
  if (!kept.ok) {
    await bank.abandon(opened.value.token);
    await way.refuse(kept.problem);
  } else if (runner.order[0] === 'newPins') {
    await runner.dispatch({ type: 'identified', contractorId: input.contractorId, expiresAt: opened.value.expiresAt });
    way.watch(opened.value.expiresAt);
    // Else the certificate comes in between, and the bank knows whether it was issued.
  } else await way.askWhereItStands();
  return accepted;
}

async function setPins(attempt: Attempt, input: NewPins): Promise<Accepted> {
  const { runner, bank, pinRule } = attempt.parts;
  const invalid = invalidPinField(input, pinRule);
  if (invalid !== null) return runner.refusal({ code: 'input-invalid', field: invalid });
  if (!(await runner.dispatch({ type: 'pinsSent' }))) return runner.refusal({ code: 'not-now' });
  const { registrationPin, logonPin, confirmationPin } = input;
  const email = input.email === '' ? null : input.email;
  const { state } = runner.snapshot();
  const holder = state.step === 'newPins' && state.installed !== null ? state.contractorId : null;
  return inSession(
    attempt,
    (token, signal) => bank.setPins(token, { registrationPin, logonPin, confirmationPin, email, holder }, signal),
    ({ position }) => attempt.way.pinsAccepted(position),
  );
}

async function confirmOneTimePassword(attempt: Attempt, oneTimePassword: Secret): Promise<Accepted> {
  const { runner, bank } = attempt.parts;
  if (!(await runner.dispatch({ type: 'oneTimePasswordSent' }))) return runner.refusal({ code: 'not-now' });
  return inSession(attempt, (token, signal) => bank.confirmOneTimePassword(token, oneTimePassword, signal), attempt.way.activated);
}
