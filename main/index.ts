import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { app, type BrowserWindow, nativeTheme, powerMonitor, protocol, session, utilityProcess, type WebContents } from 'electron';
import type { Preferences } from '../preload/contract/preferences.ts';
import { loadBankProfile } from './bank/load-profile.ts';
import { runTool } from './certificate/stores/run.ts';
import { waitForProgram } from './from-outside.ts';
import { windowRequests } from './ipc/window-requests.ts';
import { loadKeytar } from './keychain/load-keytar.ts';
import { composeLobby } from './lobby.ts';
import { atPlace } from './places/at-place.ts';
import { type FoundPlace, findPlace } from './places/find-place.ts';
import { openPlaceFile } from './places/open-place.ts';
import { practicePlace } from './places/place.ts';
import type { PlacesParts } from './places/places.ts';
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
import { createLastLogOff, type LastLogOff } from './window/last-log-off.ts';
import { openMainWindow } from './window/main-window.ts';
import { setMenu } from './window/menu.ts';
import { notifyOfEnd } from './window/notify.ts';
import { askForBankFile } from './window/open-bank-file.ts';
import { openWebsite } from './window/open-website.ts';
import { listenToOutside } from './window/opened-from-outside.ts';
import { recoverPage } from './window/page-recovery.ts';
import { refusedSwitches } from './window/refused-switches.ts';
import { restart } from './window/restart.ts';
import { beginAtScenario, type OpenedScenario, type ScenarioStart, showNoScenario } from './window/scenario-start.ts';
import { askAboutCommand, askAboutEntry, askAboutPage, showRefusedSwitches, showStartFailure } from './window/start-failure.ts';

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
/** Whether something is typed that was not sent yet. */
let entryUnderWay = (): boolean => false;
/** Where the next start begins: see withScenario. */
let nextScenario: string | null | undefined;
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
    const scenario = beginAtScenario(app, thisMachine.temporary, scenarios);
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

type Start = { readonly folder: string; readonly log: ProgramLog; readonly scenario: ScenarioStart | null };

async function start({ folder, log, scenario }: Start, opened: (program: Program) => void): Promise<void> {
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
  const program = await bindContract(folder, log, scenario);
  if (program === null) return app.exit(1);
  entryUnderWay = program.entryUnderWay;
  setMenu(process.platform, program);
  const leaving = watchLeaving(app, powerMonitor);
  const logOff = createLastLogOff(program, leaving);
  // Before the program ends, nobody is logged on, what was typed last is on the disk and the embedded bank has closed its database.
  const finish = () => logOff.logOff().finally(() => program.end());
  ending = endInOrder(app, { finish, tell: logOff.tell }, () => restart(process.env.APPIMAGE, nextScenario), clock);
  keepOneWindow({ ending, program, leaving, log, logOff });
  opened(program);
  // The embedded bank starts while the person reads the first screen.
  void program.locate();
}

/**
 * Composes the program for the place that is to be opened, and binds it to the contract.
 * @returns null where it was to begin at a scenario and does not; the person was told why
 */
async function bindContract(folder: string, log: ProgramLog, start: ScenarioStart | null): Promise<Program | null> {
  const opened = start === null ? null : await start.read();
  if (start !== null && opened === null) return null;
  // It is the practice, whatever bank the policy prescribes.
  if (opened !== null) await openPlaceFile(folder).write(practicePlace);
  const policy = await readMachinePolicy(thisMachine);
  const { logRetentionDays } = policy.prescribed;
  if (logRetentionDays?.value != null) log.forgetOlderThan(logRetentionDays.value);
  const practiceWanted = app.commandLine.hasSwitch('practice');
  const place = await findPlace({ folder, policy, platform: process.platform, practiceWanted, now: clock.now, log });
  if (opened !== null && place.opening.kind !== 'practice') {
    showNoScenario('forbidden');
    return null;
  }
  const program = await composeAt(place, { policy, folder, log, opened });
  program.answer({ requests: windowRequests, window: contents, origin });
  const staged = await program.stage();
  if (staged.ok) return program;
  showNoScenario('notReached', staged.problem.reference ?? '');
  await program.end();
  return null;
}

type Composed = { readonly policy: Policy; readonly folder: string; readonly log: Log; readonly opened: OpenedScenario | null };

async function composeAt({ opening, openPlaces }: FoundPlace, { policy, folder, log, opened }: Composed): Promise<Program> {
  const host = {
    folder,
    policy,
    ...thisMachine,
    // The browsers' certificates of a scenario lie in its folder as well.
    ...(opened === null ? {} : { home: folder, dataHome: folder }),
    scenarios: { opened, shipped: shippedHere, open: openScenario },
    ...desktop(log),
    contents,
    clock,
    log,
    ...prescribedWays(policy, { resolveProxy, environment: thisMachine.environment }),
    resources: app.isPackaged ? process.resourcesPath : null,
    installation: app.isPackaged ? installationOf(thisMachine, process.execPath) : null,
    openPlaces: (entryUnderWay: () => boolean, publish: PlacesParts['publish']) =>
      openPlaces({ entryUnderWay, publish, restart: () => startAgain(null), askForFile: () => askForBankFile(openWindow()) }),
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

/** Loaded when they are asked for: no start waits for a reader of YAML. */
const shippedHere = async () => (await import('./scenario/scenario-files.ts')).shippedScenarios(scenarios);

/** @param id null: no scenario any more @returns false where something is being typed */
function openScenario(id: string | null): boolean {
  if (entryUnderWay()) return false;
  // The window that asked is still there to hear the reply.
  setImmediate(() => startAgain(id));
  return true;
}

/** To get from one place to another, the program ends in good order and starts there. @param scenario null: at none */
function startAgain(scenario: string | null): void {
  nextScenario = scenario;
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
