import type { WebContents } from 'electron';
import { contract, type Published, publishChannel, type StateName, type StateValue } from '../../preload/contract/contract.ts';

/** The states that the window draws: whole values, each with a revision that only grows. */
export type PublishedStates = {
  /** Replaces a state's value and tells the window, if there is one. */
  publish<S extends StateName>(state: S, value: StateValue<S>): void;
  read(state: StateName): Published<StateName>;
};

/** Told of every value that is published, the first ones included. */
export type NoteState = <S extends StateName>(state: S, value: StateValue<S>) => void;

/**
 * @param initial the first value of every state
 * @param window the one window's contents; null while there is none
 * @param noteState records what is published; nobody unless said
 */
export function createPublishedStates(
  initial: { readonly [S in StateName]: StateValue<S> },
  window: () => WebContents | null,
  noteState: NoteState = () => undefined,
): PublishedStates {
  const current = new Map<StateName, Published<StateName>>();
  const set = (state: StateName, value: unknown, revision: number): Published<StateName> => {
    // Parsed, so that nothing leaves that the contract does not name: a secret put into a state by mistake stays here.
    const published = { revision, value: contract.states[state].parse(value) };
    current.set(state, published);
    noteState(state, published.value);
    return published;
  };
  for (const state of Object.keys(contract.states) as StateName[]) set(state, initial[state], 1);

  const read = (state: StateName): Published<StateName> => current.get(state) ?? set(state, initial[state], 1);
  return {
    read,
    publish(state, value) {
      const published = set(state, value, read(state).revision + 1);
      const contents = window();
      if (contents !== null && !contents.isDestroyed()) contents.send(publishChannel(state), published);
    },
  };
}
