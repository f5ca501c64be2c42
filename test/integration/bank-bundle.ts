import { builtinModules } from 'node:module';
import { resolve } from 'node:path';
import { build } from 'vite';

const external = ['libsql', 'fastify'];

/**
 * Builds the practice bank's command, as `npm run bank` starts it.
 * @param folder where it comes to lie: inside the repository, so that the packages that stay outside the bundle are found
 * @returns the script
 */
export async function bundleBank(folder: string): Promise<string> {
  const input = { bank: resolve(import.meta.dirname, '../../main/cli/bank.ts') };
  const output = { format: 'cjs', entryFileNames: '[name].cjs' } as const;
  await build({
    configFile: false,
    logLevel: 'silent',
    build: { ssr: true, target: 'node20', outDir: folder, rolldownOptions: { input, output, external: [...external, ...builtinModules, /^node:/u] } },
    ssr: { noExternal: true, external },
  });
  return resolve(folder, 'bank.cjs');
}
