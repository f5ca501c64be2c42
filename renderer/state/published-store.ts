import { createStore, type StoreApi } from 'zustand/vanilla';
import type { KaitsuApi, Published, StateName } from '../../preload/contract/contract.ts';

/** The last value that main published, and nothing derived from it. failed: it could not be fetched and none has come. */
export type PublishedState<S extends StateName> = { readonly published: Published<S> | null; readonly failed: boolean };
export type PublishedStore<S extends StateName> = StoreApi<PublishedState<S>>;

/** An empty store for one published state. */
export function createPublishedStore<S extends StateName>(): PublishedStore<S> {
  return createStore<PublishedState<S>>(() => ({ published: null, failed: false }));
}

/** Takes a published value over, unless one of the same or a later revision is already there. */
export function accept<S extends StateName>(store: PublishedStore<S>, published: Published<S>): void {
  const current = store.getState().published;
  if (current !== null && published.revision <= current.revision) return;
  store.setState({ published, failed: false });
}

/**
 * Subscribes first and fetches then, so that nothing published in between is lost.
 * @param store receives the values
 * @param source the state's two functions on window.kaitsu
 * @returns ends the subscription
 */
export function connect<S extends StateName>(store: PublishedStore<S>, source: KaitsuApi['states'][S]): () => void {
  const unsubscribe = source.subscribe((published) => accept(store, published));
  source.fetch().then(
    (published) => accept(store, published),
    () => store.setState({ failed: store.getState().published === null }),
  );
  return unsubscribe;
}
