import type { StateValue } from './contract.ts';
import type { RecordedReleaseRequest, RecordedState } from './recorded-state.ts';
import { noEntries } from './request-rules.ts';

/** From what the event record holds of a state to what the window draws. No schema is made here. */

/** Stands where a person had typed something. */
export const typedMark = '●●●';

/** A day for the entry that was filled in, of which the record knows no more. */
const someDay = '2000-01-01';

/** @returns the published state again, of which the window draws what it drew then: with the mark where something was typed */
export function publishedFrom<S extends RecordedState['state']>(recorded: RecordedState & { readonly state: S }): StateValue<S> {
  // Only the release request is recorded in another shape than it is published.
  return (recorded.state === 'releaseRequest' ? requestFrom(recorded.value as RecordedReleaseRequest) : recorded.value) as StateValue<S>;
}

function requestFrom({ filled, ...rest }: RecordedReleaseRequest): StateValue<'releaseRequest'> {
  const isFilled = new Set<string>(filled);
  const marked = Object.fromEntries(
    Object.entries(noEntries).map(([name, empty]) => [name, typeof empty === 'string' && name !== 'accountKind' && isFilled.has(name) ? typedMark : empty]),
  );
  return { ...rest, entries: { ...noEntries, ...marked, ...(isFilled.has('date') ? { date: someDay } : {}) } };
}
