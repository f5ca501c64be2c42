import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, lstatSync, mkdirSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';

/**
 * What every launcher does before it starts: packages, system tools, build. Plain Node without any
 * package, since it is what installs them.
 */

export const root = resolve(import.meta.dirname, '..', '..');

/** Node 20.19 is the first 20 that the tools run on. */
const oldestNode = [20, 19];

/**
 * The system's tools: how each is recognised, and the Debian and Ubuntu packages that bring it.
 * @typedef {'chromium' | 'headless-chromium' | 'nss' | 'bus' | 'keyring' | 'secret-library' | 'openssl' | 'curl' | 'poppler' | 'proxies'} Tool
 * @type {Readonly<Record<Tool, { readonly there: () => boolean, readonly packages: readonly string[], readonly optional?: true }>>}
 */
const tools = {
  chromium: {
    there: () => process.env.KAITSU_CHROMIUM !== undefined || hasOne('chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'),
    packages: ['chromium', 'fonts-liberation'],
  },
  // Not every system has it; the usual Chromium does the same, slower.
  'headless-chromium': {
    there: () => process.env.KAITSU_CHROMIUM !== undefined || hasOne('chromium-headless-shell'),
    packages: ['chromium-headless-shell'],
    optional: true,
  },
  nss: { there: () => hasOne('certutil') && hasOne('pk12util'), packages: ['libnss3-tools'] },
  bus: { there: () => hasOne('dbus-daemon') && hasOne('dbus-send'), packages: ['dbus'] },
  keyring: { there: () => hasOne('gnome-keyring-daemon'), packages: ['gnome-keyring'] },
  'secret-library': { there: hasSecretLibrary, packages: ['libsecret-1-0'] },
  openssl: { there: () => hasOne('openssl'), packages: ['openssl'] },
  curl: { there: () => hasOne('curl'), packages: ['curl'] },
  poppler: { there: () => hasOne('pdftotext') && hasOne('pdfinfo'), packages: ['poppler-utils'] },
  // Squid runs as a service where it is installed: on a person's own computer nobody installs it unasked.
  proxies: {
    there: () =>
      process.env.CI === undefined || ['/usr/sbin/squid', '/usr/bin/tinyproxy', '/usr/bin/microsocks', '/usr/sbin/ip'].every((path) => existsSync(path)),
    packages: ['squid', 'tinyproxy-bin', 'microsocks', 'iproute2'],
    optional: true,
  },
};

/** Ends the launcher with one line that says what to do. */
export function giveUp(/** @type {string} */ why) {
  process.stderr.write(`${why}\n`);
  process.exit(1);
}

export function say(/** @type {string} */ line) {
  process.stdout.write(`${line}\n`);
}

/** Refuses a Node that is too old, in words. */
export function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [wantedMajor = 0, wantedMinor = 0] = oldestNode;
  if (major > wantedMajor || (major === wantedMajor && minor >= wantedMinor)) return;
  giveUp(`Kaitsu needs Node ${oldestNode.join('.')} or later; this is ${process.versions.node}.`);
}

/** Installs the packages where they are missing or older than package-lock.json. */
export function installPackages() {
  const installed = changedAt(join(root, 'node_modules', '.package-lock.json'));
  if (installed > 0 && installed >= changedAt(join(root, 'package-lock.json'))) return;
  if (isLink(join(root, 'node_modules')))
    giveUp('node_modules is a link into another checkout, whose packages npm ci would delete: install them there, or remove the link.');
  say('Installing packages (npm ci) …');
  if (runInherited('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']) !== 0) giveUp('npm ci failed; see above.');
}

/** @param {string} path */
function isLink(path) {
  return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true;
}

/**
 * Installs missing system tools with apt-get where that is possible without a question, else says what to type.
 * @param {readonly Tool[]} wanted
 */
export function installTools(wanted) {
  const missing = process.platform === 'linux' ? wanted.filter((name) => !tools[name].there()) : [];
  const needed = missing.filter((name) => tools[name].optional !== true);
  if (needed.length > 0) installNeeded(needed);
  const helpful = missing.filter((name) => tools[name].optional === true).flatMap((name) => tools[name].packages);
  const known = helpful.filter(isKnownPackage);
  const prefix = known.length > 0 ? rootPrefix() : null;
  if (prefix !== null) aptGet(prefix, ['install', '-y', '-qq', '--no-install-recommends', ...known]);
}

function installNeeded(/** @type {readonly Tool[]} */ needed) {
  const packages = needed.flatMap((name) => tools[name].packages);
  if (!hasOne('apt-get')) giveUp(`Missing on this computer: ${needed.join(', ')}. Install what brings them (on Debian: ${packages.join(' ')}).`);
  const prefix = rootPrefix();
  const install = ['install', '-y', '--no-install-recommends', ...packages];
  if (prefix === null) return giveUp(`Some programs are missing. Please type:\n  sudo apt-get update && sudo apt-get ${install.join(' ')}`);
  say(`Installing ${packages.join(', ')} (apt-get) …`);
  for (const words of [
    ['update', '-qq'],
    [...install, '-qq'],
  ]) {
    const done = aptGet(prefix, words);
    if (done.status !== 0) giveUp(`apt-get ${words.join(' ')} failed:\n${done.stdout}${done.stderr}`);
  }
}

/** @returns {readonly string[] | null} what stands before a command of root's; null where that would ask for a password */
function rootPrefix() {
  if (process.getuid?.() === 0) return [];
  return spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' }).status === 0 ? ['sudo'] : null;
}

/**
 * @param {readonly string[]} prefix
 * @param {readonly string[]} words
 */
function aptGet(prefix, words) {
  const [command = '', ...args] = [...prefix, 'apt-get', ...words];
  return spawnSync(command, args, { stdio: ['ignore', 'pipe', 'pipe'], encoding: 'utf8', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
}

function isKnownPackage(/** @type {string} */ name) {
  return hasOne('apt-cache') && spawnSync('apt-cache', ['show', name], { stdio: 'ignore' }).status === 0;
}

/** Builds the program and its stand-in where a source is newer than what was built. @returns whether that went well */
export function build() {
  const stamp = join(root, 'out', 'built');
  const sources = ['main', 'preload', 'renderer', 'assets', 'tools/shell', 'tools/tour', 'tools/journey', 'tools/log', 'vite.config.ts', 'package-lock.json'];
  if (changedAt(stamp) >= Math.max(...sources.map((path) => newestIn(join(root, path))))) return true;
  // Not among what a command prints.
  process.stderr.write('Building …\n');
  const begun = new Date();
  if (runInherited('npm', ['run', '--silent', 'build']) !== 0 || runInherited('npm', ['run', '--silent', 'build:shell']) !== 0) return false;
  mkdirSync(join(root, 'out'), { recursive: true });
  writeFileSync(stamp, `${begun.toISOString()}\n`);
  // As of its beginning: what changed meanwhile may not be in it.
  utimesSync(stamp, begun, begun);
  return true;
}

/** Electron's own binary; null where it is absent. */
export function electronBinary() {
  const names = { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' };
  const name = process.platform === 'darwin' || process.platform === 'win32' ? names[process.platform] : 'electron';
  const path = join(process.env.ELECTRON_OVERRIDE_DIST_PATH ?? join(root, 'node_modules', 'electron', 'dist'), name);
  return existsSync(path) ? path : null;
}

/** Fetches Electron's binary where it is absent; where it cannot be had, that shows within a second. */
export function obtainElectron() {
  const present = electronBinary();
  if (present !== null || process.env.ELECTRON_OVERRIDE_DIST_PATH !== undefined) return present;
  spawnSync(process.execPath, [join(root, 'node_modules', 'electron', 'install.js')], { stdio: 'ignore', timeout: 180_000 });
  return electronBinary();
}

/** Whether a window can be shown. */
export function hasDisplay() {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY) || Boolean(process.env.WAYLAND_DISPLAY);
}

/**
 * Runs a command with the launcher's own input and output.
 * @param {string} command
 * @param {readonly string[]} args
 * @returns {number} its exit code
 */
export function runInherited(command, args, env = process.env) {
  const done = spawnSync(command, [...args], {
    cwd: root,
    env,
    stdio: [process.env.CI ? 'ignore' : 'inherit', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  });
  return done.status ?? 1;
}

export function hasOne(/** @type {readonly string[]} */ ...names) {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/sbin'];
  return names.some((name) => folders.some((folder) => isExecutable(join(folder, name))));
}

function isExecutable(/** @type {string} */ path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** keytar's binary links it. */
function hasSecretLibrary() {
  const list = spawnSync('ldconfig', ['-p'], { encoding: 'utf8', env: { ...process.env, PATH: `${process.env.PATH ?? ''}:/usr/sbin:/sbin` } });
  return list.stdout?.includes('libsecret-1.so.0') ?? false;
}

/** Milliseconds since 1970; 0 where there is nothing. */
function changedAt(/** @type {string} */ path) {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

/** @returns {number} when the newest file under a path changed */
function newestIn(/** @type {string} */ path) {
  if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) return changedAt(path);
  return Math.max(changedAt(path), ...readdirSync(path).map((name) => newestIn(join(path, name))));
}
