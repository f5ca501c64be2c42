import { failure, type Outcome } from '../../preload/contract/problem.ts';
import { type ForkedProcess, type PracticeBankHandle, startPracticeBankProcess } from '../practice-bank/process.ts';
import type { Log } from '../support/ports.ts';

/** Starts the practice bank's process with these arguments. */
export type Fork = (args: readonly string[]) => ForkedProcess;

/** fleeting: as of startPracticeBankProcess. */
export type EmbeddedBankParts = { readonly fork: Fork; readonly dataDir: string; readonly fleeting?: boolean; readonly log: Log };

export type EmbeddedBank = {
  /** The running bank. It is started at the first question, and again when it has died. */
  handle(): Promise<Outcome<PracticeBankHandle>>;
  /** Ends it, if it runs. */
  stop(): Promise<void>;
};

/** One process at a time, however many ask for it at once. */
export function createEmbeddedBank({ fork, dataDir, fleeting = false, log }: EmbeddedBankParts): EmbeddedBank {
  let starting: Promise<Outcome<PracticeBankHandle>> | null = null;

  async function startOnce(): Promise<Outcome<PracticeBankHandle>> {
    const started = await start().catch((error: unknown) => failure('internal', { reference: log.error('practice-bank-start-broke', { error }) }));
    if (started.ok) started.value.onExit(() => (starting = null));
    else starting = null;
    return started;
  }

  /** A process that cannot even be forked is a failure like any other. */
  const start = async () => startPracticeBankProcess({ fork, dataDir, fleeting, log });

  return {
    handle: () => (starting ??= startOnce()),
    async stop() {
      const started = await starting;
      if (started?.ok) await started.value.stop();
    },
  };
}
