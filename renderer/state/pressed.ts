/** A choice of the person that main may not have published yet. */
export type Pressed<S, T> = {
  readonly value: T;
  /** The published value over which it was pressed. */
  readonly over: S;
  /** Whether main has accepted it: from then on the next published value is its word. */
  readonly answered: boolean;
};

/**
 * What a control shows.
 * @param pressed the last choice; null where there is none, or main refused it
 * @param source the published value, a new object whenever it is published
 * @returns the choice until main has both accepted it and published; then what main published
 */
export function shownValue<S, T>(pressed: Pressed<S, T> | null, source: S, read: (source: S) => T): T {
  if (pressed === null || (pressed.answered && pressed.over !== source)) return read(source);
  return pressed.value;
}
