import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type Browser, chromium, _electron as electron, type Page } from 'playwright';
import type { Preferences } from '../../preload/contract/preferences.ts';
import type { Order } from '../shell/electron/orders.ts';
import type { PrivateSession } from '../shell/private-session.ts';

/** Where the built program and the built stand-in lie; tests and launchers are run from the project's folder. */
const root = resolve('.');
const entry = join(root, 'out', 'app', 'main', 'index.cjs');
const hook = join(root, 'out', 'shell', 'hook.cjs');

export type LaunchOptions = {
  /** Whose home, keychain and data: launching again in the same session is a restart. */
  readonly session: PrivateSession;
  readonly language?: Preferences['language'];
  readonly theme?: Preferences['theme'];
  readonly size?: { readonly width: number; readonly height: number };
  readonly env?: Readonly<Record<string, string>>;
  /** Where the person saves, whatever the program proposes. */
  readonly saveFolder?: string;
  /** What to run instead of the program: for tests of the stand-in itself. */
  readonly entry?: string;
  /** Switches of the command line; left out: the practice is opened where nothing was chosen yet. */
  readonly switches?: readonly string[];
};

/** The running program, seen through its window. */
export type Running = {
  readonly page: Page;
  readonly shell: 'electron' | 'stand-in';
  readonly pid: number;
  /** All that main and page wrote so far. */
  output(): string;
  /** Ends it as a crash does: no goodbye. */
  kill(): Promise<void>;
  /** Closes the window, as a person does, and waits for the end. @returns the exit code */
  close(): Promise<number | null>;
};

/** Electron's own binary, where it is present; null where the stand-in has to serve. */
export function findElectron(): string | null {
  const names = { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' } as const;
  const name = process.platform === 'darwin' || process.platform === 'win32' ? names[process.platform] : 'electron';
  const folder = process.env.ELECTRON_OVERRIDE_DIST_PATH ?? join(root, 'node_modules', 'electron', 'dist');
  return existsSync(join(folder, name)) ? join(folder, name) : null;
}

/**
 * Starts the built program on Electron, or on the stand-in where Electron's binary is absent.
 * @returns once the first page has loaded
 */
export async function launchKaitsu(options: LaunchOptions): Promise<Running> {
  keepPreferences(options);
  const binary = findElectron();
  return binary === null ? launchStandIn(options) : launchElectron(options, binary);
}

/** Writes the preferences file, as the program would have left it. */
function keepPreferences({ session, language, theme }: LaunchOptions): void {
  if (language === undefined && theme === undefined) return;
  mkdirSync(session.userData, { recursive: true, mode: 0o700 });
  writeFileSync(join(session.userData, 'preferences.json'), JSON.stringify({ language: language ?? 'ja', theme: theme ?? 'light' }), { mode: 0o600 });
}

const usualSwitches = ['--practice'];

/** The program on the stand-in, whether a window has come or not. */
export type StandInProcess = {
  readonly child: ChildProcess;
  readonly output: () => string;
  /** Resolves with the exit code, null after a signal. */
  readonly gone: Promise<number | null>;
  /** Tells the stand-in what to do from now on: see tools/shell/electron/orders.ts. */
  order(order: Order): void;
  /** Takes hold of the first page that loads. */
  readonly opened: Promise<{ readonly browser: Browser; readonly page: Page }>;
};

/** Starts the built program on the stand-in, and waits for nothing. */
export function startStandIn({ session, size, env, saveFolder, entry: other, switches = usualSwitches }: LaunchOptions): StandInProcess {
  const saving = saveFolder === undefined ? {} : { KAITSU_SHELL_SAVE_FOLDER: saveFolder };
  const sized = size === undefined ? {} : { KAITSU_SHELL_SIZE: `${size.width}x${size.height}` };
  const child = spawn(process.execPath, ['-r', hook, other ?? entry, ...switches], {
    cwd: root,
    env: { ...session.env, ...sized, ...saving, ...env, KAITSU_SHELL_DEVTOOLS: '1' },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const output = collect(child);
  const gone = once(child, 'exit').then(([code]: (number | null)[]) => code ?? null);
  const opened = windowOpened(child).then(async (endpoint) => {
    const browser = await chromium.connectOverCDP(endpoint, { noDefaults: true });
    const page = browser.contexts()[0]?.pages()[0];
    return page === undefined ? failed('has no page', output) : { browser, page };
  });
  // A program that is ended before its page has come is no failure of its own.
  opened.catch(() => undefined);
  return { child, output, gone, opened, order: (order) => void child.send(order) };
}

async function launchStandIn(options: LaunchOptions): Promise<Running> {
  const { child, output, gone, opened } = startStandIn(options);
  const { browser, page } = await Promise.race([
    opened,
    gone.then((code) => failed(`ended with ${code}`, output)),
    limit(60_000, () => failed('opened no window', output)),
  ]);
  return {
    page,
    shell: 'stand-in',
    pid: child.pid ?? 0,
    output,
    async kill() {
      const browserGone = browser.isConnected() ? new Promise<void>((resolve) => browser.once('disconnected', () => resolve())) : Promise.resolve();
      child.kill('SIGKILL');
      await gone;
      // Chromium ends by itself once nobody holds its pipe.
      await Promise.race([browserGone, wait(5_000, undefined, { ref: false })]);
      await browser.close();
    },
    async close() {
      // The page is told, as by a window whose cross is pressed.
      await page.close({ runBeforeUnload: true }).catch(() => undefined);
      await Promise.race([gone, limit(60_000, () => failed('did not end', output))]);
      return child.exitCode;
    },
  };
}

async function launchElectron(
  { session, size, env, saveFolder, entry: other, switches = usualSwitches }: LaunchOptions,
  executablePath: string,
): Promise<Running> {
  const strings = Object.entries({ ...session.env, ...env }).flatMap(([key, value]) => (value === undefined ? [] : [[key, value] as const]));
  const noSandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const running = await electron.launch({ executablePath, args: [...noSandbox, other ?? root, ...switches], env: Object.fromEntries(strings), cwd: root });
  const child = running.process();
  const output = collect(child);
  const gone = child.exitCode === null ? once(child, 'exit') : Promise.resolve();
  const page = await running.firstWindow();
  await page.waitForLoadState('load');
  if (saveFolder !== undefined) await running.evaluate(answerSaveDialogs, saveFolder);
  if (size !== undefined)
    await running.evaluate(({ BrowserWindow }, { width, height }) => BrowserWindow.getAllWindows()[0]?.setContentSize(width, height), size);
  return {
    page,
    shell: 'electron',
    pid: child.pid ?? 0,
    output,
    async kill() {
      child.kill('SIGKILL');
      await gone;
    },
    async close() {
      await running.close();
      await gone;
      return child.exitCode;
    },
  };
}

/** Runs in Electron's main process: the system's dialog cannot be driven from outside. */
function answerSaveDialogs({ dialog }: typeof import('electron'), folder: string): void {
  const choose = async (...args: readonly unknown[]) => {
    const { defaultPath = '' } = args.at(-1) as { readonly defaultPath?: string };
    return { canceled: false, filePath: `${folder}/${defaultPath.replace(/^.*[\\/]/u, '')}` };
  };
  Object.assign(dialog, { showSaveDialog: choose });
}

function collect(child: ChildProcess): () => string {
  const pieces: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', (piece: string) => pieces.push(piece));
  return () => pieces.join('');
}

function windowOpened(child: ChildProcess): Promise<string> {
  return new Promise((resolve) =>
    child.on('message', (message: { readonly standIn?: string; readonly endpoint?: string }) => {
      if (message.standIn === 'window' && message.endpoint !== undefined) resolve(message.endpoint);
    }),
  );
}

async function limit(milliseconds: number, then: () => never): Promise<never> {
  await wait(milliseconds, undefined, { ref: false });
  return then();
}

function failed(how: string, output: () => string): never {
  throw new Error(`Kaitsu ${how}. It wrote:\n${output()}`);
}
