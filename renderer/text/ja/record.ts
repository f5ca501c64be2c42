import type { RecordedStep } from '../../../preload/contract/record.ts';

/** What stands on the page; in another language each line stands below the Japanese. */
type PaperTexts = {
  readonly title: string;
  readonly contract: string;
  readonly contractorId: string;
  readonly madeAt: string;
  readonly pc: string;
  readonly user: string;
  readonly program: string;
  readonly unknown: string;
  readonly doneTitle: string;
  readonly steps: Readonly<Record<RecordedStep['what'], string>>;
  readonly users: string;
  readonly usersMore: (count: number) => string;
  readonly usersUnnamed: (count: number) => string;
  readonly linesMore: (count: number) => string;
  readonly nothingDone: string;
  readonly certificateTitle: string;
  readonly serial: string;
  readonly notAfter: string;
  readonly refusalsTitle: string;
  readonly screenCode: string;
  readonly message: string;
  readonly times: string;
  readonly lastAt: string;
  readonly refusalsMore: (count: number) => string;
  readonly noRefusals: string;
  readonly noSecret: string;
};

const paper: PaperTexts = {
  title: '法人インターネットバンキング 手続きの控え',
  contract: 'ご契約先',
  contractorId: '契約者ID（末尾4桁）',
  madeAt: '控えの作成日時',
  pc: 'パソコン名',
  user: 'パソコンの利用者名',
  program: 'プログラム',
  unknown: '（記録がありません）',
  doneTitle: '行った手続き',
  steps: {
    requested: '依頼書の提出',
    released: 'ロック解除の連絡',
    activated: '管理者の開通確認',
    certificate: '電子証明書の取得',
    renewal: '電子証明書の更新',
    loggedOn: '管理者のログオン',
  },
  users: '利用者の暗証番号の変更',
  usersMore: (count) => `ほか${count}名`,
  usersUnnamed: (count) => `利用者IDの記録がない変更 ${count}件`,
  linesMore: (count) => `ほか${count}件`,
  nothingDone: '記録された手続きはありません。',
  certificateTitle: '電子証明書',
  serial: 'シリアル番号',
  notAfter: '有効期限',
  refusalsTitle: '途中で受け付けられなかったこと',
  screenCode: '画面コード',
  message: '表示された内容',
  times: '回数',
  lastAt: '最後の日時',
  refusalsMore: (count) => `ほか${count}件`,
  noRefusals: 'ありません。',
  noSecret: 'この控えに、暗証番号とワンタイムパスワードは記載されていません。日時は日本時間です。',
};

/** Days and times stand in Japanese alone. */
export const recordedBetween = (first: string, last: string) => `${first}～${last}`;

/** 手続きの控え。 */
export const jaRecord = {
  paper,
  name: '手続きの控え',
  lead: 'いつ何を行ったかを、1枚にまとめたものです。暗証番号は含みません。社内での保管にお使いください。',
  saveRecord: '手続きの控えをPDFで保存',
  preparing: '準備しています',
  printed: '印刷しました。',
  printUnknown:
    '印刷の結果を確認できませんでした。プリンターから控えが出ているかご確認ください。出ていないときは、もう一度印刷していただくか、「PDFとして保存」してください。',
  preview: '手続きの控えの見本',
};
