import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);
/** Milliseconds until a daemon must serve. */
const startLimit = 10_000;

/** A person's session of their own: a home, a message bus and a keychain, away from the real person's. */
export type PrivateSession = {
  readonly home: string;
  /** Where the program keeps its data when it is started in this session. */
  readonly userData: string;
  /** The whole environment for programs of this session. */
  readonly env: NodeJS.ProcessEnv;
  /** Ends bus and keychain, and removes the home unless it is to be kept. */
  stop(keep?: { readonly home: boolean }): Promise<void>;
};

/**
 * Starts a D-Bus session bus and gnome-keyring (a real Secret Service, unlocked) in a temporary home.
 * @param name part of the temporary folder's name
 * @throws Error when one of the two does not start
 */
export async function startPrivateSession(name: string): Promise<PrivateSession> {
  const home = mkdtempSync(join(tmpdir(), `kaitsu-${name}-`));
  const folder = (path: string): string => {
    mkdirSync(join(home, path), { recursive: true, mode: 0o700 });
    return join(home, path);
  };
  const env: NodeJS.ProcessEnv = {
    ...withoutSession(process.env),
    HOME: home,
    XDG_CONFIG_HOME: folder('.config'),
    XDG_DATA_HOME: folder('.local/share'),
    XDG_CACHE_HOME: folder('.cache'),
    XDG_STATE_HOME: folder('.local/state'),
    XDG_RUNTIME_DIR: folder('run'),
    TMPDIR: folder('tmp'),
  };
  const bus = spawn('dbus-daemon', ['--session', '--nofork', '--print-address=1'], { env, stdio: ['ignore', 'pipe', 'ignore'] });
  env.DBUS_SESSION_BUS_ADDRESS = await readAddress(bus);
  const keyring = spawn('gnome-keyring-daemon', ['--unlock', '--components=secrets', '--foreground'], { env, stdio: ['pipe', 'ignore', 'ignore'] });
  // The password of a keychain that lives as long as this session; nothing real is ever kept in it.
  keyring.stdin.end(`practice-${process.pid}`);
  await keychainReady(env);
  return {
    home,
    userData: join(home, '.config', 'Kaitsu'),
    env,
    async stop(keep = { home: false }) {
      await end(keyring);
      await end(bus);
      // Browsers of programs that were killed write for a moment longer.
      if (!keep.home) await rm(home, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
    },
  };
}

/** Nothing of the real session may leak in: neither its bus nor its display's secrets. */
function withoutSession(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const { DBUS_SESSION_BUS_ADDRESS: _bus, GNOME_KEYRING_CONTROL: _control, SSH_AUTH_SOCK: _agent, ...rest } = env;
  return rest;
}

async function readAddress(bus: ChildProcess): Promise<string> {
  if (bus.stdout === null) throw new Error('dbus-daemon has no output.');
  const failed = once(bus, 'error').then(([error]) => Promise.reject(error));
  const line = once(createInterface({ input: bus.stdout }), 'line').then(([text]) => String(text));
  return Promise.race([line, failed, wait(startLimit, undefined, { ref: false }).then(() => Promise.reject(new Error('dbus-daemon did not start.')))]);
}

/**
 * Secret Service API, section "Aliases": until the default collection is there, nothing can be kept. The
 * bus is asked first whether the daemon is there at all: a question to the service itself would make the
 * bus start another one, which knows no password and has no collection.
 */
async function keychainReady(env: NodeJS.ProcessEnv): Promise<void> {
  const begun = Date.now();
  const bus = ['--dest=org.freedesktop.DBus', '/org/freedesktop/DBus', 'org.freedesktop.DBus.NameHasOwner', 'string:org.freedesktop.secrets'];
  const service = ['--dest=org.freedesktop.secrets', '/org/freedesktop/secrets', 'org.freedesktop.Secret.Service.ReadAlias', 'string:default'];
  const answers = async (question: readonly string[], expected: string): Promise<void> => {
    while (!(await ask(question, env)).includes(expected)) {
      if (Date.now() - begun > startLimit) throw new Error('gnome-keyring-daemon offers no collection.');
      await wait(50);
    }
  };
  await answers(bus, 'boolean true');
  await answers(service, '/org/freedesktop/secrets/collection/');
}

/** @returns what the bus answers; '' where it does not */
async function ask(question: readonly string[], env: NodeJS.ProcessEnv): Promise<string> {
  const answer = await run('dbus-send', ['--session', '--print-reply', ...question], { env }).catch(() => ({ stdout: '' }));
  return answer.stdout;
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  await Promise.race([gone, wait(2_000, undefined, { ref: false }).then(() => child.kill('SIGKILL'))]);
}
