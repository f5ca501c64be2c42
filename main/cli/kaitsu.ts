import { homedir, tmpdir } from 'node:os';
import { resolve } from 'node:path';
import { isatty } from 'node:tty';
import { version } from '../../package.json';
import { runTool } from '../certificate/stores/run.ts';
import { loadKeytar } from '../keychain/load-keytar.ts';
import type { CommandMachine } from './command-line.ts';
import { commands } from './commands.ts';
import { readDescriptor } from './descriptor.ts';
import { runCommand } from './run-command.ts';
import { startWindow } from './start-window.ts';

/** `npm run kaitsu -- COMMAND`: on plain Node, without a window. */

const { env, platform } = process;
const stop = new AbortController();
// The first one lets a certificate come to a good end; who insists is heard.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort());

const machine: CommandMachine = {
  platform,
  environment: env,
  run: runTool,
  now: () => new Date(),
  home: homedir(),
  temporary: tmpdir(),
  userId: process.getuid?.() ?? null,
  loadKeytar,
  readDescriptor,
  isTyped: isatty(0),
  stop: stop.signal,
  version,
  openWindow: (words) => startWindow(env, words, stop.signal),
  program: [process.execPath, resolve(process.argv[1] ?? '')],
};

void runCommand(
  {
    words: process.argv.slice(2),
    machine,
    locale: env.LC_ALL || env.LC_MESSAGES || env.LANG || Intl.DateTimeFormat().resolvedOptions().locale,
    print: (text) => process.stdout.write(`${text}\n`),
    complain: (text) => process.stderr.write(`${text}\n`),
  },
  commands,
).then((code) => {
  process.exitCode = code;
  // What is still tried again beside, a journal on a full disk for example, the next run goes on with.
  setTimeout(() => process.exit(code), 2_000).unref();
});
