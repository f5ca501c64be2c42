import { z } from 'zod';
import { languages, textSizes } from '../../preload/contract/preferences.ts';
import { type BankProfile, bankProfileSchema, updateServerSchema } from '../bank/profile.ts';
import { choice, flag, list, number, type PolicyKey, text } from './policy-form.ts';

/**
 * The one table of what a company can prescribe. The JSON Schema, Microsoft's templates (ADMX, ADML) and the chapter
 * of docs/it-guide.md are made from it (tools/policy).
 */

/** One line, without signs that are not seen or that turn the direction of writing. */
const line = (longest: number) =>
  z
    .string()
    .min(1)
    .max(longest)
    .regex(/^[^\p{C}\p{Zl}\p{Zp}]+$/u);

/** Of both kinds of systems alike, so that a policy is judged the same wherever it is checked. */
const absolutePath = line(1_000).regex(/^(?:\/|[A-Za-z]:\\)/u);

/** Eight groups of four digits, as the bank prints it. */
const fingerprint = z.string().regex(/^\d{4}(?:-\d{4}){7}$/u);

/** Without a user name or a password: they would stand here for everybody to read. */
const proxy = z
  .string()
  .max(300)
  .regex(/^(?:none|system|https?:\/\/(?:[A-Za-z0-9.-]+|\[[0-9A-Fa-f:.]+\])(?::\d{1,5})?\/?)$/u)
  .refine((value) => value === 'none' || value === 'system' || URL.canParse(value));

/** As JSON in the registry; Microsoft's editor takes no longer text in a box. */
const longestProfileText = 16_383;

export const policyKeys = {
  schemaVersion: number(1, 1_000, {
    title: { ja: 'ポリシーの版', en: 'Version of the policy' },
    text: {
      ja: 'このポリシーがどの版の項目一覧で書かれたか。この Kaitsu の版は 1 です。2 以上のときは、知らない項目があっても他の項目を制限しません。',
      en: 'By which version of this list the policy was written. This Kaitsu knows version 1. With a higher number, a key that is not known does not restrict the others.',
    },
  }),
  organization: text(
    line(100),
    100,
    '',
    { ja: '1 行 100 文字以内の名称', en: 'a name on one line, of at most 100 characters' },
    {
      title: { ja: '指定した部署', en: 'Who prescribes' },
      text: {
        ja: '「〇〇により指定されています」と画面に表示される名前。例: 情報システム部。',
        en: 'The name in "prescribed by …" on the screen, for example the IT department.',
      },
    },
  ),
  bankFile: text(
    absolutePath,
    1_000,
    null,
    { ja: '銀行ファイルの絶対パス', en: 'the absolute path of a bank file' },
    {
      title: { ja: '使用する銀行（ファイル）', en: 'Bank (file)' },
      text: {
        ja: '銀行ファイル（.kaitsu-bank）または署名のない銀行プロファイル（.json）の絶対パス。この銀行だけが使われ、他の銀行は追加できません。署名のないファイルは root だけが書き込める場所に置きます（Windows では bankProfile を使います）。署名されたファイルには bankSigner も指定してください。',
        en: 'The absolute path of a bank file (.kaitsu-bank), or of an unsigned bank profile (.json). This bank alone is used, and no other one can be added. An unsigned file lies where root alone can write (on Windows use bankProfile). With a signed file, give bankSigner too.',
      },
    },
  ),
  bankSigner: text(
    fingerprint,
    39,
    null,
    { ja: '4 桁の数字 8 組をハイフンでつないだもの', en: 'eight groups of four digits with hyphens between' },
    {
      title: { ja: '銀行ファイルの署名者', en: 'Signer of bank files' },
      text: {
        ja: '銀行の書面に印刷された確認番号。この署名者の銀行ファイルだけが受け付けられます。',
        en: 'The fingerprint that the bank printed on paper. Bank files of this signer alone are accepted.',
      },
    },
  ),
  bankProfile: {
    schema: bankProfileSchema,
    form: { kind: 'profile', maxLength: longestProfileText },
    restricted: null,
    title: { ja: '使用する銀行（直接記入）', en: 'Bank (inline)' },
    text: {
      ja: '銀行プロファイルそのもの。レジストリでは 1 行の JSON として書きます。bankFile と同時には指定できません。',
      en: 'The bank profile itself; in the registry as JSON on one line. Not together with bankFile.',
    },
    wanted: { ja: '銀行プロファイル', en: 'a bank profile' },
  } satisfies PolicyKey<BankProfile | null> as PolicyKey<BankProfile | null>,
  practiceAllowed: flag({
    title: { ja: '練習の許可', en: 'Allow the practice' },
    text: { ja: '練習用の銀行を使えるかどうか。', en: 'Whether the practice bank can be used.' },
  }),
  proxy: text(
    proxy,
    300,
    'none',
    {
      ja: '"none"、"system"、または http://ホスト:ポート（ユーザー名・パスワードなし）',
      en: '"none", "system", or http://host:port (without user name and password)',
    },
    {
      title: { ja: 'プロキシ', en: 'Proxy' },
      text: {
        ja: '銀行への接続に使うプロキシ。none: 直接接続する、system: システムの設定に従う、または http://ホスト:ポート。',
        en: 'The proxy on the way to the bank. none: connect directly; system: as the system is set; or http://host:port.',
      },
    },
  ),
  certificateStores: list(
    ['windows', 'macos', 'nss'],
    {
      windows: { ja: 'Windows の個人ストア', en: "Windows' personal store" },
      macos: { ja: 'macOS のログインキーチェーン', en: "macOS's login keychain" },
      nss: { ja: 'Chrome・Chromium の NSS データベース', en: 'the NSS database of Chrome and Chromium' },
    },
    {
      title: { ja: '使用できる証明書ストア', en: 'Certificate stores allowed' },
      text: {
        ja: '電子証明書を入れてよい場所。空の場合、電子証明書は取得できません。',
        en: 'Where a certificate may be installed. With an empty list none can be retrieved.',
      },
    },
  ),
  exportAllowed: flag({
    title: { ja: '書き出しの許可', en: 'Allow export' },
    text: { ja: '電子証明書と秘密鍵をファイルに書き出せるかどうか。', en: 'Whether a certificate with its private key can be exported to a file.' },
  }),
  remindersAllowed: flag({
    title: { ja: 'お知らせの許可', en: 'Allow reminders' },
    text: {
      ja: '画面の外でのお知らせ（システムの通知、カレンダー）を出せるかどうか。画面の中の表示は常に出ます。',
      en: 'Whether reminders outside of the window (notifications of the system, calendar) may be made. What stands in the window is always shown.',
    },
  }),
  language: choice(languages, { ja: { ja: '日本語', en: 'Japanese' }, en: { ja: '英語', en: 'English' }, ko: { ja: '韓国語', en: 'Korean' } }, 'ja', {
    title: { ja: '表示言語', en: 'Language' },
    text: { ja: '画面の言語。', en: 'The language of the window.' },
  }),
  textSize: choice(textSizes, { standard: { ja: '標準', en: 'Standard' }, large: { ja: '大', en: 'Large' }, largest: { ja: '特大', en: 'Largest' } }, 'large', {
    title: { ja: '文字の大きさ', en: 'Text size' },
    text: {
      ja: '画面の文字の大きさ。指定すると利用者は変えられないため、必要な場合だけ指定してください。',
      en: 'The size of the text in the window. Nobody can change it then, so prescribe it only where you must.',
    },
  }),
  updateChannel: choice(
    ['none', 'stable', 'preview'],
    {
      none: { ja: '更新を確認しない（配布は貴社で行う）', en: 'Look for no updates (you distribute them)' },
      stable: { ja: '正式版', en: 'Stable' },
      preview: { ja: '先行版', en: 'Preview' },
    },
    'none',
    { title: { ja: '更新', en: 'Updates' }, text: { ja: 'どの更新を受け取るか。', en: 'Which updates are taken.' } },
  ),
  updateServer: text(
    updateServerSchema,
    500,
    null,
    {
      ja: '"https://" で始まり "/" で終わる URL（ユーザー名・パスワードなし）',
      en: 'an address that begins with https:// and ends with / (without user name and password)',
    },
    {
      title: { ja: '更新サーバー', en: 'Update server' },
      text: {
        ja: '更新の署名付き一覧とインストーラーを置いたフォルダーの URL。銀行プロファイルの updates より優先されます。',
        en: 'The address of the folder with the signed lists and the installers of updates. It comes before "updates" in the bank profile.',
      },
    },
  ),
  supportModeAllowed: flag({
    title: { ja: 'サポートモードの許可', en: 'Allow the support mode' },
    text: {
      ja: 'サポートモード（画面コードからお客様の画面を再現する、銀行のサポート担当者用の画面）を開けるかどうか。',
      en: "Whether the support mode can be opened, in which a bank's support staff have customers' screens drawn from their codes.",
    },
  }),
  logRetentionDays: number(7, 400, {
    title: { ja: '記録の保存日数', en: 'Days that logs are kept' },
    text: { ja: '記録を何日間残すか。', en: 'For how many days logs are kept.' },
  }),
  unattendedRenewalAllowed: flag({
    title: { ja: '自動更新の許可', en: 'Allow unattended renewal' },
    text: { ja: '人の操作なしに電子証明書を更新できるかどうか。', en: 'Whether a certificate can be renewed while nobody is there.' },
  }),
} as const;

export type PolicyName = keyof typeof policyKeys;
export const policyNames = Object.keys(policyKeys) as readonly PolicyName[];
export type PolicyValues = { readonly [N in PolicyName]: (typeof policyKeys)[N] extends PolicyKey<infer T> ? T : never };

/** @returns the name as it stands in the registry: PracticeAllowed */
export function registryName(name: PolicyName): string {
  return `${name.slice(0, 1).toUpperCase()}${name.slice(1)}`;
}
