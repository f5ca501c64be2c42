import { join, resolve } from 'node:path';
import { giveUp, installPackages, requireNode, root, say } from '../shell/set-up.mjs';

/**
 * npm run sign-update -- FOLDER [PERCENT]: signs the lists of an update (latest*.yml) with the key in KAITSU_UPDATE_KEY, for so
 * many of a hundred PCs. To widen a roll-out, sign again with a higher number and upload the lists alone.
 */
requireNode();
installPackages();
const [folder, percent, ...more] = process.argv.slice(2);
const key = process.env.KAITSU_UPDATE_KEY ?? '';
if (folder === undefined || more.length > 0 || !/^(?:\d{1,2}|100)$/u.test(percent ?? '100')) giveUp('npm run sign-update -- FOLDER [PERCENT from 0 to 100]');
else if (key === '') giveUp("Set KAITSU_UPDATE_KEY to the path of the publisher's private key.");
else {
  const { runnerImport } = await import('vite');
  /** @type {{ module: typeof import('./update-lists.ts') }} */
  const { module: lists } = await runnerImport(join(import.meta.dirname, 'update-lists.ts'), { root, configFile: false, logLevel: 'error' });
  try {
    const names = await lists.signUpdateLists(resolve(folder), key, percent === undefined ? undefined : Number(percent));
    for (const name of names) say(`${join(folder, name)} is signed.`);
    if (names.length === 0) giveUp(`${folder} holds no list of an update (latest*.yml).`);
  } catch (error) {
    giveUp(error instanceof Error ? error.message : String(error));
  }
}
