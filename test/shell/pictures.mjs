import { join } from 'node:path';
import { build, runnerImport } from 'vite';

/** Entry of `npm run pictures`: bundles the window and takes a picture of every screen into out/pictures/. */
const root = join(import.meta.dirname, '..', '..');
await build({ configFile: join(root, 'vite.config.ts'), mode: 'production', logLevel: 'warn' });
/** @type {{ module: typeof import('./pictures.ts') }} */
const { module: pictures } = await runnerImport(join(import.meta.dirname, 'pictures.ts'), { root, configFile: false, logLevel: 'error' });
process.exitCode = await pictures.takePictures(join(root, 'out', 'pictures'), process.argv.slice(2));
