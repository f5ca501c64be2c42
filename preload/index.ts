import { contextBridge, ipcRenderer } from 'electron';
import { contract, fetchChannel, publishChannel, requestChannel } from './contract/contract.ts';

const requests = Object.fromEntries(
  Object.entries(contract.requests).map(([group, names]) => [
    group,
    Object.fromEntries(Object.keys(names).map((name) => [name, (input?: unknown) => ipcRenderer.invoke(requestChannel(group, name), input)])),
  ]),
);

/** Hands on the value alone: the event object never reaches the page. */
function subscribe(state: string, listener: (published: unknown) => void): () => void {
  const forward = (_event: unknown, published: unknown): void => listener(published);
  ipcRenderer.on(publishChannel(state), forward);
  return () => void ipcRenderer.removeListener(publishChannel(state), forward);
}

const states = Object.fromEntries(
  Object.keys(contract.states).map((state) => [
    state,
    { fetch: () => ipcRenderer.invoke(fetchChannel(state)), subscribe: (listener: (published: unknown) => void) => subscribe(state, listener) },
  ]),
);

contextBridge.exposeInMainWorld('kaitsu', { ...requests, states });
