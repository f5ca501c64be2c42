import { spawn } from 'node:child_process';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { App, RelaunchOptions } from 'electron';
import { CoveredEmitter, covered, notCovered } from './covered.ts';
import { readDescription } from './description.ts';
import { commandLineSwitch, environment, hasCommandLineSwitch, systemLocale } from './environment.ts';
import { openWindows } from './open-windows.ts';
import { say } from './say.ts';
import { type InstanceLock, takeInstanceLock } from './single-instance.ts';
import { isUnkind } from './unkind.ts';

const events = [
  'ready',
  'second-instance',
  // Of macOS alone: they never come here.
  'open-file',
  'open-url',
  'window-all-closed',
  'activate',
  'before-quit',
  'will-quit',
  'quit',
  'web-contents-created',
  'browser-window-created',
  'child-process-gone',
  'render-process-gone',
] as const;

type Covered = Pick<
  App,
  | 'whenReady'
  | 'isReady'
  | 'requestSingleInstanceLock'
  | 'releaseSingleInstanceLock'
  | 'relaunch'
  | 'getPath'
  | 'setPath'
  | 'getLocale'
  | 'getVersion'
  | 'getName'
  | 'isPackaged'
  | 'name'
  | 'quit'
  | 'exit'
  | 'enableSandbox'
  | 'getAppPath'
>;
type PathName = Parameters<App['getPath']>[0];

/** How long closing windows and browsers may take until the process ends all the same. */
const exitLimit = 3_000;

class StandInApp extends CoveredEmitter implements Covered {
  readonly isPackaged = environment.packaged;
  readonly commandLine = covered('app.commandLine', { hasSwitch: hasCommandLineSwitch, getSwitchValue: (name: string) => commandLineSwitch(name) ?? '' });
  readonly name: string;
  private readonly description = readDescription();
  private readonly paths = new Map<string, string>();
  private readonly becomingReady: Promise<void>;
  private readonly keepAlive = setInterval(() => undefined, 60_000);
  private ready = false;
  private leaving = false;
  private lock: InstanceLock | null = null;
  private startsAgain: readonly string[] | null = null;

  constructor() {
    super('app', events);
    this.name = this.description.productName;
    this.becomingReady = new Promise((resolve) =>
      setImmediate(() => {
        this.ready = true;
        this.emit('ready', {}, {});
        resolve();
      }),
    );
    // As Electron does on POSIX: a signal quits in good order.
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => this.quit());
  }

  whenReady(): Promise<void> {
    return this.becomingReady;
  }

  isReady(): boolean {
    return this.ready;
  }

  enableSandbox(): void {
    if (this.ready) throw new Error('app.enableSandbox() can only be called before app is ready');
    say('sandbox enabled');
  }

  getName(): string {
    return this.name;
  }

  getVersion(): string {
    return this.description.version;
  }

  getAppPath(): string {
    return this.description.folder;
  }

  getLocale(): string {
    return systemLocale(process.env);
  }

  getPath(name: PathName): string {
    const set = this.paths.get(name);
    if (set !== undefined) return set;
    if (name === 'home') return homedir();
    if (name === 'appData') return appData();
    if (isUnkind('documents-unknown') && name === 'documents') throw new Error("Failed to get 'documents' path");
    if (isUnkind('user-data-unknown') && name === 'userData') throw new Error("Failed to get 'userData' path");
    if (name === 'documents') return join(homedir(), 'Documents');
    if (name === 'userData') return commandLineSwitch('user-data-dir') ?? join(this.getPath('appData'), this.name);
    throw notCovered(`app.getPath('${name}')`);
  }

  setPath(name: string, path: string): void {
    this.paths.set(name, path);
  }

  requestSingleInstanceLock(): boolean {
    this.lock ??= takeInstanceLock(this.getPath('userData'), (commandLine, workingDirectory) =>
      this.emit('second-instance', {}, commandLine, workingDirectory, null),
    );
    return this.lock !== null;
  }

  releaseSingleInstanceLock(): void {
    this.lock?.release();
    this.lock = null;
  }

  relaunch({ args, execPath }: RelaunchOptions = {}): void {
    if (execPath !== undefined) throw notCovered('execPath of app.relaunch');
    this.startsAgain = args ?? process.argv.slice(1);
  }

  quit(): void {
    if (this.leaving || this.ask('before-quit')) return;
    for (const window of openWindows) {
      window.close();
      // A window that refused to close stops the quitting.
      if (!window.isDestroyed()) return;
    }
    if (this.leaving) return;
    say('will quit');
    if (!this.ask('will-quit')) this.exit(0);
  }

  exit(code = 0): void {
    if (this.leaving) return;
    this.leaving = true;
    void this.leave(code);
  }

  /** Called by the last window that closed. */
  windowClosed(): void {
    if (this.leaving || openWindows.size > 0) return;
    if (this.listenerCount('window-all-closed') === 0) this.quit();
    else this.emit('window-all-closed');
  }

  private async leave(code: number): Promise<void> {
    clearInterval(this.keepAlive);
    for (const window of openWindows) window.destroy();
    await Promise.race([Promise.allSettled(closings), wait(exitLimit)]);
    this.emit('quit', {}, code);
    this.lock?.release();
    if (this.startsAgain !== null) startAgain(this.startsAgain);
    process.exit(code);
  }
}

/** As another start by the person: nobody holds the other end of a test's channel then. */
function startAgain(args: readonly string[]): void {
  if (environment.leavesRestart) {
    say(`another start is wanted: ${args.slice(1).join(' ')}`);
    return;
  }
  const next = spawn(process.execPath, [...process.execArgv, ...args], { detached: true, stdio: ['ignore', 'inherit', 'inherit'] });
  say(`starts again as ${next.pid}`);
  next.unref();
}

/** What must be over before the process ends: browsers that close. */
export const closings = new Set<Promise<void>>();

function appData(): string {
  switch (process.platform) {
    case 'win32':
      return process.env.APPDATA ?? join(homedir(), 'AppData', 'Roaming');
    case 'darwin':
      return join(homedir(), 'Library', 'Application Support');
    default:
      return process.env.XDG_CONFIG_HOME ?? join(homedir(), '.config');
  }
}

const standIn = new StandInApp();
export const app = covered('app', standIn);
