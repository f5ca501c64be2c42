import type { ProblemCause } from '../../preload/contract/problem.ts';
import type { ProcedureState } from '../../preload/contract/procedure.ts';
import { codeAfterGrace } from '../../preload/contract/validity.ts';
import { createGrantKeeper, type GrantKeeper } from '../procedure/grant-keeper.ts';
import { canRenew, certificateIn, isBeforeSession } from '../procedure/here-already.ts';
import { openJournal } from '../procedure/journal.ts';
import type { ProcedureParts } from '../procedure/parts.ts';
import type { HeldCertificate } from '../procedure/ports.ts';
import { createRecovery, type Recovery } from '../procedure/recovery.ts';
import { createRetrieval, type RetrievalActions } from '../procedure/retrieval.ts';
import { type Runner, startRunner } from '../procedure/runner.ts';
import { createSession } from '../procedure/session.ts';
import { programFile } from '../support/kept-files.ts';
import type { CommandProgram } from './command-program.ts';
import { type Attempt, done, refuse, refuseBy } from './refusal.ts';

/**
 * The procedure as a command drives it: the window's own runner, journal and actions, so that a cut at any moment
 * leaves what a cut of the window leaves, and either of the two goes on with it.
 */
export type ProcedureAtCommand = {
  readonly runner: Runner;
  readonly retrieval: RetrievalActions;
  readonly recovery: Recovery;
  readonly grants: GrantKeeper;
};

async function openProcedure({ bank, services, handOver, keychain, events, clock, log }: CommandProgram): Promise<Attempt<ProcedureAtCommand>> {
  const journal = openJournal(programFile(bank.placeFolder, 'journal'));
  const runner = await startRunner({ journal, stepOrder: bank.profile.stepOrder, clock, log, happened: handOver.happened });
  events.noteState('procedure', runner.snapshot());
  runner.onChange((snapshot) => events.noteState('procedure', snapshot));
  if (runner.snapshot().state.step === 'journalUnavailable') return refuseBy({ code: 'journal-unavailable' });
  handOver.bringInOrder();
  const parts: ProcedureParts = {
    runner,
    bank: services.bank,
    certificate: services.certificate,
    secrets: keychain,
    // Nobody is logged on while no window is open.
    administrator: { begin: () => undefined, end: async () => true },
    pinRule: bank.profile.pinRule,
    showInFolder: () => undefined,
    clock,
    log,
  };
  const grants = createGrantKeeper(keychain);
  const recovery = createRecovery({ ...parts, grants, session: createSession(parts) });
  return done({ runner, recovery, grants, retrieval: createRetrieval({ ...parts, grants, recovery }) });
}

/** Opens the procedure for a command, and records what happens in it. @returns what the work answers, once journal and records are on the disk */
export async function withProcedure<T>(program: CommandProgram, work: (procedure: ProcedureAtCommand) => Promise<Attempt<T>>): Promise<Attempt<T>> {
  program.events.begin();
  try {
    const procedure = await openProcedure(program);
    if (!procedure.ok) return procedure;
    const answer = await work(procedure.value);
    await procedure.value.runner.settled();
    await program.handOver.settled();
    return answer;
  } finally {
    await program.events.end();
  }
}

/** What the procedure does for a command: retrieves, or renews, and knows of the certificate when it resolves. */
export async function retrieveAtCommand(program: CommandProgram, procedure: ProcedureAtCommand, stop: AbortSignal): Promise<Attempt<HeldCertificate>> {
  const { runner, recovery, retrieval, grants } = procedure;
  const { step } = runner.snapshot().state;
  if (step === 'newPins' || step === 'oneTimePassword') return refuse('activation-first');
  if (step === 'renewal') return refuse('renewal-first');
  if (isBeforeSession(runner.snapshot().state)) {
    await recovery.look();
    const { offer } = runner.snapshot();
    if (offer?.kind === 'logon' || offer?.kind === 'activation') return refuse('certificate-there');
    if (offer === null) {
      const kept = await grants.readAny();
      return kept.ok ? refuse('activation-first') : refuseBy(kept.problem);
    }
    await runner.dispatch({ type: 'offerTaken' });
  }
  await goOn(runner);
  return carryOut(program, procedure, () => retrieval.retrieve(), stop);
}

/** @returns the new certificate, or why it is not renewed: by the bank's time, as in the window */
export async function renewAtCommand(program: CommandProgram, procedure: ProcedureAtCommand, stop: AbortSignal): Promise<Attempt<HeldCertificate>> {
  const { runner, recovery, retrieval } = procedure;
  const { step } = runner.snapshot().state;
  if (step === 'certificateRequired' || step === 'retrieval') return refuse('retrieve-first');
  if (step !== 'renewal') {
    if (step !== 'start') return refuse('procedure-under-way');
    await recovery.look();
    const due = await findOutValidity(program, runner);
    if (!due.ok) return due;
  }
  await goOn(runner);
  return carryOut(program, procedure, () => retrieval.renew(), stop);
}

/** A command that names what it wants is the answer to "go on?". */
async function goOn(runner: Runner): Promise<void> {
  if (runner.snapshot().interruptedAt !== null) await runner.dispatch({ type: 'resumed' });
}

/** How long the bank may take to say what time it has, in milliseconds. */
const questionLimit = 30_000;

/** Whether the certificate that lies here is to be renewed now. */
async function findOutValidity({ services }: CommandProgram, runner: Runner): Promise<Attempt<void>> {
  const { offer } = runner.snapshot();
  if (offer?.kind === 'retrieval') return refuse('retrieve-first');
  if (offer?.kind === 'activation') return refuse('procedure-under-way');
  if (offer === null) {
    const found = await services.certificate.find(AbortSignal.timeout(questionLimit));
    return found.ok ? refuse('no-certificate') : refuseBy(found.problem);
  }
  const diagnosis = await services.diagnose();
  if (!diagnosis.ok) return refuseBy(diagnosis.problem);
  const { serial, notAfter } = offer.certificate;
  const validity = await diagnosis.value.validity(notAfter, AbortSignal.timeout(questionLimit));
  await runner.dispatch({ type: 'validityKnown', serial, validity });
  if (canRenew({ validity })) return done(undefined);
  if (validity.kind === 'notDue') return refuse('not-due');
  return refuseBy({ code: codeAfterGrace(validity.kind === 'closed' ? validity.wants : validity.kind === 'revokeFirst' ? 'revokeFirst' : 'paperForm') });
}

async function carryOut(
  { services, log }: CommandProgram,
  { runner, retrieval }: ProcedureAtCommand,
  begin: () => ReturnType<RetrievalActions['retrieve']>,
  stop: AbortSignal,
): Promise<Attempt<HeldCertificate>> {
  const over = whenOver(runner);
  const cancel = () => void retrieval.cancel();
  const begun = await begin();
  if (!begun.ok) return refuseBy(begun.problem);
  stop.addEventListener('abort', cancel, { once: true });
  if (stop.aborted) cancel();
  const state = await over;
  stop.removeEventListener('abort', cancel);
  // What follows the certificate, forgetting the right to it, has its time too.
  await retrieval.stop();
  await runner.settled();
  // The logon comes next, or, where the bank issues the certificate first, the activation.
  const held = certificateIn(runner.snapshot());
  if (held === null || (state.step !== 'certificateReady' && held.kind !== 'activation')) return refuseBy(problemIn(state));
  const diagnosis = await services.diagnose();
  const noted = diagnosis.ok ? await diagnosis.value.noteThisPc() : diagnosis;
  if (!noted.ok) log.warn('diagnosis.pc-not-noted', { problem: noted.problem.code });
  const { contractorId, organization, certificate } = held;
  return done({ contractorId, organization, certificate });
}

/** Resolves when what begins next has ended, well or not. */
function whenOver(runner: Runner): Promise<ProcedureState> {
  return new Promise((resolve) => {
    let hasBegun = false;
    const unsubscribe = runner.onChange(({ state }) => {
      const isRunning = (state.step === 'retrieval' || state.step === 'renewal') && (state.phase === 'running' || state.phase === 'cancelling');
      hasBegun ||= isRunning;
      if (!hasBegun || isRunning) return;
      unsubscribe();
      resolve(state);
    });
  });
}

function problemIn(state: ProcedureState): Pick<ProblemCause, 'code' | 'remark'> {
  const problem = 'problem' in state ? state.problem : null;
  return problem ?? { code: 'cancelled' };
}
