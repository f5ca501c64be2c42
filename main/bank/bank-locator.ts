import { join } from 'node:path';
import type { RequestHandlers } from '../../preload/contract/contract.ts';
import { failure, type Outcome, problemOf, success } from '../../preload/contract/problem.ts';
import type { Accepted } from '../../preload/contract/procedure.ts';
import type { SituationCode } from '../../preload/contract/situations.ts';
import { type ForkedProcess, type PracticeBankHandle, startPracticeBankProcess } from '../practice-bank/process.ts';
import { readSituation, watchSituation } from '../practice-bank/situations/situation-file.ts';
import type { Log } from '../support/ports.ts';
import type { BankAddress } from './connection.ts';
import type { BankProfile } from './profile.ts';

export type BankLocatorParts = {
  readonly profile: BankProfile;
  /** The user-data folder; the practice bank keeps its own folder in it. */
  readonly folder: string;
  /** Starts the bank's process with these arguments. */
  readonly fork: (args: readonly string[]) => ForkedProcess;
  readonly log: Log;
};

export type BankLocator = {
  /** Where the bank answers. The embedded one is started at the first question, and again when it has died. */
  locate(): Promise<Outcome<BankAddress>>;
  /** The practice panel's requests; not-now while the bank is a real one. */
  readonly practice: RequestHandlers['practice'];
  /** The situation of the practice; always null with a real bank. */
  readonly fault: () => SituationCode | null;
  /** Calls back, soon, whenever a situation was chosen, in the panel or at the command line; never with a real bank. */
  onSituation(listener: () => void): void;
  /** Ends the embedded bank, if it runs. */
  stop(): Promise<void>;
};

/** @param parts see BankLocatorParts */
export function createBankLocator({ profile, folder, fork, log }: BankLocatorParts): BankLocator {
  const { baseUrl, authority } = profile;
  const embedded = createEmbeddedBank(async () => startPracticeBankProcess({ fork, dataDir: join(folder, 'sandbox-bank'), log }), log);
  if (baseUrl !== null && authority !== null)
    return { locate: async () => success({ baseUrl, authority }), practice: noPractice, ...withoutSituations, stop: async () => undefined };
  // Two locks on one door: a bank with an address has no practice folder, and one that is not for practice no faults.
  const dataDir = join(folder, 'sandbox-bank');
  const situations = profile.practice
    ? { fault: () => readSituation(dataDir), onSituation: (listener: () => void) => watchSituation(dataDir, listener) }
    : withoutSituations;
  return { locate: embedded.handle, practice: practiceOf(embedded.handle), ...situations, stop: embedded.stop };
}

const withoutSituations: Pick<BankLocator, 'fault' | 'onSituation'> = { fault: () => null, onSituation: () => undefined };

type EmbeddedBank = { handle(): Promise<Outcome<PracticeBankHandle>>; stop(): Promise<void> };

/** One process at a time, however many ask for it at once. */
function createEmbeddedBank(start: () => Promise<Outcome<PracticeBankHandle>>, log: Log): EmbeddedBank {
  let starting: Promise<Outcome<PracticeBankHandle>> | null = null;

  async function startOnce(): Promise<Outcome<PracticeBankHandle>> {
    const started = await start().catch((error: unknown) => failure('internal', { reference: log.error('practice-bank-start-broke', { error }) }));
    if (started.ok) started.value.onExit(() => (starting = null));
    else starting = null;
    return started;
  }

  return {
    handle: () => (starting ??= startOnce()),
    async stop() {
      const started = await starting;
      if (started?.ok) await started.value.stop();
    },
  };
}

function practiceOf(handle: EmbeddedBank['handle']): RequestHandlers['practice'] {
  const command = async (run: (bank: PracticeBankHandle) => Promise<Outcome<void>>): Promise<Accepted> => {
    const bank = await handle();
    const done = bank.ok ? await run(bank.value) : bank;
    return done.ok ? { ok: true } : { ok: false, problem: problemOf(done.problem) };
  };
  return {
    async readPapers() {
      const bank = await handle();
      const papers = bank.ok ? await bank.value.readPapers() : bank;
      return papers.ok ? papers : { ok: false, problem: problemOf(papers.problem) };
    },
    releaseLock: () => command((bank) => bank.releaseLock()),
    lockAgain: () => command((bank) => bank.lockAgain()),
    setSituation: ({ code }) => command((bank) => bank.setSituation(code)),
  };
}

const refuse = async () => ({ ok: false as const, problem: problemOf(failure('not-now').problem) });
const noPractice: RequestHandlers['practice'] = { readPapers: refuse, releaseLock: refuse, lockAgain: refuse, setSituation: refuse };
