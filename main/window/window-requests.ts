import type { RequestHandlers } from '../../preload/contract/contract.ts';
import type { Accepted } from '../../preload/contract/procedure.ts';

/** What the window asks for itself: to note that something is being typed, and to end the program. */
export type WindowRequests = {
  readonly handlers: RequestHandlers['window'];
  /** Whether something is being typed that was not sent yet, as the window said last. */
  readonly entryUnderWay: () => boolean;
  /** Nothing is typed in a window that has just loaded. */
  readonly noteNoEntry: () => void;
};

const accepted: Accepted = { ok: true };

/** @param endProgram ends the program, as closing its window does */
export function createWindowRequests(endProgram: () => void): WindowRequests {
  let underWay = false;
  return {
    handlers: {
      async noteEntry(said) {
        underWay = said.underWay;
        return accepted;
      },
      async end() {
        // The window that asked is still there to hear the reply.
        setImmediate(endProgram);
        return accepted;
      },
    },
    entryUnderWay: () => underWay,
    noteNoEntry() {
      underWay = false;
    },
  };
}
