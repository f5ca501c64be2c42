import type { ConsoleLanguage } from '../policy/bilingual.ts';
import { type Command, type CommandOption, exitCodes, usualOptions } from './command-line.ts';

const heads = {
  ja: {
    usage: '使い方',
    commands: 'コマンド',
    options: '指定',
    exits: '終了コード',
    start: 'Kaitsu をコマンドで使います。暗証番号などの秘密は、コマンドの語としては渡しません。',
  },
  en: {
    usage: 'Usage',
    commands: 'Commands',
    options: 'Options',
    exits: 'Exit codes',
    start: 'Kaitsu at the command line. No command takes a secret as a word.',
  },
} as const;

const start = 'npm run kaitsu --';

/** @returns the words of a command as the help shows them */
function wordsOf({ name, argument }: Command): string {
  const behind = argument === null ? '' : argument.isNeeded ? ` ${argument.name}` : ` [${argument.name}]`;
  return `${name}${behind}`;
}

function rows(lines: readonly (readonly [string, string])[]): readonly string[] {
  const width = Math.max(...lines.map(([left]) => left.length)) + 2;
  return lines.map(([left, right]) => `  ${left.padEnd(width)}${right}`);
}

function optionRows(options: Readonly<Record<string, CommandOption>>, language: ConsoleLanguage): readonly string[] {
  return rows(Object.entries(options).map(([name, { value, about }]) => [`--${name}${value === '' ? '' : ` ${value}`}`, about[language]]));
}

/** @param one the command that is asked about; null: all of them */
export function helpText(commands: readonly Command[], one: Command | null, language: ConsoleLanguage): readonly string[] {
  const head = heads[language];
  const options = optionRows({ ...one?.options, ...usualOptions }, language);
  const exits = rows(Object.values(exitCodes).map(([code, about]) => [String(code), about[language]]));
  const begin =
    one === null
      ? [head.start, '', `${head.usage}: ${start} COMMAND`, '', `${head.commands}:`, ...rows(commands.map((each) => [wordsOf(each), each.about[language]]))]
      : [one.about[language], '', `${head.usage}: ${start} ${wordsOf(one)}`];
  return [...begin, '', `${head.options}:`, ...options, '', `${head.exits}:`, ...exits];
}
