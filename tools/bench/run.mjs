import { join } from 'node:path';
import { build, giveUp, installPackages, installTools, obtainElectron, requireNode, root, say } from '../shell/set-up.mjs';

/** Entry of `npm run bench`: does its own set-up, then loads the benchmarks, which are TypeScript. */
requireNode();
installPackages();
installTools(['chromium', 'headless-chromium', 'nss', 'bus', 'keyring', 'secret-library', 'openssl', 'curl']);
if (obtainElectron() === null) say("Electron's binary is not here and could not be fetched: the whole program is measured on its stand-in.");
if (!build()) giveUp('The build failed; see above.');
process.chdir(root);
const { runnerImport } = await import('vite');
/** @type {{ module: typeof import('./bench.ts') }} */
const { module: bench } = await runnerImport(join(import.meta.dirname, 'bench.ts'), { root, configFile: false, logLevel: 'error' });
await bench.runBench(root);
