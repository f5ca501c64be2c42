import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, giveUp, installPackages, requireNode, root, runInherited, say } from '../shell/set-up.mjs';
import { plan, readWish } from './plan.mjs';
import { missingSignings } from './signing.mjs';

/**
 * npm run package: the installers of this system, into dist/, as far as this machine can make them; what it cannot make is
 * refused with the reason. docs/packaging.md says more.
 */
requireNode();
installPackages();
const { here, lookAtMachine, electronFolder } = await import('./machine.mjs');
const read = readWish(process.argv.slice(2), here());
if (read.kind === 'wrong') giveUp(read.why);
else await make(read.wish);

/** @param {import('./plan.mjs').Wish} wish */
async function make(wish) {
  if (wish.release) {
    const missing = missingSignings(wish.system, process.env);
    if (missing.length > 0) return giveUp(missing.join('\n'));
    const foreign = await (await loadUpdateLists()).foreignKey(process.env.KAITSU_UPDATE_KEY ?? '');
    if (foreign !== null) return giveUp(foreign);
  }
  const { make: made, refused, complete } = plan(wish, await lookAtMachine());
  for (const line of refused) process.stderr.write(`${line}\n`);
  // A release is whole or not at all.
  if (made.length === 0 || (wish.release && !complete)) return process.exit(1);
  if (!build()) return giveUp('The build failed; see above.');
  await prepare();
  const code = runBuilder(wish, made);
  if (code === 0) await finish();
  process.exitCode = code === 0 && !complete ? 1 : code;
}

/**
 * @param {import('./plan.mjs').Wish} wish
 * @param {readonly string[]} made
 */
function runBuilder({ system, arch, release }, made) {
  const folder = electronFolder(system, arch);
  return runInherited(process.execPath, [
    join('node_modules', 'electron-builder', 'out', 'cli', 'cli.js'),
    ...['--publish', 'never', `--${system}`, ...made, `--${arch}`],
    ...(folder === null ? [] : [`-c.electronDist=${folder}`]),
    ...(release ? ['-c.forceCodeSigning=true'] : []),
  ]);
}

/** The icons and the notices of third parties. Imported here, since the packages are only there now. */
async function prepare() {
  const [{ drawIcons }, { writeNotices }] = await Promise.all([import('./icons.mjs'), import('./notices.mjs')]);
  say('Drawing icons and collecting notices …');
  await drawIcons(join(root, 'assets', 'icon.svg'), join(root, 'out', 'package'));
  writeNotices(join(root, 'out', 'package', 'THIRD-PARTY-NOTICES.txt'));
}

/** What lies beside the installers. */
async function finish() {
  const { makeBom } = await import('./sbom.mjs');
  mkdirSync(join(root, 'dist'), { recursive: true });
  writeFileSync(join(root, 'dist', 'kaitsu.cdx.json'), `${JSON.stringify(makeBom(), null, 2)}\n`);
  say('dist/kaitsu.cdx.json lists what is shipped.');
  const key = process.env.KAITSU_UPDATE_KEY ?? '';
  if (key !== '') for (const name of await (await loadUpdateLists()).signUpdateLists(join(root, 'dist'), key)) say(`dist/${name} is signed.`);
}

/** @returns {Promise<typeof import('./update-lists.ts')>} */
async function loadUpdateLists() {
  const { runnerImport } = await import('vite');
  const { module: lists } = await runnerImport(join(import.meta.dirname, 'update-lists.ts'), { root, configFile: false, logLevel: 'error' });
  return lists;
}
