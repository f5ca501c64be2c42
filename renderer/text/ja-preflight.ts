import type { PreflightCheck, PreflightFinding } from '../../preload/contract/preflight-findings.ts';
import { formatDateTime } from './dates.ts';

/** What was found, and what to do about it (null where there is nothing to do). amount: see the contract. */
export type FindingText = { readonly found: (amount: number) => string; readonly remedy: string | null };

const checks: Readonly<Record<PreflightCheck, string>> = {
  clock: 'パソコンの時計',
  network: 'ネットワーク',
  proxy: 'プロキシ',
  bankTls: '銀行との安全な接続',
  keychain: 'パスワードの保管場所',
  certificateStore: '電子証明書を入れる場所',
  osUser: 'パソコンの利用者',
  disk: 'ディスク',
};

/** A difference of clocks as people say it. */
function span(seconds: number): string {
  const whole = Math.abs(seconds);
  if (whole < 120) return `${whole}秒`;
  if (whole < 2 * 3600) return `${Math.round(whole / 60)}分`;
  return whole < 2 * 86_400 ? `${Math.round(whole / 3600)}時間` : `${Math.round(whole / 86_400)}日`;
}

const say = (found: string, remedy: string | null = null): FindingText => ({ found: () => found, remedy });
const setClock = 'パソコンの設定で日付と時刻を「自動」にしてください。会社で管理しているパソコンでは、管理担当の方にご相談ください。';
const renewProfile = '銀行から届いた設定ファイルを、入れ直してください。社内のシステム担当の方に、この画面をお見せください。';
const again = '確かめる途中で時間がかかりすぎました。もう一度確かめてください。';

const findings: Readonly<Record<PreflightFinding, FindingText>> = {
  'clock-right': say('銀行の時刻と合っています。'),
  'clock-wrong': {
    found: (seconds) => `銀行の時刻より${span(seconds)}${seconds > 0 ? '進んで' : '遅れて'}います。`,
    remedy: setClock,
  },
  'clock-not-compared': say(
    '銀行の時刻が分からないため、比べられませんでした。',
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
  'network-not-needed': say('銀行はこのパソコンの中で動いています。ネットワークは要りません。'),
  'network-down': say('ネットワークにつながっていません。', 'LANケーブルやWi-Fiをご確認ください。機内モードのときは解除してください。'),
  'network-name-unknown': say(
    'ネットワークにはつながっていますが、銀行の場所が分かりません（DNS）。',
    'ほかのサイトが開けるかご確認ください。開けないときは、ルーターの電源を入れ直すか、ネットワーク担当の方にご相談ください。',
  ),
  'network-bank-not-reached': say(
    '銀行のサーバーにつながりません。',
    'しばらく待って、もう一度確かめてください。会社のネットワークで止められていることもあります。続くときは、銀行にお問い合わせください。',
  ),
  'network-profile-invalid': say('銀行の設定ファイルに誤りがあり、銀行の場所が分かりません。', renewProfile),
  'network-bank-not-started': say(
    '練習用の銀行を動かせませんでした。',
    'Kaitsu を閉じて、開き直してください。続くときは、パソコンの管理担当の方にご相談ください。',
  ),
  'proxy-none': say('使われていません。'),
  'proxy-not-used': say('このパソコンにはプロキシの設定がありますが、Kaitsu は使わず、銀行に直接つながっています。', '直していただくことはありません。'),
  'proxy-in-the-way': say(
    'このパソコンにはプロキシの設定があります。Kaitsu はプロキシを使わないため、会社のネットワークで止められているようです。',
    'ネットワーク担当の方に「銀行のサーバーへの直接の接続（HTTPS）を許可してほしい」とお伝えください。',
  ),
  'proxy-not-judged': say('妨げになっていないか、まだ確かめられませんでした。', '先に、「ネットワーク」の項目を直してください。'),
  'tls-trusted': say('本物の銀行につながっていることを確かめました。'),
  'tls-untrusted': say(
    '接続先が本物の銀行だと確かめられません。このまま暗証番号を入力しないでください。',
    '通信を検査するソフトや機器が間に入っていることがあります。ネットワーク担当の方か銀行にご相談ください。',
  ),
  'tls-dates-wrong': say(
    '銀行のサーバーの証明書の有効期間が、パソコンの時計と合いません。このまま暗証番号を入力しないでください。',
    '先に、「パソコンの時計」の項目をご覧ください。',
  ),
  'tls-profile-invalid': say('銀行の設定ファイルに誤りがあり、本物の銀行かどうかを確かめられません。', renewProfile),
  'tls-not-reached': say('銀行につながらないため、確かめられませんでした。', '先に、「ネットワーク」の項目を直してください。'),
  'bank-closed': {
    found: (opens) =>
      opens === 0 ? '銀行は受付時間外です。' : `銀行は受付時間外です。${formatDateTime(new Date(opens * 1000).toISOString(), 'ja')}から受け付けます。`,
    remedy: '受付が始まってから、もう一度確かめてください。受付時間は、銀行のお知らせでご確認ください。',
  },
  'keychain-ready': say('読み書きできます。'),
  'keychain-missing': say(
    'パソコンに、パスワードを安全に保管する仕組みが見つかりません。',
    'パソコンに一度ログインし直してください。Linux では GNOME キーリングなど（Secret Service）を入れてください。',
  ),
  'keychain-locked': say('保管場所がロックされています。', 'パスワードをたずねる画面が出ていれば、パソコンのパスワードを入力して開いてください。'),
  'keychain-refused': say(
    '保管場所に書き込めません。',
    'パソコンに一度ログインし直してください。会社で管理しているパソコンでは、管理担当の方にご相談ください。',
  ),
  'store-ready': say('電子証明書を入れられます。'),
  'store-missing': say(
    '電子証明書を入れるための道具が見つかりません。',
    'Linux では libnss3-tools（certutil・pk12util）を入れてください。会社で管理しているパソコンでは、管理担当の方にご相談ください。',
  ),
  'store-refused': say(
    '電子証明書を入れる場所に書き込めません。',
    'ブラウザーをすべて閉じて、もう一度確かめてください。続くときは、パソコンの管理担当の方にご相談ください。',
  ),
  'user-usual': say('いつもの利用者で動いています。'),
  'user-root': say(
    'システム管理者（root）として動いています。電子証明書は root のものになり、ふだんの利用者からは使えません。',
    'Kaitsu を閉じ、ふだんお使いの利用者で開き直してください。',
  ),
  'user-elevated': say(
    '「管理者として実行」で動いています。ふだんの利用者と違う場合、電子証明書が見つからなくなります。',
    'Kaitsu を閉じ、アイコンをふつうに開き直してください。',
  ),
  'user-home-refused': say(
    'ご自分のフォルダー（ホーム）に書き込めません。',
    'パソコンにログインし直してください。ネットワーク上のフォルダーの場合は、管理担当の方にご相談ください。',
  ),
  'disk-ready': { found: (megabytes) => `空きがあり、書き込めます（空き ${size(megabytes)}）。`, remedy: null },
  'disk-low': { found: (megabytes) => `空きが少なくなっています（空き ${size(megabytes)}）。`, remedy: '不要なファイルを消して、空きを増やしてください。' },
  'disk-full': say('空きがありません。', '不要なファイルを消し、ごみ箱を空にしてから、もう一度確かめてください。'),
  'disk-refused': say(
    'Kaitsu のフォルダーに書き込めません。',
    'ディスクが読み取り専用になっていないかご確認ください。会社で管理しているパソコンでは、管理担当の方にご相談ください。',
  ),
  'clock-no-answer': say('確かめられませんでした。', again),
  'network-no-answer': say('確かめられませんでした。', again),
  'proxy-no-answer': say('確かめられませんでした。', again),
  'tls-no-answer': say('銀行から返事がありません。', again),
  'keychain-no-answer': say(
    '保管場所から返事がありません。',
    'パスワードをたずねる画面が後ろに隠れていないかご確認ください。開いたら、もう一度確かめてください。',
  ),
  'store-no-answer': say('電子証明書を入れる場所から返事がありません。', again),
  'user-no-answer': say('確かめられませんでした。', again),
  'disk-no-answer': say('ディスクから返事がありません。', again),
};

function size(megabytes: number): string {
  return megabytes >= 1024 ? `${(megabytes / 1024).toFixed(1)} GB` : `${megabytes} MB`;
}

export const jaPreflight = {
  title: 'このパソコンの準備',
  running: 'このパソコンの準備を確かめています',
  ready: 'このパソコンの準備はできています。',
  readyWithAdvice: (count: number) => `このパソコンの準備はできています（お知らせ ${count}件）。`,
  notReady: (count: number) => `先にご確認いただきたいことが${count}件あります`,
  notReadyWhy: '入力の回数を無駄にしないよう、先に直すことをおすすめします。このまま進むこともできます。',
  details: '詳しく見る',
  hideDetails: '閉じる',
  again: 'もう一度確かめる',
  checkedAt: (time: string) => `${time} に確かめました`,
  levels: { good: 'よい', advice: 'お知らせ', bad: '要確認' },
  underWay: '確かめています',
  checks,
  findings,
};
