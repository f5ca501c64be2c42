import { instantAt } from '../../preload/contract/instant.ts';
import { type DiskCode, type Outcome, type Problem, type ProblemCause, problemOf } from '../../preload/contract/problem.ts';
import { type ProblemCode, problemNumbers } from '../../preload/contract/problem-numbers.ts';
import { type Accepted, type ProcedureSnapshot, type ProcedureState, procedureSnapshotSchema } from '../../preload/contract/procedure.ts';
import { screenCode } from '../../preload/contract/screen-code.ts';
import { type StepOrder, type StepOrderName, stepOrders } from '../../preload/contract/step-order.ts';
import type { Clock, Log } from '../support/ports.ts';
import { createQueue, type Queue } from '../support/queue.ts';
import { createTryLater } from '../support/try-later.ts';
import type { ProcedureEvent } from './events.ts';
import type { Journal, JournalEntry } from './journal.ts';
import { emptyRecord, type ProcedureRecord, type RecordNote, recordAfter, recordWith } from './record.ts';
import { initialSnapshot, transition } from './transition.ts';

/**
 * The runner: holds the snapshot, applies events one after the other, and writes each outcome to the
 * journal before it is published. It knows nothing of bank or certificate: actions do.
 */
export type Runner = {
  snapshot(): ProcedureSnapshot;
  /** Of the steps at this bank. */
  readonly order: StepOrder;
  /** What was done so far, and when. */
  record(): ProcedureRecord;
  /** Puts on record what was done beside the procedure. */
  note(note: RecordNote): Promise<void>;
  /** @returns whether the event had a place; journal and listeners have it when the promise resolves */
  dispatch(event: ProcedureEvent): Promise<boolean>;
  /** Turns a cause into the problem that the person sees at this step. */
  problem(cause: ProblemCause): Problem;
  /** The reply to a person's action that has no place now, or was refused before anything was sent. */
  refusal(cause: ProblemCause): Accepted;
  onChange(listener: (snapshot: ProcedureSnapshot) => void): () => void;
  /** Does the work as soon as the journal has what was published: at once, or when a disk that refused it takes it. Not at all where the program ends before. */
  onceKept(work: () => Promise<void>): Promise<void>;
  /** Resolves once all that was dispatched is done, and the journal was offered once more to a disk that refused it. */
  settled(): Promise<void>;
  /** Where the journal could not be read: tries again, and goes on where it stopped. @returns false where that is not asked for now */
  readJournalAgain(): Promise<boolean>;
  /** Where the journal could not be read: moves it out of the way, and begins at the first step. */
  setJournalAside(): Promise<Outcome<void>>;
  /** Where the journal lies. */
  readonly journalPath: string;
};

const journalCode = screenCode('journalUnavailable', problemNumbers['journal-unavailable']);

/** An event that had its place; at: ISO 8601, as the record has it. */
export type Happened = {
  readonly event: ProcedureEvent;
  readonly before: ProcedureState;
  readonly after: ProcedureState;
  readonly order: StepOrder;
  readonly record: ProcedureRecord;
  readonly at: string;
};

export type RunnerParts = {
  readonly journal: Journal;
  readonly stepOrder: StepOrderName;
  readonly clock: Clock;
  readonly log: Log;
  /** Told of every event once the journal has it, those of the start as well. Nothing waits for it. */
  readonly happened?: (what: Happened) => void;
};

/** What the journal holds. */
type Held = Pick<JournalEntry, 'snapshot' | 'record'>;

/** Snapshot and record, and what may change them. */
type Snapshots = {
  current(): ProcedureSnapshot;
  held(): Held;
  /** Takes over what the journal held, before anything is published. */
  restore(held: Held): void;
  note(note: RecordNote): Promise<void>;
  problem(cause: ProblemCause): Problem;
  apply(event: ProcedureEvent): Promise<boolean>;
  applySafely(event: ProcedureEvent): Promise<boolean>;
  publish(next: ProcedureSnapshot): void;
  onChange: Runner['onChange'];
};

const diskCodes: ReadonlySet<ProblemCode> = new Set(['disk-full', 'disk-refused']);

/** Writes the journal, and knows whether the last snapshot is on the disk. */
function createWriter({ journal, clock }: RunnerParts) {
  let kept = true;
  return {
    isKept: () => kept,
    async write({ snapshot, record }: Held): Promise<Outcome<void, DiskCode>> {
      const written = await journal.write({ savedAt: clock.now().toISOString(), snapshot, record });
      kept = written.ok;
      return written;
    },
  };
}
type Writer = ReturnType<typeof createWriter>;

function timeOf(clock: Clock): string {
  return instantAt(clock.now().getTime());
}

function createSnapshots({ stepOrder, clock, log, happened = () => undefined }: RunnerParts, { write }: Writer): Snapshots {
  const order = stepOrders[stepOrder];
  let snapshot = initialSnapshot;
  let record = emptyRecord;
  const listeners = new Set<(snapshot: ProcedureSnapshot) => void>();
  const problem = (cause: ProblemCause): Problem => problemOf(cause, screenCode(snapshot.state.step, problemNumbers[cause.code]));
  const publish = (next: ProcedureSnapshot): void => {
    snapshot = next;
    for (const listener of listeners) listener(snapshot);
  };

  /** What the person sees before the journal is read is nothing that it may hold. */
  async function keep(next: ProcedureSnapshot): Promise<void> {
    if (next.state.step === 'journalUnavailable') return publish(next);
    const written = await write({ snapshot: next, record });
    publish(written.ok ? next : { ...next, notice: problem(written.problem) });
  }

  async function apply(event: ProcedureEvent): Promise<boolean> {
    const next = transition(snapshot, event, order);
    if (next === null) {
      log.warn('procedure.event-out-of-place', { type: event.type, step: snapshot.state.step });
      return false;
    }
    // Refused here, before it is anywhere: the journal could not be read again, nor the window draw it.
    const parsed = procedureSnapshotSchema.parse(next);
    const circumstances = { before: snapshot.state, after: parsed.state, order, now: timeOf(clock) };
    record = recordAfter(record, event, circumstances);
    await keep(parsed);
    happened({ event, ...circumstances, record, at: event.type === 'releaseRequested' ? event.at : circumstances.now });
    log.info('procedure.event', { type: event.type, step: next.state.step });
    return true;
  }

  /** A bug must not leave the screen waiting for ever: what was under way ends with the reference into the log. */
  const applySafely = (event: ProcedureEvent): Promise<boolean> =>
    apply(event).catch(async (error: unknown) => {
      const reference = log.error('procedure.event-broke', { type: event.type, step: snapshot.state.step, error });
      await apply(screenBack(snapshot, problem({ code: 'internal', reference }))).catch(() => log.error('procedure.screen-not-given-back'));
      return false;
    });

  return {
    current: () => snapshot,
    held: () => ({ snapshot, record }),
    restore: (kept) => {
      ({ snapshot, record } = kept);
    },
    async note(note) {
      record = recordWith(record, note, timeOf(clock));
      await keep(snapshot);
    },
    problem,
    apply,
    applySafely,
    publish,
    onChange: (listener) => listen(listeners, listener),
  };
}

/** @returns what ends it */
function listen<T>(listeners: Set<T>, listener: T): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/**
 * Reads the journal and starts where it stopped.
 * @returns the runner; a journal that is damaged or cannot be read or written is told, and never a failure to start
 */
export async function startRunner(parts: RunnerParts): Promise<Runner> {
  const { journal } = parts;
  const { inOrder, settled } = createQueue();
  const writer = createWriter(parts);
  const snapshots = createSnapshots(parts, writer);
  const { apply, problem } = snapshots;
  const keeping = createKeeping(parts, writer, snapshots, inOrder);
  const isUnread = () => snapshots.current().state.step === 'journalUnavailable';
  await readJournal(journal, snapshots).finally(keeping.look);

  async function setAside(): Promise<Outcome<void>> {
    if (!isUnread()) return { ok: false, problem: { code: 'not-now' } };
    const moved = await journal.setAside();
    if (moved.ok) await apply({ type: 'journalSetAside' });
    return moved;
  }

  return {
    snapshot: snapshots.current,
    order: stepOrders[parts.stepOrder],
    record: () => snapshots.held().record,
    note: (note) => inOrder(() => snapshots.note(note)).finally(keeping.look),
    dispatch: (event) => inOrder(() => snapshots.applySafely(event)).finally(keeping.look),
    problem,
    refusal: (cause) => ({ ok: false, problem: problem(cause) }),
    onChange: snapshots.onChange,
    onceKept: keeping.onceKept,
    settled: async () => {
      await inOrder(keeping.keepAgain);
      await settled();
    },
    readJournalAgain: () =>
      inOrder(async () => {
        if (!isUnread()) return false;
        await readJournal(journal, snapshots);
        return true;
      }).finally(keeping.look),
    setJournalAside: () => inOrder(setAside).finally(keeping.look),
    journalPath: journal.path,
  };
}

/** What is done when the disk has taken the journal, and the trying until it does. */
function createKeeping({ clock, log }: RunnerParts, { isKept, write }: Writer, { current, held, publish }: Snapshots, inOrder: Queue['inOrder']) {
  const waiting = new Set<() => Promise<void>>();

  /** Offers the journal to a disk that refused it; where that takes it now, the person is no longer told. */
  async function keepAgain(): Promise<void> {
    if (isKept()) return;
    const { notice } = current();
    const isTold = notice !== null && diskCodes.has(notice.code);
    const next = isTold ? { ...current(), notice: null } : current();
    if ((await write({ ...held(), snapshot: next })).ok && isTold) publish(next);
    doWaiting();
  }

  function doWaiting(): void {
    if (!isKept()) return;
    for (const work of waiting) void work().catch((error: unknown) => log.error('procedure.late-work-broke', { error }));
    waiting.clear();
  }

  const tryLater = createTryLater(
    clock,
    () => !isKept(),
    () => inOrder(keepAgain),
  );
  return {
    keepAgain,
    look(): void {
      doWaiting();
      tryLater();
    },
    async onceKept(work: () => Promise<void>): Promise<void> {
      if (isKept()) await work();
      else waiting.add(work);
    },
  };
}

async function readJournal(journal: Journal, { current, restore, apply, problem }: Snapshots): Promise<void> {
  const found = await journal.read();
  // At the start there is nothing to tell anybody.
  const wasUnread = current().state.step === 'journalUnavailable';
  switch (found.kind) {
    case 'absent':
      if (wasUnread) await apply({ type: 'journalSetAside' });
      return;
    case 'entry':
      restore(found.entry);
      await apply({ type: 'restored', at: found.entry.savedAt });
      return;
    case 'damaged':
      if (wasUnread) await apply({ type: 'journalSetAside' });
      await apply({ type: 'noticed', problem: problem({ code: 'journal-unreadable' }) });
      return;
    case 'unavailable':
      await apply({ type: 'journalUnread', problem: problemOf({ code: 'journal-unavailable' }, journalCode) });
      return;
    default:
      return found satisfies never;
  }
}

/** Ends what the state waits for, with the problem where it is shown: at the step, or above it. */
function screenBack({ state, interruptedAt }: ProcedureSnapshot, problem: Problem): ProcedureEvent {
  const phase = 'phase' in state && interruptedAt === null ? state.phase : null;
  if (phase === 'sending') return { type: 'refused', problem };
  return phase === 'running' || phase === 'cancelling' ? { type: 'retrievalFailed', problem } : { type: 'noticed', problem };
}
