import type { Clock } from './ports.ts';

/** setTimeout counts in 32 bits: what is further away than this is waited for in pieces. */
const longestTimer = 0x7fffffff;

/** The machine's own clock. */
export const systemClock: Clock = {
  now: () => new Date(),
  after(milliseconds, run) {
    let timer: NodeJS.Timeout;
    const wait = (left: number): void => {
      timer = setTimeout(() => (left > longestTimer ? wait(left - longestTimer) : run()), Math.min(left, longestTimer));
    };
    wait(milliseconds);
    return () => clearTimeout(timer);
  },
};
