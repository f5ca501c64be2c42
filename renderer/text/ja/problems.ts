import type { ProblemCode } from '../../../preload/contract/problem-numbers.ts';
import type { ProblemText } from '../advice.ts';
import { internalTexts } from '../internal-texts.ts';
import { jaBankFileProblems } from './bank-file-problems.ts';
import { jaEnrolmentProblems } from './enrolment-problems.ts';
import { jaEverydayProblems } from './everyday-problems.ts';
import { jaProxyProblems } from './proxy-problems.ts';
import { jaRecoveryProblems } from './recovery.ts';
import { jaUserProblems } from './user-problems.ts';

/** Whom the problem's facts name is whom the text names, too: one's own IT staff first. */
const tryOrShow = 'もう一度お試しください。続くときは、社内のシステム担当の方に、この画面をお見せください。';
const keychainNames = '保管場所は、Windows では「資格情報マネージャー」、Mac では「キーチェーン」、Linux では「Secret Service」です。';
const wrongFormat = 'Kaitsu と銀行の間で、通信の形式が合いません。';

export const jaProblems: Readonly<Record<ProblemCode, ProblemText>> = {
  ...jaEverydayProblems,
  ...jaEnrolmentProblems,
  ...jaProxyProblems,
  ...jaUserProblems,
  ...jaBankFileProblems,
  ...jaRecoveryProblems,
  'identification-refused': {
    title: '「契約者ID」または「ご契約先登録用暗証番号」を確認できませんでした。',
    why: '入力された内容が、銀行に登録されている内容と一致しません。',
    next: 'お客様カードと申込書の控えを見ながら、もう一度入力してください。',
  },
  'pin-locked': {
    title: '暗証番号がロックされました。',
    why: '暗証番号の間違いが重なったため、銀行が受け付けを停止しました。利用者の方も含め、全てのサービスがご利用いただけません。',
    next: 'お手数ですが、「暗証番号ロック解除依頼書」を営業店にもう一度ご提出ください。「依頼書の提出からやり直す」を押すと、依頼書の画面に戻ります。',
  },
  'activation-not-released': {
    title: 'ロックがまだ解除されていません。',
    why: '銀行でのロック解除処理が、まだ終わっていません。',
    next: '営業店からの連絡をお待ちください。連絡を受けた後にこの表示が出るときは、営業店にお問い合わせください。',
  },
  'activation-already-done': {
    title: '開通確認はすでに終わっています。',
    why: 'このご契約先では、開通確認が済んでいます。',
    next: '電子証明書のあるパソコンで、「管理者ログオン」の画面に戻り、「ログオン」を選んでください。心当たりがないときは、銀行にお問い合わせください。',
  },
  'session-expired': {
    title: '手続きの制限時間が過ぎました。',
    why: '安全のため、契約者IDの入力から一定の時間が過ぎると、銀行が手続きを終了します。',
    next: '契約者IDの入力から、もう一度お進みください。',
  },
  'step-out-of-order': {
    title: '手続きの順番が、銀行の記録と合いません。',
    why: '同じ手続きが別の画面で進んでいるか、必要な手続きがまだ済んでいない可能性があります。',
    next: 'ほかの画面を閉じて、最初からやり直してください。',
  },
  'pin-rule-violated': {
    title: 'この暗証番号は登録できません。',
    why: '銀行の決まりに合わない暗証番号です。',
    next: '画面の決まりをご確認のうえ、別の暗証番号を入力してください。',
  },
  'registration-pin-refused': {
    title: '「ご契約先登録用暗証番号」を確認できませんでした。',
    why: '入力された4桁の番号が、銀行に登録されている番号と一致しません。',
    next: '申込書の控えをご確認のうえ、もう一度入力してください。',
  },
  'one-time-password-refused': {
    title: '「ワンタイムパスワード」を確認できませんでした。',
    why: '入力された番号が、お客様カードの番号と一致しません。',
    next: '画面の図で印が付いた場所の番号をご確認のうえ、もう一度入力してください。',
  },
  'logon-refused': {
    title: 'ログオンできませんでした。',
    why: '入力された「ご契約先暗証番号」が、銀行に登録されているものと一致しません。',
    next: '開通確認で設定した「ご契約先暗証番号」を、大文字と小文字に気をつけて入力してください。',
  },
  'certificate-required': {
    title: '電子証明書が必要です。',
    why: '電子証明書が、このパソコンに見つからないか、銀行に届いていません。',
    next: 'まだ取得していないときは、「開通確認」から電子証明書の取得へお進みください。',
  },
  'certificate-expired': {
    title: '電子証明書の有効期限が切れています。',
    why: '期限を過ぎた電子証明書では、ログオンできません。',
    next: '今ならまだ更新できます。「電子証明書を更新する」を押してください。',
  },
  'certificate-revoked': {
    title: '電子証明書は失効しています。',
    why: '失効の手続きが行われたため、この電子証明書は使えません。',
    next: '銀行にお電話ください。心当たりがないときは、すぐにお知らせください。',
  },
  'certificate-untrusted': {
    title: '電子証明書を銀行が確認できませんでした。',
    why: 'この銀行が発行したものではないか、銀行の記録と一致しません。',
    next: '銀行にお電話のうえ、「電子証明書の再発行」についておたずねください。',
  },
  'certificate-wrong-contract': {
    title: '別のご契約先の電子証明書です。',
    why: '電子証明書の契約者IDが、この手続きの契約者IDと違います。',
    next: 'このご契約先の電子証明書があるパソコンでログオンするか、銀行にお電話ください。',
  },
  'enrolment-refused': {
    title: '電子証明書を発行できませんでした。',
    why: '電子証明書を受け取るための開通確認の記録を、銀行が確認できませんでした。',
    next: 'もう一度お試しください。続くときは、銀行にお問い合わせください。',
  },
  'enrolment-deadline-passed': {
    title: '電子証明書の取得期限が過ぎています。',
    why: '開通確認の後、決められた日までに取得されませんでした。',
    next: '銀行にお問い合わせください。改めて手続きが必要です。',
  },
  'certificate-request-refused': {
    title: '電子証明書の発行の申請が受け付けられませんでした。',
    why: '申請の内容が、銀行の決まりに合いませんでした。',
    next: 'もう一度お試しください。続くときは、画面コードを銀行にお伝えください。',
  },
  'request-malformed': {
    title: '送った内容を、銀行が読み取れませんでした。',
    why: wrongFormat,
    next: tryOrShow,
  },
  'content-too-large': {
    title: '送った内容が大きすぎました。',
    why: '銀行が受け付ける大きさを超えています。',
    next: tryOrShow,
  },
  'content-type-unsupported': {
    title: '銀行が受け付けない形式でした。',
    why: wrongFormat,
    next: tryOrShow,
  },
  'idempotency-key-missing': {
    title: '銀行が受け付けませんでした。',
    why: '二重の受け付けを防ぐための番号が、銀行に届きませんでした。',
    next: tryOrShow,
  },
  'idempotency-key-reused': {
    title: '銀行が受け付けませんでした。',
    why: '二重の受け付けを防ぐための番号が、すでに使われていました。',
    next: tryOrShow,
  },
  'not-found': {
    title: '銀行の受け付け先が見つかりませんでした。',
    why: '銀行側の設定が変わった可能性があります。',
    next: tryOrShow,
  },
  'method-not-allowed': {
    title: '銀行が受け付けない操作でした。',
    why: wrongFormat,
    next: tryOrShow,
  },
  'too-many-requests': {
    title: '短いあいだに何度も送られました。',
    why: '銀行が、しばらくの間、受け付けを制限しています。',
    next: '少し待ってから、もう一度お試しください。',
  },
  'bank-closed': {
    title: 'ただいまサービスの時間外です。',
    why: '銀行が、現在は受け付けていません。',
    next: '受付時間になるまで、お待ちください。',
  },
  'bank-failure': {
    title: '銀行側で問題が起きました。',
    why: '銀行のシステムが、送った内容を処理できませんでした。',
    next: '少し待ってから、もう一度お試しください。',
  },
  'bank-unreachable': {
    title: '銀行につながりません。',
    why: 'このパソコンから銀行まで、通信が届いていません。',
    next: 'インターネットの接続をご確認のうえ、もう一度お試しください。',
  },
  'bank-timeout': {
    title: '銀行から応答がありません。',
    why: '決められた時間のうちに、応答が届きませんでした。',
    next: '少し待ってから、もう一度お試しください。',
  },
  'bank-untrusted': {
    title: '本物の銀行だと確認できませんでした。',
    why: '接続先の証明書が、銀行のものと一致しません。入力された内容は送っていません。',
    next: 'このまま入力を続けず、社内のシステム担当の方か銀行にご連絡ください。',
  },
  'bank-answer-invalid': {
    title: '銀行からの応答を読み取れませんでした。',
    why: '応答の内容が、決められた形式と合いません。',
    next: 'もう一度お試しください。続くときは、画面コードを銀行にお伝えください。',
  },
  cancelled: {
    title: '中止しました。',
    why: '「中止する」が押されたため、途中で中止しました。',
    next: '準備ができたら、もう一度お試しください。',
  },
  'certificate-mismatch': {
    title: '届いた電子証明書は、この申請のものではありませんでした。',
    why: '鍵・名義・期間・発行者のいずれかが一致しないため、保存していません。',
    next: 'もう一度お試しください。続くときは、画面コードを銀行にお伝えください。',
  },
  'certificate-store-missing': {
    title: '電子証明書を保存するための機能が見つかりません。',
    why: '証明書を扱うためのソフトウェアが、このパソコンで使えません。',
    next: '社内のシステム担当の方に、この画面をお見せください。',
  },
  'certificate-store-refused': {
    title: '電子証明書を保存できませんでした。',
    why: 'このパソコンの電子証明書の保存場所に、書き込めませんでした。',
    next: 'ブラウザーをすべて閉じてから、もう一度お試しください。',
  },
  'certificate-file-unreadable': {
    title: '保存した電子証明書を読み取れません。',
    why: 'ファイルが壊れているか、ファイルを開くためのパスワードが失われています。',
    next: '銀行にお電話のうえ、「電子証明書の再発行」についておたずねください。',
  },
  'keychain-missing': {
    title: 'パスワードの保管場所が見つかりません。',
    why: '電子証明書を守るパスワードを安全に保管する機能が、このパソコンで動いていません。Kaitsu は、ほかの場所には保管しません。',
    next: `社内のシステム担当の方に、パスワードの保管場所の準備をご依頼ください。${keychainNames}`,
  },
  'keychain-locked': {
    title: 'パスワードの保管場所がロックされています。',
    why: `電子証明書を守るパスワードの保管場所を、開くことができません。${keychainNames}`,
    next: 'パスワードをたずねる画面が出ていれば、パソコンのパスワードを入力し、もう一度お試しください。',
  },
  'keychain-refused': {
    title: 'パスワードの保管場所が使えませんでした。',
    why: '電子証明書を守るパスワードの保管を、パソコンが許可しませんでした。Kaitsu は、ほかの場所には保管しません。',
    next: '許可を求める表示が出たら「許可」を選び、もう一度お試しください。',
  },
  'disk-full': {
    title: 'パソコンの空き容量が足りません。',
    why: '空きがないため、ファイルを保存できませんでした。',
    next: '不要なファイルを削除してから、もう一度お試しください。',
  },
  'disk-refused': {
    title: 'ファイルを保存できませんでした。',
    why: '保存先のフォルダーに、書き込みが許されていません。',
    next: '社内のシステム担当の方に、この画面をお見せください。',
  },
  'journal-unreadable': {
    title: '前回の記録を読み取れませんでした。',
    why: '手続きの記録が壊れています。壊れた記録は、別の名前で残してあります。',
    next: '最初の画面から進めてください。すでに済んでいる手続きがあれば、銀行の応答で分かります。',
  },
  'journal-unavailable': {
    title: '手続きの記録を、現在読み取れません。',
    why: '記録のファイルが、ほかのソフトウェアで使われているか、読み取りが許可されていません。記録は変更していません。',
    next: '「もう一度読み取る」を押してください。何度か試しても読み取れないときは、社内のシステム担当の方に保存場所をお見せください。',
  },
  'file-unavailable': {
    title: '保存してある内容を、現在読み取れません。',
    why: '画面の設定または依頼書のファイルが、ほかのソフトウェアで使われているか、読み取りが許可されていません。ファイルは変更していません。',
    next: 'このまま手続きをお進めいただけます。読み取れるようになると、元の内容に戻ります。その間に変更した内容は、その後で保存します。',
  },
  'bank-profile-invalid': {
    title: '銀行の設定ファイルに誤りがあります。',
    why: '接続する銀行の情報を読み取れませんでした。',
    next: '社内のシステム担当の方に、この画面をお見せください。',
  },
  'input-invalid': {
    title: '入力の形式が正しくありません。',
    why: '送る前の確認で、形式の誤りが見つかりました。銀行には送っていません。',
    next: 'エラーの表示が出ている欄をご確認ください。',
  },
  'not-now': {
    title: '現在、その操作はできません。',
    why: '手続きが別の画面に進んでいます。',
    next: '画面の案内に従ってください。',
  },
  'sender-refused': {
    title: '操作を受け付けられませんでした。',
    why: 'この画面からの操作であることを確認できませんでした。',
    next: 'Kaitsu を閉じて、開き直してください。',
  },
  internal: internalTexts.ja,
};
