import type { Outcome } from '../../preload/contract/problem.ts';
import type { Accepted, CertificateSummary } from '../../preload/contract/procedure.ts';
import type { PersonEvent } from './events.ts';
import type { GrantKeeper } from './grant-keeper.ts';
import type { ProcedureParts } from './parts.ts';
import type { OnStage } from './ports.ts';

/** The certificate's retrieval (what the manual's 2 (6) says must follow) and its renewal: one of them at a time. */
export type RetrievalActions = {
  /** Begins, or begins again; answers as soon as it has begun, stages are published. */
  retrieve(): Promise<Accepted>;
  /** As retrieve: a new certificate in place of the one that the state names. */
  renew(): Promise<Accepted>;
  cancel(): Promise<Accepted>;
  /** Stops what runs and waits until it has stopped. */
  stop(): Promise<void>;
};

/** What runs, and what is done once the journal knows of the certificate that it brought. */
type Work = { readonly run: (onStage: OnStage, signal: AbortSignal) => Promise<Outcome<CertificateSummary>>; readonly settle: () => Promise<void> };

/**
 * @param parts what the procedure needs of the world
 * @param grants where the right to the certificate is kept until it is installed
 */
export function createRetrieval({ runner, certificate, secrets, administrator, log }: ProcedureParts, grants: GrantKeeper): RetrievalActions {
  let controller = new AbortController();
  let running: Promise<void> = Promise.resolve();
  let stops = 0;

  async function carryOut({ run, settle }: Work, signal: AbortSignal): Promise<void> {
    const done = await run((stage, waitingUntil) => void runner.dispatch({ type: 'stageReached', stage, waitingUntil }), signal);
    if (done.ok) {
      await runner.dispatch({ type: 'certificateInstalled', certificate: done.value });
      await settle();
    } else if (done.problem.code === 'cancelled') await runner.dispatch({ type: 'retrievalStopped' });
    else await runner.dispatch({ type: 'retrievalFailed', problem: runner.problem(done.problem) });
  }

  async function fail(error: unknown): Promise<void> {
    const reference = log.error('procedure.retrieval-broke', { error });
    await runner.dispatch({ type: 'retrievalFailed', problem: runner.problem({ code: 'internal', reference }) });
  }

  /** What the state that was just entered asks for; null where it is neither retrieval nor renewal. */
  function workOf(): Work | null {
    const { state } = runner.snapshot();
    switch (state.step) {
      case 'retrieval':
        return {
          async run(onStage, signal) {
            const grant = await grants.read(state.contractorId);
            if (!grant.ok) return grant;
            return grant.value === null ? { ok: false, problem: { code: 'enrolment-refused' } } : certificate.retrieve(grant.value, onStage, signal);
          },
          // Only now: until the journal knows of the certificate, an interrupted retrieval needs the grant to go on.
          async settle() {
            await grants.forget();
            await secrets.forget('activation-session');
          },
        };
      case 'renewal': {
        const renewed = { contractorId: state.contractorId, serial: state.certificate.serial };
        return { run: (onStage, signal) => certificate.renew(renewed, onStage, signal), settle: async () => undefined };
      }
      default:
        return null;
    }
  }

  async function begin(event: PersonEvent): Promise<Accepted> {
    const before = stops;
    if (!(await runner.dispatch(event))) return runner.refusal({ code: 'not-now' });
    // Stopped before it had begun.
    if (stops !== before) return { ok: true };
    const work = workOf();
    if (work === null) return runner.refusal({ code: 'not-now' });
    controller = new AbortController();
    running = carryOut(work, controller.signal).catch(fail);
    return { ok: true };
  }

  async function renew(): Promise<Accepted> {
    const loggedOn = runner.snapshot().state.step === 'loggedOn';
    const begun = await begin({ type: 'renewalAsked' });
    // The session belongs to the old certificate.
    if (loggedOn && begun.ok) administrator.end();
    return begun;
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

  return { retrieve: () => begin({ type: 'retrievalAsked' }), renew, cancel, stop };
}
