import { join } from 'node:path';
import { build, giveUp, installPackages, requireNode, root, runInherited, say } from '../shell/set-up.mjs';

/**
 * npm run package -- [--linux|--mac|--win] [--dir] [--release]: what is installed, into dist/. --dir: the program's folder
 * alone, no installer. --release: ends where it cannot be signed. docs/packaging.md says more.
 */
requireNode();
installPackages();
if (!build()) giveUp('The build failed; see above.');
await prepare();
const args = process.argv.slice(2);
const release = args.includes('--release') ? ['-c.forceCodeSigning=true'] : [];
const builder = join('node_modules', 'electron-builder', 'out', 'cli', 'cli.js');
process.exitCode = runInherited(process.execPath, [builder, '--publish', 'never', ...args.filter((arg) => arg !== '--release'), ...release]);

/** The icons and the notices of third parties. Imported here, since the packages are only there now. */
async function prepare() {
  const [{ drawIcons }, { writeNotices }] = await Promise.all([import('./icons.mjs'), import('./notices.mjs')]);
  say('Drawing icons and collecting notices …');
  await drawIcons(join(root, 'assets', 'icon.svg'), join(root, 'out', 'package'));
  writeNotices(join(root, 'out', 'package', 'THIRD-PARTY-NOTICES.txt'));
}
