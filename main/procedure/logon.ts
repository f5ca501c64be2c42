import { checkKnownPin } from '../../preload/contract/fields.ts';
import { failure } from '../../preload/contract/problem.ts';
import type { Accepted } from '../../preload/contract/procedure.ts';
import type { Secret } from '../support/redacted.ts';
import type { ProcedureParts } from './parts.ts';

/** The logon with the certificate and the new logonPin: the proof that all is well. */
export type LogonActions = {
  /** Manual 2 (6): who has a certificate already goes to the logon; certificate-required where this PC holds none. */
  choose(): Promise<Accepted>;
  logOn(logonPin: Secret): Promise<Accepted>;
  stop(): void;
};

/** @param parts what the procedure needs of the world */
export function createLogon({ runner, bank, certificate, administrator, pinRule, log }: ProcedureParts): LogonActions {
  let run = new AbortController();

  async function logOn(logonPin: Secret): Promise<Accepted> {
    const { signal } = run;
    // What can never be right would cost an attempt.
    if (checkKnownPin(logonPin.reveal(), pinRule) !== null) return runner.refusal({ code: 'input-invalid', field: 'logonPin' });
    if (!(await runner.dispatch({ type: 'logonSent' }))) return runner.refusal({ code: 'not-now' });
    const { state } = runner.snapshot();
    if (state.step !== 'certificateReady') return runner.refusal({ code: 'not-now' });
    const { contractorId } = state;
    const answer = await bank
      .logOn({ contractorId, logonPin }, signal)
      .catch((error: unknown) => failure('internal', { reference: log.error('procedure.logon-broke', { error }) }));
    if (signal.aborted) return { ok: true };
    if (answer.ok) {
      const { loggedOnAt, lastLogonAt, session } = answer.value;
      administrator.begin({ contractorId, token: session.token }, session.idleSeconds);
      await runner.dispatch({ type: 'loggedOn', loggedOnAt, lastLogonAt });
    } else await runner.dispatch({ type: 'refused', problem: runner.problem(answer.problem) });
    return { ok: true };
  }

  async function choose(): Promise<Accepted> {
    const found = await certificate.find(run.signal);
    if (!found.ok) return runner.refusal(found.problem);
    if (found.value === null) return runner.refusal({ code: 'certificate-required' });
    return (await runner.dispatch({ type: 'logonChosen', ...found.value })) ? { ok: true } : runner.refusal({ code: 'not-now' });
  }

  return {
    choose,
    logOn,
    stop() {
      run.abort();
      run = new AbortController();
    },
  };
}
