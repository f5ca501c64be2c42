import type { SettingSource } from '../../../preload/contract/settings.ts';

const sources: Readonly<Record<Exclude<SettingSource, 'policy'>, string>> = {
  usual: '指定なし（標準）',
  chosen: 'この画面で選択',
  bankFile: '銀行ファイルによる',
  practice: '練習用',
};

/** 設定。値と、それを決めたものを示す。 */
export const jaSettings = {
  open: 'すべての設定',
  title: '設定',
  lead: 'この Kaitsu の設定と、それを決めたものを表示します。',
  sources,
  prescribed: (by: string) => (by === '' ? '貴社のポリシーにより指定' : `${by}により指定`),
  bank: '銀行',
  noBank: 'まだ開いていません',
  practiceBank: '練習用の銀行（このパソコンの中）',
  language: '言語',
  textSize: '文字の大きさ',
  theme: '表示',
  proxy: 'プロキシ（中継サーバー）',
  proxies: { system: 'システムの設定に従う', none: '使わない' },
  stores: '電子証明書を入れてよい場所',
  noStore: 'なし（電子証明書は取得できません）',
  reminders: '画面の外でのお知らせ（カレンダー）',
  practice: '練習',
  allowed: '使える',
  forbidden: '使えない',
  updates: '更新',
  channels: { none: '確認しない', stable: '正式版', preview: '先行版' },
  policy: 'ポリシーの場所',
  defects: 'ポリシーの誤り（システム担当の方へ）',
  about: 'Kaitsu について',
  version: 'バージョン',
  licence: 'ライセンス',
  notices: '使用しているソフトウェアの表示',
  noNotices: 'インストールした Kaitsu で表示されます。',
  showNotices: '表示する',
};
