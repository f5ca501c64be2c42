import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';

/** How the Secret Service of a desktop stands: unlocked, locked, running without ever having been set up, or without a bus at all. */
export type ServiceState = 'unlocked' | 'locked' | 'notSetUp' | 'noService' | 'noBus';

export type Desktop = {
  /** Runs the child on a fresh session bus of this desktop. @returns what it printed, as JSON */
  ask(state: ServiceState, question: unknown): Promise<unknown>;
  readonly home: string;
  close(): void;
};

const unlock = 'printf %s pw | gnome-keyring-daemon --unlock --components=secrets >/dev/null';
const before: Record<ServiceState, string> = {
  unlocked: `${unlock} &&`,
  locked: 'gnome-keyring-daemon --start --components=secrets >/dev/null &&',
  notSetUp: 'gnome-keyring-daemon --start --components=secrets >/dev/null &&',
  noService: '',
  noBus: '',
};

function run(command: string, args: readonly string[], env: NodeJS.ProcessEnv, stdin: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { env, stdio: ['pipe', 'pipe', 'pipe'], timeout: 45_000 });
    let printed = '';
    let complained = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (printed += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (complained += text));
    child.on('error', reject);
    child.on('close', (code) => (code === 0 ? resolve(printed) : reject(new Error(`${command} ended with ${code}: ${complained}`))));
    child.stdin.on('error', () => undefined).end(stdin);
  });
}

/** Bundles the child once, beside node_modules so that it finds keytar. */
async function bundleChild(entry: string): Promise<string> {
  const outDir = join(import.meta.dirname, '..', '..', 'out', `test-child-${process.pid}`);
  const ssr = { noExternal: true as const, external: ['keytar'] };
  const output = { format: 'cjs' as const, entryFileNames: 'child.cjs' };
  await build({ configFile: false, logLevel: 'error', ssr, build: { ssr: true, target: 'node20', outDir, rolldownOptions: { input: entry, output } } });
  return join(outDir, 'child.cjs');
}

/** A desktop with folders of its own; nothing of the real person's keyring is touched. */
export async function createDesktop(entry: string): Promise<Desktop> {
  const child = await bundleChild(entry);
  const home = mkdtempSync(join(tmpdir(), 'kaitsu-desktop-'));
  for (const folder of ['.local/share', '.cache', 'run']) mkdirSync(join(home, folder), { recursive: true, mode: 0o700 });
  const { DBUS_SESSION_BUS_ADDRESS: _bus, DISPLAY: _display, WAYLAND_DISPLAY: _wayland, ...inherited } = process.env;
  const env = {
    ...inherited,
    HOME: home,
    XDG_DATA_HOME: join(home, '.local/share'),
    XDG_CACHE_HOME: join(home, '.cache'),
    XDG_RUNTIME_DIR: join(home, 'run'),
  };
  const onBus = (script: string, more: NodeJS.ProcessEnv, stdin: string) => run('dbus-run-session', ['--', 'sh', '-c', script], { ...env, ...more }, stdin);
  return {
    home,
    async ask(state, question) {
      const stdin = JSON.stringify(question);
      if (state === 'noBus') return JSON.parse(await run(process.execPath, [child], env, stdin));
      // The daemon must not read the question from standard input: it is kept aside for the child.
      const script = `exec 3<&0 </dev/null; ${before[state]} "$NODE" "$CHILD" <&3`;
      const quiet = state === 'noService' ? { XDG_DATA_DIRS: join(home, 'nothing') } : {};
      return JSON.parse(await onBus(script, { NODE: process.execPath, CHILD: child, ...quiet }, stdin));
    },
    close() {
      rmSync(home, { recursive: true, force: true });
      rmSync(join(child, '..'), { recursive: true, force: true });
    },
  };
}
