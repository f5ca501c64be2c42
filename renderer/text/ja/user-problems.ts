import type { ProblemText, UserCode } from '../advice.ts';

/** What can go wrong while the logged-on administrator looks after the users (manual 3). */
export const jaUserProblems: Readonly<Record<UserCode, ProblemText>> = {
  'logged-off': {
    title: 'ログオフされました。',
    why: '安全のため、しばらく銀行との通信がないと、自動的にログオフされます。すでに完了した変更は、そのまま登録されています。',
    next: 'ご契約先暗証番号で、もう一度ログオンしてください。',
  },
  'confirmation-refused': {
    title: '「ご契約先確認暗証番号」が一致しません。',
    why: '入力された「ご契約先確認暗証番号」が、銀行に登録されているものと違います。変更は登録されていません。',
    next: '開通確認で設定した、管理者の「ご契約先確認暗証番号」を、大文字と小文字に気をつけて入力してください。',
  },
  'user-suspended': {
    title: 'この利用者は停止中です。',
    why: '管理者が、この利用者の利用を停止しています。',
    next: '管理者が「利用者情報変更」で利用を再開すると、ログオンできます。',
  },
  'user-id-rule-violated': {
    title: 'この利用者IDは登録できません。',
    why: '銀行の決まりに合わない利用者IDです。',
    next: '半角の英字と数字で、決められた長さの利用者IDを入力してください。',
  },
  'user-id-taken': {
    title: 'この利用者IDはすでに使われています。',
    why: '同じ利用者ID（大文字と小文字だけが違うものを含む）が登録されています。',
    next: '別の利用者IDを入力してください。',
  },
  'user-registered-already': {
    title: 'この利用者は、すでに登録できているようです。',
    why: '先ほどの登録は、応答が届きませんでしたが、銀行では完了していたようです。同じ利用者IDと利用者名が、一覧にあります。',
    next: '「利用者情報選択」で確かめてください。もう一度登録する必要はありません。',
  },
  'user-limit-reached': {
    title: 'これ以上、利用者を登録できません。',
    why: '登録できる利用者の数の上限に達しています。',
    next: '使われていない利用者の削除や上限については、銀行にお問い合わせください。',
  },
  'user-not-found': {
    title: 'この利用者は登録されていません。',
    why: '利用者の登録が、別の画面や銀行で変更された可能性があります。',
    next: '「利用者情報選択」に戻り、もう一度選んでください。',
  },
};
