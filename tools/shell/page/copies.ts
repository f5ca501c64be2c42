/** A value on its way from one world of the page into the other; functions and promises stay where they are and go by their number. */
export type Copied =
  | { readonly is: 'value'; readonly value: unknown }
  | { readonly is: 'list'; readonly items: readonly Copied[] }
  | { readonly is: 'record'; readonly entries: readonly (readonly [string, Copied])[] }
  | { readonly is: 'function' | 'promise'; readonly id: number };

type Callable = (...args: readonly unknown[]) => unknown;
type Waiting = { readonly resolve: (value: unknown) => void; readonly reject: (reason: unknown) => void };

/** How a proxy reaches the world that has the thing itself. */
export type OtherWorld = {
  /** Calls a function of the other world. @returns what it returned; throws what it threw */
  call(id: number, args: Copied): Copied;
  /** Tells the other world how a promise of this one ended. */
  settled(id: number, ok: boolean, value: Copied): void;
};

/** What one world gives to the other and has of it. */
export type Copies = {
  /** @throws for what the structured clone refuses */
  copy(value: unknown): Copied;
  revive(copied: Copied): unknown;
  /** Calls a function of this world for the other. @returns what it returned; throws what it threw */
  callOwn(id: number, args: Copied): Copied;
  /** Ends the proxy of a promise of the other world. */
  settle(id: number, ok: boolean, value: Copied): void;
};

/** @param other the world on the other side of the bridge */
export function createCopies(other: OtherWorld): Copies {
  const functions = new Map<number, Callable>();
  const pending = new Map<number, Waiting>();
  let lastId = 0;

  return { copy, revive, callOwn, settle };

  function copy(value: unknown): Copied {
    if (typeof value === 'function') {
      const called = value;
      functions.set(++lastId, (...args) => called(...args));
      return { is: 'function', id: lastId };
    }
    if (value instanceof Promise) return copyPromise(value);
    if (Array.isArray(value)) return { is: 'list', items: value.map(copy) };
    if (isRecord(value)) return { is: 'record', entries: Object.entries(value).map(([key, item]) => [key, copy(item)] as const) };
    if (typeof value === 'symbol') throw new Error('An object could not be cloned.');
    return { is: 'value', value };
  }

  function copyPromise(promise: Promise<unknown>): Copied {
    const id = ++lastId;
    promise.then(
      (value) => other.settled(id, true, copy(value)),
      (reason) => other.settled(id, false, copy(reason)),
    );
    return { is: 'promise', id };
  }

  function revive(copied: Copied): unknown {
    switch (copied.is) {
      case 'value':
        return copied.value;
      case 'list':
        return copied.items.map(revive);
      case 'record':
        return Object.fromEntries(copied.entries.map(([key, item]) => [key, revive(item)]));
      case 'function':
        return (...args: readonly unknown[]) => revive(other.call(copied.id, copy(args)));
      case 'promise':
        return new Promise((resolve, reject) => pending.set(copied.id, { resolve, reject }));
    }
  }

  function callOwn(id: number, args: Copied): Copied {
    const values = revive(args);
    return copy(functions.get(id)?.(...(Array.isArray(values) ? values : [])));
  }

  function settle(id: number, ok: boolean, value: Copied): void {
    const waiting = pending.get(id);
    pending.delete(id);
    if (ok) waiting?.resolve(revive(value));
    else waiting?.reject(revive(value));
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && [Object.prototype, null].includes(Object.getPrototypeOf(value));
}
