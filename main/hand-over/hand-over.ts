import { createHash } from 'node:crypto';
import type { HandOverEntry, HandOverStep } from '../../preload/contract/hand-over.ts';
import { instantAt } from '../../preload/contract/instant.ts';
import type { ProblemCode } from '../../preload/contract/problem-numbers.ts';
import type { ProcedureState } from '../../preload/contract/procedure.ts';
import { hostWithPort } from '../bank/addresses.ts';
import type { BankProfile } from '../bank/profile.ts';
import { emptyRecord, type ProcedureRecord } from '../procedure/record.ts';
import type { Happened } from '../procedure/runner.ts';
import { programFile } from '../support/kept-files.ts';
import type { Clock, Log } from '../support/ports.ts';
import { createQueue, type Queue } from '../support/queue.ts';
import { createTryLater } from '../support/try-later.ts';
import { type DiskOptions, errnoOf, systemDisk } from '../support/whole-file.ts';
import { type KeptChain, keepChain } from './kept-chain.ts';
import type { By, NewEntry } from './line.ts';
import { stepOf, stepsIn } from './step-of.ts';

/**
 * The hand-over record, as the program writes it: beside the procedure, never before it. Where the disk refuses a line,
 * the procedure goes on, the person is told, and it is tried again until the program ends.
 */
export type HandOver = {
  /** For the runner: what happened in the procedure. */
  readonly happened: (what: Happened) => void;
  /** What was done beside the procedure, now. */
  note(step: HandOverStep): void;
  /** Once the journal is read: completes what a crash cut off, and adds what the journal knows and the record does not. Where there is no record, none is begun. */
  bringInOrder(): void;
  /** How many steps the disk has not taken yet. */
  waiting(): number;
  /** Does a work that reads the files while nothing is written. */
  undisturbed<T>(work: () => Promise<T>): Promise<T>;
  /** Whom to tell what the disk refused; without a word of it when a line is there at last. */
  onTrouble(tell: (code: ProblemCode) => void): void;
  /** Resolves once every step so far is on the disk, or was refused once more. */
  settled(): Promise<void>;
};

export type HandOverParts = DiskOptions & {
  /** Of the place. */
  readonly placeFolder: string;
  readonly profile: BankProfile;
  readonly by: () => By;
  readonly clock: Clock;
  readonly log: Log;
};

/** Beyond these, steps are lost, and the log says so: a disk that refused so many is not the one that was begun on. */
const mostWaiting = 1_000;

/** What the steps are written with. */
type Writing = {
  readonly put: (entry: NewEntry) => void;
  readonly write: () => Promise<void>;
  readonly waiting: () => number;
  readonly queue: Queue;
  onTrouble(tell: (code: ProblemCode) => void): void;
};

/** What is owed before the first step of this program, by what lies there. */
type Before = {
  readonly late: (kept: readonly HandOverEntry[], owed: readonly NewEntry[]) => readonly NewEntry[];
  /** null where the record names the bank as it is already. @param first step of this program */
  readonly bank: (kept: readonly HandOverEntry[], first: NewEntry) => NewEntry | null;
};

/** @param chain what is written to */
function createWriting({ clock, log }: HandOverParts, chain: KeptChain, before: Before): Writing {
  const queue = createQueue();
  const owed: NewEntry[] = [];
  let tell: (code: ProblemCode) => void = () => undefined;
  let isTold = false;
  /** What lay there before this program's first step, once that is in order. */
  let kept: readonly HandOverEntry[] | null = null;
  let isBankNoted = false;

  async function writeOwed(): Promise<void> {
    if (kept === null) {
      const opened = await chain.open();
      if (!opened.ok) return refused(opened.problem.code);
      kept = opened.value;
      owed.unshift(...before.late(kept, owed));
    }
    const [first] = owed;
    if (first !== undefined && !isBankNoted) {
      isBankNoted = true;
      owed.unshift(...[before.bank(kept, first)].filter((entry) => entry !== null));
    }
    for (let entry = owed[0]; entry !== undefined; entry = owed[0]) {
      const added = await chain.append(entry);
      if (!added.ok) return refused(added.problem.code);
      owed.shift();
      isTold = false;
    }
  }

  function refused(code: ProblemCode): void {
    if (isTold) return;
    isTold = true;
    log.warn('hand-over.not-kept', { code, waiting: owed.length });
    tell(code);
  }

  const write = () =>
    queue.inOrder(writeOwed).catch((error: unknown) => {
      // A bug here must not stop the procedure.
      log.error('hand-over.broke', { error });
      owed.length = 0;
    });
  const tryLater = createTryLater(clock, () => owed.length > 0, write);
  return {
    put(entry) {
      if (owed.length >= mostWaiting) log.error('hand-over.lost', { what: entry.step.what });
      else owed.push(entry);
      void write().then(tryLater);
    },
    write,
    waiting: () => owed.length,
    queue,
    onTrouble(listener) {
      tell = listener;
    },
  };
}

/**
 * @param parts see HandOverParts
 * @returns what takes the steps; called before the journal is opened, so that a journal of before can be told from a new one
 */
export async function openHandOver(parts: HandOverParts): Promise<HandOver> {
  const { placeFolder, profile, clock, disk = systemDisk } = parts;
  const [hasJournal, hasLines, hasEnd] = await Promise.all((['journal', 'handOver', 'handOverEnd'] as const).map((name) => isThere(placeFolder, name, disk)));
  let lastFour: string | null = null;
  let journal: ProcedureRecord = emptyRecord;
  const entryOf = (step: HandOverStep, at = instantAt(clock.now().getTime())): NewEntry => ({ at, by: parts.by(), lastFour, step });
  const chain = keepChain({ ...parts, folder: placeFolder, hadProcedure: hasJournal === true, entryOf });

  const before: Before = {
    late: (kept, owed) => missingIn(kept, journal, new Set(owed.map(({ at }) => at))).map(({ at, step }) => ({ ...entryOf(step, at), late: true })),
    bank(kept, first) {
      const bank = bankStep(profile);
      return isLastBank(kept, bank) ? null : entryOf(bank, first.at);
    },
  };

  const { put, write, waiting, queue, onTrouble } = createWriting(parts, chain, before);
  return {
    happened(what) {
      lastFour = lastFourOf(what.after) ?? lastFourOf(what.before) ?? what.record.contract?.lastFour ?? lastFour;
      journal = what.record;
      const step = stepOf(what);
      if (step !== null) put(entryOf(step, what.at));
    },
    note: (step) => put(entryOf(step)),
    bringInOrder() {
      if (hasLines === true || hasEnd === true) void write();
    },
    waiting,
    undisturbed: queue.inOrder,
    onTrouble,
    async settled() {
      if (waiting() > 0) await write();
      await queue.settled();
    },
  };
}

/** Of the file itself: that a folder above it is just being made says nothing. */
async function isThere(folder: string, name: 'journal' | 'handOver' | 'handOverEnd', disk: NonNullable<DiskOptions['disk']>): Promise<boolean> {
  return disk.lstat(programFile(folder, name)).then(
    () => true,
    (error: unknown) => errnoOf(error) !== 'ENOENT',
  );
}

function lastFourOf(state: ProcedureState): string | null {
  return 'contractorId' in state ? state.contractorId.slice(-4) : null;
}

function missingIn(entries: readonly HandOverEntry[], journal: ProcedureRecord, owed: ReadonlySet<string>): ReturnType<typeof stepsIn> {
  const [first] = entries;
  if (first === undefined) return [];
  const known = new Set(entries.map(({ at, step }) => `${step.what} ${at}`));
  const steps = stepsIn(journal).map((noted) => ({ ...noted, isKnown: known.has(`${noted.step.what} ${noted.at}`) }));
  const begins = steps.findIndex(({ isKnown }) => isKnown);
  // What was done before the record began is no part of it. A clock that was set back says nothing about that: the journal's order does.
  return steps.filter(({ at, isKnown }, index) => !isKnown && !owed.has(at) && (at >= first.at || (begins >= 0 && index > begins)));
}

type BankStep = Extract<HandOverStep, { what: 'bankInUse' }>;

function bankStep(profile: BankProfile): BankStep {
  const digest = createHash('sha256').update(JSON.stringify(profile)).digest('hex').slice(0, 16);
  return { what: 'bankInUse', bank: profile.id, host: profile.baseUrl === null ? '' : hostWithPort(profile.baseUrl), digest };
}

function isLastBank(entries: readonly HandOverEntry[], { bank, host, digest }: BankStep): boolean {
  const last = entries.map(({ step }) => step).findLast((step) => step.what === 'bankInUse');
  return last?.what === 'bankInUse' && last.bank === bank && last.host === host && last.digest === digest;
}
