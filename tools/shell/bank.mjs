import { join } from 'node:path';
import { build, giveUp, installPackages, requireNode, root } from './set-up.mjs';

/** npm run bank: the practice bank by itself, with the arguments given. */
requireNode();
installPackages();
if (!build()) giveUp('The build failed; see above.');
process.argv.splice(1, 1, join(root, 'out', 'app', 'main', 'bank.cjs'));
await import(join(root, 'out', 'app', 'main', 'bank.cjs'));
