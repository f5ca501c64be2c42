import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** Whether this person's session has a keychain, and whether a real bank is set up: npm start asks before it opens the practice. */

const service = 'org.freedesktop.secrets';
/** In milliseconds. */
const limit = 3_000;

/** @returns {string | null} what is missing, in words; null where there is a keychain, or the system brings one */
export function missingOfKeychain(env = process.env) {
  if (process.platform !== 'linux') return null;
  const bus = env.DBUS_SESSION_BUS_ADDRESS || (env.XDG_RUNTIME_DIR && existsSync(join(env.XDG_RUNTIME_DIR, 'bus')) ? 'there' : '');
  if (!bus) return 'no session bus';
  const names = ['ListNames', 'ListActivatableNames'].map((method) => ask(method, env));
  // Where nobody can be asked, the program itself says what it finds.
  return names.some((name) => name === null) || names.join('').includes(service) ? null : 'no keyring on the session bus';
}

/** @returns {string | null} */
function ask(/** @type {string} */ method, /** @type {NodeJS.ProcessEnv} */ env) {
  const words = ['--session', '--print-reply', '--dest=org.freedesktop.DBus', '/org/freedesktop/DBus', `org.freedesktop.DBus.${method}`];
  const asked = spawnSync('dbus-send', words, { env, encoding: 'utf8', timeout: limit });
  return asked.status === 0 ? asked.stdout : null;
}

/** Whether a bank's file was taken on this computer: then the program opens it, and nothing private takes its place. */
export function hasBank(env = process.env) {
  return existsSync(join(env.XDG_CONFIG_HOME || join(homedir(), '.config'), 'Kaitsu', 'banks'));
}
