import type { NextThing } from '../../../preload/contract/places.ts';

const next: Readonly<Record<NextThing, string>> = {
  begin: 'まだ何も始めていません。',
  goOn: '手続きの途中です。続きから始められます。',
  fetchCertificate: '電子証明書を、まだ取得していません。',
  logOn: '電子証明書があります。ログオンできます。',
  renew: '電子証明書の更新の時期です。',
  renewLate: '電子証明書の有効期限が過ぎています。',
  unreadable: '開くと、くわしい状態を表示します。',
};

/** ご契約の一覧と、銀行ファイルの確認。 */
export const jaPlaces = {
  place: 'ご契約の一覧',
  firstTitle: 'はじめに、銀行ファイルを開きます',
  firstLead:
    'Kaitsu は、銀行が配布する「銀行ファイル」で、お取引の銀行につながります。お手元にないときは、銀行のホームページ、または、お客様カードに書かれた電話番号でおたずねください。',
  title: 'ご契約をお選びください',
  lead: '開いたご契約だけを表示します。ほかのご契約の内容と混ざることはありません。',
  stoppedTitle: '銀行を開けませんでした',
  prescribed: (by: string) => (by === '' ? 'このパソコンの銀行は、貴社のポリシーで指定されています。' : `このパソコンの銀行は、${by}により指定されています。`),
  open: { label: '銀行ファイルを開く', note: '銀行から受け取ったファイル（.kaitsu-bank）です。この画面に置いても、開けます。' },
  practise: { label: '練習する', note: '架空の銀行と会社で、最後まで試せます。本物の銀行にはつながりません。' },
  goOnPractising: '練習を続ける',
  othersTitle: 'そのほか',
  start: 'この銀行で始める',
  startNote: 'ロックの解除、開通確認、電子証明書の取得に進みます。',
  add: '別のご契約を追加する',
  contract: (lastFour: string) => `契約者ID 末尾 ${lastFour}`,
  unnamed: (number: number) => `${number} 件目のご契約`,
  until: (day: string) => `電子証明書の有効期限 ${day}`,
  next,
  waits: '新しい版の銀行ファイルを受け取っています。手続きが終わると、使われます。',
  told: {
    taken: '銀行を登録しました。',
    waiting: '新しい版を受け取りました。手続きが終わると、使われます。',
    same: 'この銀行ファイルは、すでに登録されています。',
  },
  leave: 'ご契約の一覧へ',
  support: 'サポートモード（銀行のサポート担当の方へ）',
  file: {
    place: '銀行の確認',
    title: '書面の確認番号を入力してください',
    lead: '偽の銀行につながるファイルでないことを、銀行から届いた書面の番号で確かめます。画面の番号を書き写さず、必ず書面を見て入力してください。',
    bank: '銀行',
    host: '接続先',
    signer: '署名者',
    expires: '有効期限',
    fingerprint: 'このファイルの確認番号',
    entry: '書面の確認番号',
    entryNote: '4桁の数字 8 組（ハイフンはなくてもかまいません）',
    empty: '書面の確認番号を入力してください。',
    call: '書面が見つからないとき、番号が違うときは、お客様カードに書かれた電話番号で銀行にお確かめください。ファイルやメールに書かれた番号には、おかけにならないでください。',
    take: 'この銀行を登録する',
    dismiss: '登録しない',
  },
};
