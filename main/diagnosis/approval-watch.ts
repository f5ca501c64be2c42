import type { Runner } from '../procedure/runner.ts';
import type { Clock } from '../support/ports.ts';

/**
 * A bank that takes its time to approve a certificate says when to come back (RFC 7030 section 4.2.3). The window
 * reads no clock: main reminds when the time has come, at once where it came while the program was closed.
 * @returns stops watching
 */
export function watchApproval({ runner, clock }: { readonly runner: Runner; readonly clock: Clock }): () => void {
  let alarm: { readonly at: string; readonly cancel: () => void } | null = null;
  const drop = (): void => {
    alarm?.cancel();
    alarm = null;
  };
  const look = (): void => {
    const at = approvalTime(runner);
    if (at === (alarm?.at ?? null)) return;
    drop();
    if (at === null) return;
    const left = Math.max(0, Date.parse(at) - clock.now().getTime());
    alarm = { at, cancel: clock.after(left, () => void runner.dispatch({ type: 'noticed', problem: runner.problem({ code: 'enrolment-due' }) })) };
  };
  look();
  const stop = runner.onChange(look);
  return () => {
    stop();
    drop();
  };
}

function approvalTime(runner: Runner): string | null {
  const { state } = runner.snapshot();
  const problem = state.step === 'retrieval' || state.step === 'renewal' ? state.problem : null;
  return problem?.code === 'enrolment-pending' ? problem.retryAt : null;
}
