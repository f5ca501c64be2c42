/**
 * What contextBridge does: values are copied between the two worlds of a page, functions and promises
 * are proxied. The worlds share nothing but the DOM, so they speak by events of an unguessable name;
 * Chromium clones an event's detail from one world into the other. It proves function, not security:
 * Electron's own bridge lies below the page's reach, this one does not.
 */

type Copied =
  | { readonly is: 'value'; readonly value: unknown }
  | { readonly is: 'list'; readonly items: readonly Copied[] }
  | { readonly is: 'record'; readonly entries: readonly (readonly [string, Copied])[] }
  | { readonly is: 'function' | 'promise'; readonly id: number };

type Message =
  | { readonly kind: 'expose'; readonly key: string; readonly api: Copied }
  | { readonly kind: 'call'; readonly id: number; readonly args: Copied }
  | { readonly kind: 'returned' | 'threw'; readonly value: Copied }
  | { readonly kind: 'settled'; readonly id: number; readonly ok: boolean; readonly value: Copied };

type Callable = (...args: readonly unknown[]) => unknown;
type Pending = { readonly resolve: (value: unknown) => void; readonly reject: (reason: unknown) => void };
type Side = 'page' | 'preload';

/**
 * Opens one side of the bridge in the world that it is called in.
 * @param token the events' name, made anew for every window
 * @param side which world this is
 * @returns how to put an API on the page's window
 */
export function openBridge(token: string, side: Side): { expose(key: string, api: unknown): void } {
  const functions = new Map<number, Callable>();
  const pending = new Map<number, Pending>();
  let lastId = 0;
  let returned: Extract<Message, { readonly value: Copied }> | null = null;
  const lastAnswer = () => returned;
  const other: Side = side === 'page' ? 'preload' : 'page';
  // Taken before the page's scripts run: they may replace what stands on their prototypes.
  const dispatch = document.dispatchEvent.bind(document);
  const send = (message: Message): void => void dispatch(new CustomEvent(`${token}-${other}`, { detail: message }));

  const proxyOf =
    (id: number): Callable =>
    (...args) => {
      returned = null;
      send({ kind: 'call', id, args: copy(args) });
      const answer = lastAnswer();
      if (answer === null) throw new Error('The other world of this page is gone.');
      if (answer.kind === 'threw') throw revive(answer.value);
      return revive(answer.value);
    };

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
      (value) => send({ kind: 'settled', id, ok: true, value: copy(value) }),
      (reason) => send({ kind: 'settled', id, ok: false, value: copy(reason) }),
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
        return proxyOf(copied.id);
      case 'promise':
        return new Promise((resolve, reject) => pending.set(copied.id, { resolve, reject }));
    }
  }

  function answerCall(id: number, args: Copied): void {
    try {
      const values = revive(args);
      send({ kind: 'returned', value: copy(functions.get(id)?.(...(Array.isArray(values) ? values : []))) });
    } catch (error) {
      send({ kind: 'threw', value: copy(error) });
    }
  }

  function settle(id: number, ok: boolean, value: Copied): void {
    const waiting = pending.get(id);
    pending.delete(id);
    if (ok) waiting?.resolve(revive(value));
    else waiting?.reject(revive(value));
  }

  function receive(message: Message): void {
    switch (message.kind) {
      case 'expose':
        exposeOnWindow(message.key, revive(message.api));
        break;
      case 'call':
        answerCall(message.id, message.args);
        break;
      case 'returned':
      case 'threw':
        returned = message;
        break;
      case 'settled':
        settle(message.id, message.ok, message.value);
        break;
    }
  }

  document.addEventListener(`${token}-${side}`, (event) => {
    if (event instanceof CustomEvent) receive(event.detail);
  });
  return { expose: (key, api) => send({ kind: 'expose', key, api: copy(api) }) };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && [Object.prototype, null].includes(Object.getPrototypeOf(value));
}

/** Electron: "The API is copied and frozen"; a key can be exposed once. */
function exposeOnWindow(key: string, api: unknown): void {
  Object.defineProperty(window, key, { value: freezeDeep(api), enumerable: true, writable: false, configurable: false });
}

function freezeDeep(value: unknown): unknown {
  if (typeof value === 'object' && value !== null && !(value instanceof Promise)) Object.values(value).forEach(freezeDeep);
  return Object.freeze(value);
}
