/** Does one thing after another for each name; different names do not wait for each other. */
export type Queue = <T>(name: string, work: () => Promise<T>) => Promise<T>;

/**
 * PIN checks take time, so two for the same contract could both pass before either was counted. A queue
 * a contract makes check and count one step.
 */
export function createQueue(): Queue {
  const tails = new Map<string, Promise<unknown>>();
  return (name, work) => {
    const before = tails.get(name) ?? Promise.resolve();
    const result = before.then(work, work);
    const tail = result.then(
      () => undefined,
      () => undefined,
    );
    tails.set(name, tail);
    void tail.then(() => {
      if (tails.get(name) === tail) tails.delete(name);
    });
    return result;
  };
}
