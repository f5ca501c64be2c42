import type { Clock } from './ports.ts';

/** How long after what the disk refused is tried again, in milliseconds. */
const againAfter = 5_000;

/**
 * Tries a work again every few seconds for as long as something is owed, also when it is asked for meanwhile.
 * @param isOwed whether there is still something to do
 * @param work where it rejects it is not tried again: that is a bug, and was told where it came about
 * @returns to be called whenever something may be owed
 */
export function createTryLater(clock: Pick<Clock, 'after'>, isOwed: () => boolean, work: () => Promise<unknown>): () => void {
  let isAlarmSet = false;
  const look = (): void => {
    if (isAlarmSet || !isOwed()) return;
    isAlarmSet = true;
    clock.after(againAfter, () => {
      const done = (): void => {
        isAlarmSet = false;
        look();
      };
      void work().then(done, () => undefined);
    });
  };
  return look;
}
