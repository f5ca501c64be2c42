import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { root, say } from './set-up.mjs';

/**
 * What is checked without starting the program, and the lanes in which checks run at once. Each tool keeps
 * what it knows of unchanged files in node_modules/.cache; `npm ci` removes that, so that a clean clone is checked wholly.
 */

/** @typedef {{ readonly name: string, readonly command: readonly string[] }} Check */

const bin = (/** @type {readonly string[]} */ ...path) => join(root, 'node_modules', ...path);
const cache = (/** @type {string} */ name) => bin('.cache', name);
const node = process.execPath;

/** The parts of the program; tools are checked with the tests. What takes longest begins first. */
const parts = ['test', 'main', 'renderer', 'preload', 'preload/contract'];

/** @type {Readonly<Record<'types' | 'lint' | 'unit' | 'pictures', readonly Check[]>>} */
export const checks = {
  types: parts.map((part) => ({
    name: `types of ${part}`,
    command: [node, bin('typescript-native', 'bin', 'tsc'), '-p', part, '--incremental', '--tsBuildInfoFile', cache(`types-${part.replace('/', '-')}`)],
  })),
  lint: [
    {
      name: 'arrows between the rooms',
      command: [node, bin('dependency-cruiser', 'bin', 'dependency-cruise.mjs'), ...'main preload renderer tools test --output-type err'.split(' ')],
    },
    { name: 'unused code', command: [node, bin('knip', 'bin', 'knip.js'), '--cache', '--cache-location', cache('knip')] },
    { name: 'style', command: [node, bin('@biomejs', 'biome', 'bin', 'biome'), 'check', '--error-on-warnings', '.'] },
  ],
  unit: [{ name: 'unit tests', command: [node, bin('vitest', 'vitest.mjs'), 'run', '--project', 'unit', '--project', 'unit-alone'] }],
  pictures: [
    { name: 'gallery', command: [node, join(root, 'tools', 'gallery', 'gallery.mjs')] },
    { name: 'manual', command: [node, join(root, 'tools', 'manual', 'manual.mjs')] },
  ],
};

/**
 * Runs checks, as many at once as there are processors. What one writes is shown whole when it has ended.
 * @param {readonly Check[]} wanted
 * @returns {Promise<number>} how many failed
 */
export async function runAtOnce(wanted) {
  const waiting = [...wanted];
  let failed = 0;
  const lane = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const { code, output, seconds } = await run(next);
      if (code !== 0) failed += 1;
      if (code !== 0 || output.trim() !== '') say(`-- ${next.name}: ${code === 0 ? 'good' : 'FAILED'}, ${seconds} s\n${output.trimEnd()}`);
    }
  };
  await Promise.all(Array.from({ length: Math.max(availableParallelism(), 1) }, lane));
  return failed;
}

/**
 * @param {Check} check
 * @returns {Promise<{ readonly code: number, readonly output: string, readonly seconds: string }>}
 */
function run({ command: [program = '', ...words] }) {
  const begun = Date.now();
  const colour = process.stdout.isTTY && process.env.NO_COLOR === undefined ? { FORCE_COLOR: '1' } : {};
  return new Promise((ended) => {
    /** @type {string[]} */
    const pieces = [];
    const child = spawn(program, words, { cwd: root, env: { ...process.env, ...colour }, stdio: ['ignore', 'pipe', 'pipe'] });
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (piece) => pieces.push(String(piece)));
    child.on('error', (error) => pieces.push(String(error)));
    child.on('close', (code) => ended({ code: code ?? 1, output: pieces.join(''), seconds: ((Date.now() - begun) / 1000).toFixed(1) }));
  });
}
