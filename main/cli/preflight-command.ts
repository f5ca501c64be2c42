import { z } from 'zod';
import { preflightSchema } from '../../preload/contract/preflight.ts';
import { levelOf, type PreflightCheck } from '../../preload/contract/preflight-findings.ts';
import type { Bilingual } from '../policy/bilingual.ts';
import { beginChecks } from '../preflight/begin-checks.ts';
import { writeOnTrial } from '../preflight/pc-checks.ts';
import { createPreflight } from '../preflight/preflight.ts';
import { type Command, type CommandMachine, command } from './command-line.ts';
import { type CommandProgram, openProgram, programOptions } from './command-program.ts';
import { refusalAnswer, sayRefusal } from './refusal.ts';

/** The window's preflight, at the command line. */

const level = z.enum(['good', 'advice', 'bad']);
const preflightAnswer = z.object({
  checkedAt: z.string().nullable(),
  results: z.array(preflightSchema.shape.results.element.extend({ level: level.nullable() })),
  refusal: refusalAnswer.nullable(),
});

/** @returns what the eight checks found, run now */
export async function examine({ bank, dial, openHttpClient, ways, keychain, store, clock, log }: CommandProgram, machine: CommandMachine) {
  const { platform, home, userId, run, environment } = machine;
  const parts = { locate: bank.locate, openHttpClient, dial, dataHome: environment.XDG_DATA_HOME, keychain, store };
  const begin = beginChecks({
    ...ways,
    ...parts,
    platform,
    home,
    userId,
    folder: bank.placeFolder,
    run,
    write: writeOnTrial,
    clock,
    log,
  });
  const preflight = createPreflight({ begin, publish: () => undefined, clock, log });
  await preflight.run();
  return preflight.current();
}

const checkWords: Readonly<Record<PreflightCheck, Bilingual>> = {
  clock: { ja: '時計', en: 'clock' },
  network: { ja: 'ネットワーク', en: 'network' },
  proxy: { ja: 'プロキシ', en: 'proxy' },
  bankTls: { ja: '銀行への接続', en: 'connection to the bank' },
  keychain: { ja: 'キーチェーン', en: 'keychain' },
  certificateStore: { ja: '証明書ストア', en: 'certificate store' },
  osUser: { ja: '利用者', en: 'user' },
  disk: { ja: 'ディスク', en: 'disk' },
};
const levelWords: Readonly<Record<z.infer<typeof level>, Bilingual>> = {
  good: { ja: '良好', en: 'good' },
  advice: { ja: '注意', en: 'advice' },
  bad: { ja: '要対応', en: 'BAD' },
};

const preflight = command({
  name: 'preflight',
  argument: null,
  options: programOptions,
  about: {
    ja: 'この PC と銀行への接続を調べます（画面の事前チェックと同じ 8 項目）',
    en: 'examine this PC and the way to the bank: the eight checks of the window',
  },
  answer: preflightAnswer,
  async run(asked, machine) {
    const program = await openProgram(asked, machine);
    if (!program.ok) return { exit: program.exit, answer: { checkedAt: null, results: [], refusal: program.refusal } };
    const { checkedAt, results } = await examine(program.value, machine);
    const levelled = results.map((result) => ({ ...result, level: levelOf(result.finding) }));
    return { exit: levelled.some((one) => one.level === 'bad') ? 'wrong' : 'done', answer: { checkedAt, results: levelled, refusal: null } };
  },
  say({ results, refusal }, language) {
    if (refusal !== null) return [sayRefusal(refusal, language)];
    return results.map(({ check, finding, amount, detail, level: found }) => {
      const more = [amount, detail].filter((one) => one !== null && one !== undefined).join(', ');
      return `${found === null ? '?' : levelWords[found][language]}  ${checkWords[check][language]}: ${finding ?? '-'}${more === '' ? '' : ` (${more})`}`;
    });
  },
});

export const preflightCommands: readonly Command[] = [preflight];
