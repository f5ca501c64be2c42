import { type Problem, type ProblemCause, problemNumbers, problemOf } from '../../preload/contract/problem.ts';
import type { Accepted, ProcedureSnapshot } from '../../preload/contract/procedure.ts';
import { screenCode } from '../../preload/contract/screen-code.ts';
import type { Clock, Log } from '../support/ports.ts';
import type { ProcedureEvent } from './events.ts';
import type { Journal } from './journal.ts';
import { initialSnapshot, transition } from './transition.ts';

/**
 * The runner: holds the snapshot, applies events one after the other, and writes each outcome to the
 * journal before it is published. It knows nothing of bank or certificate: actions do.
 */
export type Runner = {
  snapshot(): ProcedureSnapshot;
  /** @returns whether the event had a place; journal and listeners have it when the promise resolves */
  dispatch(event: ProcedureEvent): Promise<boolean>;
  /** Turns a cause into the problem that the person sees at this step. */
  problem(cause: ProblemCause): Problem;
  /** The reply to a person's action that has no place now, or was refused before anything was sent. */
  refusal(cause: ProblemCause): Accepted;
  onChange(listener: (snapshot: ProcedureSnapshot) => void): () => void;
};

export type RunnerParts = { readonly journal: Journal; readonly clock: Clock; readonly log: Log };

/**
 * Reads the journal and starts where it stopped.
 * @returns the runner; a broken or unwritable journal becomes a notice, never a failure to start
 */
export async function startRunner({ journal, clock, log }: RunnerParts): Promise<Runner> {
  let snapshot = initialSnapshot;
  let queue: Promise<unknown> = Promise.resolve();
  const listeners = new Set<(snapshot: ProcedureSnapshot) => void>();

  const problem = (cause: ProblemCause): Problem => problemOf(cause, screenCode(snapshot.state.step, problemNumbers[cause.code]));

  const publish = (next: ProcedureSnapshot): void => {
    snapshot = next;
    for (const listener of listeners) listener(snapshot);
  };

  async function apply(event: ProcedureEvent): Promise<boolean> {
    const next = transition(snapshot, event);
    if (next === null) {
      log.warn('procedure.event-out-of-place', { type: event.type, step: snapshot.state.step });
      return false;
    }
    const written = await journal.write({ savedAt: clock.now().toISOString(), snapshot: next });
    log.info('procedure.event', { type: event.type, step: next.state.step });
    publish(written.ok ? next : { ...next, notice: problem(written.problem) });
    return true;
  }

  function dispatch(event: ProcedureEvent): Promise<boolean> {
    const applied = queue.then(() => apply(event));
    queue = applied.catch(() => undefined);
    return applied;
  }

  const read = await journal.read().catch((error: unknown) => {
    log.error('procedure.journal-refused', { error });
    return { ok: false as const, problem: { code: 'journal-unreadable' as const } };
  });
  if (!read.ok) await dispatch({ type: 'noticed', problem: problem(read.problem) });
  else if (read.value !== null) {
    snapshot = read.value.snapshot;
    await dispatch({ type: 'restored', at: read.value.savedAt });
  }

  return {
    snapshot: () => snapshot,
    dispatch,
    problem,
    refusal: (cause) => ({ ok: false, problem: problem(cause) }),
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
