import { z } from 'zod';
import type { ProblemCause } from '../../preload/contract/problem.ts';
import type { Bilingual, ConsoleLanguage } from '../policy/bilingual.ts';
import type { Exit } from './command-line.ts';
import { exitOfProblem, problemAnswer, problemAnswerOf, sayProblem } from './problem-sentences.ts';

/** Why a command did nothing, or not all: each with how it ends and what to do next. */
const reasons = {
  'window-open': [
    'busy',
    { ja: '画面の Kaitsu が開いています。閉じてから、もう一度お試しください。', en: 'The window of Kaitsu is open. Close it, then try again.' },
  ],
  'other-command': [
    'busy',
    { ja: '別の kaitsu コマンドが動いています。終わってから、もう一度お試しください。', en: 'Another kaitsu command is at work. Try again when it has ended.' },
  ],
  'no-bank': [
    'noBank',
    { ja: '銀行が登録されていません。銀行ファイルを登録してください: bank add FILE', en: 'No bank is set up. Take the file that the bank gave: bank add FILE' },
  ],
  'which-contract': [
    'notNow',
    { ja: '契約が 2 つ以上あります。--contract ID で選んでください: status', en: 'There is more than one contract. Name it with --contract ID: status' },
  ],
  'contract-unknown': ['wrong', { ja: 'その契約はこの PC にありません: status', en: 'There is no such contract on this PC: status' }],
  'practice-forbidden': ['notNow', { ja: '練習用の銀行は、ポリシーで禁止されています。', en: 'The policy forbids the practice bank.' }],
  'practice-not-here': [
    'noBank',
    {
      ja: 'この PC の練習用の銀行のアドレスではないか、動いていません。npm run bank が表示するアドレスを指定してください。',
      en: "That is no practice bank of this PC's, or it never ran. Give the address that npm run bank prints.",
    },
  ],
  'policy-forbids': ['notNow', { ja: '貴社のポリシーで禁止されています: policy show', en: "The company's policy forbids it: policy show" }],
  'activation-first': [
    'notNow',
    {
      ja: '証明書を取得する権利がありません。画面の Kaitsu で、ワンタイムパスワードの入力（開通確認）までを終えてください。',
      en: 'There is no right to a certificate yet. Finish the activation, up to the one-time password, in the window.',
    },
  ],
  'retrieve-first': [
    'notNow',
    { ja: '証明書の取得が終わっていません: certificate retrieve', en: 'The retrieval of a certificate is not finished: certificate retrieve' },
  ],
  'renewal-first': [
    'notNow',
    { ja: '証明書の更新の途中です。先に続けてください: certificate renew', en: 'A renewal is under way. Go on with it first: certificate renew' },
  ],
  'procedure-under-way': [
    'notNow',
    {
      ja: '画面での手続きの途中です。画面の Kaitsu で終えるか、最初に戻してください。',
      en: 'A procedure is under way in the window. Finish it there, or go back to its start.',
    },
  ],
  'certificate-there': ['notNow', { ja: '証明書はこの PC にあります: certificate list', en: 'The certificate is on this PC already: certificate list' }],
  'no-certificate': ['notNow', { ja: 'この PC にその証明書はありません: certificate list', en: 'There is no such certificate on this PC: certificate list' }],
  'not-due': ['notNow', { ja: 'まだ更新できる期間ではありません。', en: 'It is too early for a renewal.' }],
  'file-exists': ['refused', { ja: 'そのファイルはすでにあります。別の名前を指定してください。', en: 'There is such a file already. Give another name.' }],
  'no-record': ['notNow', { ja: '引継書はまだありません。', en: 'There is no hand-over record yet.' }],
  'format-unknown': ['usage', { ja: '--format は jsonl か csv です。', en: '--format is jsonl or csv.' }],
  'check-number-unfit': [
    'usage',
    {
      ja: '照合番号は、行の番号と 4 文字ずつ 8 組です（例: 42-9F3A-07C2-…）。',
      en: 'A check number is the number of a line and eight groups of four (42-9F3A-07C2-…).',
    },
  ],
  'passphrase-missing': [
    'usage',
    {
      ja: 'パスフレーズを --passphrase-stdin か --passphrase-fd N で渡してください。キーボードからは受け取りません。',
      en: 'Hand over the passphrase by --passphrase-stdin or --passphrase-fd N; it is not taken from a keyboard.',
    },
  ],
  'passphrase-unfit': [
    'usage',
    { ja: 'パスフレーズは、半角の英数字と記号で 12～128 文字です。', en: 'A passphrase has 12 to 128 characters of printable ASCII, on one line.' },
  ],
  'schedule-refused': ['refused', { ja: 'この PC のスケジューラーに断られました。', en: "This PC's scheduler refused." }],
  'path-unfit': [
    'refused',
    {
      ja: 'パスに、スケジューラーに渡せない文字（改行など）があります。',
      en: 'A path holds characters (line feeds, for example) that a scheduler cannot be handed.',
    },
  ],
  'code-or-scenario': ['usage', { ja: 'CODE と --scenario は、どちらか一つです。', en: 'Give a CODE or --scenario, not both.' }],
  'scenario-not-opened': [
    'refused',
    { ja: '画面を開けないか、場面まで進めませんでした。上の表示をご覧ください。', en: 'The window did not open, or did not reach the scenario; see above.' },
  ],
  'window-not-here': [
    'refused',
    {
      ja: 'ここからは画面を開けません。npm run support か npm run kaitsu -- support を使うか、インストールした Kaitsu を --support=CODE または --scenario=FILE を付けて起動してください。',
      en: 'The window cannot be opened from here. Use npm run support or npm run kaitsu -- support, or start the installed Kaitsu with --support=CODE or --scenario=FILE.',
    },
  ],
  problem: ['refused', { ja: '', en: '' }],
} as const satisfies Readonly<Record<string, readonly [Exit, Bilingual]>>;
export type Reason = keyof typeof reasons;

export const refusalAnswer = z.object({
  reason: z.enum(Object.keys(reasons) as [Reason, ...Reason[]]),
  problem: problemAnswer.nullable().describe('with the reason "problem": which of the catalogue'),
});
export type Refusal = z.infer<typeof refusalAnswer>;

export type Refused = { readonly ok: false; readonly exit: Exit; readonly refusal: Refusal };
export type Attempt<T> = { readonly ok: true; readonly value: T } | Refused;

export const done = <T>(value: T): Attempt<T> => ({ ok: true, value });
export const refuse = (reason: Exclude<Reason, 'problem'>) => ({ ok: false, exit: reasons[reason][0] as Exit, refusal: { reason, problem: null } }) as const;
export const refuseBy = (cause: Pick<ProblemCause, 'code' | 'remark'>) =>
  ({ ok: false, exit: exitOfProblem(cause.code), refusal: { reason: 'problem', problem: problemAnswerOf(cause) } }) as const;

export function sayRefusal({ reason, problem }: Refusal, language: ConsoleLanguage): string {
  return problem === null ? reasons[reason][1][language] : sayProblem(problem, language);
}
