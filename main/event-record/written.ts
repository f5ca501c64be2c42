import type { StateName, StateValue } from '../../preload/contract/contract.ts';
import { type OtherEvent, recordedEventSchema } from '../../preload/contract/recorded-event.ts';
import { type RequestEntries, requestEntriesSchema } from '../../preload/contract/release-request.ts';
import { typedMark } from '../../preload/contract/replayed-state.ts';
import { noEntries } from '../../preload/contract/request-rules.ts';
import { requestInputs } from '../../preload/contract/request-words.ts';
import { writtenStates } from './written-states.ts';

/** How something that happened becomes what is written of it: by what is declared safe, and by nothing else. */

/** @returns the event with its declared fields alone. @throws where it does not fit its schema (a bug) */
export function eventWritten(event: OtherEvent): object {
  return recordedEventSchema.parse(event);
}

/** @returns the event of a published state with what is written of it */
export function stateWritten<S extends StateName>(state: S, value: StateValue<S>): object {
  const written = valueWritten(value, writtenStates[state]);
  // The one state that holds a whole form of what a person typed.
  const filled = state === 'releaseRequest' ? { filled: filledEntries(requestEntriesSchema.parse(Reflect.get(value, 'entries'))) } : {};
  return recordedEventSchema.parse({ kind: 'state', state, value: Object.assign({}, written, filled) });
}

/** What a leaf, a list or an object of the declaration is at run time. */
type How = 'said' | 'typed' | { readonly [name: string]: How };

/** @returns undefined for what is not of the declared kind: it is left out */
function valueWritten(value: unknown, how: unknown): unknown {
  if (value === null || value === undefined) return value;
  if (how === 'typed') return typeof value === 'string' && value !== '' ? typedMark : '';
  if (how === 'said') return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : undefined;
  if (typeof value !== 'object' || !isDeclared(how)) return undefined;
  if (Array.isArray(value)) return 'each' in how ? value.map((one) => valueWritten(one, how.each)) : undefined;
  return Object.fromEntries(
    Object.entries(how).flatMap(([name, inner]) => {
      const field = Object.hasOwn(value, name) ? valueWritten(Reflect.get(value, name), inner) : undefined;
      return field === undefined ? [] : [[name, field]];
    }),
  );
}

function isDeclared(how: unknown): how is { readonly [name: string]: How } {
  return typeof how === 'object' && how !== null;
}

/** Whose value is not what an empty form has. */
function filledEntries(entries: RequestEntries): readonly string[] {
  return requestInputs.filter((name) => JSON.stringify(entries[name]) !== JSON.stringify(noEntries[name]));
}
