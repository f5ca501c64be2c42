import type { HandOverFault, ShownHandOverStep } from '../../../preload/contract/hand-over.ts';

type Of<W extends ShownHandOverStep['what']> = Extract<ShownHandOverStep, { what: W }>;
/** The same words stand in main/hand-over/step-words.ts, for the CSV and the command line; a test compares them. */
type StepTexts = {
  readonly begun: Readonly<Record<Of<'begun'>['why'], string>>;
  readonly repaired: Readonly<Record<Of<'repaired'>['how'], string>>;
  readonly userChanged: Readonly<Record<Of<'userChanged'>['change'], string>>;
  readonly loggedOff: Readonly<Record<Of<'loggedOff'>['how'], string>>;
  readonly plain: Readonly<Record<Exclude<ShownHandOverStep['what'], 'begun' | 'repaired' | 'userChanged' | 'loggedOff' | 'other'>, string>>;
  readonly other: (called: string) => string;
};

/** What stands on the paper; in another language each line stands below the Japanese. */
type PaperTexts = {
  readonly title: string;
  readonly contract: string;
  readonly contractorId: string;
  readonly madeAt: string;
  readonly pc: string;
  readonly user: string;
  readonly program: string;
  readonly unknown: string;
  readonly chain: string;
  readonly checkNumber: string;
  readonly whole: (lines: number) => string;
  readonly faults: Readonly<Record<HandOverFault['how'], (line: number) => string>>;
  readonly number: string;
  readonly at: string;
  readonly step: string;
  readonly by: string;
  readonly late: string;
  readonly earlier: (count: number) => string;
  readonly nothing: string;
  readonly steps: StepTexts;
  readonly note: string;
};

const steps: StepTexts = {
  begun: {
    new: '引継書の始まり',
    withoutRecord: '引継書の始まり（これより前の手続きの記録はありません）',
    damaged: '前の引継書が壊れているか書き換えられていたため、新しく始めました',
    missing: '前の引継書がなくなっていたため、新しく始めました',
    full: '前の引継書がいっぱいになったため、新しく始めました',
  },
  repaired: {
    line: '中断で書きかけだった前の行を書き終えました',
    end: '引継書の終わりの控えが失われていたため、作り直しました',
  },
  userChanged: {
    data: '利用者情報の変更',
    suspended: '利用者の利用停止',
    resumed: '利用者の利用停止の解除',
  },
  loggedOff: {
    asked: '管理者のログオフ',
    lost: 'ログオンの終了（時間切れ、または銀行側の終了）',
  },
  plain: {
    bankInUse: '銀行の設定の使用開始',
    requested: '依頼書の提出',
    released: 'ロック解除の連絡',
    activated: '管理者の開通確認',
    certificateRetrieved: '電子証明書の取得',
    certificateRenewed: '電子証明書の更新',
    loggedOn: '管理者のログオン',
    userPins: '利用者の暗証番号の変更',
    userRegistered: '利用者の登録',
    startedOver: '最初からのやり直し',
    journalSetAside: '手続きの記録を別名で残し、最初から開始',
    journalDamaged: '手続きの記録が壊れていたため、別名で残して開始',
    certificatesTidied: '古い電子証明書の整理',
    certificatesPutBack: '電子証明書の整理の取り消し',
    certificateRemoved: '電子証明書の削除（コマンド）',
    certificateExported: '電子証明書の書き出し（コマンド）',
    certificateReinstalled: '電子証明書の入れ直し（コマンド）',
  },
  other: (called) => `新しい版の Kaitsu の記録（${called}）`,
};

const paper: PaperTexts = {
  title: '法人インターネットバンキング 引継書',
  contract: 'ご契約先',
  contractorId: '契約者ID（末尾4桁）',
  madeAt: '引継書の作成日時',
  pc: 'パソコン名',
  user: 'パソコンの利用者名',
  program: 'プログラム',
  unknown: '（記録がありません）',
  chain: 'つながりの確認',
  checkNumber: '照合番号',
  whole: (lines) => `${lines}行のつながりに、変更・抜け・追加は見つかりませんでした。`,
  faults: {
    changed: (line) => `${line}行目が変更されています。`,
    missing: (line) => `${line}行目がなくなっています。`,
    added: (line) => `${line}行目は後から加えられています。`,
    order: (line) => `${line}行目に別の行があり、順序が入れ替わっています。`,
    cut: (line) => `${line}行目から後がなく、終わりを確かめられません。`,
  },
  number: '番号',
  at: '日時（日本時間）',
  step: '行ったこと',
  by: '利用者／パソコン',
  late: '（後からの記録）',
  earlier: (count) => `これより前に${count}行あります。JSON Lines のファイルにはすべてが含まれます。`,
  nothing: '記録された手続きはありません。',
  steps,
  note: 'この引継書に、暗証番号、ワンタイムパスワード、利用者IDは記載されていません。全体が作り直されたことは、つながりの確認だけでは分かりません。照合番号は、後日この紙と記録が同じであることを確かめるためのものです。',
};

/** 引継書。 */
export const jaHandOver = {
  paper,
  name: '引継書',
  lead: 'このパソコンで、いつ、だれが、何を行ったかの全記録です。パソコンを引き継ぐときや、監査のときにお使いください。暗証番号は含みません。',
  list: '引継書の記録',
  reading: '確認しています',
  whole: '変更や抜けは見つかりませんでした',
  checked: (lines: number) => `${lines}行のつながりを確かめました。`,
  broken: '変更または抜けがあります',
  brokenHelp: 'JSON Lines で保存して、貴社の管理部門にご相談ください。手続きはそのまま続けられます。',
  checkNumberHelp: '紙に控えておくと、後でこの行までが同じかを確かめられます。全体が作り直されたことは、これでしか分かりません。',
  newest: (count: number) => `新しい順に${count}行を表示しています。保存したファイルにはすべてが含まれます。`,
  waiting: (count: number) => `ディスクに保存できていない記録が${count}件あります。空き容量と、フォルダーへの書き込みの権限をご確認ください。`,
  savePdf: 'PDFで保存',
  saveCsv: 'CSVで保存',
  saveJsonl: 'JSON Linesで保存',
};
