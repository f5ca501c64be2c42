import { join } from 'node:path';
import { runnerImport } from 'vite';
import { installPackages, requireNode } from '../shell/set-up.mjs';

/** Entry of `npm run bank-file`: what a bank makes, signs and looks at its file with. */
requireNode();
installPackages();
const root = join(import.meta.dirname, '..', '..');
/** @type {{ module: typeof import('./command.ts') }} */
const { module: tool } = await runnerImport(join(import.meta.dirname, 'command.ts'), { root, configFile: false, logLevel: 'error' });
process.exitCode = await tool.bankFileCommand(process.argv.slice(2), {
  print: (line) => process.stdout.write(`${line}\n`),
  complain: (line) => process.stderr.write(`${line}\n`),
  input: process.stdin,
  now: () => new Date(),
});
