import { join } from 'node:path';
import { runnerImport } from 'vite';
import { build, giveUp } from '../shell/set-up.mjs';

/** Entry of `npm run gallery`: bundles the window and draws every screen in every state into out/gallery/. */
const root = join(import.meta.dirname, '..', '..');
if (!build()) giveUp('The build failed; see above.');
/** @type {{ module: typeof import('./gallery.ts') }} */
const { module: gallery } = await runnerImport(join(import.meta.dirname, 'gallery.ts'), { root, configFile: false, logLevel: 'error' });
process.exitCode = await gallery.runGallery(join(root, 'out', 'gallery'), process.argv.slice(2));
