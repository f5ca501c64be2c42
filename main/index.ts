import { homedir, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { app, type BrowserWindow, nativeTheme, powerMonitor, protocol, session, utilityProcess, type WebContents } from 'electron';
import type { Preferences } from '../preload/contract/preferences.ts';
import { waitForProgram } from './from-outside.ts';
import { windowRequests } from './ipc/window-requests.ts';
import type { UsualHost } from './open-usual.ts';
import type { Program, SupportAsked } from './program-host.ts';
import { createLog, type ProgramLog } from './support/log.ts';
import type { Log } from './support/ports.ts';
import { systemClock as clock } from './support/system-clock.ts';
import type { SupportHost } from './support-mode.ts';
import { takeFolder } from './window/alone-on-folder.ts';
import { declareScheme, origin, servePage } from './window/app-protocol.ts';
import { askBeforeClosing, type Leaving, watchLeaving } from './window/closing.ts';
import { createDocumentOutput } from './window/document-output.ts';
import { documentsFolder } from './window/documents-folder.ts';
import { type Ending, endInOrder } from './window/ending.ts';
import { hardenContents, hardenSession } from './window/hardening.ts';
import { installationOf } from './window/installation.ts';
import { createLastLogOff, type LastLogOff } from './window/last-log-off.ts';
import { openMainWindow } from './window/main-window.ts';
import { setMenu } from './window/menu.ts';
import { notifyOfEnd } from './window/notify.ts';
import { askForBankFile } from './window/open-bank-file.ts';
import { askForBundle } from './window/open-bundle.ts';
import { openWebsite } from './window/open-website.ts';
import { listenToOutside, readArguments } from './window/opened-from-outside.ts';
import { recoverPage } from './window/page-recovery.ts';
import { refusedSwitches } from './window/refused-switches.ts';
import { restart } from './window/restart.ts';
import { beginAtScenario, type ScenarioStart, withScenario } from './window/scenario-start.ts';
import { askAboutCommand, askAboutEntry, askAboutPage, showRefusedSwitches, showStartFailure, showSupportForbidden } from './window/start-failure.ts';
import { startTexts } from './window/start-texts.ts';
import { isSupportOpen, makeSupportFolder, pageOf, readSupportStart, supportFolderIn, wordsForSupport } from './window/support-start.ts';
import { type Area, pictureOf } from './window/window-picture.ts';

/** Start-up, readable as a table of contents. The services are composed in program.ts; what they need of Electron is handed in here. */

const thisMachine = {
  platform: process.platform,
  home: homedir(),
  dataHome: process.env.XDG_DATA_HOME,
  temporary: tmpdir(),
  userId: process.getuid?.() ?? null,
  environment: process.env,
};
/** Whether this is the support mode, and with which code; null: the program as it usually is. */
let support = readSupportStart(process.argv);
let window: BrowserWindow | null = null;
let ending: Ending | null = null;
/** Whether something is typed that was not sent yet. */
let entryUnderWay = (): boolean => false;
/** Makes another start's words of this one's. */
let nextWords = (words: readonly string[]): readonly string[] => words;
/** Of the scenarios that come with the program. */
const scenarios = join(__dirname, '..', '..', '..', 'assets', 'scenarios');
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
    const scenario = takeOwnFolder();
    if (!app.requestSingleInstanceLock()) {
      app.quit();
      return;
    }
    const folder = app.getPath('userData');
    log = createLog({ folder, clock, random: Math.random });
    const outside = waitForProgram(showWindow);
    listenToOutside(app, { platform: process.platform, argv: process.argv, isPackaged: app.isPackaged, log }, outside.receive);
    start({ folder, log, scenario }, outside.opened).catch(fail);
  } catch (error) {
    void app.whenReady().then(() => fail(error));
  }
}

/** The support mode and a scenario each have a folder of their own. A screen code that was pressed while the support mode is open goes to it. */
function takeOwnFolder(): ScenarioStart | null {
  const own = supportFolderIn(app.getPath('userData'));
  const { found } = readArguments(process.argv, process.platform);
  if (support === null && found?.kind === 'screen-code' && isSupportOpen(own)) support = { code: found.code, file: null };
  if (support === null) return beginAtScenario(app, thisMachine.temporary, scenarios);
  makeSupportFolder(own);
  app.setPath('userData', own);
  app.setPath('sessionData', own);
  return null;
}

type Start = { readonly folder: string; readonly log: ProgramLog; readonly scenario: ScenarioStart | null };

async function start({ folder, log, scenario }: Start, opened: (program: Program) => void): Promise<void> {
  process.on('uncaughtException', (error) => log.error('uncaught-exception', { error }));
  process.on('unhandledRejection', (error) => log.error('unhandled-rejection', { error }));
  if (!sandboxed) log.warn('security.no-sandbox');
  hardenContents(app, log, pageOf(support));
  await app.whenReady();
  if (!(await takeFolder(folder, { clock, log, ask: askAboutCommand }))) {
    app.exit(0);
    return;
  }
  hardenSession(session.defaultSession, log);
  servePage(protocol, join(__dirname, '..', 'renderer'));
  setMenu(process.platform, null);
  const program = await bindContract(folder, log, scenario);
  if (program === null) return app.exit(1);
  entryUnderWay = program.entryUnderWay;
  setMenu(process.platform, support === null ? program : null);
  const leaving = watchLeaving(app, powerMonitor);
  const logOff = createLastLogOff(program, leaving);
  // Before the program ends, nobody is logged on, what was typed last is on the disk and the embedded bank has closed its database.
  const finish = () => logOff.logOff().finally(() => program.end());
  ending = endInOrder(app, { finish, tell: logOff.tell }, () => restart(process.env.APPIMAGE, nextWords), clock);
  keepOneWindow({ ending, program, leaving, log, logOff });
  opened(program);
  // The embedded bank starts while the person reads the first screen.
  void program.locate();
}

/**
 * Composes the program that was asked for, and binds it to the contract. What the other one is made of is not even loaded.
 * @returns null where it does not begin; the person was told why
 */
async function bindContract(folder: string, log: ProgramLog, start: ScenarioStart | null): Promise<Program | null> {
  const host = { folder, ...thisMachine, ...desktop(log), contents, clock, log };
  return support === null ? openUsual(host, start) : openSupport(host, support);
}

const border = { requests: windowRequests, window: contents, origin };

async function openUsual(host: Omit<UsualHost, 'scenario'>, start: ScenarioStart | null): Promise<Program | null> {
  const { openUsualProgram } = await import('./open-usual.ts');
  return openUsualProgram({ ...host, scenario: { start, shipped: shippedHere, open: openScenario } }, border);
}

async function openSupport(host: Omit<SupportHost, 'programFolder' | 'asked' | 'askForBundle' | 'takePicture'>, asked: SupportAsked): Promise<Program | null> {
  const { openSupportMode } = await import('./support-mode.ts');
  const ofWindow = { askForBundle: () => askForBundle(openWindow()), takePicture: (area: Area) => pictureOf(contents(), area) };
  const program = await openSupportMode({ ...host, ...ofWindow, programFolder: dirname(host.folder), asked });
  if (program === null) showSupportForbidden();
  program?.answer(border);
  return program;
}

/** Loaded when they are asked for: no start waits for a reader of YAML. */
const shippedHere = async () => (await import('./scenario/scenario-files.ts')).shippedScenarios(scenarios);

/** @param id null: no scenario any more @returns false where something is being typed */
function openScenario(id: string | null): boolean {
  if (entryUnderWay()) return false;
  // The window that asked is still there to hear the reply.
  setImmediate(() => startAgain((words) => withScenario(words, id)));
  return true;
}

/** To get from one place to another, or to the support mode, the program ends in good order and starts there. @param words of that start */
function startAgain(words: typeof nextWords): void {
  nextWords = words;
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
    resources: app.isPackaged ? process.resourcesPath : null,
    installation: app.isPackaged ? installationOf(thisMachine, process.execPath) : null,
    practiceWanted: app.commandLine.hasSwitch('practice'),
    resolveProxy: (url: string) => session.defaultSession.resolveProxy(url),
    askForFile: () => askForBankFile(openWindow()),
    restart: () => startAgain((words) => withScenario(words, null)),
    openSupport: () => startAgain(wordsForSupport),
    endProgram: () => app.quit(),
    setTheme: (theme: Preferences['theme']) => {
      nativeTheme.themeSource = theme;
    },
  };
}

type WindowParts = { readonly ending: Ending; readonly program: Program; readonly leaving: Leaving; readonly log: Log; readonly logOff: LastLogOff };

/** One window for as long as the program runs; a second start brings it to the front, or waits for the end of this one. */
function keepOneWindow({ ending, program, leaving, log, logOff }: WindowParts): void {
  const parts = {
    preload: join(__dirname, '..', 'preload', 'index.cjs'),
    page: pageOf(support),
    title: support === null ? app.name : startTexts(program.language()).supportTitle,
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
    askBeforeClosing(opened, {
      app,
      leaving,
      entryUnderWay: program.entryUnderWay,
      ask: () => askAboutEntry(opened, program.language(), support === null ? 'entryUnderWay' : 'notesUnderWay'),
    });
    opened.on('closed', () => {
      window = null;
      // On macOS the program goes on without a window.
      if (process.platform === 'darwin' && !leaving.quitting()) void logOff.logOff().then(logOff.tell);
    });
  };
  openAgain = open;
  app.on('second-instance', (_event, words) => {
    const asked = readSupportStart(words);
    if (asked !== null && (asked.code !== null || asked.file !== null)) program.showAsked(asked);
    showWindow();
  });
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
