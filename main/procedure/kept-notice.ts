import type { KeptValue } from '../support/kept-value.ts';
import type { Runner } from './runner.ts';

/** Runs the work as soon as it is known where the procedure stands: at once, or when the journal could be read after all. */
export async function onceJournalIsRead(runner: Runner, work: () => unknown): Promise<void> {
  const isRead = () => runner.snapshot().state.step !== 'journalUnavailable';
  if (isRead()) {
    await work();
    return;
  }
  const stop = runner.onChange(() => {
    if (!isRead()) return;
    stop();
    work();
  });
}

type Kept = Pick<KeptValue<unknown>, 'isUnavailable' | 'onRecovered'>;

/** Tells by a notice that something kept cannot be read now, and takes the notice away when all of it is back. */
export async function tellUnavailable(runner: Runner, kept: readonly Kept[]): Promise<void> {
  const isAnyMissing = () => kept.some((one) => one.isUnavailable());
  for (const one of kept)
    one.onRecovered(() => {
      if (!isAnyMissing() && runner.snapshot().notice?.code === 'file-unavailable') void runner.dispatch({ type: 'noticeDismissed' });
    });
  if (isAnyMissing()) await runner.dispatch({ type: 'noticed', problem: runner.problem({ code: 'file-unavailable' }) });
}
