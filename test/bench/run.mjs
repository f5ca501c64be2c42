import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Entry of `npm run bench`: does its own set-up, then loads the benchmarks, which are TypeScript. */
const root = join(import.meta.dirname, '..', '..');
if (!existsSync(join(root, 'node_modules', 'vite'))) execFileSync('npm', ['ci'], { cwd: root, stdio: 'inherit' });
const { runnerImport } = await import('vite');
/** @type {{ module: typeof import('./bench.ts') }} */
const { module: bench } = await runnerImport(join(import.meta.dirname, 'bench.ts'), { root, configFile: false, logLevel: 'error' });
await bench.runBench(root);
