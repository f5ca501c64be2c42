import type { Bilingual } from '../policy/bilingual.ts';
import { bitingSteps, clockWrong, deeds, networkFaults, pcFaults } from './scenario.ts';

/** What each key of a scenario is for, and what is wanted there: for the errors by line, and for the schema that editors read. */

export type KeyWords = { readonly about: Bilingual; readonly wanted: Bilingual };

const words = (about: Bilingual, wanted: Bilingual): KeyWords => ({ about, wanted });
const same = (text: string): Bilingual => ({ ja: text, en: text });
const oneOf = (values: readonly string[]): Bilingual => ({ ja: `${values.join('、')} のいずれか`, en: `one of ${values.join(', ')}` });

const threeLanguages = (longest: number): Bilingual => ({
  ja: `ja、en、ko のそれぞれに、1 行 ${longest} 文字以内の文`,
  en: `ja, en and ko, each with one line of at most ${longest} characters`,
});
const oneLine: Bilingual = { ja: '1 行の文', en: 'a text on one line' };
const yesOrNo: Bilingual = { ja: 'true または false', en: 'true or false' };
const screen: Bilingual = { ja: '画面番号（例: 2-3）', en: 'a screen code without a problem, for example 2-3' };
const problem: Bilingual = { ja: 'エラーの名前（例: identification-refused）', en: 'the name of a problem, for example identification-refused' };
const section = (ja: string, en: string): Bilingual => ({ ja: `字下げした ${ja}`, en: `indented lines: ${en}` });
const language = (name: Bilingual): KeyWords => words(name, oneLine);
const languages = (key: string) => ({
  [`${key}.ja`]: language({ ja: '日本語', en: 'Japanese' }),
  [`${key}.en`]: language({ ja: '英語', en: 'English' }),
  [`${key}.ko`]: language({ ja: '韓国語', en: 'Korean' }),
});

const at: KeyWords = words(
  { ja: 'どこで起きるか。省略すると、初めから起きます。', en: 'Where it bites; left out: from the beginning on.' },
  oneOf(bitingSteps),
);
const passed: KeyWords = words(
  {
    ja: 'true: その場所で一度起きて、もう終わっています。画面には、そのときのエラーが出ています。',
    en: 'true: it has bitten there once, and is over. Its problem stands on the screen.',
  },
  yesOrNo,
);
const faultOf = (key: string, about: Bilingual, codes: Bilingual): Readonly<Record<string, KeyWords>> => ({
  [key]: words(about, section('fault（と、必要なら at、passed）', 'fault (and at, passed where needed)')),
  [`${key}.fault`]: words({ ja: '何が起きるか。', en: 'What happens.' }, codes),
  [`${key}.at`]: at,
  [`${key}.passed`]: passed,
});

export const scenarioWords: Readonly<Record<string, KeyWords>> = {
  '': words(
    { ja: '練習の場面。', en: 'A point at which a practice begins.' },
    { ja: '「項目: 値」の並び（title から始まる YAML）', en: 'lines of "key: value" (YAML, beginning with title)' },
  ),
  title: words({ ja: '一覧に出る名前。', en: 'Its name in the list.' }, threeLanguages(60)),
  ...languages('title'),
  about: words({ ja: '何が起きていて、何を練習するか。', en: 'What has happened, and what is practised.' }, threeLanguages(300)),
  ...languages('about'),
  group: words(
    { ja: '一覧のどこに出るか（銀行の操作説明書の順）。', en: "Where in the list it stands, by the sections of the bank's manual." },
    oneOf(['release', 'activation', 'certificate', 'logon', 'users']),
  ),
  done: words({ ja: 'これまでに済んだこと。次の画面で始まります。', en: 'What has been done so far; the window opens at what comes next.' }, oneOf(deeds)),
  contract: words(
    { ja: '銀行での契約の状態。省略すると、done のとおりです。', en: 'How the contract stands at the bank; left out: as done leaves it.' },
    oneOf(['locked', 'released', 'active']),
  ),
  attemptsLeft: words(
    {
      ja: 'ロックまでの残りの回数。入力する画面では、間違えたところから始まります。',
      en: 'Attempts left before the lock; where something is entered, the last wrong entry stands on the screen.',
    },
    { ja: '0 から 6 までの整数', en: 'a whole number from 0 to 6' },
  ),
  certificate: words(
    { ja: 'このパソコンの電子証明書。省略すると、done のとおりです。', en: 'The certificate of this PC; left out: as done leaves it.' },
    {
      ja: 'none、valid、revoked、または endsInDays: 日数（0～364）か expiredDaysAgo: 日数（1～3000）',
      en: 'none, valid, revoked, or endsInDays: 0 to 364, or expiredDaysAgo: 1 to 3000',
    },
  ),
  users: words(
    { ja: '会社の利用者。省略すると、12 人（うち 3 人ロック）です。', en: "The company's users; left out: 12, of whom 3 are locked." },
    section('count と locked', 'count and locked'),
  ),
  'users.count': words({ ja: '人数。', en: 'How many.' }, { ja: '1 から 60 までの整数', en: 'a whole number from 1 to 60' }),
  'users.locked': words(
    { ja: 'うちロックされている人数。', en: 'How many of them are locked.' },
    { ja: '0 から 60 までの整数', en: 'a whole number from 0 to 60' },
  ),
  ...faultOf('network', { ja: '銀行までの通信の障害。', en: 'A fault of the way to the bank.' }, oneOf(networkFaults)),
  ...faultOf('pc', { ja: 'このパソコンの障害。', en: 'A fault of this PC.' }, oneOf([...pcFaults, clockWrong])),
  'pc.minutes': words(
    {
      ja: `${clockWrong} のとき、パソコンの時計が何分進んでいるか（遅れは負の数）。省略すると -40。`,
      en: `With ${clockWrong}: by how many minutes the PC's clock is fast (slow: less than 0); left out: -40.`,
    },
    { ja: '-600000 から 600000 までの整数', en: 'a whole number from -600000 to 600000' },
  ),
  ...faultOf(
    'situation',
    { ja: '練習の「すべての状況」の一つ。network と pc にないもの。', en: 'One of the practice\'s "all situations", for what is neither network nor pc.' },
    { ja: '状況の名前（npm run bank -- --help の Situations）', en: 'the name of a situation (see Situations in npm run bank -- --help)' },
  ),
  expects: words(
    { ja: '開いたときに見えるもの。', en: 'What is seen when it opens.' },
    section('screen（と、必要なら problem、finding、next）', 'screen (and problem, finding, next where needed)'),
  ),
  'expects.screen': words({ ja: '画面番号。', en: 'The screen code.' }, screen),
  'expects.problem': words({ ja: '画面に出ているエラー。省略すると、ありません。', en: 'The problem that is told; left out: none.' }, problem),
  'expects.finding': words(
    { ja: '事前チェックで見つかること。', en: 'What the preflight finds.' },
    { ja: '事前チェックの結果の名前（例: clock-wrong）', en: 'the name of a finding of the preflight, for example clock-wrong' },
  ),
  'expects.next': words(
    { ja: '正しく次へ進んだときに見えるもの。', en: 'What is seen after the right next step.' },
    section('screen（と、必要なら problem）', 'screen (and problem where needed)'),
  ),
  'expects.next.screen': words({ ja: '画面番号。', en: 'The screen code.' }, screen),
  'expects.next.problem': words({ ja: 'そのときのエラー。省略すると、ありません。', en: 'The problem that is told then; left out: none.' }, problem),
  'certificate.endsInDays': words(
    { ja: 'あと何日で期限が切れるか。', en: 'In how many days it ends.' },
    { ja: '0 から 364 までの整数', en: 'a whole number from 0 to 364' },
  ),
  'certificate.expiredDaysAgo': words(
    { ja: '何日前に期限が切れたか。', en: 'How many days ago it ended.' },
    { ja: '1 から 3000 までの整数', en: 'a whole number from 1 to 3000' },
  ),
};

/** @returns what is wanted at this place; of a place that nobody knows, at the nearest one around it */
export function wantedAt(path: readonly PropertyKey[]): Bilingual {
  for (let length = path.length; length >= 0; length -= 1) {
    const found = scenarioWords[path.slice(0, length).map(String).join('.')];
    if (found !== undefined) return found.wanted;
  }
  return same('');
}
