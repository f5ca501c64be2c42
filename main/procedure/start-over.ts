import type { Accepted, StepName } from '../../preload/contract/procedure.ts';
import type { ActivationActions } from './activation.ts';
import type { LogonActions } from './logon.ts';
import type { ProcedureParts } from './parts.ts';
import type { Recovery } from './recovery.ts';
import type { RetrievalActions } from './retrieval.ts';

/** Back to the first screen, from wherever the person is. */
export type StartOver = {
  startOver(): Promise<Accepted>;
  /** Does what ends something: nothing new begins meanwhile. */
  whileStopping<T>(end: () => Promise<T>): Promise<T>;
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
  let stopping = 0;

  async function whileStopping<T>(end: () => Promise<T>): Promise<T> {
    stopping += 1;
    try {
      return await end();
    } finally {
      stopping -= 1;
    }
  }

  return {
    async startOver() {
      const { step } = runner.snapshot().state;
      // What lies in the keychain may still be wanted: the journal would say so.
      if (step === 'journalUnavailable') return runner.refusal({ code: 'not-now' });
      return whileStopping(async () => {
        await stopAll(parts, step);
        void administrator.end();
        const answer: Accepted = (await runner.dispatch({ type: 'startedOver' })) ? { ok: true } : runner.refusal({ code: 'not-now' });
        // The right to a certificate is kept and offered: without it only a paper would help.
        await recovery.look();
        return answer;
      });
    },
    whileStopping,
    unlessStartingOver: (begin) => async (input) => (stopping > 0 ? runner.refusal({ code: 'not-now' }) : begin(input)),
  };
}

/** Everything under way is stopped before the way begins again, so that no late answer meets the new one. */
async function stopAll({ activation, retrieval, logon }: StartOverParts, step: StepName): Promise<void> {
  logon.stop();
  await retrieval.stop();
  await activation.close(step);
}
