/** Runs works one after the other, each once the one before has ended, well or badly. */
export type Queue = {
  inOrder<T>(work: () => Promise<T>): Promise<T>;
  /** Resolves once all that was asked for so far has ended. */
  settled(): Promise<void>;
};

export function createQueue(): Queue {
  let last: Promise<unknown> = Promise.resolve();
  return {
    inOrder(work) {
      const done = last.then(work);
      last = done.catch(() => undefined);
      return done;
    },
    settled: async () => void (await last),
  };
}
