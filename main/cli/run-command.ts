import type { ConsoleLanguage } from '../policy/bilingual.ts';
import { languageOf } from '../settings/preferences.ts';
import { writeAskedFile } from '../support/asked-file.ts';
import { helpText } from './command-help.ts';
import { type Command, type CommandMachine, type Exit, exitCodes, type Order, readWords } from './command-line.ts';

/** What surrounds the command: its words, its terminal. */
export type CommandHost = {
  readonly words: readonly string[];
  readonly machine: CommandMachine;
  /** The operating system's, for the language. */
  readonly locale: string;
  readonly print: (text: string) => void;
  readonly complain: (text: string) => void;
};

/** Performs one command. @returns its exit code */
export async function runCommand(host: CommandHost, commands: readonly Command[]): Promise<number> {
  const { language: asked, order } = readWords(host.words, commands);
  const language = asked ?? (languageOf(host.locale) === 'ja' ? 'ja' : 'en');
  const exit = await follow(order, language, host, commands);
  return exitCodes[exit][0];
}

async function follow(order: Order, language: ConsoleLanguage, host: CommandHost, commands: readonly Command[]): Promise<Exit> {
  switch (order.kind) {
    case 'help':
      host.print(helpText(commands, order.command, language).join('\n'));
      return 'done';
    case 'wrong': {
      const more = language === 'ja' ? '使い方: npm run kaitsu -- --help' : 'See npm run kaitsu -- --help.';
      host.complain(`${order.reason[language]} ${more}`);
      return 'usage';
    }
    case 'perform':
      return perform(order, language, host);
    default:
      return order satisfies never;
  }
}

async function perform({ command, asked, json, output }: Extract<Order, { kind: 'perform' }>, language: ConsoleLanguage, host: CommandHost): Promise<Exit> {
  try {
    const done = await command.perform(asked, host.machine, language);
    const text = json ? JSON.stringify(done.json, null, 2) : done.text(language).join('\n');
    if (output === null) {
      host.print(text);
      return done.exit;
    }
    const written = await writeAskedFile(output, `${text}\n`);
    if (written.ok) return done.exit;
    host.complain(language === 'ja' ? `${output} に書けません（${written.problem.code}）。` : `${output} cannot be written (${written.problem.code}).`);
    return 'refused';
  } catch (error) {
    host.complain(`${language === 'ja' ? 'Kaitsu の不具合で終わりました。' : 'Kaitsu ended by a defect of its own.'} ${String(error)}`);
    return 'internal';
  }
}
