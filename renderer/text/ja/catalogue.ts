import type { FieldError } from '../../../preload/contract/fields.ts';
import type { Language, TextSize, Theme } from '../../../preload/contract/preferences.ts';
import type { FieldName } from '../../../preload/contract/problem.ts';
import type { Severity } from '../../../preload/contract/problem-facts.ts';
import type { StopName } from '../../state/screen-of.ts';
import { jaAdvice } from './advice.ts';
import { jaBundle } from './bundle.ts';
import { jaHandOver } from './hand-over.ts';
import { jaKeyboard } from './keyboard.ts';
import { jaPlaces } from './places.ts';
import { jaScenarios, jaSituations } from './practice.ts';
import { jaPreflight } from './preflight.ts';
import { jaProblems } from './problems.ts';
import { jaRecord } from './record.ts';
import { jaRecovery } from './recovery.ts';
import { jaReleaseRequest } from './release-request.ts';
import { jaValidity } from './renewal.ts';
import { jaReview } from './review.ts';
import { jaScreenCode } from './screen-code.ts';
import { jaScreens } from './screens.ts';
import { jaSettings } from './settings.ts';
import { jaStop } from './stop.ts';
import { jaUsers } from './users.ts';

/** symbols: those that the bank allows; first: the label of the field that a re-entry repeats. */
export type ErrorLimits = { readonly length: number; readonly min: number; readonly max: number; readonly symbols: string; readonly first: string };
type Errors = Readonly<Record<FieldError, (limits: ErrorLimits) => string>>;
type FieldTexts = Readonly<Record<FieldName, { readonly label: string; readonly explanation: string }>>;
type StopTexts = Readonly<Record<StopName, string>>;

const fields: FieldTexts = {
  contractorId: { label: '契約者ID（利用者番号）', explanation: 'お客様カードに記入された11桁の数字' },
  registrationPin: { label: 'ご契約先登録用暗証番号', explanation: '申込書に記入した4桁の数字' },
  logonPin: { label: 'ご契約先暗証番号', explanation: '管理者がログオン時に使用します。' },
  logonPinReentry: { label: 'ご契約先暗証番号再入力', explanation: '確認のため「ご契約先暗証番号」を再度入力します。' },
  confirmationPin: { label: 'ご契約先確認暗証番号', explanation: '管理者が各種取引を行う際の確認暗証番号です。' },
  confirmationPinReentry: { label: 'ご契約先確認暗証番号再入力', explanation: '確認のため「ご契約先確認暗証番号」を再度入力します。' },
  email: { label: 'ご契約先Eメールアドレス', explanation: 'Eメールアドレスを変更しない場合、入力は不要です。' },
  userId: { label: '利用者ID', explanation: '利用者がログオン時に使用します。' },
  userName: { label: '利用者名', explanation: '40文字以内' },
  userLogonPin: { label: '利用者暗証番号', explanation: '利用者がログオン時に使用します。' },
  userLogonPinReentry: { label: '利用者暗証番号再入力', explanation: '確認のため、再度入力します。' },
  userConfirmationPin: { label: '利用者確認暗証番号', explanation: '利用者が各種取引を行う際の確認暗証番号です。' },
  userConfirmationPinReentry: { label: '利用者確認暗証番号再入力', explanation: '確認のため、再度入力します。' },
  oneTimePassword: { label: 'ご契約先ワンタイムパスワード', explanation: 'お客様カードに記入されている番号' },
};

const errors: Errors = {
  empty: () => '入力してください。',
  blank: () => '空白（スペース）が入っています。空白を消してください。',
  control: () => 'タブや改行などの文字が入っています。消してから、もう一度入力してください。',
  invisible: () => '目に見えない文字が入っています。貼り付けずに、手で入力し直してください。',
  combining: () => '文字に付く記号（アクセント記号など）が入っています。消して、入力し直してください。',
  japanese: () => 'かな・漢字などは使えません。日本語入力をオフにして、半角で入力してください。',
  otherScript: () => '半角の英字・数字・記号ではない文字が入っています。半角で入力し直してください。',
  fullWidth: () => '全角の文字があります。半角で入力してください。',
  notDigits: () => '半角の数字だけで入力してください。',
  wrongLength: ({ length }) => `${length}桁で入力してください。`,
  tooShort: ({ min }) => `短すぎます。${min}文字以上で入力してください。`,
  tooLong: ({ max }) => `長すぎます。${max}文字以内で入力してください。`,
  symbolNotAllowed: ({ symbols }) => `使えない文字があります。半角の${symbols === '' ? '英字と数字' : `英字・数字と ${symbols} `}で入力してください。`,
  needsLetterAndDigit: () => '英字と数字の両方を使ってください。',
  notEqual: ({ first }) => `「${first}」と一致しません。もう一度入力してください。`,
  notAnEmail: () => 'Eメールアドレスの形で入力してください（例: name@example.co.jp）。',
};

const stops: StopTexts = {
  release: '依頼書の提出',
  releaseCall: 'ロック解除の連絡',
  logonMenus: '管理者ログオン',
  identification: '契約者IDの入力',
  newPins: '新しい暗証番号',
  oneTimePassword: 'ワンタイムパスワード',
  certificate: '電子証明書の取得',
  logon: 'ログオン',
};

const languageNames: Readonly<Record<Language, string>> = { ja: '日本語', en: 'English', ko: '한국어' };
const themeNames: Readonly<Record<Theme, string>> = { system: '自動', light: '明るい', dark: '暗い' };
const textSizes: Readonly<Record<TextSize, string>> = { standard: '標準', large: '大', largest: '特大' };
const severityNames: Readonly<Record<Severity, string>> = {
  information: 'お知らせ',
  warning: 'ご確認ください',
  error: 'エラー',
  blocking: 'このままでは進めません',
};

export const ja = {
  shell: {
    practice: '練習用',
    practiceLine: '本物の銀行ではありません。',
    practiceMore: '練習用の銀行が、このパソコンの中で動いています。',
    support: 'お問い合わせ',
    appearance: '言語・表示（Language）',
    textSize: '文字の大きさ',
    textSizes,
    language: '言語',
    languageNames,
    theme: '表示',
    themeNames,
    screenCode: '画面コード',
    skip: '本文へ移動',
  },
  session: {
    name: 'ログオン中のご契約先',
    until: (time: string) => `${time} まで`,
    logOff: 'ログオフ',
    loggingOff: 'ログオフしています',
    title: 'ログオフしますか？',
    activationText:
      '開通確認を途中で終了します。間違いの回数には数えられません。続けるときは、契約者IDとご契約先登録用暗証番号の入力から、もう一度行っていただきます。新しい暗証番号も、もう一度入力していただきます。',
    entryText: '入力中の内容は、銀行に送られずに消えます。',
  },
  help: { open: 'この画面の説明', name: '画面の説明', here: '（今の画面）' },
  rail: {
    name: '手続きの流れ',
    stops,
    releaseGroup: 'ロックの解除',
    activationGroup: '管理者の開通確認',
    certificateGroup: '電子証明書とログオン',
    certificateFirstGroup: '電子証明書の取得',
    activationLastGroup: '開通確認とログオン',
    done: '済み',
    here: '今ここです',
    position: (number: number, count: number) => `手順 ${number} / ${count}`,
  },
  common: {
    back: '前の画面に戻る',
    backToStart: '最初の画面に戻る',
    startOver: '最初からやり直す',
    startOverTitle: '最初からやり直しますか？',
    startOverText:
      '銀行との間で途中になっている手続きは、終了します。依頼書をすでに提出していて、その後にロックされていなければ、提出し直す必要はありません。このパソコンの電子証明書は残り、まだ受け取っていないものは、最初の画面からも受け取れます。',
    startOverConfirm: '最初からやり直す',
    cancel: 'このまま続ける',
    close: '閉じる',
    sending: '銀行に送っています',
    sessionEnds: (time: string) =>
      `まもなく銀行の受付時間が切れます。${time} までに入力を終えてください。過ぎると、契約者IDの入力からやり直しになります。時間の延長はできません。`,
    sessionEndsUnlessStaying: (time: string) =>
      `しばらく銀行との通信がないため、${time} に自動的にログオフします。続けるときは「ログオンを続ける」を押してください。`,
    stay: 'ログオンを続ける',
    sessionUntil: (time: string) => `${time} までに入力を終えてください。過ぎると、契約者IDの入力からやり直しになります。`,
  },
  fields,
  registeredPin: { label: '登録されているご契約先暗証番号', explanation: '申込書に記入していただいた4桁の「ご契約先登録用暗証番号」を入力します。' },
  input: {
    errors,
    errorCount: (count: number) => `入力内容を${count}か所ご確認ください。`,
    refused: '銀行で受け付けられませんでした。内容を確かめて、もう一度入力してください。',
    capsLock: 'Caps Lock がオンです。大文字で入力されます。',
    show: '表示',
    hide: '隠す',
    showField: (label: string) => `${label}を表示する`,
    pasteRefused: '貼り付けはできません。入力の誤りを防ぐため、もう一度手で入力してください。',
    optional: '任意',
    idleCleared: '10分間操作がなかったため、入力中の暗証番号を消しました。もう一度入力してください。',
    sentCleared: '暗証番号は、送信すると、安全のため画面から消えます。',
    lostForm: (phone: string, limit: number) =>
      `控えが見つからないときは、推測で入力せず、銀行にお電話ください（${phone}）。${limit}回間違えると、ロックされます。`,
    required: '必須',
    rules: '暗証番号の決まり',
    ruleLength: (min: number, max: number) => `${min}～${max}文字`,
    ruleMixed: '英字と数字の両方を使う',
    ruleHalfWidth: (symbols: string) => (symbols === '' ? '半角の英字と数字だけ' : `半角の英字・数字と ${symbols} だけ`),
    ruleMet: '満たしています',
    ruleUnmet: 'まだです',
    /** Both sentences at once: that case matters, and that what was sent is cleared. */
    aboutPins: '大文字と小文字は区別されます。暗証番号は、送信すると、安全のため画面から消えます。',
  },
  problem: {
    attemptsLeft: (count: number) => `あと${count}回間違えると、ロックされます。`,
    lockMeans: 'ロックされると、会社全体でサービスが使えなくなり、依頼書の提出からやり直しになります。あわてずに、お確かめください。',
    retryAt: (when: string) => `${when} 以降に、もう一度お試しください。`,
    bankSays: (words: string) => `銀行からの説明：「${words}」`,
    checkFound: '調べた結果（システム担当の方へ）',
    reference: '記録番号',
    codes: jaProblems,
    advice: jaAdvice,
    severities: severityNames,
    causes: '考えられる原因',
    more: 'ほかにお試しいただけること',
    askStaff: '社内のシステム担当の方におたずねください。いないときは、銀行にお電話ください。',
    tidyUp: '古いものを整理する',
    undoTidyUp: '元に戻す',
    backToRelease: '依頼書の提出からやり直す',
    dismiss: 'このお知らせを閉じる',
  },
  proxy: {
    open: 'プロキシの認証',
    title: 'プロキシの認証',
    explanation:
      '会社のプロキシ（中継サーバー）のユーザー名とパスワードを入力してください。銀行の暗証番号は入力しないでください。このパソコンのパスワードの保管場所に保管し、このプロキシだけに送ります。',
    name: 'ユーザー名',
    password: 'パスワード',
    close: '入力せずに閉じる',
    bothNeeded: 'ユーザー名とパスワードの両方を入力してください。',
    save: '保存する',
  },
  card: {
    title: 'お客様カード',
    contractorId: '契約者ID（利用者番号）',
    oneTimePassword: 'ワンタイムパスワード',
    drawing: (place: string) => `お客様カードの図。${place}に印が付いています。`,
  },
  certificate: {
    facts: '電子証明書の内容',
    subject: '名義',
    issuer: '発行者',
    serial: 'シリアル番号',
    notAfter: '有効期限',
    store: '保存場所',
    stores: { nss: 'ブラウザー（Chrome・Chromium）の証明書', windows: 'Windows の証明書ストア', macos: 'macOS のキーチェーン' },
  },
  practice: {
    open: '練習用パネル',
    title: '練習用パネル',
    heading: '書類と営業店',
    lead: '練習のための、架空の会社の書類です。本物ではありません。',
    card: 'お客様カード',
    cardGrid: 'ワンタイムパスワードの表',
    contractorId: '契約者ID（利用者番号）',
    row: (number: number) => `${number}行目`,
    column: (number: number) => `${number}列目`,
    form: '申込書の控え',
    organization: 'ご契約先',
    representative: '管理者',
    registrationPin: 'ご契約先登録用暗証番号',
    branch: '営業店の役',
    status: '契約の状態',
    statuses: { locked: 'ロック中', released: '解除済み（開通確認待ち）', active: '利用中' },
    release: 'ロックを解除する',
    lockAgain: 'もう一度ロックする',
    loading: '書類を用意しています',
    scenarios: jaScenarios,
    situations: jaSituations,
  },
  screens: jaScreens,
  users: jaUsers,
  validity: jaValidity,
  releaseRequest: jaReleaseRequest,
  record: jaRecord,
  bundle: jaBundle,
  handOver: jaHandOver,
  recovery: jaRecovery,
  places: jaPlaces,
  preflight: jaPreflight,
  settings: jaSettings,
  screenCode: jaScreenCode,
  stop: jaStop,
  review: jaReview,
  keyboard: jaKeyboard,
};

export type Catalogue = typeof ja;
