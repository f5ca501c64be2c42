import type { KaitsuApi } from '../../preload/contract/contract.ts';
import { connect, createPublishedStore } from './published-store.ts';

/** One store a published state. */
export function createStores() {
  return {
    procedure: createPublishedStore<'procedure'>(),
    users: createPublishedStore<'users'>(),
    preferences: createPublishedStore<'preferences'>(),
    bank: createPublishedStore<'bank'>(),
    releaseRequest: createPublishedStore<'releaseRequest'>(),
    record: createPublishedStore<'record'>(),
    preflight: createPublishedStore<'preflight'>(),
    places: createPublishedStore<'places'>(),
    settings: createPublishedStore<'settings'>(),
    reminders: createPublishedStore<'reminders'>(),
    updates: createPublishedStore<'updates'>(),
  } as const;
}
export type Stores = ReturnType<typeof createStores>;

/** Connects every store with its state; returns what ends all subscriptions. */
export function connectStores(stores: Stores, api: KaitsuApi): () => void {
  const ends = [
    connect(stores.procedure, api.states.procedure),
    connect(stores.users, api.states.users),
    connect(stores.preferences, api.states.preferences),
    connect(stores.bank, api.states.bank),
    connect(stores.releaseRequest, api.states.releaseRequest),
    connect(stores.record, api.states.record),
    connect(stores.preflight, api.states.preflight),
    connect(stores.places, api.states.places),
    connect(stores.settings, api.states.settings),
    connect(stores.reminders, api.states.reminders),
    connect(stores.updates, api.states.updates),
  ];
  return () => {
    for (const end of ends) end();
  };
}
