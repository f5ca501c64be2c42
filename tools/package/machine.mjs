import { existsSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { electronBinary, hasOne, root } from '../shell/set-up.mjs';
import { toolNames } from './plan.mjs';

/** What this machine has of what packaging needs, and what it could fetch. */

const { version: electronVersion } = createRequire(import.meta.url)('electron/package.json');

/** In milliseconds, for a server to say anything at all. */
const patience = 8_000;

/** How electron-builder names the folders of its tools: fpm@2.1.4, nsis-3.0.4.1, wix-4.0.0.5512.2. */
const cachedAs = /** @type {const} */ ({ appimage: 'appimage', fpm: 'fpm', nsis: 'nsis', wix: 'wix' });

/** @returns {{ readonly system: import('./plan.mjs').System, readonly arch: import('./plan.mjs').Arch }} */
export function here() {
  const system = process.platform === 'win32' ? 'win' : process.platform === 'darwin' ? 'mac' : 'linux';
  return { system, arch: process.arch === 'arm64' ? 'arm64' : 'x64' };
}

/**
 * Electron's distribution as a folder; null where electron-builder is to look in its cache, or to fetch it.
 * @param {import('./plan.mjs').System} system
 * @param {import('./plan.mjs').Arch} arch
 */
export function electronFolder(system, arch) {
  const own = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (own !== undefined) return existsSync(own) ? own : null;
  const same = system === here().system && arch === here().arch;
  return same && electronBinary() !== null ? join(root, 'node_modules', 'electron', 'dist') : null;
}

/** @returns {Promise<import('./plan.mjs').Machine>} */
export async function lookAtMachine() {
  const { env } = process;
  const github = 'https://github.com/';
  const mirrors = { electron: env.ELECTRON_MIRROR ?? github, tools: env.ELECTRON_BUILDER_BINARIES_MIRROR ?? github };
  const [electronReached, toolsReached] = await Promise.all([answers(mirrors.electron), answers(mirrors.tools)]);
  const names = { linux: 'linux', win: 'win32', mac: 'darwin' };
  return {
    ...here(),
    electron: (system, arch) =>
      electronFolder(system, arch) !== null || isCached(`electron-v${electronVersion}-${names[system]}-${arch}.zip`) || electronReached,
    tool: (tool) => isOwn(tool) || contentOf(toolCache()).some((name) => name.startsWith(cachedAs[tool])) || toolsReached,
    program: (program) => hasOne(program),
  };
}

/** @param {import('./plan.mjs').Tool} tool */
function isOwn(tool) {
  const variable = toolNames[tool][1];
  if (tool === 'fpm' && process.env.USE_SYSTEM_FPM === 'true') return hasOne('fpm');
  const path = variable === null ? undefined : process.env[variable];
  return path !== undefined && existsSync(path);
}

/** Whether anybody serves there: any answer is one. @param {string} address */
async function answers(address) {
  try {
    await fetch(address, { method: 'HEAD', redirect: 'manual', signal: AbortSignal.timeout(patience) });
    return true;
  } catch {
    return false;
  }
}

/** Where @electron/get keeps what it fetched: one folder for each address. @param {string} file */
function isCached(file) {
  const folder = cacheOf('electron', ['electron', 'Cache']);
  return contentOf(folder).some((name) => existsSync(join(folder, name, file)));
}

function toolCache() {
  return process.env.ELECTRON_BUILDER_CACHE ?? cacheOf('electron-builder', ['electron-builder', 'Cache']);
}

/**
 * @param {string} name
 * @param {readonly string[]} onWindows
 */
function cacheOf(name, onWindows) {
  switch (process.platform) {
    case 'darwin':
      return join(homedir(), 'Library', 'Caches', name);
    case 'win32':
      return join(process.env.LOCALAPPDATA ?? join(homedir(), 'AppData', 'Local'), ...onWindows);
    default:
      return join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), name);
  }
}

/** @param {string} folder */
function contentOf(folder) {
  return existsSync(folder) ? readdirSync(folder) : [];
}
