import type { RecordedEvent } from './recorded-event.ts';
import type { ReplayedBundle } from './replay.ts';

/** The events of an opened bundle, with their type. */

/** An event that this version does not know: written by another one. */
export type UnknownEvent = { readonly kind: 'unknown'; readonly was: string };
/** n: its number in the record. at: by the clock of the customer's PC, ISO 8601. */
export type ReplayedEvent = { readonly n: number; readonly at: string; readonly event: RecordedEvent | UnknownEvent };

/** A bundle whose events are unpacked. */
export type UnpackedBundle = Omit<ReplayedBundle, 'events'> & { readonly events: readonly ReplayedEvent[] };
