import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { checks, runAtOnce } from './checks.mjs';
import { build, electronBinary, installPackages, installTools, requireNode, root, runInherited, say } from './set-up.mjs';

/**
 * npm test: set-up, then everything that is checked. Goes on after a failure, so that one run tells all;
 * the last line counts: each tool's run as one check, tests one by one. What can be run beside something else is.
 */

/** @typedef {{ readonly passed: number, readonly failed: number }} Count */

requireNode();
installPackages();
installTools(['chromium', 'headless-chromium', 'nss', 'bus', 'keyring', 'secret-library', 'openssl', 'curl', 'poppler', 'proxies']);
const reports = join(root, 'out', 'test');
rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });

const begun = Date.now();
const counts = [
  await step('build', () => check(build())),
  await step('types and lint', () => together([...checks.types, ...checks.lint])),
  await step('unit tests', () => tests('unit', 'unit-alone')),
  await step('integration tests', () => tests('integration')),
  await step("crypto on BoringSSL, which is Electron's", () => onBoringSsl()),
  await step('gallery: every screen, audited and compared; manual, printed and read back', () => together(checks.pictures)),
  await step(`end-to-end tests (on ${electronBinary() === null ? 'the stand-in for Electron' : 'Electron'})`, () => tests('e2e')),
];
const passed = counts.reduce((sum, count) => sum + count.passed, 0);
const failed = counts.reduce((sum, count) => sum + count.failed, 0);
say(`\n== everything: ${seconds(begun)}`);
say(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

/**
 * @param {string} title
 * @param {() => Count | Promise<Count>} run
 */
async function step(title, run) {
  say(`\n== ${title}`);
  const start = Date.now();
  const count = await run();
  say(`== ${title}: ${count.failed === 0 ? 'good' : `${count.failed} FAILED`}, ${seconds(start)}`);
  return count;
}

/** @returns {Count} */
function check(/** @type {boolean} */ good) {
  return good ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/**
 * @param {readonly import('./checks.mjs').Check[]} wanted
 * @returns {Promise<Count>}
 */
async function together(wanted) {
  const failed = await runAtOnce(wanted);
  return { passed: wanted.length - failed, failed };
}

/**
 * @param {'unit' | 'unit-alone' | 'integration' | 'e2e'} project
 * @param {...'unit-alone'} beside
 * @returns {Count}
 */
function tests(project, ...beside) {
  const report = join(reports, `${project}.json`);
  const projects = [project, ...beside].flatMap((name) => ['--project', name]);
  const vitest = join('node_modules', 'vitest', 'vitest.mjs');
  const code = runInherited(process.execPath, [vitest, 'run', ...projects, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]);
  const { numPassedTests: passed = 0, numFailedTests = 0, testResults: files = [] } = readReport(report);
  // A file that broke before its first test has no failed test, yet it failed.
  const broken = files.filter((file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed')).length;
  const failed = numFailedTests + broken;
  return { passed, failed: code === 0 ? failed : Math.max(failed, 1) };
}

/** @returns {Count} */
function onBoringSsl() {
  const code = runInherited(process.execPath, [join('tools', 'boringssl', 'run.mjs')]);
  const { numPassedTests: passed = 0, numFailedTests: failed = 0 } = readReport(join(reports, 'boringssl.json'));
  return { passed, failed: code === 0 ? failed : Math.max(failed, 1) };
}

/**
 * @typedef {{ readonly status: string, readonly assertionResults: readonly { readonly status: string }[] }} FileResult
 * @returns {{ numPassedTests?: number, numFailedTests?: number, testResults?: readonly FileResult[] }}
 */
function readReport(/** @type {string} */ path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return {};
  }
}

function seconds(/** @type {number} */ since) {
  return `${((Date.now() - since) / 1000).toFixed(1)} s`;
}
