import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Plugin } from 'vite';

/**
 * Notes which npm packages a bundle is made of, for the notices that their licences demand.
 * @param file where the list is written
 */
export function notePackages(file: string): Plugin {
  const packages = new Set<string>();
  const take = (path: string): void => {
    const folder = /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/u.exec(path.replace(/^\0/u, '').replace(/\?.*$/u, ''))?.[0];
    if (folder !== undefined) packages.add(folder.replace(/^.*?(?=node_modules[\\/])/u, '').replaceAll('\\', '/'));
  };
  return {
    name: 'note-packages',
    generateBundle(_options, bundle) {
      for (const output of Object.values(bundle)) {
        if (output.type === 'chunk') output.moduleIds.forEach(take);
        else output.originalFileNames.forEach(take);
      }
    },
    closeBundle() {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, `${JSON.stringify([...packages].sort(), null, 2)}\n`);
    },
  };
}
