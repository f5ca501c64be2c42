import type { KaitsuApi, StateName, StateValue } from '../../preload/contract/contract.ts';
import { connect, createPublishedStore, type PublishedState, type PublishedStore } from './published-store.ts';

/** One store a published state. */
export type Stores = { readonly [S in StateName]: PublishedStore<S> };

export function createStores(): Stores {
  return {
    procedure: createPublishedStore<'procedure'>(),
    users: createPublishedStore<'users'>(),
    preferences: createPublishedStore<'preferences'>(),
    bank: createPublishedStore<'bank'>(),
    releaseRequest: createPublishedStore<'releaseRequest'>(),
    record: createPublishedStore<'record'>(),
    bundle: createPublishedStore<'bundle'>(),
    handOver: createPublishedStore<'handOver'>(),
    preflight: createPublishedStore<'preflight'>(),
    places: createPublishedStore<'places'>(),
    settings: createPublishedStore<'settings'>(),
    reminders: createPublishedStore<'reminders'>(),
    updates: createPublishedStore<'updates'>(),
    support: createPublishedStore<'support'>(),
  };
}

/** Connects every store with its state; returns what ends all subscriptions. */
export function connectStores(stores: Stores, api: KaitsuApi): () => void {
  const connectOne = <S extends StateName>(name: S) => connect(stores[name], api.states[name]);
  const ends = (Object.keys(stores) as StateName[]).map(connectOne);
  return () => {
    for (const end of ends) end();
  };
}

/** What the stores hold. */
export type Held = { readonly [S in StateName]: PublishedState<S> };
/** The value of every state. */
export type KnownStates = { readonly [S in StateName]: StateValue<S> };

/** @returns every state's value; failed: one of them could not be had; waiting: one has not come yet */
export function knownStates(held: Held): KnownStates | 'failed' | 'waiting' {
  const all = Object.entries(held);
  if (all.some(([, { failed }]) => failed)) return 'failed';
  if (all.some(([, { published }]) => published === null)) return 'waiting';
  // Each name keeps its own value.
  return Object.fromEntries(all.map(([name, { published }]) => [name, published?.value])) as KnownStates;
}
