import type { ScenarioGroup } from '../../../preload/contract/scenario-groups.ts';
import type { ByHandCode, SituationMoment } from '../../../preload/contract/situations.ts';
import { jaBankFileSteps } from './bank-file-problems.ts';

const behindProxy = 'この練習用の銀行はパソコンの中で動くため、現れません。プロキシを使う会社のネットワークで、本物の銀行につなぐときに現れます。';

/** 練習用パネルの「状況を変える」。 */
export type SituationTexts = {
  readonly title: string;
  readonly note: string;
  readonly ordinary: string;
  readonly atBank: string;
  readonly onPc: string;
  /** どこで現れるか。 */
  readonly moments: Readonly<Record<SituationMoment, string>>;
  readonly byHand: string;
  readonly byHandSteps: Readonly<Record<ByHandCode, string>>;
};

export const jaSituations: SituationTexts = {
  title: '状況を変える（練習用）',
  note: '選んだ問題が、練習用の銀行やこのパソコンで実際に起きるようにします。',
  ordinary: 'いつもどおり',
  atBank: '銀行の側で起きること',
  onPc: 'このパソコンで起きること',
  moments: {
    'at-once': '電子証明書がこのパソコンに保存されていれば、すぐに現れます。',
    'next-answer': '次に銀行へ送信したときに現れます。',
    'next-press': '次に画面のボタンを押したときに現れます。',
    identification: '契約者IDとご契約先登録用暗証番号を送信したときに現れます。',
    'wrong-entry': '契約者IDとご契約先登録用暗証番号の画面で、次に間違えたときに現れます。',
    'new-pins': '新しい暗証番号を送信したときに現れます。その画面まで進んでから選んでください。',
    'one-time-password': 'ワンタイムパスワードを送信したときに現れます。',
    retrieval: '電子証明書の取得を始めたときに現れます。開通確認が終わってから選んでください。',
    logon: '電子証明書を取得したあと、ログオンしたときに現れます。',
    users: 'ログオンしてから選んでください。「ご契約先管理情報変更」で次の操作をしたときに現れます。',
    'user-change': '「利用者情報変更」で変更を送信したときに現れます。',
    'user-registration': '利用者を新しく登録したときに現れます。',
    'registration-twice': '利用者を新しく登録すると返事が途切れます。もう一度登録したときに現れます。',
    'user-logon': '利用者ご本人が銀行にログオンしたときに、銀行の画面に現れます。管理者の一覧では、「停止中」と表示されます。',
    'next-start': 'Kaitsu を終了し、もう一度起動したときに現れます。',
  },
  byHand: '操作によって起きるもの',
  byHandSteps: {
    ...jaBankFileSteps,
    cancelled: '電子証明書の取得中に「中止する」を押してください。',
    'logged-off-as-asked': 'ログオンした後で「ログオフ」を押してください。',
    'activation-left': '新しい暗証番号の画面で「ログオフ」を押してください。',
    'log-off-not-told': 'ログオンした後で「銀行から応答がありません。」を選び、「ログオフ」を押してください。',
    'certificates-tidied': '上で「古い電子証明書が残っています。」を選び、お知らせの「古いものを整理する」を押してください。',
    'certificate-waiting': '電子証明書の取得の前に「最初からやり直す」を押し、もう一度「開通確認」へ進んでください。',
    'certificate-issued-to-lost-key': '取得の途中で Kaitsu を終了し、鍵のファイル（pending-〈契約者ID〉.pem）を壊してから、続きを取得してください。',
    'pending-key-unreadable':
      '取得の途中で Kaitsu を終了し、鍵のファイル（pending-〈契約者ID〉.pem）を同じ名前のフォルダーに替えてから、続きを取得してください。',
    'certificate-in-browser-only': '電子証明書の取得の後で、Kaitsu の控え（〈契約者ID〉-〈シリアル番号〉.p12）を削除してください。',
    'enrolment-pending': 'この練習用の銀行はすぐに発行するため、現れません。承認に時間をかける銀行で現れます。',
    'enrolment-due': 'この練習用の銀行では現れません。承認に時間をかける銀行が伝えた時刻に現れます。',
    'proxy-unreachable': behindProxy,
    'proxy-refused': behindProxy,
    'proxy-credentials-wanted': behindProxy,
    'proxy-credentials-refused': behindProxy,
    'proxy-sign-in-unsupported': behindProxy,
    'connection-inspected': behindProxy,
  },
};

/** 練習用パネルの「場面から始める」。 */
export type ScenarioTexts = {
  readonly title: string;
  readonly note: string;
  readonly groups: Readonly<Record<ScenarioGroup, string>>;
  /** 始める前の質問。場面の名前が入る。 */
  readonly question: (title: string) => string;
  readonly keepsPractice: string;
  readonly givesUpScenario: string;
  readonly begin: string;
  /** 今の場面。 */
  readonly open: string;
  readonly leave: string;
  readonly leaveQuestion: string;
  readonly leaveText: string;
  readonly logonPin: string;
  readonly confirmationPin: string;
  /** 一つずつ起こす問題の一覧。 */
  readonly allSituations: string;
};

export const jaScenarios: ScenarioTexts = {
  title: '場面から始める（練習用）',
  note: 'よくあるお問い合わせの場面まで、練習用の銀行と画面を進めます。',
  groups: {
    release: '1　ロック解除の依頼',
    activation: '2　開通確認',
    certificate: '2(6)　電子証明書の取得',
    logon: 'ログオンと電子証明書の期限',
    users: '3　利用者の管理',
  },
  question: (title) => `「${title}」から始めますか`,
  keepsPractice: 'Kaitsu を開き直して、この場面から始めます。今の練習はそのまま残り、場面を終えると続きに戻ります。',
  givesUpScenario: 'Kaitsu を開き直して、この場面から始めます。今の場面でしたことは残りません。',
  begin: 'この場面から始める',
  open: '今の場面',
  leave: '場面を終える',
  leaveQuestion: '場面を終えますか',
  leaveText: 'Kaitsu を開き直して、場面を始める前の練習に戻ります。この場面でしたことは残りません。',
  logonPin: 'ご契約先暗証番号（設定済み）',
  confirmationPin: 'ご契約先確認暗証番号（設定済み）',
  allSituations: 'すべての状況',
};
