import type { RecordedEvent } from './recorded-event.ts';
import type { ReplayedBundle } from './replay.ts';

/** The events of an opened bundle, with their type. */

/** An event that this version does not know: written by another one. */
export type UnknownEvent = { readonly kind: 'unknown'; readonly was: string };
export type ReplayedEvent = { readonly n: number; readonly at: string; readonly event: RecordedEvent | UnknownEvent };

/** @returns the events as main parsed them before it handed the bundle over */
export function eventsOf({ events }: Pick<ReplayedBundle, 'events'>): readonly ReplayedEvent[] {
  return events as readonly unknown[] as readonly ReplayedEvent[];
}
