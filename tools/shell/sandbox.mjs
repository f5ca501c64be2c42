import { spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Whether Electron's sandbox can start here. Without it Electron aborts with a line that helps nobody; Ubuntu 24.04 lets
 * only programs with an AppArmor profile make user namespaces (electron/electron#42510).
 */

/**
 * What the probe looks at; tests hand in machines of their own.
 * @typedef {{
 *   readonly platform: string,
 *   readonly userId: number | null,
 *   readonly read: (path: string) => string | null,
 *   readonly stat: (path: string) => { readonly uid: number, readonly mode: number } | null,
 *   readonly run: (command: string, args: readonly string[]) => number | null,
 * }} Machine `run` answers the exit code, null where the command is not there
 */

/** @type {Machine} */
export const thisMachine = {
  platform: process.platform,
  userId: process.getuid?.() ?? null,
  read(path) {
    try {
      return readFileSync(path, 'utf8').trim();
    } catch {
      return null;
    }
  },
  stat: (path) => statSync(path, { throwIfNoEntry: false }) ?? null,
  run(command, args) {
    const done = spawnSync(command, [...args], { stdio: 'ignore', timeout: 10_000 });
    return done.error === undefined ? done.status : null;
  },
};

/** Kernel settings, each with the value that forbids what the sandbox needs. */
const settings = /** @type {const} */ ([
  ['/proc/sys/kernel/apparmor_restrict_unprivileged_userns', '1'],
  ['/proc/sys/kernel/unprivileged_userns_clone', '0'],
  ['/proc/sys/user/max_user_namespaces', '0'],
]);

/**
 * @param {string} binary path of Electron's binary
 * @param {Machine} machine
 * @returns {string | null} what is in the way and what to type, in whole sentences; null where nothing is
 */
export function sandboxObstacle(binary, machine = thisMachine) {
  // As root Electron runs without a sandbox.
  if (machine.platform !== 'linux' || machine.userId === 0) return null;
  const helper = join(dirname(binary), 'chrome-sandbox');
  const found = machine.stat(helper);
  if (found !== null && found.uid === 0 && (found.mode & 0o4001) === 0o4001) return null;
  const namespaces = machine.run('unshare', ['-Ur', 'true']);
  if (namespaces === 0) return null;
  const forbidding = settings.find(([path, value]) => machine.read(path) === value);
  // Where the tool is missing, only the settings can tell.
  if (namespaces === null && forbidding === undefined) return null;
  const reason = forbidding === undefined ? '' : ` (${forbidding[0]} is ${forbidding[1]})`;
  return [
    `Electron's sandbox cannot start here: this system lets no user make namespaces${reason}, and its helper is not set up.`,
    'To run on Electron, type once:',
    `  sudo chown root:root '${helper}' && sudo chmod 4755 '${helper}'`,
  ].join('\n');
}
