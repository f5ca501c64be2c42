import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build, electronBinary, installPackages, installTools, requireNode, root, runInherited, say } from './set-up.mjs';

/**
 * npm test: set-up, then everything that is checked. Goes on after a failure, so that one run tells all;
 * the last line counts: types, lint and build as one check each, tests one by one.
 */

/** @typedef {{ readonly passed: number, readonly failed: number }} Count */

requireNode();
installPackages();
installTools(['chromium', 'nss', 'bus', 'keyring', 'secret-library', 'openssl', 'curl', 'poppler']);
const reports = join(root, 'out', 'test');
rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });

const begun = Date.now();
const counts = [
  step('types', () => check(runInherited('npm', ['run', '--silent', 'types']) === 0)),
  step('lint', () => check(runInherited('npm', ['run', '--silent', 'lint']) === 0)),
  step('build', () => check(build())),
  step('unit tests', () => tests('unit')),
  step('integration tests', () => tests('integration')),
  step('gallery: every screen, audited and compared', () => check(runInherited('npm', ['run', '--silent', 'gallery']) === 0)),
  step('manual, printed and read back', () => check(runInherited('npm', ['run', '--silent', 'manual']) === 0)),
  step(`end-to-end tests (on ${electronBinary() === null ? 'the stand-in for Electron' : 'Electron'})`, () => tests('e2e')),
];
const passed = counts.reduce((sum, count) => sum + count.passed, 0);
const failed = counts.reduce((sum, count) => sum + count.failed, 0);
say(`\n== everything: ${seconds(begun)}`);
say(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

/**
 * @param {string} title
 * @param {() => Count} run
 */
function step(title, run) {
  say(`\n== ${title}`);
  const start = Date.now();
  const count = run();
  say(`== ${title}: ${count.failed === 0 ? 'good' : `${count.failed} FAILED`}, ${seconds(start)}`);
  return count;
}

/** @returns {Count} */
function check(/** @type {boolean} */ good) {
  return good ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/**
 * @param {'unit' | 'integration' | 'e2e'} project
 * @returns {Count}
 */
function tests(project) {
  const report = join(reports, `${project}.json`);
  const vitest = join('node_modules', 'vitest', 'vitest.mjs');
  const code = runInherited(process.execPath, [vitest, 'run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]);
  const { numPassedTests: passed = 0, numFailedTests = 0, testResults: files = [] } = readReport(report);
  // A file that broke before its first test has no failed test, yet it failed.
  const broken = files.filter((file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed')).length;
  const failed = numFailedTests + broken;
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
