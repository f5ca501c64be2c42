import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { app, type BrowserWindow, nativeTheme, protocol, session, utilityProcess, type WebContents } from 'electron';
import type { Preferences } from '../preload/contract/preferences.ts';
import { loadBankProfile } from './bank/load-profile.ts';
import { runTool } from './certificate/stores/run.ts';
import { registerContract } from './ipc/register.ts';
import { loadKeytar } from './keychain/load-keytar.ts';
import { composeProgram, type Program } from './program.ts';
import { createLog } from './support/log.ts';
import type { Log } from './support/ports.ts';
import { systemClock as clock } from './support/system-clock.ts';
import { declareScheme, origin, servePage } from './window/app-protocol.ts';
import { createDocumentOutput } from './window/document-output.ts';
import { hardenContents, hardenSession } from './window/hardening.ts';
import { openMainWindow } from './window/main-window.ts';
import { setMenu } from './window/menu.ts';
import { recoverPage } from './window/page-recovery.ts';
import { showStartFailure } from './window/start-failure.ts';

/** Start-up, readable as a table of contents. The services are composed in program.ts; what they need of Electron is handed in here. */

const folder = app.getPath('userData');
const thisMachine = {
  folder,
  platform: process.platform,
  home: homedir(),
  dataHome: process.env.XDG_DATA_HOME,
  temporary: tmpdir(),
  userId: process.getuid?.() ?? null,
  environment: process.env,
  loadKeytar,
  run: runTool,
};
let window: BrowserWindow | null = null;

declareScheme(protocol);
app.enableSandbox();
if (app.requestSingleInstanceLock()) begin();
else app.quit();

function begin(): void {
  const log = createLog({ dir: join(folder, 'logs'), clock, random: Math.random });
  process.on('uncaughtException', (error) => log.error('uncaught-exception', { error }));
  process.on('unhandledRejection', (error) => log.error('unhandled-rejection', { error }));
  start(log).catch((error: unknown) => {
    showStartFailure(app.getLocale(), log.error('start-failed', { error }));
    app.exit(1);
  });
}

async function start(log: Log): Promise<void> {
  hardenContents(app, log);
  await app.whenReady();
  hardenSession(session.defaultSession, log);
  servePage(protocol, join(__dirname, '..', 'renderer'));
  setMenu(process.platform);
  const program = await bindContract(log);
  keepOneWindow(log);
  // The embedded bank starts while the person reads the first screen.
  void program.bank.locate();
  endInOrder(program);
}

/**
 * Before the program ends, what was typed last is on the disk and the embedded bank has closed its database; what
 * does not follow is left to the system.
 */
function endInOrder({ bank, settled }: Program): void {
  let ended = false;
  app.on('will-quit', (event) => {
    if (ended) return;
    event.preventDefault();
    const patience = new Promise<void>((resolve) => void clock.after(4_000, resolve));
    void Promise.race([Promise.all([bank.stop(), settled()]), patience]).finally(() => {
      ended = true;
      app.quit();
    });
  });
}

/** Composes the program, and binds it to the contract. */
async function bindContract(log: Log): Promise<Program> {
  const profile = await loadBankProfile(null, log);
  if (!profile.ok) throw new Error('The bank profile that comes with the program is broken');
  const program = await composeProgram({ profile: profile.value, ...thisMachine, ...desktop(), contents, clock, log });
  const { handlers, states, faults } = program;
  registerContract({ handlers, states, faults, window: contents, origin, log });
  return program;
}

/** What only Electron knows. */
function desktop() {
  return {
    locale: app.getLocale(),
    documents: app.getPath('documents'),
    fork: (args: readonly string[]) => utilityProcess.fork(join(__dirname, 'bank.cjs'), [...args], { serviceName: 'Kaitsu practice bank' }),
    resolveProxy: (url: string) => session.defaultSession.resolveProxy(url),
    documentOutput: createDocumentOutput(openWindow),
    setTheme: (theme: Preferences['theme']) => {
      nativeTheme.themeSource = theme;
    },
  };
}

/** One window for as long as the program runs; a second start brings it to the front. */
function keepOneWindow(log: Log): void {
  const open = (): void => {
    window = openMainWindow(join(__dirname, '..', 'preload', 'index.cjs'), app.name);
    recoverPage(window.webContents, clock, log);
    window.on('closed', () => {
      window = null;
    });
  };
  app.on('second-instance', () => {
    if (window === null) return open();
    if (window.isMinimized()) window.restore();
    window.show();
    window.focus();
  });
  app.on('activate', () => {
    if (window === null) open();
  });
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  open();
}

/** The one window's contents, null while there is none. */
function contents(): WebContents | null {
  return openWindow()?.webContents ?? null;
}

/** The one window, null while there is none. */
function openWindow(): BrowserWindow | null {
  return window === null || window.isDestroyed() ? null : window;
}
