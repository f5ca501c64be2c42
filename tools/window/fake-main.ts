import type { Published, StateName, StateValue } from '../../preload/contract/contract.ts';

/** What a request to the fake main was called with. */
export type FakeCall = { readonly name: string; readonly input: unknown };

/** Stands on window.fakeMain beside window.kaitsu, for the test to steer by. */
export type FakeMain = {
  readonly calls: FakeCall[];
  /** Answers by request name; what is not named is accepted. */
  readonly answers: Record<string, unknown>;
  /** Names of requests whose answer is held back until let go. */
  readonly held: Record<string, (() => void) | null>;
  readonly publish: <S extends StateName>(state: S, value: StateValue<S>) => void;
};

export type FakeSetUp = {
  readonly requests: Readonly<Record<string, readonly string[]>>;
  readonly states: { readonly [S in StateName]: StateValue<S> };
  readonly answers: Readonly<Record<string, unknown>>;
  /** No window.kaitsu at all, or one whose fetches fail, or never answer. */
  readonly broken: 'missing' | 'failing' | 'silent' | null;
};

/** Runs in the page before its own scripts: puts on window.kaitsu what the preload would. It must stand by itself. */
export function installFakeMain(setUp: FakeSetUp): void {
  if (setUp.broken === 'missing') return;
  const listeners: Record<string, ((published: Published<StateName>) => void)[]> = {};
  const current: Record<string, Published<StateName>> = {};
  const calls: FakeCall[] = [];
  const answers: Record<string, unknown> = { ...setUp.answers };
  const held: Record<string, (() => void) | null> = {};
  const call = (name: string) => async (input: unknown) => {
    calls.push({ name, input: structuredClone(input) });
    if (name in held)
      await new Promise<void>((letGo) => {
        held[name] = letGo;
      });
    return answers[name] ?? { ok: true };
  };
  const kaitsu: Record<string, unknown> = {};
  for (const [group, names] of Object.entries(setUp.requests)) kaitsu[group] = Object.fromEntries(names.map((name) => [name, call(`${group}.${name}`)]));
  const states: Record<string, unknown> = {};
  for (const [state, value] of Object.entries(setUp.states)) {
    current[state] = { revision: 1, value };
    states[state] = {
      fetch: async () => {
        if (setUp.broken === 'failing') throw new Error('The border is broken.');
        if (setUp.broken === 'silent') await new Promise<never>(() => {});
        return current[state];
      },
      subscribe: (listener: (published: Published<StateName>) => void) => {
        listeners[state] = [...(listeners[state] ?? []), listener];
        return () => {
          listeners[state] = (listeners[state] ?? []).filter((each) => each !== listener);
        };
      },
    };
  }
  const publish = (state: string, value: StateValue<StateName>) => {
    const published = { revision: (current[state]?.revision ?? 0) + 1, value };
    current[state] = published;
    for (const listener of listeners[state] ?? []) listener(published);
  };
  Object.assign(window, { kaitsu: { ...kaitsu, states }, fakeMain: { calls, answers, held, publish } });
}
