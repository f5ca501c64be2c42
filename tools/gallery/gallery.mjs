import { join } from 'node:path';
import { build, runnerImport } from 'vite';

/** Entry of `npm run gallery`: bundles the window and draws every screen in every state into out/gallery/. */
const root = join(import.meta.dirname, '..', '..');
await build({ configFile: join(root, 'vite.config.ts'), mode: 'production', logLevel: 'warn' });
/** @type {{ module: typeof import('./gallery.ts') }} */
const { module: gallery } = await runnerImport(join(import.meta.dirname, 'gallery.ts'), { root, configFile: false, logLevel: 'error' });
process.exitCode = await gallery.runGallery(join(root, 'out', 'gallery'), process.argv.slice(2));
