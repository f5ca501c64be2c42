import { join } from 'node:path';
import { runnerImport } from 'vite';
import { build, giveUp, installTools } from '../shell/set-up.mjs';

/** Entry of `npm run manual [-- --profile <file>]`: the illustrated manual as PDF, in every language, into out/manual/. */
const root = join(import.meta.dirname, '..', '..');
installTools(['chromium', 'headless-chromium', 'poppler']);
if (!build()) giveUp('The build failed; see above.');
/** @type {{ module: typeof import('./manual.ts') }} */
const { module: manual } = await runnerImport(join(import.meta.dirname, 'manual.ts'), { root, configFile: false, logLevel: 'error' });
const named = process.argv.indexOf('--profile');
process.exitCode = await manual.makeManuals(root, join(root, 'out', 'manual'), named < 0 ? null : (process.argv[named + 1] ?? ''));
