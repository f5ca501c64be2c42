import type { KeptValue } from '../support/kept-value.ts';
import type { Runner } from './runner.ts';

/** Runs the work as soon as it is known where the procedure stands: at once, or when the journal could be read after all. */
export function onceJournalIsRead(runner: Runner, work: () => void): void {
  const isRead = () => runner.snapshot().state.step !== 'journalUnavailable';
  if (isRead()) {
    work();
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
export function tellUnavailable(runner: Runner, kept: readonly Kept[]): void {
  const isAnyMissing = () => kept.some((one) => one.isUnavailable());
  if (isAnyMissing()) void runner.dispatch({ type: 'noticed', problem: runner.problem({ code: 'file-unavailable' }) });
  for (const one of kept)
    one.onRecovered(() => {
      if (!isAnyMissing() && runner.snapshot().notice?.code === 'file-unavailable') void runner.dispatch({ type: 'noticeDismissed' });
    });
}
