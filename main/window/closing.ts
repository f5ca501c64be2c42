import type { App, BrowserWindow, PowerMonitor } from 'electron';

/** Whether the program is being ended, and by whom. */
export type Leaving = {
  /** The system shuts down or the person signs out: nothing may hold it up. */
  shuttingDown(): boolean;
  /** Notes of a window that it is told of the session's end (Windows). */
  listenTo(window: BrowserWindow): void;
  /** The whole program was asked to end, and not one window of it alone: Cmd+Q, the dock, a signal. */
  quitting(): boolean;
  /** The person stays after all. */
  stay(): void;
};

/** @param power tells of a shutdown on macOS and Linux; Windows tells the window */
export function watchLeaving(app: Pick<App, 'on'>, power: Pick<PowerMonitor, 'on'>): Leaving {
  let shuttingDown = false;
  let quitting = false;
  const shutDown = (): void => {
    shuttingDown = true;
  };
  power.on('shutdown', shutDown);
  app.on('before-quit', () => {
    quitting = true;
  });
  return {
    shuttingDown: () => shuttingDown,
    listenTo(window) {
      window.on('query-session-end', shutDown);
      window.on('session-end', shutDown);
    },
    quitting: () => quitting,
    stay() {
      quitting = false;
    },
  };
}

type ClosingParts = {
  readonly app: Pick<App, 'quit'>;
  readonly leaving: Pick<Leaving, 'shuttingDown' | 'quitting' | 'stay'>;
  /** Whether something is being typed that was not sent yet. */
  readonly entryUnderWay: () => boolean;
  /** Asks the person; close also where the question cannot be asked: nobody is kept in. */
  readonly ask: () => Promise<'close' | 'stay'>;
};

/**
 * Asks before a window is closed over something that is being typed: one question at a time, and none at the system's
 * end. Logging off comes later, when the window is gone (see endInOrder).
 */
export function askBeforeClosing(window: Pick<BrowserWindow, 'on' | 'destroy' | 'isDestroyed'>, { app, leaving, entryUnderWay, ask }: ClosingParts): void {
  let asking = false;
  window.on('close', (event) => {
    if (leaving.shuttingDown() || !entryUnderWay()) return;
    event.preventDefault();
    if (asking) return;
    asking = true;
    void ask().then((answer) => {
      asking = false;
      if (answer === 'stay') return leaving.stay();
      // What was asked of the one window may have been asked of the whole program, whose end the question stopped.
      const end = leaving.quitting();
      if (!window.isDestroyed()) window.destroy();
      if (end) app.quit();
    });
  });
}
