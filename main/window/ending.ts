import type { App } from 'electron';
import type { Clock } from '../support/ports.ts';

/** Milliseconds that services have to finish, logging off at the bank included; what does not follow is left to the system. */
const patience = 8_000;

export type Ending = {
  /** Whether the program is on its way out: what is opened now would be closed at once. */
  leaving(): boolean;
  /** Starts the program again once it has ended. */
  startAgain(): void;
};

/**
 * Holds the program's end back until the services have finished.
 * @param finish ends the services
 * @param tell tells the person what they should know of it; it is waited for as long as they read
 * @param restart orders another start, right before the end
 */
export function endInOrder(
  app: Pick<App, 'on' | 'quit'>,
  { finish, tell }: { readonly finish: () => Promise<unknown>; readonly tell: () => Promise<unknown> },
  restart: () => void,
  clock: Pick<Clock, 'after'>,
): Ending {
  let state: 'running' | 'leaving' | 'ended' = 'running';
  let again = false;
  app.on('will-quit', (event) => {
    if (state === 'ended') return;
    event.preventDefault();
    if (state === 'leaving') return;
    state = 'leaving';
    const tooLong = new Promise<void>((resolve) => void clock.after(patience, resolve));
    const finished = finish().catch(() => undefined);
    const ended = Promise.race([finished, tooLong])
      .then(tell)
      .catch(() => undefined);
    void ended.finally(() => {
      state = 'ended';
      if (again) restart();
      app.quit();
    });
  });
  return {
    leaving: () => state !== 'running',
    startAgain() {
      again = true;
    },
  };
}
