import type { Accepted, StepName } from '../../preload/contract/procedure.ts';
import type { ActivationActions } from './activation.ts';
import type { LogonActions } from './logon.ts';
import type { ProcedureParts } from './parts.ts';
import type { Recovery } from './recovery.ts';
import type { RetrievalActions } from './retrieval.ts';

/** Back to the first screen, from wherever the person is. */
export type StartOver = {
  startOver(): Promise<Accepted>;
  /** While everything is being stopped nothing new begins, or it would go on behind the first screen. */
  unlessStartingOver<I>(begin: (input: I) => Promise<Accepted>): (input: I) => Promise<Accepted>;
};

export type StartOverParts = Pick<ProcedureParts, 'runner' | 'administrator'> & {
  readonly activation: Pick<ActivationActions, 'close'>;
  readonly retrieval: Pick<RetrievalActions, 'stop'>;
  readonly logon: Pick<LogonActions, 'stop'>;
  readonly recovery: Pick<Recovery, 'look'>;
};

/** @param parts what is stopped, and what looks for what is left */
export function createStartOver(parts: StartOverParts): StartOver {
  const { runner, administrator, recovery } = parts;
  let startingOver = false;
  return {
    async startOver() {
      const { step } = runner.snapshot().state;
      // What lies in the keychain may still be wanted: the journal would say so.
      if (step === 'journalUnavailable') return runner.refusal({ code: 'not-now' });
      startingOver = true;
      try {
        await stopAll(parts, step);
        administrator.end();
        const answer: Accepted = (await runner.dispatch({ type: 'startedOver' })) ? { ok: true } : runner.refusal({ code: 'not-now' });
        // The right to a certificate is kept and offered: without it only a paper would help.
        await recovery.look();
        return answer;
      } finally {
        startingOver = false;
      }
    },
    unlessStartingOver: (begin) => async (input) => (startingOver ? runner.refusal({ code: 'not-now' }) : begin(input)),
  };
}

/** Everything under way is stopped before the way begins again, so that no late answer meets the new one. */
async function stopAll({ activation, retrieval, logon }: StartOverParts, step: StepName): Promise<void> {
  logon.stop();
  await retrieval.stop();
  await activation.close(step);
}
