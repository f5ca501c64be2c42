/** The bank's time, handed in so that tests can let a session or a certificate expire. */
export type BankClock = { now(): Date };

/** The machine's own time. */
export const machineClock: BankClock = { now: () => new Date() };

export const minutes = 60_000;
export const days = 24 * 60 * minutes;

/** @returns the instant `milliseconds` later, as ISO 8601 in UTC */
export function instantAfter(clock: BankClock, milliseconds: number): string {
  return new Date(clock.now().getTime() + milliseconds).toISOString();
}
