import type { EverydayCode } from './advice.ts';
import type { ProblemText } from './ja-problems.ts';

/** What users of certificates meet in everyday use: with the browser, the PC, the years. */
export const jaEverydayProblems: Readonly<Record<EverydayCode, ProblemText>> = {
  'certificate-not-offered': {
    title: '電子証明書が銀行に届きませんでした。',
    why: '電子証明書を提示しましたが、銀行は「電子証明書がない」と答えました。',
    next: '社内のシステム担当の方に、途中の機器が通信を中継していないか、ご確認ください。',
  },
  'certificate-wrong-chosen': {
    title: '別の電子証明書が選ばれました。',
    why: 'このパソコンには電子証明書がいくつかあり、このご契約先のものではないほうが使われました。',
    next: '電子証明書の選択画面が出たら、名義の契約者IDと有効期限を確かめて選び直してください。',
  },
  'certificate-expired-revoke-first': {
    title: '電子証明書の期限が切れています。先に失効の手続きが必要です。',
    why: 'この銀行では、期限の切れた電子証明書を更新できません。',
    next: '銀行に電話し、「電子証明書の失効」をご依頼ください。',
  },
  'certificate-expired-paper-form': {
    title: '電子証明書の期限が切れ、更新できる期間も過ぎています。',
    why: '期限の後に更新できる日数を過ぎたため、画面からは更新できません。',
    next: '銀行に電話し、電子証明書の再発行の用紙をご請求ください。',
  },
  'sole-administrator-stuck': {
    title: '管理者の方が、ログオンできない状態です。',
    why: '開通確認は済んでいますが、このパソコンに電子証明書がなく、代わりに操作できる管理者もいません。',
    next: '電子証明書を入れた別のパソコンがあれば、そのパソコンからログオンしてください。',
  },
  'answer-stopped-after-pin': {
    title: '暗証番号を送った後、画面が進みませんでした。',
    why: '銀行には届いていますが、返事が途中で途切れました。',
    next: '1分ほど待ってから、もう一度だけログオンしてください。',
  },
  'certificate-absent-on-pc': {
    title: 'このパソコンに、電子証明書が見つかりません。',
    why: '記録では取得済みですが、証明書の保管場所にはありません。',
    next: '電子証明書を取得したパソコンで、ログオンしてください。',
  },
  'other-os-user': {
    title: 'パソコンの利用者が、電子証明書を取得したときと違います。',
    why: '電子証明書は、取得したときのパソコンの利用者だけが使えます。',
    next: 'いったんサインアウトし、電子証明書を取得した利用者でパソコンにサインインしてください。',
  },
  'remote-session': {
    title: 'リモート接続で操作しています。',
    why: '離れた場所から接続しているあいだは、電子証明書の鍵が使えないことがあります。',
    next: '電子証明書のあるパソコンの前で、直接操作してください。',
  },
  'key-cannot-sign': {
    title: '電子証明書の鍵が使えなくなっています。',
    why: '電子証明書で試しに署名したところ、正しい署名になりませんでした。',
    next: 'パソコンのパスワードを変えた直後なら、パソコンを再起動してからお試しください。',
  },
  'certificates-piled-up': {
    title: '古い電子証明書がたまっています。',
    why: '同じご契約先の電子証明書が、いくつも入っています。選び間違いのもとになります。',
    next: '「古いものを片づける」を押すと、いちばん新しいものだけを残します。元に戻せます。',
  },
  'certificates-tidied': {
    title: '古い電子証明書を片づけました。',
    why: 'いちばん新しい電子証明書だけを、ブラウザーから選べるようにしました。',
    next: 'このままお使いください。困ったときは「元に戻す」を押してください。',
  },
};
