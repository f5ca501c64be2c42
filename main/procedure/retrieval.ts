import type { Accepted } from '../../preload/contract/procedure.ts';
import type { GrantKeeper } from './grant-keeper.ts';
import type { ProcedureParts } from './parts.ts';

/** The certificate's retrieval: what the manual's 2 (6) says must follow. */
export type RetrievalActions = {
  /** Begins, or begins again; answers as soon as it has begun, stages are published. */
  retrieve(): Promise<Accepted>;
  cancel(): Promise<Accepted>;
  /** Stops what runs and waits until it has stopped. */
  stop(): Promise<void>;
};

/**
 * @param parts what the procedure needs of the world
 * @param grants where the right to the certificate is kept until it is installed
 */
export function createRetrieval({ runner, certificate, secrets, log }: ProcedureParts, grants: GrantKeeper): RetrievalActions {
  let controller = new AbortController();
  let running: Promise<void> = Promise.resolve();
  let stops = 0;

  async function run(contractorId: string, signal: AbortSignal): Promise<void> {
    const grant = await grants.read(contractorId);
    if (!grant.ok || grant.value === null) {
      const problem = runner.problem(grant.ok ? { code: 'enrolment-refused' } : grant.problem);
      await runner.dispatch({ type: 'retrievalFailed', problem });
      return;
    }
    const retrieved = await certificate.retrieve(
      grant.value,
      (stage, waitingUntil) => void runner.dispatch({ type: 'stageReached', stage, waitingUntil }),
      signal,
    );
    if (retrieved.ok) {
      await runner.dispatch({ type: 'certificateInstalled', certificate: retrieved.value });
      // Only now: until the journal knows of the certificate, an interrupted retrieval needs the grant to go on.
      await grants.forget();
      await secrets.forget('activation-session');
    } else if (retrieved.problem.code === 'cancelled') await runner.dispatch({ type: 'retrievalStopped' });
    else await runner.dispatch({ type: 'retrievalFailed', problem: runner.problem(retrieved.problem) });
  }

  async function fail(error: unknown): Promise<void> {
    const reference = log.error('procedure.retrieval-broke', { error });
    await runner.dispatch({ type: 'retrievalFailed', problem: runner.problem({ code: 'internal', reference }) });
  }

  async function retrieve(): Promise<Accepted> {
    const before = stops;
    if (!(await runner.dispatch({ type: 'retrievalAsked' }))) return runner.refusal({ code: 'not-now' });
    // Stopped before it had begun.
    if (stops !== before) return { ok: true };
    const { state } = runner.snapshot();
    if (state.step !== 'retrieval') return runner.refusal({ code: 'not-now' });
    controller = new AbortController();
    running = run(state.contractorId, controller.signal).catch(fail);
    return { ok: true };
  }

  async function cancel(): Promise<Accepted> {
    if (!(await runner.dispatch({ type: 'retrievalCancelAsked' }))) return runner.refusal({ code: 'not-now' });
    controller.abort();
    return { ok: true };
  }

  async function stop(): Promise<void> {
    stops += 1;
    controller.abort();
    await running;
  }

  return { retrieve, cancel, stop };
}
