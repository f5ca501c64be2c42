import type { Fault } from './faults.ts';

/**
 * Faults at the border between window and main, for the practice only: what arrives is spoilt, and the
 * border's own checks find it. The practice panel's requests pass, or nobody could switch back.
 */
export type BorderFaults = {
  /** The page's origin as the border expects it. */
  origin(group: string, origin: string): string;
  /** What the window sent. */
  input(group: string, input: unknown): unknown;
  /** Carries the request out. */
  handle<T>(group: string, handle: () => Promise<T>): Promise<T>;
};

const spoiltGroups: ReadonlySet<string> = new Set(['procedure', 'users', 'releaseRequest']);

/** @param fault read anew at each request; null: everything passes as it is */
export function borderFaults(fault: Fault): BorderFaults {
  const faultIn = (group: string) => (spoiltGroups.has(group) ? fault() : null);
  return {
    // The page is as foreign to this origin as a foreign page is to ours.
    origin: (group, origin) => (faultIn(group) === 'sender-refused' ? 'app://elsewhere' : origin),
    input: (group, input) => (faultIn(group) === 'input-invalid' ? { unknown: input } : input),
    async handle(group, handle) {
      const code = faultIn(group);
      if (code === 'internal') throw new Error('the practice asked for a bug');
      // A request that arrives twice, as from a press that was counted twice: the second has no place any more.
      if (code === 'not-now') await handle();
      return handle();
    },
  };
}
