import type { Outcome, ProblemCause } from '../../preload/contract/problem.ts';
import { afterRefusal, endsSession, type SessionStep } from './after-refusal.ts';
import type { GrantKeeper } from './grant-keeper.ts';
import type { ProcedureParts } from './parts.ts';
import type { Grant, SessionPosition } from './ports.ts';
import type { Session } from './session.ts';

/** Where the bank's activation session leads: to its next step, to the right to a certificate, or back to the identification. */
export type SessionWay = {
  /** The good end: the activation brought the right to a certificate. */
  activated(grant: Grant): Promise<void>;
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

export type SessionWayParts = Pick<ProcedureParts, 'runner' | 'bank' | 'clock'> & {
  readonly grants: GrantKeeper;
  readonly session: Session;
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

  async function arrive(position: SessionPosition): Promise<void> {
    if (position.next === 'certificate') return activated(position.grant);
    await runner.dispatch({ type: 'sessionFound', ...position });
    watch(position.expiresAt);
  }

  async function askWhereItStands(): Promise<void> {
    const signal = parts.signal();
    const found = await readPosition(parts, signal);
    if (found === null) return lose({ code: 'session-expired' });
    if (signal.aborted) return;
    if (found.ok) await arrive(found.value);
    else await (endsSession(found.problem.code) ? lose(found.problem) : refuse(found.problem));
  }

  /** The answer was lost: had the bank gone on all the same, so does the person, who else would enter other PINs in vain. */
  async function goOnIfTheBankDid(cause: ProblemCause, step: SessionStep): Promise<void> {
    const signal = parts.signal();
    const found = await readPosition(parts, signal);
    if (signal.aborted) return;
    const here = step === 'newPins' ? 'pins' : 'oneTimePassword';
    if (found?.ok === true && found.value.next !== here) await arrive(found.value);
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

  return { activated, askWhereItStands, fail, refuse, lose, watch };
}

/** @returns where the bank says that the session stands; null where none is open here */
async function readPosition({ session, bank }: SessionWayParts, signal: AbortSignal): Promise<Outcome<SessionPosition> | null> {
  const token = await session.token();
  return token === null ? null : bank.readSession(token, signal);
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
