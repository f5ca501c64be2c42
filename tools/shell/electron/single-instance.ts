import { existsSync, mkdirSync, readFileSync, readlinkSync, renameSync, rmSync, symlinkSync, watch, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';

const lockName = 'SingletonLock';
const callName = 'SingletonCall';

/** A lock that a user-data folder has once. */
export type InstanceLock = { release(): void };

/**
 * Takes the folder's lock, or tells its holder that a second instance was started.
 * @param folder the user-data folder
 * @param onSecond told the second instance's command line and working directory
 * @returns null where another, living process holds it
 */
export function takeInstanceLock(folder: string, onSecond: (commandLine: readonly string[], workingDirectory: string) => void): InstanceLock | null {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const lock = join(folder, lockName);
  const call = join(folder, callName);
  if (!write(lock)) {
    if (isAlive(Number(readlinkSync(lock).split('-').at(-1)))) {
      announce(call);
      return null;
    }
    rmSync(lock, { force: true });
    if (!write(lock)) return null;
  }
  const watcher = watch(folder, (_event, name) => {
    if (name !== callName || !existsSync(call)) return;
    const { commandLine, workingDirectory } = JSON.parse(readFileSync(call, 'utf8'));
    rmSync(call, { force: true });
    onSecond(commandLine, workingDirectory);
  });
  watcher.unref();
  return {
    release() {
      watcher.close();
      rmSync(lock, { force: true });
    },
  };
}

/** As Chromium marks it: a link that names PC and process. */
function write(lock: string): boolean {
  try {
    symlinkSync(`${hostname()}-${process.pid}`, lock);
    return true;
  } catch {
    return false;
  }
}

function announce(call: string): void {
  // Renamed into its place, so that the holder never reads half of it.
  writeFileSync(`${call}.${process.pid}`, JSON.stringify({ commandLine: process.argv, workingDirectory: process.cwd() }), { mode: 0o600 });
  renameSync(`${call}.${process.pid}`, call);
}

function isAlive(pid: number): boolean {
  try {
    return pid > 0 && process.kill(pid, 0);
  } catch {
    return false;
  }
}
