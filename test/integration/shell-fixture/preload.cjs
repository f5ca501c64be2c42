const { contextBridge, ipcRenderer } = require('electron');

globalThis.secretOfThePreload = 'only here';
contextBridge.exposeInMainWorld('fixture', {
  add: (a, b) => a + b,
  node: [typeof require('electron'), typeof globalThis.Buffer],
  invoke: (channel, ...args) => ipcRenderer.invoke(channel, ...args),
  subscribe(listener) {
    const forward = (_event, value) => listener(value);
    ipcRenderer.on('news', forward);
    return () => {
      ipcRenderer.removeListener('news', forward);
    };
  },
  requireNode: () => {
    require('node:fs');
  },
});
