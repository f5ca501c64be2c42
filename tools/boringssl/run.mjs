import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join } from 'node:path';
import { build } from 'vite';
import { root, say } from '../shell/set-up.mjs';
import { files } from './files.mjs';
import { leftOut } from './left-out.mjs';

/**
 * Runs tests on BoringSSL, which is what Electron's node:crypto and node:tls are made of; Node's are OpenSSL. Bun
 * has BoringSSL as well, and its binary lies in an npm package. The tests and what they test are bundled as the
 * program is, since Bun puts a module of its own in the place of undici.
 */

const bun = join(root, 'node_modules', '@oven', 'bun-linux-x64-baseline', 'bin', 'bun');
const folder = join(root, 'out', 'boringssl');
const reports = join(root, 'out', 'test');
const report = join(reports, 'boringssl.xml');
const outside = ['bun:test', 'libsql', 'keytar', 'fastify', ...builtinModules, /^node:/u];
/** Loaded machines are slow; a test that hangs ends the run all the same. */
const testLimit = 60_000;

const at = (/** @type {string} */ path) => join(root, path);

function bundle() {
  return build({
    root,
    configFile: false,
    logLevel: 'warn',
    // Of write-file-atomic, a CommonJS module: part of a temporary file's name.
    define: { __filename: JSON.stringify('boringssl') },
    resolve: { alias: { vitest: at('tools/boringssl/vitest.mjs') } },
    build: {
      ssr: true,
      target: 'node20',
      minify: false,
      outDir: folder,
      emptyOutDir: true,
      rolldownOptions: {
        input: [...files, 'test/boringssl/bank-in-node.ts'].map(at),
        external: outside,
        output: { format: 'es', entryFileNames: '[name].mjs', chunkFileNames: '[name]-[hash].mjs' },
      },
    },
    ssr: { noExternal: true, external: ['libsql', 'keytar', 'fastify'] },
  });
}

/** A title that no test has any more would leave nothing out and say that it does. */
function staleTitles() {
  return Object.entries(leftOut).flatMap(([file, titles]) => {
    const source = readFileSync(at(file), 'utf8');
    return Object.keys(titles).filter((title) => !source.includes(`'${title}'`));
  });
}

/** @returns {number} the number that the report gives for all its suites together; 0 where there is none */
function reported(/** @type {string} */ name) {
  const found = existsSync(report) ? new RegExp(`<testsuites[^>]* ${name}="(\\d+)"`, 'u').exec(readFileSync(report, 'utf8')) : null;
  return Number(found?.[1] ?? 0);
}

/** @returns {Promise<{ readonly passed: number, readonly failed: number }>} how many tests passed and failed */
async function testOnBoringSsl() {
  const stale = staleTitles();
  for (const title of stale) say(`No test is called: ${title}`);
  for (const [file, titles] of Object.entries(leftOut)) for (const [title, why] of Object.entries(titles)) say(`Left out of ${file}: ${title}. ${why}.`);
  await bundle();
  const settings = ['--timeout', String(testLimit), '--reporter=junit', `--reporter-outfile=${report}`];
  const { status } = spawnSync(bun, ['test', ...settings, folder], { cwd: root, stdio: 'inherit', env: { ...process.env, KAITSU_NODE: process.execPath } });
  const [tests, failures, skipped] = [reported('tests'), reported('failures'), reported('skipped')];
  const failed = failures + stale.length;
  // A file that broke before its first test is not in the report.
  return { passed: tests - failures - skipped, failed: status === 0 ? failed : Math.max(failed, 1) };
}

mkdirSync(reports, { recursive: true });
rmSync(report, { force: true });
if (!existsSync(bun)) say("Left out: Bun's binary (npm package @oven/bun-linux-x64-baseline), whose crypto is BoringSSL, is to be had on Linux x64 only.");
const { passed, failed } = existsSync(bun) ? await testOnBoringSsl() : { passed: 0, failed: 0 };
writeFileSync(join(reports, 'boringssl.json'), JSON.stringify({ numPassedTests: passed, numFailedTests: failed }));
process.exitCode = failed === 0 ? 0 : 1;
