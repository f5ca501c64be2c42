import type { BundlePartName } from '../../../preload/contract/bundle.ts';

type PartTexts = Readonly<Record<BundlePartName, { readonly name: string; readonly about: string }>>;

const parts: PartTexts = {
  'events.jsonl': {
    name: 'できごと',
    about: '表示した画面、行った操作の名前と結果、銀行との通信の結果などを、日時の順に並べたものです。入力した内容は入りません。',
  },
  'preflight.json': { name: '事前チェック', about: 'このパソコンと、銀行への接続を調べた結果です。' },
  'environment.json': { name: 'このパソコン', about: 'システムとプログラムのバージョン、画面の大きさ、時計のずれ、電子証明書の内容などです。' },
  'log.jsonl': { name: '動作の記録', about: 'プログラムの動作の記録です。秘密の内容は、記録するときに消しています。' },
  'manifest.json': { name: '目録', about: 'このファイルに入っているものの一覧です。' },
};

/** お問い合わせ用のファイル。 */
export const jaBundle = {
  name: 'お問い合わせ用のファイル',
  make: 'お問い合わせ用のファイルを作る',
  lead: '何が起きたかを、銀行や社内のシステム担当の方に伝えるためのファイルです。保存しても、自動ではどこにも送られません。お渡しになるかどうかは、中身をご覧になってからお決めください。',
  gathering: 'このパソコンの状態を調べて、まとめています。15秒ほどかかることがあります。',
  leftOut: '入らないもの',
  leftOutText: '暗証番号、ワンタイムパスワード、依頼書に入力した名前・電話番号・口座番号',
  held: '入るもの',
  heldText: '契約者ID、画面に表示されたご契約先と利用者の名前、電子証明書の内容、このパソコンの種類と設定',
  sealed: (bank: string) => `${bank}だけが開けるように、暗号化して保存します。`,
  notSealed: '暗号化されません。ファイルを受け取った人は、だれでも中身を読めます。お渡しする相手をお確かめください。',
  preview: '保存されるものすべて',
  parts,
  search: '中から探す',
  found: (count: number) => `${count}行あります。`,
  notFound: '見つかりません。',
  empty: 'この中には、何もありません。',
  save: 'ファイルを保存する',
  size: (kilobytes: number) => `大きさは、約${kilobytes} KBです。`,
  again: 'もう一度まとめる',
  fileTitle: 'Kaitsu お問い合わせ用ファイル',
};
