import type { PreflightCheck, PreflightFinding } from '../../../preload/contract/preflight-findings.ts';
import { formatDateTime } from '../dates.ts';

/** What was found, and what to do about it (null where there is nothing to do). amount: see the contract. */
export type FindingText = { readonly found: (amount: number) => string; readonly remedy: string | null };

const checks: Readonly<Record<PreflightCheck, string>> = {
  clock: 'パソコンの時計',
  network: 'ネットワーク',
  proxy: 'プロキシ',
  bankTls: '銀行との安全な接続',
  keychain: 'パスワードの保管場所',
  certificateStore: '電子証明書の保存場所',
  osUser: 'パソコンのユーザー',
  disk: 'ディスクの空き容量',
};

/** A difference of clocks as people say it. */
function span(seconds: number): string {
  const whole = Math.abs(seconds);
  if (whole < 120) return `${whole}秒`;
  if (whole < 2 * 3600) return `${Math.round(whole / 60)}分`;
  return whole < 2 * 86_400 ? `${Math.round(whole / 3600)}時間` : `${Math.round(whole / 86_400)}日`;
}

const say = (found: string, remedy: string | null = null): FindingText => ({ found: () => found, remedy });
const again = '確認に時間がかかりすぎました。もう一度ご確認ください。';
const askManager = '会社で管理しているパソコンでは、システム担当の方にご相談ください。';
const setClock = `パソコンの設定で、日付と時刻を「自動」にしてください。${askManager}`;
const renewProfile = '銀行から届いた設定ファイルを、入れ直してください。システム担当の方に、この画面をお見せください。';
const networkFirst = '先に、「ネットワーク」の項目を解決してください。';
const signInAgain = 'いったんサインアウトし、パソコンにサインインし直してください。';

const findings: Readonly<Record<PreflightFinding, FindingText>> = {
  'clock-right': say('銀行の時刻と合っています。'),
  'clock-wrong': {
    found: (seconds) => `銀行の時刻より${span(seconds)}${seconds > 0 ? '進んで' : '遅れて'}います。`,
    remedy: setClock,
  },
  'clock-not-compared': say(
    '銀行の時刻が分からないため、確認できませんでした。',
    '電話の時報（117）や電波時計と見比べてください。違うときは、パソコンの日付と時刻を直してください。',
  ),
  'clock-before-certificate': {
    found: (seconds) => `少なくとも${span(seconds)}遅れています（銀行のサーバーの証明書が、まだ有効になっていない日時です）。`,
    remedy: setClock,
  },
  'clock-past-certificate': {
    found: (seconds) => `銀行のサーバーの証明書の期限を、${span(seconds)}過ぎた日時になっています。`,
    remedy:
      '電話の時報（117）や電波時計と見比べてください。進んでいるときは、パソコンの日付と時刻を直してください。合っているときは、証明書の期限が切れています。銀行にお問い合わせください。',
  },
  'network-up': say('銀行までつながっています。'),
  'network-not-needed': say('銀行はこのパソコンの中で動いています。インターネットの接続は必要ありません。'),
  'network-down': say('ネットワークにつながっていません。', 'LANケーブルやWi-Fiをご確認ください。機内モードのときは、解除してください。'),
  'network-name-unknown': say(
    'ネットワークにはつながっていますが、銀行の接続先が見つかりません（DNS）。',
    'ほかのホームページが開けるかどうか、ご確認ください。開けないときは、システム担当の方にご相談ください。',
  ),
  'network-bank-not-reached': say(
    '銀行のサーバーにつながりません。',
    'しばらく待ってから、もう一度ご確認ください。会社のネットワークの設定で止められていることもあります。続くときは、システム担当の方にご相談ください。',
  ),
  'network-profile-invalid': say('銀行の設定ファイルに誤りがあり、銀行の接続先が分かりません。', renewProfile),
  'network-bank-not-started': say('練習用の銀行を動かせませんでした。', 'Kaitsu を閉じて、開き直してください。続くときは、システム担当の方にご相談ください。'),
  'proxy-none': say('使われていません。'),
  'network-captive-portal': say(
    'この回線（無線LANなど）を使うには、先にブラウザーでの手続きが必要です。銀行にはまだつながっていません。',
    'ブラウザーを開き、表示される画面で利用の手続き（ログインなど）を済ませてから、もう一度ご確認ください。銀行の暗証番号は入力しないでください。',
  ),
  'network-proxy-first': say('会社のプロキシの先は、まだ確認できませんでした。', '先に、「プロキシ」の項目を解決してください。'),
  'proxy-used': say('会社のプロキシ（中継サーバー）を通して、銀行につながっています。'),
  'proxy-unreachable': say(
    'プロキシ（中継サーバー）につながりません。',
    '社内のネットワークやVPNにつながっているかを、ご確認ください。続くときは、システム担当の方にご相談ください。',
  ),
  'proxy-refused': say(
    'プロキシ（中継サーバー）が、銀行への通信を止めています。',
    'システム担当の方に「下に書かれた接続先への通信（HTTPS）を許可してほしい」とお伝えください。',
  ),
  'proxy-credentials-wanted': say('プロキシ（中継サーバー）が、ユーザー名とパスワードを求めています。', '「プロキシの認証」を押して、入力してください。'),
  'proxy-credentials-refused': say(
    'プロキシ（中継サーバー）に、ユーザー名とパスワードが受け付けられませんでした。',
    '「プロキシの認証」を押して、入力し直してください。分からないときは、システム担当の方にお問い合わせください。',
  ),
  'proxy-sign-in-unsupported': say(
    'プロキシ（中継サーバー）が、Kaitsu の対応していない方式の認証を求めています。',
    'システム担当の方に「下に書かれた接続先への通信（HTTPS）を、プロキシの認証なしで許可してほしい」とお伝えください。',
  ),
  'proxy-not-judged': say('妨げになっていないか、まだ確認できませんでした。', networkFirst),
  'tls-trusted': say('本物の銀行につながっていることを確認しました。'),
  'tls-inspected': say(
    '銀行との通信に、ほかの機器が割り込んでいます。このまま暗証番号を入力しないでください。',
    'システム担当の方に「下に書かれた接続先を、通信の検査（TLSの復号）の対象から外してほしい」とお伝えください。',
  ),
  'tls-untrusted': say(
    '接続先が本物の銀行であることを確認できません。このまま暗証番号を入力しないでください。',
    '社内の機器やソフトウェアが、通信の中身を検査していることがあります。システム担当の方か銀行にご相談ください。',
  ),
  'tls-dates-wrong': say(
    '銀行のサーバーの証明書の有効期間が、パソコンの時計と合いません。このまま暗証番号を入力しないでください。',
    '先に、「パソコンの時計」の項目をご覧ください。',
  ),
  'tls-profile-invalid': say('銀行の設定ファイルに誤りがあり、本物の銀行かどうかを確認できません。', renewProfile),
  'tls-not-reached': say('銀行につながらないため、確認できませんでした。', networkFirst),
  'bank-closed': {
    found: (opens) =>
      opens === 0 ? '銀行は受付時間外です。' : `銀行は受付時間外です。${formatDateTime(new Date(opens * 1000).toISOString(), 'ja')}から受け付けます。`,
    remedy: '受付が始まってから、もう一度ご確認ください。受付時間は、銀行のお知らせに書かれています。',
  },
  'keychain-ready': say('パスワードを安全に保管できます。'),
  'keychain-missing': say(
    'パソコンに、パスワードを安全に保管する機能が見つかりません。',
    `${signInAgain}Linux では、GNOME キーリングなど（Secret Service）を入れてください。`,
  ),
  'keychain-locked': say('保管場所がロックされています。', 'パスワードをたずねる画面が出ていれば、パソコンのパスワードを入力して開いてください。'),
  'keychain-refused': say('保管場所に書き込めません。', `${signInAgain}${askManager}`),
  'store-ready': say('電子証明書を保存できます。'),
  'store-missing': say(
    '電子証明書を保存するためのソフトウェアが見つかりません。',
    `Linux では、libnss3-tools（certutil・pk12util）を入れてください。${askManager}`,
  ),
  'store-refused': say(
    '電子証明書の保存場所に書き込めません。',
    'ブラウザーをすべて閉じて、もう一度ご確認ください。続くときは、システム担当の方にご相談ください。',
  ),
  'user-usual': say('ふだんのユーザーで動いています。'),
  'user-root': say(
    'Kaitsu が、特別な管理用のユーザー（root）で動いています。このまま取得した電子証明書は、ふだんのユーザーでは使えません。',
    'Kaitsu を閉じ、ふだんお使いのユーザーで開き直してください。',
  ),
  'user-elevated': say(
    'Kaitsu が「管理者として実行」で動いています。ふだんのユーザーと違うときは、電子証明書が見つからなくなります。',
    'Kaitsu を閉じ、ふだんどおりに開き直してください。',
  ),
  'user-home-refused': say('ご自分のフォルダー（ホーム）に書き込めません。', `${signInAgain}直らないときは、システム担当の方にご相談ください。`),
  'disk-ready': { found: (megabytes) => `十分な空きがあり、書き込めます（空き ${size(megabytes)}）。`, remedy: null },
  'disk-low': { found: (megabytes) => `空きが少なくなっています（空き ${size(megabytes)}）。`, remedy: '不要なファイルを削除して、空きを増やしてください。' },
  'disk-full': say('空きがありません。', '不要なファイルを削除し、ごみ箱を空にしてから、もう一度ご確認ください。'),
  'disk-refused': say('Kaitsu のフォルダーに書き込めません。', `ディスクが読み取り専用になっていないか、ご確認ください。${askManager}`),
  'clock-no-answer': say('確認できませんでした。', again),
  'network-no-answer': say('確認できませんでした。', again),
  'proxy-no-answer': say('確認できませんでした。', again),
  'tls-no-answer': say('銀行から応答がありません。', again),
  'keychain-no-answer': say(
    '保管場所から応答がありません。',
    'パスワードをたずねる画面が後ろに隠れていないか、ご確認ください。パスワードを入力してから、もう一度ご確認ください。',
  ),
  'store-no-answer': say('電子証明書の保存場所から応答がありません。', again),
  'user-no-answer': say('確認できませんでした。', again),
  'disk-no-answer': say('ディスクから応答がありません。', again),
};

function size(megabytes: number): string {
  return megabytes >= 1024 ? `${(megabytes / 1024).toFixed(1)} GB` : `${megabytes} MB`;
}

export const jaPreflight = {
  title: 'このパソコンの準備',
  running: 'このパソコンの準備を確認しています…',
  ready: 'このパソコンの準備はできています。',
  readyWithAdvice: (count: number) => `このパソコンの準備はできています（お知らせ ${count}件）。`,
  notReady: (count: number) => `先にご確認いただきたいことが${count}件あります`,
  notReadyWhy: '暗証番号の入力が無駄にならないよう、先に解決することをおすすめします。このまま進むこともできます。',
  details: '詳しく見る',
  hideDetails: '閉じる',
  again: 'もう一度確認する',
  checkedAt: (time: string) => `${time} に確認しました`,
  levels: { good: '良好', advice: 'お知らせ', bad: '要確認' },
  underWay: '確認しています',
  checks,
  findings,
};
