/** A small program for the stand-in's own tests: it uses Electron as the real one does, and tells what it saw. */
const { app, BrowserWindow, dialog, ipcMain, nativeTheme, protocol, session, shell, utilityProcess } = require('electron');
const { join } = require('node:path');

const seen = [];
const page = `<!doctype html><html lang="en"><title>Fixture</title><style>body { color: black } @media (prefers-color-scheme: dark) { body { color: white } }</style>
<h1>Fixture</h1><a href="https://elsewhere.example/" id="away">away</a><a href="https://elsewhere.example/new" target="_blank" id="new">new</a><script src="page.js"></script>`;
const files = { '/index.html': ['text/html', page], '/page.js': ['text/javascript', 'window.ran = typeof window.fixture.add;'] };

protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true } }]);
app.enableSandbox();
if (!app.requestSingleInstanceLock()) {
  console.log('second instance leaves');
  app.exit(3);
} else {
  app.on('second-instance', () => seen.push('second-instance'));
  app.whenReady().then(start);
}

function start() {
  session.defaultSession.setPermissionCheckHandler(() => false);
  session.defaultSession.setPermissionRequestHandler((_contents, permission, answer) => {
    seen.push(`permission ${permission}`);
    answer(false);
  });
  session.defaultSession.webRequest.onBeforeRequest((details, answer) => {
    const cancel = !details.url.startsWith('app://');
    if (cancel) seen.push(`request ${details.url}`);
    answer({ cancel });
  });
  protocol.handle('app', (request) => {
    const file = files[new URL(request.url).pathname];
    if (file === undefined) return new Response(null, { status: 404 });
    return new Response(file[1], {
      headers: { 'content-type': file[0], 'content-security-policy': "default-src 'self'; style-src 'unsafe-inline'; require-trusted-types-for 'script'" },
    });
  });
  ipcMain.handle('add', (_event, a, b) => a + b);
  ipcMain.handle('echo', (_event, value) => value);
  ipcMain.handle('fail', () => {
    throw new TypeError('told so');
  });
  ipcMain.handle('who', (event) => ({ url: event.senderFrame.url, top: event.senderFrame.parent === null, same: event.sender.id === window.webContents.id }));
  ipcMain.handle('seen', () => seen);
  ipcMain.handle('theme', (_event, theme) => {
    nativeTheme.themeSource = theme;
  });
  ipcMain.handle('uncovered', (_event, name) => attempt(name));
  ipcMain.handle('open', () => shell.openExternal('https://help.example/'));
  ipcMain.handle('publish', (event, value) => event.sender.send('news', value));
  ipcMain.handle('utility', (_event, value) => askUtility(value));
  ipcMain.handle('pdf', async (_event, options) => (await window.webContents.printToPDF(options)).toString('latin1'));
  ipcMain.handle('print', () => new Promise((resolve) => window.webContents.print({}, (success, reason) => resolve([success, reason]))));
  ipcMain.handle('save', () => dialog.showSaveDialog(window, { defaultPath: '/proposed/name.txt' }));
  ipcMain.handle('proxy', (_event, url) => session.defaultSession.resolveProxy(url));
  ipcMain.handle('about', () => ({ version: app.getVersion(), name: app.name, userData: app.getPath('userData') }));

  const window = new BrowserWindow({ show: false, width: 900, height: 640, webPreferences: { preload: join(__dirname, 'preload.cjs') } });
  window.webContents.on('will-navigate', (event) => {
    seen.push(`navigate ${event.url}`);
    event.preventDefault();
  });
  window.webContents.setWindowOpenHandler(({ url }) => {
    seen.push(`window ${url}`);
    return { action: 'deny' };
  });
  window.once('ready-to-show', () => window.show());
  window.on('closed', () => console.log('closed'));
  app.on('window-all-closed', () => app.quit());
  app.on('will-quit', () => console.log('will quit'));
  window.loadURL('app://renderer/index.html');
}

function askUtility(value) {
  const child = utilityProcess.fork(join(__dirname, 'utility.cjs'), ['an-argument'], { serviceName: 'fixture' });
  return new Promise((resolve) => {
    child.once('message', (message) => resolve(message));
    child.postMessage(value);
  });
}

function attempt(name) {
  try {
    if (name === 'tray') new (require('electron').Tray)();
    if (name === 'app') app.getFileIcon('x');
    if (name === 'event') app.on('gpu-info-update', () => undefined);
    if (name === 'option') new BrowserWindow({ kiosk: true });
    if (name === 'preference') new BrowserWindow({ webPreferences: { nodeIntegration: true } });
    return 'allowed';
  } catch (error) {
    return error.message;
  }
}
