import { type Copied, createCopies } from './copies.ts';

/**
 * What contextBridge does: values are copied between the two worlds of a page, functions and promises
 * are proxied. The worlds share nothing but the DOM, so they speak by events of an unguessable name;
 * Chromium clones an event's detail from one world into the other. It proves function, not security:
 * Electron's own bridge lies below the page's reach, this one does not.
 */

type Message =
  | { readonly kind: 'expose'; readonly key: string; readonly api: Copied }
  | { readonly kind: 'call'; readonly id: number; readonly args: Copied }
  | { readonly kind: 'returned' | 'threw'; readonly value: Copied }
  | { readonly kind: 'settled'; readonly id: number; readonly ok: boolean; readonly value: Copied };

type Side = 'page' | 'preload';

/**
 * Opens one side of the bridge in the world that it is called in.
 * @param token the events' name, made for every window
 * @param side which world this is
 * @returns how to put an API on the page's window
 */
export function openBridge(token: string, side: Side): { expose(key: string, api: unknown): void } {
  let returned: Extract<Message, { readonly value: Copied }> | null = null;
  const lastAnswer = () => returned;
  const other: Side = side === 'page' ? 'preload' : 'page';
  // Taken before the page's scripts run: they may replace what stands on their prototypes.
  const dispatch = document.dispatchEvent.bind(document);
  const send = (message: Message): void => void dispatch(new CustomEvent(`${token}-${other}`, { detail: message }));

  const copies = createCopies({
    call(id, args) {
      returned = null;
      send({ kind: 'call', id, args });
      const answer = lastAnswer();
      if (answer === null) throw new Error('The other world of this page is gone.');
      if (answer.kind === 'threw') throw copies.revive(answer.value);
      return answer.value;
    },
    settled: (id, ok, value) => send({ kind: 'settled', id, ok, value }),
  });

  function answerCall(id: number, args: Copied): void {
    try {
      send({ kind: 'returned', value: copies.callOwn(id, args) });
    } catch (error) {
      send({ kind: 'threw', value: copies.copy(error) });
    }
  }

  function receive(message: Message): void {
    switch (message.kind) {
      case 'expose':
        exposeOnWindow(message.key, copies.revive(message.api));
        break;
      case 'call':
        answerCall(message.id, message.args);
        break;
      case 'returned':
      case 'threw':
        returned = message;
        break;
      case 'settled':
        copies.settle(message.id, message.ok, message.value);
        break;
    }
  }

  document.addEventListener(`${token}-${side}`, (event) => {
    if (event instanceof CustomEvent) receive(event.detail);
  });
  return { expose: (key, api) => send({ kind: 'expose', key, api: copies.copy(api) }) };
}

/** Electron: "The API is copied and frozen"; a key can be exposed once. */
function exposeOnWindow(key: string, api: unknown): void {
  Object.defineProperty(window, key, { value: freezeDeep(api), enumerable: true, writable: false, configurable: false });
}

function freezeDeep(value: unknown): unknown {
  if (typeof value === 'object' && value !== null && !(value instanceof Promise)) Object.values(value).forEach(freezeDeep);
  return Object.freeze(value);
}
