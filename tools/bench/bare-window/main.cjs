/** Opens a window and does nothing else: what the shell itself takes is measured with it. */
const { app, BrowserWindow, protocol } = require('electron');

protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true } }]);
app.whenReady().then(() => {
  protocol.handle('app', () => new Response('<!doctype html><title>Bare</title>', { headers: { 'content-type': 'text/html' } }));
  const window = new BrowserWindow({ show: false });
  window.once('ready-to-show', () => window.show());
  window.loadURL('app://renderer/index.html');
});
app.on('window-all-closed', () => app.quit());
