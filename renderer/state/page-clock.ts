import { useSyncExternalStore } from 'react';

/** What time it is in the window: the PC's, but where a moment of a session is drawn again, that moment's. */

let stopped: number | null = null;
const listeners = new Set<() => void>();

/** @param at milliseconds since 1970: from now on it is then, and stays so */
export function stopPageClock(at: number): void {
  if (stopped === at) return;
  stopped = at;
  for (const listener of listeners) listener();
}

/** @returns milliseconds since 1970 */
export function pageNow(): number {
  return stopped ?? Date.now();
}

/** @returns when the clock stands still, in milliseconds since 1970; null: it goes */
export function useStoppedClock(): number | null {
  return useSyncExternalStore(listen, () => stopped);
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
