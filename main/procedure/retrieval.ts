import type { ContractorId } from '../../preload/contract/identities.ts';
import { failure, type Outcome, success } from '../../preload/contract/problem.ts';
import type { ProblemCode } from '../../preload/contract/problem-numbers.ts';
import type { Accepted, CertificateSummary } from '../../preload/contract/procedure.ts';
import type { PersonEvent } from './events.ts';
import type { GrantKeeper } from './grant-keeper.ts';
import type { ProcedureParts } from './parts.ts';
import type { Grant, OnStage } from './ports.ts';
import type { Recovery } from './recovery.ts';
import type { Runner } from './runner.ts';

/** The certificate's retrieval (what the manual's 2 (6) says must follow) and its renewal: one of them at a time. */
export type RetrievalActions = {
  /** Begins, or begins again; answers as soon as it has begun, stages are published. */
  retrieve(): Promise<Accepted>;
  /** As retrieve: a new certificate in place of the one that the state names. */
  renew(): Promise<Accepted>;
  /** Gives up a key that cannot be read, and begins again with a new one, whichever of the two it was. */
  withNewKey(): Promise<Accepted>;
  cancel(): Promise<Accepted>;
  /** Stops what runs and waits until it has stopped. */
  stop(): Promise<void>;
};

/** What runs, and what is done once the journal knows of the certificate that it brought. */
type Work = { readonly run: (onStage: OnStage, signal: AbortSignal) => Promise<Outcome<CertificateSummary>>; readonly settle: () => Promise<void> };

export type RetrievalParts = ProcedureParts & {
  /** Where the right to the certificate is kept until it is installed. */
  readonly grants: GrantKeeper;
  readonly recovery: Pick<Recovery, 'settleSession'>;
};

/** The bank gives nothing more for a right after these. */
const rightIsGone: ReadonlySet<ProblemCode> = new Set(['enrolment-refused', 'enrolment-deadline-passed', 'certificate-issued-to-lost-key']);

/** @param parts what the procedure needs of the world */
export function createRetrieval(parts: RetrievalParts): RetrievalActions {
  const { runner, administrator, log } = parts;
  let controller = new AbortController();
  let running: Promise<void> = Promise.resolve();
  let stops = 0;

  async function fail(error: unknown): Promise<void> {
    const reference = log.error('procedure.retrieval-broke', { error });
    await runner.dispatch({ type: 'retrievalFailed', problem: runner.problem({ code: 'internal', reference }) });
  }

  async function begin(event: PersonEvent): Promise<Accepted> {
    const before = stops;
    if (!(await runner.dispatch(event))) return runner.refusal({ code: 'not-now' });
    // Stopped before it had begun.
    if (stops !== before) return { ok: true };
    const work = workOf(parts);
    if (work === null) return runner.refusal({ code: 'not-now' });
    controller = new AbortController();
    running = carryOut(runner, work, controller.signal).catch(fail);
    return { ok: true };
  }

  async function renew(): Promise<Accepted> {
    const loggedOn = runner.snapshot().state.step === 'loggedOn';
    const begun = await begin({ type: 'renewalAsked' });
    // The session belongs to the old certificate.
    if (loggedOn && begun.ok) void administrator.end();
    return begun;
  }

  async function withNewKey(): Promise<Accepted> {
    const { state } = runner.snapshot();
    if ((state.step !== 'retrieval' && state.step !== 'renewal') || state.problem?.code !== 'pending-key-unreadable')
      return runner.refusal({ code: 'not-now' });
    const givenUp = await parts.certificate.giveUpPendingKey(state.contractorId);
    if (!givenUp.ok) return runner.refusal(givenUp.problem);
    return begin({ type: state.step === 'retrieval' ? 'retrievalAsked' : 'renewalAsked' });
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

  return { retrieve: () => begin({ type: 'retrievalAsked' }), renew, withNewKey, cancel, stop };
}

async function carryOut(runner: Runner, { run, settle }: Work, signal: AbortSignal): Promise<void> {
  const done = await run((stage, waitingUntil) => void runner.dispatch({ type: 'stageReached', stage, waitingUntil }), signal);
  if (done.ok) {
    await runner.dispatch({ type: 'certificateInstalled', certificate: done.value });
    // Who started over meanwhile has another session and another right.
    await runner.onceKept(async () => void (hasCertificate(runner) && (await settle())));
  } else if (done.problem.code === 'cancelled') await runner.dispatch({ type: 'retrievalStopped' });
  else await runner.dispatch({ type: 'retrievalFailed', problem: runner.problem(done.problem) });
}

function hasCertificate(runner: Runner): boolean {
  const { state, offer } = runner.snapshot();
  return state.step === 'certificateReady' || state.step === 'loggedOn' || offer?.kind === 'activation';
}

/** The right as it is kept; where it is lost, the session in which the bank gave it may still be open. */
async function grantOf({ grants, recovery }: RetrievalParts, contractorId: ContractorId): Promise<Outcome<Grant | null>> {
  const kept = await grants.read(contractorId);
  if (!kept.ok || kept.value !== null) return kept;
  const { grant } = await recovery.settleSession();
  return success(grant?.contractorId === contractorId ? grant : null);
}

/** What the state that was just entered asks for; null where it is neither retrieval nor renewal. */
function workOf(parts: RetrievalParts): Work | null {
  const { runner, certificate, grants, secrets } = parts;
  const { state } = runner.snapshot();
  switch (state.step) {
    case 'retrieval':
      return {
        async run(onStage, signal) {
          const grant = await grantOf(parts, state.contractorId);
          if (!grant.ok) return grant;
          if (grant.value === null) return failure('enrolment-refused');
          const retrieved = await certificate.retrieve(grant.value, onStage, signal);
          if (!retrieved.ok && rightIsGone.has(retrieved.problem.code)) grants.noteRefused();
          return retrieved;
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
