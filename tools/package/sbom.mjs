import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { root } from '../shell/set-up.mjs';
import { shippedPackages } from './notices.mjs';

/**
 * What is shipped, as a list for machines (CycloneDX 1.5): npm's own list of all that package-lock.json names, less what stays here.
 * npm's `--omit dev` would not do: most of what is shipped is bundled, and stands under devDependencies.
 */

/**
 * @typedef {object} Bom
 * @property {{ component: { name: string } }} metadata
 * @property {{ 'bom-ref': string, name: string, version: string, properties?: { name: string, value: string }[] }[]} components
 * @property {{ ref: string, dependsOn?: string[] }[]} dependencies
 */

/** @returns {Bom} @throws where a package that is shipped is not in npm's list */
export function makeBom() {
  const { name, version } = describe('../../package.json');
  const electron = `electron@${describe('electron/package.json').version}`;
  const shipped = new Set([...shippedPackages(), electron]);
  const all = listInstalled();
  const components = all.components.filter((component) => shipped.has(component['bom-ref'])).map(withoutDevelopment);
  const found = new Set(components.map((component) => component['bom-ref']));
  const missing = [...shipped].filter((each) => !found.has(each));
  if (missing.length > 0) throw new Error(`npm does not list what is shipped: ${missing.join(', ')}`);
  const top = `${name}@${version}`;
  const dependencies = all.dependencies
    .filter(({ ref }) => ref === top || found.has(ref))
    .map(({ ref, dependsOn = [] }) => ({ ref, dependsOn: dependsOn.filter((each) => found.has(each)) }));
  return { ...all, metadata: { ...all.metadata, component: { ...all.metadata.component, name } }, components, dependencies };
}

/** @returns {Bom} */
function listInstalled() {
  const words = ['sbom', '--package-lock-only', '--sbom-format', 'cyclonedx', '--sbom-type', 'application'];
  const text = execFileSync('npm', words, { cwd: root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024, shell: process.platform === 'win32' });
  return JSON.parse(text);
}

/** "For development" is npm's word for what is bundled, and would be misread. @param {Bom['components'][number]} component */
function withoutDevelopment({ properties = [], ...component }) {
  return { ...component, properties: properties.filter((property) => property.name !== 'cdx:npm:package:development') };
}

/** @param {string} path @returns {{ name: string, version: string }} */
function describe(path) {
  return createRequire(import.meta.url)(path);
}
