import { parseArgs } from 'node:util';
import type { z } from 'zod';
import type { LoadKeytar } from '../keychain/keytar-port.ts';
import type { Bilingual, ConsoleLanguage } from '../policy/bilingual.ts';
import type { PolicyMachine } from '../policy/machine-policy.ts';
import { errnoOf } from '../support/whole-file.ts';

/** The frame of `npm run kaitsu -- COMMAND`: a table of commands, and how words become one of them. */

export const exitCodes = {
  done: [0, { ja: '正常に終わりました', en: 'done, and all is well' }],
  wrong: [1, { ja: '調べたものに誤りがあります（何がどこでかを出力します）', en: 'what was looked at is wrong; what and where is printed' }],
  usage: [2, { ja: 'コマンドの書き方が違います', en: 'the command was not understood' }],
  waiting: [3, { ja: '人による確認が必要です。まだ何も変わっていません', en: 'a person has to compare first; nothing is changed yet' }],
  refused: [
    4,
    { ja: 'この PC（ディスク、権限、キーチェーン、証明書ストア）に断られました', en: 'this PC refused (disk, rights, keychain, certificate store)' },
  ],
  busy: [
    5,
    {
      ja: '同じデータのフォルダーを、画面の Kaitsu か別のコマンドが使っています。何も変わっていません',
      en: 'the window, or another command, works in this data folder; nothing was done',
    },
  ],
  noBank: [6, { ja: 'この PC に銀行が登録されていません', en: 'no bank is set up on this PC' }],
  notNow: [
    7,
    {
      ja: '手続きの状態またはポリシーにより、今はできません（次にすることを出力します）',
      en: 'not possible as the procedure stands, or by the policy; what comes next is printed',
    },
  ],
  bank: [8, { ja: '銀行に接続できないか、銀行に断られました', en: 'the bank was not reached, or refused' }],
  internal: [70, { ja: 'Kaitsu の不具合です', en: 'a defect of Kaitsu' }],
} as const satisfies Readonly<Record<string, readonly [number, Bilingual]>>;
export type Exit = keyof typeof exitCodes;

/**
 * What a command is given: nothing of it is a secret, since every process of the user can read the words of another.
 * flags: the options without a value that were given.
 */
export type Asked = {
  readonly argument: string | null;
  readonly options: Readonly<Record<string, string | undefined>>;
  readonly flags: ReadonlySet<string>;
};

/** What commands need of this machine; of its policy's disk and tools see PolicyMachine. */
export type CommandMachine = PolicyMachine & {
  readonly now: () => Date;
  readonly home: string;
  /** Where the system keeps temporary files. */
  readonly temporary: string;
  /** Who runs the command; null where the system has no such numbers. */
  readonly userId: number | null;
  readonly loadKeytar: LoadKeytar;
  /** What is open under this number, to its end or to the first so many bytes. @throws what the system says of it */
  readonly readDescriptor: (descriptor: number, limit: number) => Promise<Uint8Array>;
  /** Whether a person types at standard input, and would see what they type. */
  readonly isTyped: boolean;
  /** The person, or the system's end, asks to stop. */
  readonly stop: AbortSignal;
  /** Of the program. */
  readonly version: string;
  /** Opens the program's window with these switches, and waits for its end. @returns its exit code; null where it does not start from here */
  readonly openWindow: (words: readonly string[]) => Promise<number | null>;
  /** How this command line is started again: absolute paths. */
  readonly program: readonly [string, ...string[]];
};

export type CommandOption = { readonly value: string; readonly about: Bilingual };

type Parts<T> = {
  readonly name: string;
  /** How the help calls what stands behind the name; none: the command takes nothing. */
  readonly argument: { readonly name: string; readonly isNeeded: boolean } | null;
  readonly options: Readonly<Record<string, CommandOption>>;
  readonly about: Bilingual;
  /** Of what --json prints; published in docs/commands. */
  readonly answer: z.ZodType<T>;
  /** language: of what is printed, for a file that is written in it, too. */
  readonly run: (asked: Asked, machine: CommandMachine, language: ConsoleLanguage) => Promise<{ readonly exit: Exit; readonly answer: T }>;
  /** The same for people. */
  readonly say: (answer: T, language: ConsoleLanguage) => readonly string[];
};

export type Performed = { readonly exit: Exit; readonly json: unknown; readonly text: (language: ConsoleLanguage) => readonly string[] };
/** A command of any answer. */
export type Command = Omit<Parts<unknown>, 'run' | 'say'> & {
  readonly perform: (asked: Asked, machine: CommandMachine, language: ConsoleLanguage) => Promise<Performed>;
};

/** A line of the table. What it answers is checked against its published schema. */
export function command<T>({ run, say, ...rest }: Parts<T>): Command {
  return {
    ...rest,
    async perform(asked, machine, language) {
      const { exit, answer } = await run(asked, machine, language);
      const json = rest.answer.parse(answer);
      return { exit, json, text: (language) => say(json, language) };
    },
  };
}

/** Every command has these. */
export const usualOptions = {
  json: { value: '', about: { ja: '結果を JSON で出力します（スキーマは docs/commands）', en: 'print the result as JSON (schemas: docs/commands)' } },
  output: { value: 'FILE', about: { ja: '結果を画面ではなくファイルに書きます', en: 'write the result to a file instead of the terminal' } },
  language: { value: 'ja|en', about: { ja: '表示の言語', en: 'the language of what is printed' } },
  help: { value: '', about: { ja: 'この説明', en: 'this text' } },
} as const satisfies Readonly<Record<string, CommandOption>>;

export type Order =
  | { readonly kind: 'help'; readonly command: Command | null }
  | { readonly kind: 'perform'; readonly command: Command; readonly asked: Asked; readonly json: boolean; readonly output: string | null }
  | { readonly kind: 'wrong'; readonly reason: Bilingual };
export type ReadWords = { readonly language: ConsoleLanguage | null; readonly order: Order };

/** No operating system knows longer paths; what else is longer was not typed by a person. */
const longestWord = 4_096;

const wrong = (ja: string, en: string): Order => ({ kind: 'wrong', reason: { ja, en } });
/** A word of the person's as far as it helps to recognise it. */
const shown = (word: string): string => JSON.stringify(word.slice(0, 40));

/** Finds the command and its options. Whatever is not understood becomes `wrong` with a reason; nothing is guessed. */
export function readWords(words: readonly string[], commands: readonly Command[]): ReadWords {
  if (words.some((word) => word.length > longestWord || word.includes('\0')))
    return {
      language: null,
      order: wrong(
        `${longestWord} 文字を超える語があるか、使えない文字があります。`,
        `A word is longer than ${longestWord} characters, or holds what no path may hold.`,
      ),
    };
  const found = commands.filter(({ name }) => name.split(' ').every((part, index) => words[index] === part)).at(0) ?? null;
  const rest = words.slice(found?.name.split(' ').length ?? 0);
  const known = { ...usualOptions, ...found?.options };
  const options = Object.fromEntries(
    Object.entries(known).map(([name, { value }]) => [name, { type: value === '' ? ('boolean' as const) : ('string' as const) }]),
  );
  try {
    const { values, positionals } = parseArgs({ args: [...rest], options, allowPositionals: true, strict: true });
    const texts = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, typeof value === 'string' ? value : undefined]));
    const flags = new Set(Object.keys(values).filter((name) => values[name] === true));
    const language = texts.language === 'ja' || texts.language === 'en' ? texts.language : null;
    return { language, order: orderOf(found, positionals, texts, flags) };
  } catch (error) {
    return { language: null, order: complaintOf(error, rest, Object.keys(known)) };
  }
}

function orderOf(
  found: Command | null,
  positionals: readonly string[],
  texts: Readonly<Record<string, string | undefined>>,
  flags: ReadonlySet<string>,
): Order {
  const help = flags.has('help');
  if (texts.language !== undefined && texts.language !== 'ja' && texts.language !== 'en')
    return wrong('--language は ja か en です。', '--language is ja or en.');
  const [argument = null, ...more] = positionals;
  if (found === null) {
    if (help || argument === null) return { kind: 'help', command: null };
    return wrong(
      `${shown(positionals.slice(0, 2).join(' '))} というコマンドはありません。`,
      `There is no command ${shown(positionals.slice(0, 2).join(' '))}.`,
    );
  }
  if (help) return { kind: 'help', command: found };
  if (more.length > 0 || (argument !== null && found.argument === null))
    return wrong(`${found.name} の後の語が多すぎます。`, `There are too many words behind ${found.name}.`);
  if ((argument ?? '') === '' && found.argument?.isNeeded === true)
    return wrong(`${found.name} の後に ${found.argument.name} が必要です。`, `${found.name} wants ${found.argument.name} behind it.`);
  const empty = Object.keys(texts).find((name) => texts[name] === '');
  if (empty !== undefined) return wrong(`--${empty} の後に値が必要です。`, `--${empty} wants a value behind it.`);
  return { kind: 'perform', command: found, asked: { argument, options: texts, flags }, json: flags.has('json'), output: texts.output ?? null };
}

/** parseArgs explains at length what nobody here would do; its codes and the option are enough. */
function complaintOf(error: unknown, words: readonly string[], names: readonly string[]): Order {
  const known = names.map((name) => `--${name}`);
  const unknown = words.find((word) => word.startsWith('-') && !known.includes(word.replace(/=.*$/su, '')));
  if (errnoOf(error) === 'ERR_PARSE_ARGS_UNKNOWN_OPTION' && unknown !== undefined)
    return wrong(`${shown(unknown)} という指定はありません（${known.join(' ')}）。`, `There is no option ${shown(unknown)}: there are ${known.join(', ')}.`);
  const message = error instanceof Error ? error.message : '';
  const option = known.find((name) => message.includes(`${name} `) || message.includes(`${name}'`)) ?? known[0];
  return wrong(`${option} の使い方が違います。`, `${option} is not used rightly.`);
}
