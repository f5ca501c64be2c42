import { decode, encode } from '../wire.ts';
import { openBridge } from './bridge.ts';
import { EventEmitter } from './event-emitter.ts';
import { bindingName, receiverName, type ToMain, type ToPreload } from './messages.ts';

/** This bundle is run in both worlds of the page before the page's own scripts; each enters its own. */
export function enterPageWorld(token: string): void {
  openBridge(token, 'page');
}

type Preload = (require: (name: string) => unknown, module: { exports: unknown }, exports: unknown, process: unknown) => void;

/**
 * Gives the preload what Electron gives to a sandboxed one: contextBridge and ipcRenderer, no Node.
 * @param token name of the bridge's events
 * @param platform what process.platform says
 * @param preload the bundled preload, wrapped into a function as CommonJS does
 */
export function enterPreloadWorld(token: string, platform: string, preload: Preload): void {
  const bridge = openBridge(token, 'preload');
  const electron = refusing('electron (in the preload)', {
    ipcRenderer: refusing('ipcRenderer', createIpcRenderer()),
    contextBridge: refusing('contextBridge', { exposeInMainWorld: bridge.expose }),
  });
  const require = (name: string): unknown => {
    if (name === 'electron') return electron;
    throw new Error(`module not found: ${name}`);
  };
  const module = { exports: {} };
  preload(require, module, module.exports, refusing('process', { platform, type: 'renderer', sandboxed: true, contextIsolated: true }));
}

function createIpcRenderer(): object {
  const events = new EventEmitter();
  const waiting = new Map<number, { readonly resolve: (value: unknown) => void; readonly reject: (error: Error) => void }>();
  let lastId = 0;

  const take = (id: number) => {
    const found = waiting.get(id);
    waiting.delete(id);
    return found;
  };
  const receive = (message: ToPreload): void => {
    if (message.kind === 'published') events.emit(message.channel, ipcRenderer, message.args);
    else if (message.kind === 'answer') take(message.id)?.resolve(message.value);
    else take(message.id)?.reject(new Error(message.message));
  };
  Object.assign(globalThis, { [receiverName]: (text: string) => receive(decode(text) as ToPreload) });

  const ipcRenderer = {
    on: events.on,
    removeListener: events.removeListener,
    invoke: (channel: string, ...args: readonly unknown[]) =>
      new Promise((resolve, reject) => {
        const message: ToMain = { kind: 'invoke', id: ++lastId, channel, args };
        const text = encode(message);
        waiting.set(message.id, { resolve, reject });
        Reflect.get(globalThis, bindingName)(text);
      }),
  };
  return ipcRenderer;
}

function refusing<T extends object>(name: string, part: T): T {
  return new Proxy(part, {
    get(target, key) {
      if (typeof key === 'symbol' || key in target || key === '__esModule' || key === 'then') return Reflect.get(target, key);
      throw new Error(`The stand-in for Electron does not cover ${name}.${key}.`);
    },
  });
}
