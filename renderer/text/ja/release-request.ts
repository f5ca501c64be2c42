import type { EntryError, LockedPin, PreparedThing, RequestInput } from '../../../preload/contract/request-words.ts';

type Labels = Readonly<Record<RequestInput, { readonly label: string; readonly hint: string | null }>>;

const inputs: Labels = {
  date: { label: 'ご依頼日', hint: null },
  branch: { label: 'お取引店', hint: '代表口座のある営業店（例: 本店営業部）' },
  company: { label: 'ご契約先名（法人名）', hint: '銀行に届け出ている名称' },
  representative: { label: '代表者の役職・お名前', hint: '例: 代表取締役 ○○ ○○' },
  accountKind: { label: '代表口座の種類', hint: null },
  accountNumber: { label: '口座番号', hint: '7桁の数字' },
  contractorId: { label: '契約者ID（利用者番号）', hint: 'お客様カードに記入された11桁の数字' },
  lockedPins: { label: 'ロックされた暗証番号', hint: 'はっきりしないときは、入力していたものをすべて選んでください。' },
  userName: { label: '対象の利用者', hint: '利用者の暗証番号がロックされたときに、その方のお名前' },
  reason: { label: 'ロックの理由', hint: null },
  reasonText: { label: '理由の詳しい内容', hint: '暗証番号そのものは記入しないでください。' },
  contactName: { label: 'ご担当者のお名前', hint: null },
  contactPhone: { label: '日中の電話番号', hint: '営業店から連絡を受ける番号' },
};

const errors: Readonly<Record<EntryError, (length: number) => string>> = {
  empty: () => '入力してください。',
  control: () => 'タブや改行などの文字が入っています。消してから、もう一度入力してください。',
  invisible: () => '目に見えない文字が入っています。貼り付けずに、手で入力し直してください。',
  fullWidth: () => '全角で入力されています。半角で入力してください。',
  notDigits: () => '数字だけで入力してください。',
  wrongLength: (length) => `${length}桁で入力してください。`,
  notADay: () => '日付を入力してください。',
  notAPhone: () => '市外局番からの電話番号を入力してください（例: 03-1234-5678）。',
  nothingChosen: () => '選んでください。',
  notPrintable: () => '印刷できない文字（絵文字など）が入っています。ほかの文字に替えてください。',
};

const pins: Readonly<Record<LockedPin, string>> = {
  logonPin: 'ご契約先暗証番号',
  confirmationPin: 'ご契約先確認暗証番号',
  userLogonPin: '利用者暗証番号',
  userConfirmationPin: '利用者確認暗証番号',
};

const things: Readonly<Record<PreparedThing, { readonly name: string; readonly note: string }>> = {
  designatedPc: { name: '管理者用パソコン', note: '開通確認と電子証明書の取得は、このパソコンで行います。' },
  customerCard: { name: 'お客様カード', note: '契約者IDとワンタイムパスワードが記入されたカード' },
  applicationForm: {
    name: '申込書の控え',
    note: '4桁の「ご契約先登録用暗証番号」をご記入いただいたもの。見つからないときは、推測で入力せず、銀行にお電話ください。',
  },
};

export const jaReleaseRequest = {
  title: '依頼書の作成',
  lead: '入力した内容は、見本に表示されます。印刷して届出印を押し、営業店にご提出ください。',
  noPins: '暗証番号は、ここにも依頼書にも記入しないでください。銀行が暗証番号をおたずねすることはありません。',
  kept: '入力した内容は、このパソコンに保存されます（暗証番号は含みません）。',
  groups: { company: 'ご契約先', lock: 'ロックの内容', contact: 'ご連絡先' },
  inputs,
  errors,
  errorCount: (count: number) => `入力内容を${count}か所ご確認ください。`,
  pins,
  accountKinds: { ordinary: '普通', current: '当座' },
  reasons: {
    mistyped: '暗証番号の入力を誤った',
    forgotten: '暗証番号を忘れた',
    unknown: '担当者の交代などで暗証番号が不明',
    other: 'その他',
  },
  /** own: the day in the window's language, where the paper's says too little. */
  dateOnPaper: (paper: string, _own: string) => `依頼書には「${paper}」と記載されます。`,
  preview: '依頼書の見本',
  print: '印刷する',
  handedIn: '営業店に提出しました',
  enlarge: '大きく表示',
  savePdf: 'PDFとして保存',
  preparing: '準備しています',
  printed: '印刷しました。届出印を押して、営業店にご提出ください。',
  saved: (name: string) => `保存しました：${name}`,
  showSaved: 'フォルダーを開く',
  cancelled: '取りやめました。',
  noPrinter: 'このパソコンで使えるプリンターが見つかりませんでした。プリンターの接続をご確認いただくか、「PDFとして保存」してください。',
  printFailed: '印刷できませんでした。プリンターの状態をご確認のうえ、もう一度お試しいただくか、「PDFとして保存」してください。',
  printUnknown:
    '印刷の結果を確認できませんでした。プリンターから依頼書が出ているかご確認ください。出ていないときは、もう一度印刷していただくか、「PDFとして保存」してください。',
  open: '依頼書を作成する',
  openAgain: '依頼書をもう一度表示する',
  things,
  preparedTitle: 'お待ちの間に、ご用意ください',
  preparedCount: (ready: number, all: number) => `${all}点のうち${ready}点をご用意済み`,
  doneTitle: 'ロック解除の連絡について',
  doneCall: '営業店から、依頼書の「日中のご連絡先」にご連絡いたします。',
  doneCallTo: (phone: string) => `営業店から、依頼書の「日中のご連絡先」（${phone}）にご連絡いたします。`,
  doneWait: '連絡の前に開通確認を行っても、銀行では受け付けられません。連絡を受けてから、次へお進みください。',
  doneHowLong: '解除までの日数は、銀行や営業店によって異なります。依頼書を提出するときに、営業店でおたずねください。',
  doneAsk: (phone: string, hours: string) => `連絡がないときは、お取引店または銀行にお問い合わせください。電話 ${phone}、受付 ${hours}`,
  reminderTitle: 'カレンダーに予定を入れる',
  reminderText: '連絡の確認を忘れないよう、予定のファイル（.ics）を作成します。ファイルを開くと、お使いのカレンダーに登録できます。',
  reminderDay: '日付',
  reminderTime: '時刻',
  reminderSave: '予定のファイルを保存',
  reminderSaved: '保存しました。ファイルを開くと、カレンダーに登録できます。',
  reminderWrong: '日付と時刻を入力してください。',
  reminderPast: 'その日時は過ぎています。これからの日付と時刻を入力してください。',
  reminderEvent: (bank: string) => `${bank}：暗証番号ロック解除の連絡を確認`,
  reminderEventText: (phone: string) =>
    `営業店からロック解除の連絡があったかどうかを確かめ、あれば Kaitsu で開通確認を行います。\n用意するもの：お客様カード、申込書の控え、管理者用パソコン\n連絡がないときの問い合わせ先：${phone}`,
};
