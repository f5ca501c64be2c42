import { randomUUID } from 'node:crypto';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { app, type BrowserWindow, nativeTheme, protocol, session, utilityProcess, type WebContents } from 'electron';
import type { Preferences } from '../preload/contract/preferences.ts';
import type { ReleaseRequest } from '../preload/contract/release-request.ts';
import { loadBankProfile } from './bank/load-profile.ts';
import type { BankProfile } from './bank/profile.ts';
import { publishedBank } from './bank/published-bank.ts';
import { type BankLocator, createBankLocator } from './bank-locator.ts';
import { chooseStore } from './certificate/stores/choose-store.ts';
import { runTool } from './certificate/stores/run.ts';
import type { CertificateStore } from './certificate/stores/store.ts';
import { watchPc } from './diagnosis/pc-watch.ts';
import { createPublishedStates } from './ipc/published-states.ts';
import { registerContract } from './ipc/register.ts';
import { createKeychain, type Keychain } from './keychain/keychain.ts';
import { loadKeytar } from './keychain/load-keytar.ts';
import { failingKeytar, failingTools } from './practice/faults.ts';
import { openBankLine } from './preflight/bank-line.ts';
import { lineChecks } from './preflight/line-checks.ts';
import { pcChecks } from './preflight/pc-checks.ts';
import { createPreflight, type PreflightParts, type PreflightRunner, preflightHandlers } from './preflight/preflight.ts';
import { openJournal } from './procedure/journal.ts';
import type { Log } from './procedure/ports.ts';
import { createProcedure } from './procedure/procedure.ts';
import { type Runner, startRunner } from './procedure/runner.ts';
import { createReleaseRequest, type ReleaseRequestService } from './release-request/release-request.ts';
import { openRequestStore } from './release-request/request-store.ts';
import { hardenContents, hardenSession } from './security.ts';
import { createServices } from './services.ts';
import { preferenceHandlers } from './settings/preference-handlers.ts';
import { openPreferences } from './settings/preferences.ts';
import { diskProblem } from './support/disk-problem.ts';
import { createLog } from './support/log.ts';
import { systemClock as clock } from './support/system-clock.ts';
import { closedUsers } from './users/transition.ts';
import { createUsers } from './users/users.ts';
import { declareScheme, origin, servePage } from './window/app-protocol.ts';
import { createDesk } from './window/desk.ts';
import { openMainWindow } from './window/main-window.ts';
import { setMenu } from './window/menu.ts';
import { recoverPage } from './window/page-recovery.ts';
import { showStartFailure } from './window/start-failure.ts';

/** Start-up, readable as a table of contents. Everything is composed here; what is below is handed what it needs. */

const folder = app.getPath('userData');
const machine = { platform: process.platform, home: homedir(), dataHome: process.env.XDG_DATA_HOME };
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
  const bank = await bindContract(log);
  keepOneWindow(log);
  // The embedded bank starts while the person reads the first screen.
  void bank.locate();
  endBankFirst(bank);
}

/** The embedded bank closes its database before the program ends; one that does not follow is left to the system. */
function endBankFirst(bank: BankLocator): void {
  let ended = false;
  app.on('will-quit', (event) => {
    if (ended) return;
    event.preventDefault();
    const patience = new Promise<void>((resolve) => void clock.after(4_000, resolve));
    void Promise.race([bank.stop(), patience]).finally(() => {
      ended = true;
      app.quit();
    });
  });
}

/** Composes the services, and binds them to the contract. */
async function bindContract(log: Log): Promise<BankLocator> {
  const [preferences, profile] = await Promise.all([openPreferences({ dir: folder, locale: app.getLocale(), log }), loadBankProfile(null, log)]);
  if (!profile.ok) throw new Error('The bank profile that comes with the program is broken');
  const { id: profileId, pinRule } = profile.value;
  const runner = await startRunner({ journal: openJournal(join(folder, 'procedure.json'), (error) => diskProblem(error).problem), clock, log });
  const fork = (args: readonly string[]) => utilityProcess.fork(join(__dirname, 'bank.cjs'), [...args], { serviceName: 'Kaitsu practice bank' });
  const bank = createBankLocator({ profile: profile.value, folder, fork, log });
  const secrets = createKeychain({ load: failingKeytar(loadKeytar, bank.fault), profileId, clock, log });
  const run = failingTools(runTool, bank.fault);
  const store = chooseStore({ ...machine, temporary: tmpdir(), run, log });
  const services = createServices({ locate: bank.locate, profile: profile.value, keychain: secrets, store, folder, clock, log, fault: bank.fault });
  const pc = watchPc({ runner, diagnose: services.diagnose, log });
  void pc.examineNow();
  const request = await openRequest(profile.value, runner, (value) => states.publish('releaseRequest', value), log);
  const preflight = createPreflight({ begin: looksAt(bank, secrets, store, run, log), publish: (value) => states.publish('preflight', value), clock, log });

  const initial = { procedure: runner.snapshot(), users: closedUsers, preferences: preferences.current(), bank: publishedBank(profile.value) };
  const states = createPublishedStates({ ...initial, releaseRequest: request.current(), preflight: preflight.current() }, contents);
  const users = createUsers({
    bank: services.bank,
    rules: { pin: pinRule, userId: profile.value.users.idRule },
    leadToLogon: async (cause) => void (await runner.dispatch({ type: 'loggedOff', problem: runner.problem(cause) })),
    publish: (state) => states.publish('users', state),
    clock,
    log,
  });
  const procedure = createProcedure({ ...services, administrator: users, runner, secrets, pinRule, clock, log });
  runner.onChange((snapshot) => states.publish('procedure', snapshot));
  followSteps(runner, request, preflight);
  const applyPreferences = (changed: Preferences): void => {
    nativeTheme.themeSource = changed.theme;
    states.publish('preferences', changed);
  };
  nativeTheme.themeSource = preferences.current().theme;
  const practice = { ...bank.practice, setSituation: after(bank.practice.setSituation, pc.examineNow) };
  const handlers = {
    procedure,
    users: users.requests,
    releaseRequest: request.handlers,
    preflight: preflightHandlers(preflight),
    preferences: preferenceHandlers(preferences, applyPreferences),
    certificate: pc.handlers,
    practice,
  };
  registerContract({ handlers, states, window: contents, origin, log });
  return bank;
}

/** Does something more once a request was answered; nobody waits for it. */
function after<I, A>(handle: (input: I) => Promise<A>, more: () => Promise<void>): (input: I) => Promise<A> {
  return async (input) => {
    const answer = await handle(input);
    void more();
    return answer;
  };
}

/** The release request, as this window and this procedure have it. */
async function openRequest(profile: BankProfile, runner: Runner, publish: (value: ReleaseRequest) => void, log: Log): Promise<ReleaseRequestService> {
  return createReleaseRequest({
    layout: profile.releaseRequest,
    store: await openRequestStore(folder, log),
    desk: createDesk(openWindow),
    documents: app.getPath('documents'),
    hasPlace: () => ['locked', 'awaitingRelease'].includes(runner.snapshot().state.step),
    publish,
    newId: randomUUID,
    clock,
    log,
  });
}

/** With the branch's call the form has had its time, and this PC is looked at before an attempt is spent. */
function followSteps(runner: Runner, request: ReleaseRequestService, preflight: PreflightRunner): void {
  let before = runner.snapshot().state.step;
  if (before === 'logonMenu' || before === 'activationMenu') void preflight.run();
  runner.onChange(({ state: { step } }) => {
    request.stepReached(step, before);
    if (step === 'logonMenu' && before !== step) void preflight.run();
    before = step;
  });
}

/** What the preflight looks at, for one run after the other. */
function looksAt(bank: BankLocator, keychain: Keychain, store: CertificateStore, run: typeof runTool, log: Log): PreflightParts['begin'] {
  const resolveProxy = (url: string) => session.defaultSession.resolveProxy(url);
  const line = { locate: bank.locate, open: openBankLine(clock, log), resolveProxy, environment: process.env, clock };
  const pc = { keychain, store: { ...machine, store, run }, ...machine, userId: process.getuid?.() ?? null, folder, run };
  return () => ({ ...lineChecks(line), ...pcChecks(pc) });
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
