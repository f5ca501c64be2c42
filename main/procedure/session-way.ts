import { failure, type Outcome, type ProblemCause, success } from '../../preload/contract/problem.ts';
import type { CardPosition } from '../../preload/contract/procedure.ts';
import { afterRefusal, endsSession, type SessionStep } from './after-refusal.ts';
import type { ProcedureEvent } from './events.ts';
import type { GrantKeeper } from './grant-keeper.ts';
import type { ProcedureParts } from './parts.ts';
import type { Grant, SessionPosition } from './ports.ts';
import type { Recovery } from './recovery.ts';
import type { Session } from './session.ts';

/** Where the bank's activation session leads: to its next step, to the right to a certificate, or back to the identification. */
export type SessionWay = {
  /** The good end: the activation brought the right to a certificate. */
  activated(grant: Grant): Promise<void>;
  /** The bank has taken the new PINs; where they come last, the session has done its work. */
  pinsAccepted(position: CardPosition | null): Promise<void>;
  /** Asks the bank where the session stands, and goes there. */
  askWhereItStands(): Promise<void>;
  /** What a refusal inside the session means for the way. */
  fail(cause: ProblemCause): Promise<void>;
  refuse(cause: ProblemCause): Promise<void>;
  lose(cause: ProblemCause): Promise<void>;
  /** Looks, when the session's time has run out, whether it has for the bank too. */
  watch(expiresAt: string): void;
};

/** How long after the session's end by the PC's clock the bank, which said that it is open, is asked again. */
const askAgainMs = 30_000;

export type SessionWayParts = Pick<ProcedureParts, 'runner' | 'bank' | 'certificate' | 'clock'> & {
  readonly grants: GrantKeeper;
  readonly session: Session;
  readonly recovery: Pick<Recovery, 'afterIdentification'>;
  /** Of what is under way now; aborted when the person leaves. */
  readonly signal: () => AbortSignal;
};

/** @param parts see SessionWayParts */
export function createSessionWay(parts: SessionWayParts): SessionWay {
  const { runner, session } = parts;

  async function refuse(cause: ProblemCause): Promise<void> {
    await runner.dispatch({ type: 'refused', problem: runner.problem(cause) });
  }

  async function lose(cause: ProblemCause): Promise<void> {
    await session.close(false);
    await runner.dispatch({ type: 'sessionLost', problem: runner.problem(cause) });
  }

  const watch = (expiresAt: string): void => session.watch(expiresAt, () => void endIfExpired(parts, watch, lose));
  const activated = (grant: Grant) => keepAndTell(parts, grant, lose);

  const pinsAccepted = (position: CardPosition | null) => tellPins(parts, position, lose);

  const arrive = (position: SessionPosition, signal: AbortSignal) => goTo(parts, { activated, pinsAccepted, lose, watch }, position, signal);

  async function askWhereItStands(): Promise<void> {
    const signal = parts.signal();
    const found = await readPosition(parts, signal);
    if (found === null) return lose({ code: 'session-expired' });
    if (signal.aborted) return;
    if (found.ok) await arrive(found.value, signal);
    else await (endsSession(found.problem.code) ? lose(found.problem) : refuse(found.problem));
  }

  /** The answer was lost: had the bank gone on all the same, so does the person, who else would enter other PINs in vain. */
  async function goOnIfTheBankDid(cause: ProblemCause, step: SessionStep): Promise<void> {
    const signal = parts.signal();
    const found = await readPosition(parts, signal);
    if (signal.aborted) return;
    const here = step === 'newPins' ? 'pins' : 'oneTimePassword';
    if (found?.ok === true && found.value.next !== here) await arrive(found.value, signal);
    else await refuse(cause);
  }

  async function fail(cause: ProblemCause): Promise<void> {
    const step: SessionStep = runner.snapshot().state.step === 'newPins' ? 'newPins' : 'oneTimePassword';
    const after = afterRefusal(cause.code, step);
    switch (after) {
      case 'stay':
        return refuse(cause);
      case 'loseSession':
        return lose(cause);
      case 'askTheBank':
        return askWhereItStands();
      case 'goOnIfTheBankDid':
        return goOnIfTheBankDid(cause, step);
      default:
        return after satisfies never;
    }
  }

  return { activated, pinsAccepted, askWhereItStands, fail, refuse, lose, watch };
}

/** @returns where the bank says that the session stands; null where none is open here */
async function readPosition({ session, bank }: SessionWayParts, signal: AbortSignal): Promise<Outcome<SessionPosition> | null> {
  const token = await session.token();
  return token === null ? null : bank.readSession(token, signal);
}

/** Goes where the bank says that the session stands. */
async function goTo(
  parts: SessionWayParts,
  { activated, pinsAccepted, lose, watch }: Pick<SessionWay, 'activated' | 'pinsAccepted' | 'lose' | 'watch'>,
  position: SessionPosition,
  signal: AbortSignal,
): Promise<void> {
  if (position.next === 'certificate') return activated(position.grant);
  if (position.next === 'logon') return pinsAccepted(null);
  const found = await foundEvent(parts, position, signal);
  if (signal.aborted) return;
  // What the bank misses here may still wait to be fetched.
  if (!found.ok) return lose(await parts.recovery.afterIdentification(found.problem, position.contractorId));
  if (await parts.runner.dispatch(found.value)) watch(position.expiresAt);
  else await lose({ code: 'step-out-of-order' });
}

async function tellPins({ runner, session }: SessionWayParts, position: CardPosition | null, lose: SessionWay['lose']): Promise<void> {
  if (!(await runner.dispatch({ type: 'pinsAccepted', position }))) return lose({ code: 'step-out-of-order' });
  // Where they come last, there is nothing left to do in the session.
  if (runner.order.at(-1) === 'newPins') await session.close(true);
}

type Found = Extract<ProcedureEvent, { type: 'sessionFound' }>;

/** Where the session stands, with what lies here: PINs that follow the certificate are taken from its holder alone. @returns sole-administrator-stuck where it is not here */
async function foundEvent(
  { certificate, runner }: SessionWayParts,
  position: Extract<SessionPosition, { next: 'pins' | 'oneTimePassword' }>,
  signal: AbortSignal,
): Promise<Outcome<Found>> {
  if (position.next === 'oneTimePassword') return success({ type: 'sessionFound', ...position });
  if (runner.order[0] === 'newPins') return success({ type: 'sessionFound', ...position, installed: null });
  const held = await certificate.find(signal);
  if (!held.ok) return held;
  if (held.value?.contractorId !== position.contractorId) return failure('sole-administrator-stuck');
  const { organization, certificate: summary } = held.value;
  return success({ type: 'sessionFound', ...position, installed: { organization, certificate: summary } });
}

/** First kept, then told: a crash between the two finds the right again. */
async function keepAndTell({ grants, runner }: SessionWayParts, grant: Grant, lose: SessionWay['lose']): Promise<void> {
  const kept = await grants.keep(grant);
  const { contractorId, organization, enrolBefore } = grant;
  const inPlace = await runner.dispatch({ type: 'activated', contractorId, organization, enrolBefore });
  if (!inPlace) await lose({ code: 'step-out-of-order' });
  else if (!kept.ok) await runner.dispatch({ type: 'noticed', problem: runner.problem(kept.problem) });
}

/** The bank's clock decides: on a PC whose clock is fast, every session would be over before it began. */
async function endIfExpired(parts: SessionWayParts, watch: SessionWay['watch'], lose: SessionWay['lose']): Promise<void> {
  const signal = parts.signal();
  const found = await readPosition(parts, signal).catch(() => null);
  if (signal.aborted) return;
  if (found?.ok === true) watch(new Date(parts.clock.now().getTime() + askAgainMs).toISOString());
  else await lose({ code: 'session-expired' });
}
