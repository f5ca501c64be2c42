import type { RequestHandlers } from '../../preload/contract/contract.ts';
import type { Outcome, ProblemCode } from '../../preload/contract/problem.ts';
import type { Accepted } from '../../preload/contract/procedure.ts';
import type { Connected } from '../bank/connection.ts';
import type { Runner } from '../procedure/runner.ts';
import type { Log } from '../support/ports.ts';
import type { Diagnosis } from './diagnosis.ts';

/** How long an examination of the PC may take, in milliseconds. */
const examinationLimit = 60_000;

/** What an examination may have told: no longer true once it finds nothing. */
const ownCodes: ReadonlySet<ProblemCode> = new Set([
  'certificate-absent-on-pc',
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

/** Watches over the certificate of this PC: notes who retrieved it, and tells what would keep it from being used. */
export function watchPc({ runner, diagnose, log }: { readonly runner: Runner; readonly diagnose: Connected<Diagnosis>; readonly log: Log }): PcWatch {
  const tell = (code: ProblemCode) => runner.dispatch({ type: 'noticed', problem: runner.problem({ code }) });
  let step = runner.snapshot().state.step;
  runner.onChange(({ state }) => {
    const retrieved = (step === 'retrieval' || step === 'renewal') && state.step === 'certificateReady';
    step = state.step;
    if (retrieved) void note().then(examineNow);
  });

  async function note(): Promise<void> {
    const diagnosis = await diagnose();
    const noted = diagnosis.ok ? await diagnosis.value.noteThisPc() : diagnosis;
    if (!noted.ok) log.warn('diagnosis.pc-not-noted', { problem: noted.problem.code });
  }

  let last: Promise<void> = Promise.resolve();
  /** One after the other: what is found last is what holds. */
  function examineNow(): Promise<void> {
    last = last.then(examine);
    return last;
  }

  async function examine(): Promise<void> {
    try {
      const contractorId = holder(runner);
      const diagnosis = contractorId === null ? null : await diagnose();
      if (contractorId === null || diagnosis === null || !diagnosis.ok) return;
      const found = await diagnosis.value.examine(contractorId, AbortSignal.timeout(examinationLimit));
      log.info('diagnosis.examined', { found });
      // Whoever began anew meanwhile is not told of what lies behind.
      if (holder(runner) !== contractorId) return;
      const { notice } = runner.snapshot();
      if (found !== null) await tell(found);
      else if (notice !== null && ownCodes.has(notice.code)) await runner.dispatch({ type: 'noticeDismissed' });
    } catch (error) {
      log.error('diagnosis.broke', { error });
    }
  }

  async function work(use: (diagnosis: Diagnosis, contractorId: string) => Promise<Outcome<number>>, then: () => Promise<unknown>): Promise<Accepted> {
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

/** @returns the contract whose certificate should be on this PC, as far as the procedure knows of one */
function holder(runner: Runner): string | null {
  const { state } = runner.snapshot();
  return state.step === 'certificateReady' || state.step === 'loggedOn' ? state.contractorId : null;
}
