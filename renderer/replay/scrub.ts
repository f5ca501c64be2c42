import { createStore, type StoreApi } from 'zustand/vanilla';

/** Which event of the session is looked at. Only the latest that was wanted is drawn, once a frame. */
export type Scrub = {
  readonly at: StoreApi<number>;
  /** Where it will be at the next frame: from there the next step is taken, however fast one presses. */
  wanted(): number;
  /** @param index cut to the events that there are */
  go(index: number): void;
};

/** @param count of the events; at least one */
export function createScrub(count: number, first: number): Scrub {
  const at = createStore<number>(() => first);
  let wanted = first;
  let isAsked = false;
  return {
    at,
    wanted: () => wanted,
    go(index) {
      wanted = Math.max(0, Math.min(count - 1, Math.round(index)));
      if (isAsked) return;
      isAsked = true;
      requestAnimationFrame(() => {
        isAsked = false;
        at.setState(wanted, true);
      });
    },
  };
}
