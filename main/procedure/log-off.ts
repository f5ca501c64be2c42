import type { ProblemCause } from '../../preload/contract/problem.ts';
import type { Accepted, ProcedureState } from '../../preload/contract/procedure.ts';
import { isAnswerLost } from '../support/answer-lost.ts';
import type { ActivationActions } from './activation.ts';
import type { LogonActions } from './logon.ts';
import type { ProcedureParts } from './parts.ts';
import type { Recovery } from './recovery.ts';
import type { Session } from './session.ts';

/** ログオフ, wherever a session lives: the administrator's after the logon, and the activation's between PINs and one-time password. */
export type LogOff = {
  logOff(): Promise<Accepted>;
  /** The same as the program ends, where no session is no refusal. @returns whether the bank could be told */
  end(): Promise<boolean>;
};

/** The longest that the whole of it may take, in milliseconds: key, connection and answer. The bank's own time is shorter. */
const limit = 4_000;

export type LogOffParts = Pick<ProcedureParts, 'runner' | 'administrator' | 'clock' | 'log'> & {
  readonly activation: Pick<ActivationActions, 'close'>;
  readonly logon: Pick<LogonActions, 'stop'>;
  readonly session: Session;
  readonly recovery: Pick<Recovery, 'look' | 'settleSession'>;
};

type Left = Extract<ProcedureState, { step: 'loggedOn' | 'newPins' | 'oneTimePassword' }>;

/** @param parts see LogOffParts */
export function createLogOff(parts: LogOffParts): LogOff {
  const { runner, logon, recovery, log } = parts;
  let leaving: Promise<boolean> | null = null;

  async function leave(state: Left): Promise<boolean> {
    const told = await inTime(parts, endSession(parts, state));
    log.info('procedure.logged-off', { step: state.step, told });
    await runner.dispatch({ type: 'loggedOff', problem: runner.problem(causeOf(state, told)) });
    // What lies on this PC is offered again, as before the session.
    if (state.step !== 'loggedOn') await recovery.look();
    return told;
  }

  /** Who presses ログオフ and closes the window at once logs off once. */
  function leaveOnce(state: Left): Promise<boolean> {
    leaving ??= leave(state).finally(() => {
      leaving = null;
    });
    return leaving;
  }

  return {
    async logOff() {
      const { state } = runner.snapshot();
      if (!hasSession(state)) return runner.refusal({ code: 'not-now' });
      await leaveOnce(state);
      return { ok: true };
    },
    async end() {
      // A logon that is under way is not waited for: the bank ends by itself what it may open.
      logon.stop();
      const { state } = runner.snapshot();
      return hasSession(state) ? leaveOnce(state) : true;
    },
  };
}

/** The token is forgotten here whatever the bank says, but for one: see leaveOneTimePassword. */
async function endSession(parts: LogOffParts, state: Left): Promise<boolean> {
  switch (state.step) {
    case 'loggedOn':
      return parts.administrator.end();
    case 'newPins':
      return (await parts.activation.close(state.step)).told;
    case 'oneTimePassword':
      return leaveOneTimePassword(parts, state);
    default:
      return state satisfies never;
  }
}

/**
 * The bank may have accepted the one-time password unheard: it is asked first, and what it gave is kept. Where it
 * does not say, the token is all that is left of a right to a certificate, and stays in the keychain.
 */
async function leaveOneTimePassword(
  { runner, activation, session, recovery }: LogOffParts,
  state: Extract<Left, { step: 'oneTimePassword' }>,
): Promise<boolean> {
  const unheard = state.phase === 'sending' || runner.snapshot().interruptedAt !== null || (state.problem !== null && isAnswerLost(state.problem.code));
  await activation.close(state.step);
  const { told } = unheard ? await recovery.settleSession() : await session.close(true);
  return told;
}

/** @returns false where it does not end in time, or badly */
function inTime({ clock, log }: LogOffParts, work: Promise<boolean>): Promise<boolean> {
  return new Promise((resolve) => {
    const stopWaiting = clock.after(limit, () => resolve(false));
    const end = (told: boolean): void => {
      stopWaiting();
      resolve(told);
    };
    work.then(end, (error: unknown) => {
      log.error('procedure.log-off-broke', { error });
      end(false);
    });
  });
}

function hasSession(state: ProcedureState): state is Left {
  return state.step === 'loggedOn' || state.step === 'newPins' || state.step === 'oneTimePassword';
}

function causeOf({ step }: Left, told: boolean): ProblemCause {
  if (!told) return { code: 'log-off-not-told' };
  return { code: step === 'loggedOn' ? 'logged-off-as-asked' : 'activation-left' };
}
