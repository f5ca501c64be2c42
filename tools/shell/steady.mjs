import { spawn, spawnSync } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { root, say } from './set-up.mjs';

/**
 * How steady the suite is: runs it again and again beside loops that keep every processor busy, and says how often
 * each run failed. A test that fails once in ten runs is a defect.
 *
 *     node tools/shell/steady.mjs [runs, 10] [words for vitest; none: npm test as a whole]
 *     node tools/shell/steady.mjs 10 --project integration test/integration/renderer-window.test.ts
 */

const [runs = '10', ...words] = process.argv.slice(2);
const suite = words.length === 0 ? [join('tools', 'shell', 'test.mjs')] : [join('node_modules', 'vitest', 'vitest.mjs'), 'run', ...words];

/** One for each processor: whatever the suite does shares it with one of these. */
const loops = Array.from({ length: availableParallelism() }, () => spawn(process.execPath, ['-e', 'for (;;);'], { stdio: 'ignore' }));
let failed = 0;
try {
  for (let run = 1; run <= Number(runs); run += 1) {
    const begun = Date.now();
    const { status, stdout, stderr } = spawnSync(process.execPath, suite, { cwd: root, encoding: 'utf8', maxBuffer: 1 << 28 });
    if (status !== 0) {
      failed += 1;
      say(`${stdout}${stderr}`);
    }
    say(`run ${run} of ${runs}: ${status === 0 ? 'green' : 'FAILED'}, ${((Date.now() - begun) / 1000).toFixed(0)} s`);
  }
} finally {
  for (const loop of loops) loop.kill('SIGKILL');
}
say(`${Number(runs) - failed} of ${runs} green, beside ${loops.length} busy loops`);
process.exitCode = failed === 0 ? 0 : 1;
