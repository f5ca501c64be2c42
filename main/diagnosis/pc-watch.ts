import type { RequestHandlers } from '../../preload/contract/contract.ts';
import type { ContractorId } from '../../preload/contract/identities.ts';
import type { Outcome } from '../../preload/contract/problem.ts';
import type { ProblemCode } from '../../preload/contract/problem-numbers.ts';
import type { Accepted } from '../../preload/contract/procedure.ts';
import type { Runner } from '../procedure/runner.ts';
import type { Log } from '../support/ports.ts';
import { createQueue } from '../support/queue.ts';
import type { Diagnosis } from './diagnosis.ts';

/** How long an examination of the PC may take, in milliseconds. */
const examinationLimit = 60_000;

/** What an examination may have told: no longer true once it finds nothing. */
const ownCodes: ReadonlySet<ProblemCode> = new Set([
  'certificate-absent-on-pc',
  'certificate-in-browser-only',
  'certificate-file-unreadable',
  'certificate-file-unavailable',
  'other-os-user',
  'remote-session',
  'key-cannot-sign',
  'certificate-expires-soon',
  'certificates-piled-up',
]);

export type PcWatch = {
  /** Examines the PC where a certificate should be on it, and tells what it finds as a notice. */
  examineNow(): Promise<void>;
  readonly handlers: RequestHandlers['certificate'];
};

export type PcWatchParts = { readonly runner: Runner; readonly diagnose: () => Promise<Outcome<Diagnosis>>; readonly log: Log };

/** Watches over the certificate of this PC: notes who retrieved it, and tells what would keep it from being used. */
export function watchPc(parts: PcWatchParts): PcWatch {
  const { runner, diagnose, log } = parts;
  const tell = (code: ProblemCode) => runner.dispatch({ type: 'noticed', problem: runner.problem({ code }) });
  let step = runner.snapshot().state.step;
  let known = holder(runner);
  runner.onChange(({ state }) => {
    const [before, knownBefore] = [step, known];
    step = state.step;
    known = holder(runner);
    // The start says that a certificate is here: what keeps it from being used is told there too.
    if (state.step === 'start' && known !== null && knownBefore === null) void examineNow();
    if (state.step !== 'certificateReady' || before === 'certificateReady' || before === 'loggedOn') return;
    // One that lay here already was chosen, from the menu or as it was offered: what keeps it from being used is told as well.
    void (before === 'retrieval' || before === 'renewal' ? note() : Promise.resolve()).then(examineNow);
  });

  async function note(): Promise<void> {
    const diagnosis = await diagnose();
    const noted = diagnosis.ok ? await diagnosis.value.noteThisPc() : diagnosis;
    if (!noted.ok) log.warn('diagnosis.pc-not-noted', { problem: noted.problem.code });
  }

  /** One after the other: what is found last is what holds. */
  const { inOrder } = createQueue();
  const examineNow = () => inOrder(() => examine(parts, tell));

  async function work(use: (diagnosis: Diagnosis, contractorId: ContractorId) => Promise<Outcome<number>>, then: () => Promise<unknown>): Promise<Accepted> {
    const contractorId = holder(runner);
    if (contractorId === null) return runner.refusal({ code: 'not-now' });
    const diagnosis = await diagnose();
    const done = diagnosis.ok ? await use(diagnosis.value, contractorId) : diagnosis;
    if (!done.ok) return runner.refusal(done.problem);
    await then();
    return { ok: true };
  }

  const limit = () => AbortSignal.timeout(examinationLimit);
  return {
    examineNow,
    handlers: {
      tidyUp: () =>
        work(
          ({ tidyUp }, contractorId) => tidyUp.tidy(contractorId, limit()),
          () => tell('certificates-tidied'),
        ),
      undoTidyUp: () =>
        work(
          ({ tidyUp }) => tidyUp.undo(limit()),
          () => tell('certificates-piled-up'),
        ),
    },
  };
}

/** Never fails: what broke is in the log. */
async function examine({ runner, diagnose, log }: PcWatchParts, tell: (code: ProblemCode) => Promise<unknown>): Promise<void> {
  try {
    const contractorId = holder(runner);
    const diagnosis = contractorId === null ? null : await diagnose();
    if (contractorId === null || diagnosis === null || !diagnosis.ok) return;
    const found = await diagnosis.value.examine(contractorId, AbortSignal.timeout(examinationLimit));
    log.info('diagnosis.examined', { found });
    // A person who started over meanwhile is not told of what lies behind.
    if (holder(runner) !== contractorId) return;
    const { notice } = runner.snapshot();
    if (found !== null) await tell(found);
    else if (notice !== null && ownCodes.has(notice.code)) await runner.dispatch({ type: 'noticeDismissed' });
  } catch (error) {
    log.error('diagnosis.broke', { error });
  }
}

/** @returns the contract whose certificate should be on this PC, as far as the procedure knows of one */
function holder(runner: Runner): ContractorId | null {
  const { state, offer } = runner.snapshot();
  if (state.step === 'start') return offer?.kind === 'logon' ? offer.contractorId : null;
  return state.step === 'certificateReady' || state.step === 'loggedOn' ? state.contractorId : null;
}
