import { join } from 'node:path';
import { build, giveUp, installPackages, requireNode, root } from './set-up.mjs';

/** npm run kaitsu -- COMMAND: the program at the command line, without its window. */
requireNode();
installPackages();
if (!build()) giveUp('The build failed; see above.');
process.argv.splice(1, 1, join(root, 'out', 'app', 'main', 'kaitsu.cjs'));
await import(join(root, 'out', 'app', 'main', 'kaitsu.cjs'));
