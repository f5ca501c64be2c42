import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { app, type BrowserWindow, nativeTheme, protocol, session, utilityProcess, type WebContents } from 'electron';
import type { Preferences } from '../preload/contract/preferences.ts';
import { loadBankProfile } from './bank/load-profile.ts';
import { publishedBank } from './bank/published-bank.ts';
import { createBankLocator } from './bank-locator.ts';
import { chooseStore } from './certificate/stores/choose-store.ts';
import { createPublishedStates } from './ipc/published-states.ts';
import { registerContract } from './ipc/register.ts';
import { createKeychain } from './keychain/keychain.ts';
import { loadKeytar } from './keychain/load-keytar.ts';
import { openJournal } from './procedure/journal.ts';
import type { Log } from './procedure/ports.ts';
import { createProcedure } from './procedure/procedure.ts';
import { startRunner } from './procedure/runner.ts';
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
import { openMainWindow } from './window/main-window.ts';
import { setMenu } from './window/menu.ts';
import { recoverPage } from './window/page-recovery.ts';

/** Start-up, readable as a table of contents. Everything is composed here; what is below is handed what it needs. */

const folder = app.getPath('userData');
let window: BrowserWindow | null = null;

declareScheme(protocol);
app.enableSandbox();
if (app.requestSingleInstanceLock()) void start();
else app.quit();

async function start(): Promise<void> {
  const log = createLog({ dir: join(folder, 'logs'), clock, random: Math.random });
  process.on('uncaughtException', (error) => log.error('uncaught-exception', { error }));
  process.on('unhandledRejection', (error) => log.error('unhandled-rejection', { error }));
  hardenContents(app, log);
  await app.whenReady();
  hardenSession(session.defaultSession, log);
  servePage(protocol, join(__dirname, '..', 'renderer'));
  setMenu(process.platform);
  const bank = await bindContract(log);
  keepOneWindow(log);
  // The embedded bank starts while the person reads the first screen.
  void bank.locate();
  app.on('will-quit', () => void bank.stop());
}

/** Composes the services, and binds them to the contract. */
async function bindContract(log: Log): Promise<ReturnType<typeof createBankLocator>> {
  const [preferences, profile] = await Promise.all([openPreferences({ dir: folder, locale: app.getLocale(), log }), loadBankProfile(null, log)]);
  if (!profile.ok) throw new Error('The bank profile that comes with the program is broken');
  const { id: profileId, pinRule } = profile.value;
  const runner = await startRunner({ journal: openJournal(join(folder, 'procedure.json'), (error) => diskProblem(error).problem), clock, log });
  const fork = (args: readonly string[]) => utilityProcess.fork(join(__dirname, 'bank.cjs'), [...args], { serviceName: 'Kaitsu practice bank' });
  const bank = createBankLocator({ profile: profile.value, folder, fork, log });
  const secrets = createKeychain({ load: loadKeytar, profileId, clock, log });
  const store = chooseStore({ platform: process.platform, home: homedir(), dataHome: process.env.XDG_DATA_HOME, temporary: tmpdir(), log });
  const services = createServices({ locate: bank.locate, profile: profile.value, keychain: secrets, store, folder, clock, log });

  const initial = { procedure: runner.snapshot(), users: closedUsers, preferences: preferences.current(), bank: publishedBank(profile.value) };
  const states = createPublishedStates(initial, contents);
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
  const applyPreferences = (changed: Preferences): void => {
    nativeTheme.themeSource = changed.theme;
    states.publish('preferences', changed);
  };
  nativeTheme.themeSource = preferences.current().theme;
  const handlers = { procedure, users: users.requests, preferences: preferenceHandlers(preferences, applyPreferences), practice: bank.practice };
  registerContract({ handlers, states, window: contents, origin, log });
  return bank;
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
  return window === null || window.isDestroyed() ? null : window.webContents;
}
