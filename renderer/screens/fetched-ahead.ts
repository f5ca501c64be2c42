/**
 * Code of a screen that is fetched before it is wanted. Once it is there React is handed it at once: a promise, even one that
 * is settled, would have it show what stands in for the screen, and that for 300 ms at least.
 * @returns fetches it; the first call may come long before the code is drawn
 */
export function fetchedAhead<T>(fetch: () => Promise<T>): () => Promise<T> {
  let there: { readonly code: T } | null = null;
  return () => {
    if (there !== null) return atOnce(there.code);
    return fetch().then((code) => {
      there = { code };
      return code;
    });
  };
}

/** A promise that tells its value in the very call that asks for it. */
function atOnce<T>(value: T): Promise<T> {
  const settled = Promise.resolve(value);
  const then = (take: (value: T) => unknown) => {
    take(value);
    return settled;
  };
  return Object.assign(settled, { then });
}
