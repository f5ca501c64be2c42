import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { app, type BrowserWindow, nativeTheme, powerMonitor, protocol, session, utilityProcess, type WebContents } from 'electron';
import type { Preferences } from '../preload/contract/preferences.ts';
import { loadBankProfile } from './bank/load-profile.ts';
import { runTool } from './certificate/stores/run.ts';
import { windowRequests } from './ipc/window-requests.ts';
import { loadKeytar } from './keychain/load-keytar.ts';
import { composeLobby } from './lobby.ts';
import { atPlace } from './places/at-place.ts';
import { type FoundPlace, findPlace } from './places/find-place.ts';
import { practicePlace } from './places/place.ts';
import type { PlacesParts, ReceivedFile } from './places/places.ts';
import { prescribedWays } from './policy/followed.ts';
import { readMachinePolicy } from './policy/machine-policy.ts';
import type { Policy } from './policy/read-policy.ts';
import { composeProgram } from './program.ts';
import type { Program } from './program-host.ts';
import { createLog, type ProgramLog } from './support/log.ts';
import type { Log } from './support/ports.ts';
import { systemClock as clock } from './support/system-clock.ts';
import { takeFolder } from './window/alone-on-folder.ts';
import { declareScheme, origin, servePage } from './window/app-protocol.ts';
import { askBeforeClosing, type Leaving, watchLeaving } from './window/closing.ts';
import { createDocumentOutput } from './window/document-output.ts';
import { documentsFolder } from './window/documents-folder.ts';
import { type Ending, endInOrder } from './window/ending.ts';
import { hardenContents, hardenSession } from './window/hardening.ts';
import { installationOf } from './window/installation.ts';
import { openMainWindow } from './window/main-window.ts';
import { setMenu } from './window/menu.ts';
import { notifyOfEnd } from './window/notify.ts';
import { askForBankFile, readBankFileAt } from './window/open-bank-file.ts';
import { openWebsite } from './window/open-website.ts';
import { type FromOutside, listenToOutside } from './window/opened-from-outside.ts';
import { recoverPage } from './window/page-recovery.ts';
import { refusedSwitches } from './window/refused-switches.ts';
import { restart } from './window/restart.ts';
import { askAboutCommand, askAboutEntry, askAboutPage, showNotTold, showReceivedFile, showRefusedSwitches, showStartFailure } from './window/start-failure.ts';

/** Start-up, readable as a table of contents. The services are composed in program.ts; what they need of Electron is handed in here. */

const thisMachine = {
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
let ending: Ending | null = null;
/** Opens the window where there is none; null before there was one. */
let openAgain: (() => void) | null = null;

const lookedInto = app.isPackaged ? refusedSwitches(app.commandLine) : [];
/** With this switch Chromium's processes run without a sandbox already: enabling it then makes windows white or ends them. */
const sandboxed = !app.commandLine.hasSwitch('no-sandbox');

if (lookedInto.length > 0) refuse(lookedInto);
else begin();

/** Ends before anything is opened. */
function refuse(switches: readonly string[]): void {
  void app.whenReady().then(() => {
    showRefusedSwitches(switches);
    app.exit(1);
  });
}

function begin(): void {
  // Windows shows notifications only of the name that the installer's shortcut has (electron-builder.yml).
  if (process.platform === 'win32') app.setAppUserModelId('jp.kaitsu.desktop');
  declareScheme(protocol);
  if (sandboxed) app.enableSandbox();
  let log: ProgramLog | null = null;
  const fail = (error: unknown): void => {
    // Without a folder of its own there is no log either.
    showStartFailure(log?.error('start-failed', { error }) ?? 'userData');
    app.exit(1);
  };
  try {
    if (!app.requestSingleInstanceLock()) {
      app.quit();
      return;
    }
    const folder = app.getPath('userData');
    log = createLog({ folder, clock, random: Math.random });
    const outside = waitForProgram();
    listenToOutside(app, { platform: process.platform, argv: process.argv, isPackaged: app.isPackaged, log }, outside.receive);
    start(folder, log, outside.opened).catch(fail);
  } catch (error) {
    void app.whenReady().then(() => fail(error));
  }
}

async function start(folder: string, log: ProgramLog, opened: (program: Program) => void): Promise<void> {
  process.on('uncaughtException', (error) => log.error('uncaught-exception', { error }));
  process.on('unhandledRejection', (error) => log.error('unhandled-rejection', { error }));
  if (!sandboxed) log.warn('security.no-sandbox');
  hardenContents(app, log);
  await app.whenReady();
  if (!(await takeFolder(folder, { clock, log, ask: askAboutCommand }))) {
    app.exit(0);
    return;
  }
  hardenSession(session.defaultSession, log);
  servePage(protocol, join(__dirname, '..', 'renderer'));
  setMenu(process.platform, null);
  const program = await bindContract(folder, log);
  setMenu(process.platform, program);
  const leaving = watchLeaving(app, powerMonitor);
  const logOff = createLastLogOff(program, leaving);
  // Before the program ends, nobody is logged on, what was typed last is on the disk and the embedded bank has closed its database.
  const finish = () => logOff.logOff().finally(() => program.end());
  ending = endInOrder(app, { finish, tell: logOff.tell }, () => restart(process.env.APPIMAGE), clock);
  keepOneWindow({ ending, program, leaving, log, logOff });
  opened(program);
  // The embedded bank starts while the person reads the first screen.
  void program.locate();
}

/** What comes from outside before the program is there waits for it. */
function waitForProgram(): { receive(what: FromOutside): void; opened(program: Program): void } {
  let opened: (program: Program) => void = () => undefined;
  const program = new Promise<Program>((resolve) => {
    opened = resolve;
  });
  return { opened, receive: (what) => void program.then((there) => takeFromOutside(there, what)) };
}

/** A bank file goes to the list of places. A screen code brings the window to the front, and no more: it is support's. */
async function takeFromOutside(program: Program, what: FromOutside): Promise<void> {
  showWindow();
  if (what.kind !== 'bank-file') return;
  const file = await readBankFileAt(what.path);
  const received: ReceivedFile = file.ok ? await program.receiveFile(file.value) : { kind: 'refused', code: file.problem.code };
  if (received.kind === 'shown') return;
  const isPrescribed = received.kind === 'refused' && received.code === 'prescribed-by-policy';
  await showReceivedFile(program.language(), isPrescribed ? 'prescribed' : received.kind);
}

/** Composes the program for the place that is to be opened, and binds it to the contract. */
async function bindContract(folder: string, log: ProgramLog): Promise<Program> {
  const policy = await readMachinePolicy(thisMachine);
  const { logRetentionDays } = policy.prescribed;
  if (logRetentionDays?.value != null) log.forgetOlderThan(logRetentionDays.value);
  const practiceWanted = app.commandLine.hasSwitch('practice');
  const place = await findPlace({ folder, policy, platform: process.platform, practiceWanted, now: clock.now, log });
  const program = await composeAt(place, policy, folder, log);
  program.answer({ requests: windowRequests, window: contents, origin });
  return program;
}

async function composeAt({ opening, openPlaces }: FoundPlace, policy: Policy, folder: string, log: Log): Promise<Program> {
  const host = {
    folder,
    policy,
    ...thisMachine,
    ...desktop(log),
    contents,
    clock,
    log,
    ...prescribedWays(policy, { resolveProxy, environment: thisMachine.environment }),
    resources: app.isPackaged ? process.resourcesPath : null,
    installation: app.isPackaged ? installationOf(thisMachine, process.execPath) : null,
    openPlaces: (entryUnderWay: () => boolean, publish: PlacesParts['publish']) =>
      openPlaces({ entryUnderWay, publish, restart: startAgain, askForFile: () => askForBankFile(openWindow()) }),
  };
  switch (opening.kind) {
    case 'list':
      return composeLobby(host);
    case 'practice': {
      const profile = await loadBankProfile(null, log);
      if (!profile.ok) throw new Error('The bank profile that comes with the program is broken');
      return composeProgram({ ...host, ...atPlace(folder, practicePlace, profile.value) });
    }
    case 'contract':
      return composeProgram({ ...host, ...atPlace(folder, opening.id, opening.profile) });
    default:
      return opening satisfies never;
  }
}

const resolveProxy = (url: string) => session.defaultSession.resolveProxy(url);

/** To get from one place to another, the program ends in good order and starts there. */
function startAgain(): void {
  ending?.startAgain();
  app.quit();
}

/** What only Electron knows. */
function desktop(log: Log) {
  return {
    locale: app.getLocale(),
    documents: () => documentsFolder(app, thisMachine.home, log),
    fork: (args: readonly string[]) => utilityProcess.fork(join(__dirname, 'bank.cjs'), [...args], { serviceName: 'Kaitsu practice bank' }),
    documentOutput: createDocumentOutput(openWindow, clock, log),
    openWebsite: (address: string) => openWebsite(address, log),
    notify: (daysLeft: number | null, language: Preferences['language']) => notifyOfEnd(language, daysLeft, showWindow, log),
    version: app.getVersion(),
    endProgram: () => app.quit(),
    setTheme: (theme: Preferences['theme']) => {
      nativeTheme.themeSource = theme;
    },
  };
}

type LastLogOff = { logOff(): Promise<void> /** Says, after it, that the bank could not be told. */; tell(): Promise<void> };

/** Logging off when the window is gone. */
function createLastLogOff(program: Program, leaving: Leaving): LastLogOff {
  let told = true;
  return {
    async logOff() {
      told = await program.logOff();
    },
    async tell() {
      if (told || leaving.shuttingDown()) return;
      told = true;
      await showNotTold(program.language());
    },
  };
}

type WindowParts = { readonly ending: Ending; readonly program: Program; readonly leaving: Leaving; readonly log: Log; readonly logOff: LastLogOff };

/** One window for as long as the program runs; a second start brings it to the front, or waits for the end of this one. */
function keepOneWindow({ ending, program, leaving, log, logOff }: WindowParts): void {
  const parts = {
    preload: join(__dirname, '..', 'preload', 'index.cjs'),
    title: app.name,
    clock,
    log,
    ask: (reference: string) => askAboutPage(program.language(), reference),
    end: () => app.quit(),
  };
  const open = (): void => {
    if (ending.leaving()) {
      ending.startAgain();
      return;
    }
    const opened = openMainWindow(parts);
    window = opened;
    recoverPage(opened.webContents, clock, log);
    opened.webContents.on('did-finish-load', program.noteNoEntry);
    leaving.listenTo(opened);
    askBeforeClosing(opened, { app, leaving, entryUnderWay: program.entryUnderWay, ask: () => askAboutEntry(opened, program.language()) });
    opened.on('closed', () => {
      window = null;
      // On macOS the program goes on without a window.
      if (process.platform === 'darwin' && !leaving.quitting()) void logOff.logOff().then(logOff.tell);
    });
  };
  openAgain = open;
  app.on('second-instance', showWindow);
  app.on('activate', () => {
    if (window === null) open();
  });
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  open();
}

/** Brings the window to the front. On macOS the program goes on without one: then it is opened. */
function showWindow(): void {
  if (window === null) {
    openAgain?.();
    return;
  }
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}

/** The one window's contents, null while there is none. */
function contents(): WebContents | null {
  return openWindow()?.webContents ?? null;
}

/** The one window, null while there is none. */
function openWindow(): BrowserWindow | null {
  return window === null || window.isDestroyed() ? null : window;
}
