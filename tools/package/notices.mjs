import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../shell/set-up.mjs';

/**
 * The notices of third parties, which MIT, OFL and the like demand with every copy: of what is bundled (out/packages/,
 * written by the build) and of what is packed beside the bundles. Electron brings its own and Chromium's.
 */

/** Licences that let a program like this one ship the package. Another one is looked at by a person first. */
const known = [
  'MIT',
  'ISC',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  '(MIT OR Apache-2.0)',
  'OFL-1.1',
  '0BSD',
  'BlueOak-1.0.0',
  '(BSD-3-Clause OR GPL-2.0)',
  'Unlicense',
];

/** @typedef {{ readonly name: string, readonly version: string, readonly license: string, readonly text: string }} Notice */

/** Left out of the package: see electron-builder.yml. Headers that only a compiler reads. */
const notPacked = ['node_modules/node-addon-api'];

/**
 * @returns {readonly Notice[]} one a package, by name
 * @throws where a package has a licence that is not known, or brings no text of it
 */
export function collectNotices() {
  const notices = shippedFolders().map(readNotice);
  return notices.sort((one, other) => (one.name < other.name ? -1 : 1));
}

/** @returns {readonly string[]} the folders of all packages that are shipped, Electron aside */
function shippedFolders() {
  return [...new Set([...bundled(), ...packed()])];
}

/** @returns {readonly string[]} name@version of all packages that are shipped, Electron aside, each once */
export function shippedPackages() {
  const names = shippedFolders().map((folder) => {
    const { name, version } = describe(folder);
    return `${name}@${version}`;
  });
  return [...new Set(names)].sort();
}

/** Writes them as one text. @param {string} path */
export function writeNotices(path) {
  const parts = collectNotices().map(({ name, version, license, text }) => `${'-'.repeat(72)}\n${name} ${version} (${license})\n\n${text.trim()}\n`);
  const head = 'Kaitsu is licensed under the Apache License 2.0 (LICENSE). It contains the following works of others.\n';
  writeFileSync(path, `${head}\n${parts.join('\n')}`);
}

/** @returns {string[]} folders of what the bundles are made of */
function bundled() {
  return ['main', 'preload', 'renderer', 'support-pages'].flatMap((part) => {
    const list = join(root, 'out', 'packages', `${part}.json`);
    if (!existsSync(list)) throw new Error(`${list} is not there: build first.`);
    return JSON.parse(readFileSync(list, 'utf8'));
  });
}

/** @returns {string[]} folders of what lies in the package's node_modules: the dependencies, and theirs */
function packed() {
  /** @type {Set<string>} */
  const found = new Set();
  const take = (/** @type {string} */ from, /** @type {string} */ name) => {
    const folder = resolve(from, name);
    if (found.has(folder) || notPacked.includes(folder)) return;
    found.add(folder);
    for (const dependency of Object.keys(describe(folder).dependencies ?? {})) take(folder, dependency);
  };
  for (const name of Object.keys(describe('.').dependencies ?? {})) take('', name);
  return [...found];
}

/**
 * As Node resolves: the nearest node_modules upwards.
 * @param {string} from
 * @param {string} name
 * @returns {string} relative to the project's folder
 */
function resolve(from, name) {
  const here = [from, 'node_modules', name].filter((part) => part !== '').join('/');
  if (existsSync(join(root, here))) return here;
  if (from === '') throw new Error(`${name} is not installed.`);
  return resolve(from.replace(/\/?node_modules\/(?:@[^/]+\/)?[^/]+$/u, ''), name);
}

/** @param {string} folder @returns {{ name: string, version: string, license?: string, author?: string | { name: string }, dependencies?: Record<string, string> }} */
function describe(folder) {
  return JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
}

/** @param {string} folder @returns {Notice} */
function readNotice(folder) {
  const { name, version, license = '', author } = describe(folder);
  if (!known.includes(license)) throw new Error(`${name} has the licence ${license || 'unknown'}: look at it, then add it to tools/package/notices.mjs.`);
  const files = readdirSync(join(root, folder)).filter((file) => /^(?:licen[cs]e|copying|notice)(?:[-._].*)?$/iu.test(file));
  const texts = files.map((file) => readFileSync(join(root, folder, file), 'utf8'));
  const writer = typeof author === 'string' ? author : author?.name;
  if (texts.length > 0) return { name, version, license, text: texts.join('\n\n') };
  if (writer === undefined) throw new Error(`${name} brings no text of its licence ${license}, and names nobody.`);
  return { name, version, license, text: `Licensed under ${license} by ${writer}. The package brings no other text.` };
}
