import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { runTool } from '../../main/certificate/stores/run.ts';
import type { CommandMachine } from '../../main/cli/command-line.ts';
import { commands } from '../../main/cli/commands.ts';
import { runCommand } from '../../main/cli/run-command.ts';
import type { Keytar } from '../../main/keychain/keytar-port.ts';
import { noPolicy } from './policy-disk.ts';

/** How a command ended, and what it wrote. */
export type Ended = { readonly code: number; readonly printed: string; readonly complained: string };

/** Runs `npm run kaitsu` with these words, on a Windows whose registry is handed in (a machine without rights of files to look at). */
export async function kaitsu(
  words: readonly string[],
  { locale = 'en', ...machine }: Partial<CommandMachine> & { readonly locale?: string } = {},
): Promise<Ended> {
  const [printed, complained]: [string[], string[]] = [[], []];
  const code = await runCommand(
    {
      words,
      locale,
      machine: {
        platform: 'win32',
        environment: {},
        run: registryOf(),
        now: () => new Date('2026-12-01T00:00:00Z'),
        home: '/home/nobody',
        temporary: tmpdir(),
        userId: 1000,
        loadKeytar: () => Promise.reject(new Error('no keychain')),
        readDescriptor: () => Promise.reject(new Error('nothing is open')),
        isTyped: true,
        stop: new AbortController().signal,
        version: '1.2.3',
        openWindow: async () => null,
        program: ['/usr/bin/node', '/opt/kaitsu/kaitsu.cjs'],
        ...machine,
      },
      print: (text) => void printed.push(text),
      complain: (text) => void complained.push(text),
    },
    commands,
  );
  return { code, printed: printed.join('\n'), complained: complained.join('\n') };
}

const key = 'HKEY_LOCAL_MACHINE\\Software\\Policies\\Kaitsu';

/** A reg.exe with these values of the policy; without one there is no policy. */
export function registryOf(...values: readonly string[]): CommandMachine['run'] {
  return async (_tool, args) => {
    const parent = values.length === 0 ? '' : `\r\n${key}\r\n`;
    const stdout = args[2] === '/s' ? `\r\n${key}\r\n${values.map((line) => `    ${line}\r\n`).join('')}` : parent;
    return { kind: 'ended', code: 0, stdout, stderr: '' };
  };
}

/** @returns what does not fit of an answer: of the schema that docs/commands publishes for the command */
export function unfit(command: string, answer: unknown): readonly unknown[] {
  const schema = JSON.parse(readFileSync(`docs/commands/${command.replaceAll(' ', '-')}.schema.json`, 'utf8'));
  const check = new Ajv2020({ allErrors: true, strict: false, formats: { 'date-time': true, uri: true } }).compile(schema);
  return check(answer) ? [] : (check.errors ?? []);
}

/** As kaitsu, with --json. @throws where the answer does not fit its published schema */
export async function answerOf(command: string, words: readonly string[], machine: Parameters<typeof kaitsu>[1]) {
  const ended = await kaitsu([...command.split(' '), ...words, '--json'], machine);
  const answer = JSON.parse(ended.printed || 'null');
  const wrong = unfit(command, answer);
  if (wrong.length > 0) throw new Error(`${command}: ${JSON.stringify(wrong)} ${ended.complained}`);
  return { ...ended, answer };
}

/** A keychain in memory. */
export function memoryKeytar(kept = new Map<string, string>()): Keytar {
  return {
    getPassword: async (service, account) => kept.get(`${service} ${account}`) ?? null,
    setPassword: async (service, account, secret) => void kept.set(`${service} ${account}`, secret),
    deletePassword: async (service, account) => kept.delete(`${service} ${account}`),
  };
}

/** A Linux PC with a home of its own, real tools and no policy. */
export function linuxPc(home: string, kept = new Map<string, string>()): Partial<CommandMachine> & { readonly environment: Record<string, string> } {
  return { platform: 'linux', environment: { HOME: home }, run: runTool, home, temporary: home, disk: noPolicy, loadKeytar: async () => memoryKeytar(kept) };
}
