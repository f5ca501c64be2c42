import { spawn } from 'node:child_process';
import { join, resolve } from 'node:path';
import { hasBank, missingOfKeychain } from './keychain-there.mjs';
import { sandboxObstacle } from './sandbox.mjs';
import { build, electronBinary, giveUp, hasDisplay, installPackages, installTools, obtainElectron, requireNode, root, say } from './set-up.mjs';

/**
 * npm start: the program on Electron; where its binary cannot be had, the same program in Chromium; with
 * no display, the tour. npm run tour: always the tour. npm run support -- CODE: the support mode, which needs a display.
 * KAITSU_SHELL=electron|chromium|tour forces a way.
 */

/** @typedef {'electron' | 'chromium' | 'tour'} Way */

/** Where no bank was set up on this PC and nothing was chosen yet, the program opens the practice. */
const practice = '--practice';

requireNode();
installPackages();
const args = process.argv.slice(2);
/** A scenario of the practice: it has a folder and a keychain of its own. */
const scenario = args.find((arg) => arg.startsWith('--scenario='));
/** The support mode has no keychain, no certificate store and no bank: nothing is installed for them. */
const support = supportWord(args);
const words = [scenario ?? support ?? practice];
const way = chooseWay();
if (way !== 'electron') installTools(['chromium']);
if (way === 'tour') installTools(['headless-chromium', 'bus', 'keyring']);
if (support === undefined) installTools(['nss', 'secret-library']);
if (!build()) giveUp('The build failed; see above.');
await run(way);

/**
 * @param {readonly string[]} given behind npm run support, or by the command
 * @returns {string | undefined} the program's switch
 */
function supportWord(given) {
  const asked = given.find((word) => word === '--support' || word.startsWith('--support=') || word.startsWith('--support-file='));
  const code = given.find((word) => !word.startsWith('-'));
  if (asked === undefined || code === undefined) return asked;
  return /\.(?:zip|p7m)$/iu.test(code) ? `--support-file=${resolve(code)}` : `--support=${code}`;
}

/** @returns {Way} */
function chooseWay() {
  const forced = args.includes('--tour') ? 'tour' : process.env.KAITSU_SHELL;
  switch (forced) {
    case 'tour':
    case 'chromium':
      return forced;
    case 'electron':
      requireElectron();
      return forced;
    case undefined:
    case '':
      return chooseByWhatIsThere();
    default:
      giveUp(`KAITSU_SHELL is electron, chromium or tour, not ${forced}.`);
      return 'tour';
  }
}

/** @returns {Way} */
function chooseByWhatIsThere() {
  if (!hasDisplay() && (scenario ?? support) !== undefined) giveUp('There is no display to open a window on: set DISPLAY.');
  if (!hasDisplay()) {
    say('No display here: running the tour instead, the whole journey with a picture of every screen.');
    return 'tour';
  }
  const binary = obtainElectron();
  const obstacle = binary === null ? "Electron's binary is not here and could not be fetched." : sandboxObstacle(binary);
  if (obstacle === null) return 'electron';
  say(`${obstacle}\nUntil then the same program opens in Chromium.`);
  return 'chromium';
}

function requireElectron() {
  const binary = obtainElectron();
  if (binary === null) return giveUp("Electron's binary is not here and could not be fetched.");
  const obstacle = sandboxObstacle(binary);
  if (obstacle !== null) giveUp(obstacle);
}

/** @param {Way} chosen */
async function run(chosen) {
  switch (chosen) {
    case 'electron': {
      const noSandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
      return open(electronBinary() ?? 'electron', [...noSandbox, root, ...words], {});
    }
    case 'chromium':
      if (!hasDisplay()) giveUp('There is no display to open a window on: set DISPLAY, or use npm run tour.');
      return open(process.execPath, ['-r', join(root, 'out', 'shell', 'hook.cjs'), join(root, 'out', 'app', 'main', 'index.cjs'), ...words], {
        KAITSU_SHELL_VISIBLE: '1',
      });
    case 'tour':
      return follow(process.execPath, [join(root, 'out', 'shell', 'tour.cjs'), ...args.filter((arg) => arg !== '--tour')], {});
  }
}

/**
 * Opens the program; where the computer has no keychain and no bank is set up, in a private session for the practice.
 * @param {string} command
 * @param {readonly string[]} behind
 * @param {Readonly<Record<string, string>>} env
 */
async function open(command, behind, env) {
  const missing = scenario === undefined && support === undefined ? missingOfKeychain() : null;
  if (missing === null || hasBank()) return follow(command, behind, env);
  installTools(['bus', 'keyring']);
  say(`This computer has ${missing}: a private one is started for the practice. What is done in it is gone when the window is closed.`);
  return follow(process.execPath, [join(root, 'out', 'shell', 'in-session.cjs'), command, ...behind], env);
}

/**
 * Runs to the end, hands signals on, and ends as it ended.
 * @param {string} command
 * @param {readonly string[]} behind
 * @param {Readonly<Record<string, string>>} env
 */
async function follow(command, behind, env) {
  const child = spawn(command, [...behind], { cwd: root, env: { ...process.env, ...env }, stdio: 'inherit' });
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(signal, () => child.kill(signal));
  const code = await new Promise((resolve) => {
    child.once('error', (error) => giveUp(`${command}: ${error.message}`));
    child.once('exit', (status) => resolve(status ?? 1));
  });
  process.exitCode = code;
}
