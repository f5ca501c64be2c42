import { join } from 'node:path';
import { build, giveUp, installPackages, requireNode, root } from './set-up.mjs';

/** npm run kaitsu -- COMMAND: the program at the command line, without its window. */
requireNode();
installPackages();
if (!build()) giveUp('The build failed; see above.');
// A command that opens the window does it as npm start does.
process.env.KAITSU_START = JSON.stringify([process.execPath, join(root, 'tools', 'shell', 'start.mjs')]);
process.argv.splice(1, 1, join(root, 'out', 'app', 'main', 'kaitsu.cjs'));
await import(join(root, 'out', 'app', 'main', 'kaitsu.cjs'));
