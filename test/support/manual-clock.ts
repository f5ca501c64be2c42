import type { Clock } from '../../main/support/ports.ts';

/** A clock that stands still until it is moved: what waits on it is over when the test says so, however busy the machine is. */
export type ManualClock = Clock & {
  /** Moves it on, and ends the waits that are over by then. */
  pass(milliseconds: number): void;
  /** How long each wait that is under way was to take, in milliseconds. */
  waiting(): readonly number[];
};

export function manualClock(start = new Date()): ManualClock {
  let now = start.getTime();
  const alarms = new Set<{ readonly at: number; readonly wait: number; readonly run: () => void }>();
  return {
    now: () => new Date(now),
    after(wait, run) {
      const alarm = { at: now + wait, wait, run };
      alarms.add(alarm);
      return () => void alarms.delete(alarm);
    },
    pass(milliseconds) {
      now += milliseconds;
      for (const alarm of [...alarms].filter(({ at }) => at <= now)) {
        alarms.delete(alarm);
        alarm.run();
      }
    },
    waiting: () => [...alarms].map(({ wait }) => wait),
  };
}

/** A clock on which every wait is over at once, and the time of it gone by. */
export function hurriedClock(): Clock & { readonly waits: readonly number[] } {
  const clock = manualClock();
  const waits: number[] = [];
  return {
    waits,
    now: clock.now,
    after(wait, run) {
      const cancel = clock.after(wait, run);
      waits.push(wait);
      setImmediate(() => clock.pass(wait));
      return cancel;
    },
  };
}
