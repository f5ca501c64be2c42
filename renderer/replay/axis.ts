import type { Session } from './session.ts';

/**
 * The timeline's axis. Every event has a place of its own, and a longer time between two has a longer way; but not in
 * proportion: a night between two presses would leave nothing for the presses.
 */
export type Axis = {
  /** @param index of an event @returns where it stands, from 0 to 1 */
  readonly placeOf: (index: number) => number;
  /** @param time in milliseconds since 1970 @returns where it stands, from 0 to 1 */
  readonly placeOfTime: (time: number) => number;
  /** @returns the event that stands nearest to a place from 0 to 1 */
  readonly indexAt: (place: number) => number;
};

export function axisOf({ times }: Pick<Session, 'times'>): Axis {
  const ways = new Float64Array(times.length);
  for (let index = 1; index < times.length; index += 1) {
    const seconds = ((times[index] ?? 0) - (times[index - 1] ?? 0)) / 1_000;
    ways[index] = (ways[index - 1] ?? 0) + 1 + Math.log2(1 + seconds);
  }
  const whole = ways.at(-1) || 1;
  const placeOf = (index: number) => (ways[index] ?? 0) / whole;
  return {
    placeOf,
    placeOfTime(time) {
      const next = firstFrom(times, time);
      if (next <= 0 || next >= times.length) return placeOf(Math.min(next, times.length - 1));
      const [before, after] = [times[next - 1] ?? 0, times[next] ?? 0];
      const part = after > before ? (time - before) / (after - before) : 1;
      return placeOf(next - 1) + part * (placeOf(next) - placeOf(next - 1));
    },
    indexAt(place) {
      const next = Math.min(firstFrom(ways, place * whole), times.length - 1);
      const nearer = next > 0 && place * whole - (ways[next - 1] ?? 0) < (ways[next] ?? 0) - place * whole;
      return Math.max(0, nearer ? next - 1 : next);
    },
  };
}

/** @param values ascending @returns the first that is not below; their number where all are */
function firstFrom(values: ArrayLike<number>, wanted: number): number {
  let [low, high] = [0, values.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values[middle] ?? 0) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}
