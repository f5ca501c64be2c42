import type { Advice, BankFileCode, ProblemText } from '../advice.ts';

/** What speaks against a file that is said to be a bank's, and what a company's policy forbids. */

const callTheCard = '銀行に確かめるときは、お客様カードに書かれた電話番号におかけください。ファイルやメールに書かれた番号は使わないでください。';

export const jaBankFileProblems: Readonly<Record<BankFileCode, ProblemText>> = {
  'bank-file-damaged': {
    title: '銀行ファイルを確認できませんでした。',
    why: 'ファイルが壊れているか、書き換えられています。このファイルは使っていません。',
    next: '銀行のホームページから、もう一度ファイルを受け取ってください。',
  },
  'bank-file-expired': {
    title: '銀行ファイルの有効期間の外です。',
    why: 'ファイルの期限が過ぎているか、まだ始まっていません。このファイルは使っていません。',
    next: 'パソコンの日付が正しければ、銀行から新しいファイルを受け取ってください。',
  },
  'bank-file-foreign': {
    title: 'この銀行ファイルの署名者は、確認した銀行と違います。',
    why: '偽の銀行につながるファイルのおそれがあります。このファイルは使っていません。',
    next: 'お客様カードに書かれた電話番号で、銀行にお確かめください。',
  },
  'bank-file-newer': {
    title: 'この銀行ファイルには、新しい Kaitsu が必要です。',
    why: 'お使いの Kaitsu より新しい形式で作られたファイルです。',
    next: '社内のシステム担当の方に、Kaitsu の更新をご依頼ください。',
  },
  'bank-file-unsigned': {
    title: '銀行ファイルに署名がありません。',
    why: '誰が作ったファイルかを確かめられないため、このファイルは使っていません。',
    next: '銀行が配布している、署名された銀行ファイルを受け取ってください。',
  },
  'bank-file-older': {
    title: 'この銀行ファイルより新しいものを、すでにお使いです。',
    why: '銀行ファイルは、版の番号が大きいものにだけ替えられます。現在の設定は変わっていません。',
    next: 'このままお使いいただけます。何もする必要はありません。',
  },
  'prescribed-by-policy': {
    title: '貴社のポリシーで指定されているため、変更できません。',
    why: 'この項目は、貴社のシステム担当の方が、このパソコンに対して指定しています。',
    next: '変更が必要なときは、社内のシステム担当の方にご相談ください。',
  },
};

export const jaBankFileAdvice: Readonly<Record<BankFileCode, Advice>> = {
  'bank-file-damaged': {
    causes: ['ダウンロードやメールの途中で、ファイルが壊れた', 'ほかのソフトウェアでファイルを開き、保存した', '誰かがファイルを書き換えた'],
    steps: ['誤りのある箇所は、この画面に表示されています。銀行にお伝えください。', callTheCard],
  },
  'bank-file-expired': {
    causes: ['以前に受け取った古いファイルを選んだ', 'パソコンの日付がずれている'],
    steps: [callTheCard],
  },
  'bank-file-foreign': {
    causes: ['銀行を装った、別の誰かがファイルを作った', '書面の番号の読み違い、打ち間違い', '銀行が署名の鍵を取り替えた'],
    steps: ['銀行が鍵を取り替えたと確かめられたときは、登録済みの銀行を削除してから、新しいファイルを登録してください。', callTheCard],
  },
  'bank-file-newer': {
    causes: ['Kaitsu のバージョンが古い'],
    steps: ['更新できないときは、以前の形式のファイルがあるかを、銀行にお確かめください。'],
  },
  'bank-file-unsigned': {
    causes: ['銀行の担当者が、確認用のファイルを渡した', '銀行ではない誰かがファイルを作った'],
    steps: ['署名のないファイルは、社内のシステム担当の方がポリシーで指定した場合にだけ使えます。', callTheCard],
  },
  'bank-file-older': {
    causes: ['以前に受け取ったファイルを選んだ', '銀行が、版の番号を変えずにファイルを作り直した'],
    steps: ['新しいはずのファイルでこの表示が出るときは、銀行にお知らせください。'],
  },
  'prescribed-by-policy': {
    causes: ['使用する銀行や機能が、貴社で決められている', 'ポリシーに誤りがあり、安全のため制限されている'],
    steps: ['システム担当の方は、コマンド「policy check」で誤りの有無を確認できます。'],
  },
};

/** How each can be met, beside the practice. */
export const jaBankFileSteps: Readonly<Record<BankFileCode, string>> = {
  'bank-file-damaged': '文字を一つ書き換えた銀行ファイルを、コマンド「bank add」で登録してみてください。',
  'bank-file-expired': '期限の過ぎた銀行ファイルを、コマンド「bank add」で登録してみてください。',
  'bank-file-foreign': 'コマンド「bank add」で、書面と違う番号を指定してみてください。',
  'bank-file-newer': '新しい形式の銀行ファイルを、コマンド「bank add」で登録してみてください。',
  'bank-file-unsigned': '銀行プロファイル（JSON）を、コマンド「bank add」で登録してみてください。',
  'bank-file-older': '登録した銀行の、以前の版のファイルを、コマンド「bank add」で登録してみてください。',
  'prescribed-by-policy': 'ポリシーで銀行を指定したパソコンで、コマンド「bank add」を使ってみてください。',
};
