import type { CommandMachine } from '../../main/cli/command-line.ts';
import { commands } from '../../main/cli/commands.ts';
import { runCommand } from '../../main/cli/run-command.ts';

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
      machine: { platform: 'win32', environment: {}, run: registryOf(), now: () => new Date('2026-12-01T00:00:00Z'), ...machine },
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
