import { runTool } from '../certificate/stores/run.ts';
import { commands } from './commands.ts';
import { runCommand } from './run-command.ts';

/** `npm run kaitsu -- COMMAND`: on plain Node, without a window. */

const { env, platform } = process;

void runCommand(
  {
    words: process.argv.slice(2),
    machine: { platform, environment: env, run: runTool, now: () => new Date() },
    locale: env.LC_ALL || env.LC_MESSAGES || env.LANG || Intl.DateTimeFormat().resolvedOptions().locale,
    print: (text) => process.stdout.write(`${text}\n`),
    complain: (text) => process.stderr.write(`${text}\n`),
  },
  commands,
).then((code) => {
  process.exitCode = code;
});
