import type { Advice, AdviceByCode } from '../advice.ts';
import { jaBankFileAdvice } from './bank-file-problems.ts';
import { tellCode, tellStaff } from './common-steps.ts';
import { jaEnrolmentAdvice } from './enrolment-problems.ts';
import { jaEverydayAdvice } from './everyday-problems.ts';
import { jaProxyAdvice } from './proxy-problems.ts';
import { jaRecoveryAdvice } from './recovery.ts';
import { jaUserAdvice } from './user-problems.ts';

/** Where something between PC and bank spoils what is sent. */
const spoiltOnTheWay: Advice = {
  causes: ['社内の通信機器やセキュリティーソフトが、通信の内容を書き換えた', 'Kaitsu のバージョンが古く、銀行の決まりと合わない'],
  steps: ['別の回線（スマートフォンの回線など）が使えるときは、切り替えてお試しください。', tellCode],
};
const keychain: Advice = {
  causes: ['パソコンにサインインするときのパスワードと、保管場所のパスワードが違う', '自動サインインのため、保管場所が開いていない'],
  steps: ['いったんサインアウトし、パスワードを入力してサインインし直してください。', tellStaff],
};
const reissue: Advice = {
  causes: ['別の銀行、または以前のご契約の電子証明書を使っている', '電子証明書の発行の記録が、銀行側で変わった'],
  steps: ['電子証明書の名義とシリアル番号が分かるときは、控えてからお電話ください。', tellCode],
};

/** What may have led to each problem, the likeliest first, and what to do when the first step was not enough. */
export const jaAdvice: AdviceByCode = {
  ...jaBankFileAdvice,
  ...jaRecoveryAdvice,
  ...jaEverydayAdvice,
  ...jaUserAdvice,
  'identification-refused': {
    causes: ['数字の読み違い、打ち間違い', '申込書の4桁の番号ではなく、ログオン用の暗証番号を入力した', '別のご契約のお客様カードを見ている'],
    steps: ['欄の「表示」を押し、打った数字を書類と見比べてください。', '書類と同じなのに確認できないときは、入力をやめて銀行にお電話ください。'],
  },
  'pin-locked': {
    causes: ['前の暗証番号や、別の暗証番号を繰り返し入力した', '大文字と小文字、または全角と半角を取り違えた', '社内の別の方が、間違えて入力した'],
    steps: ['お客様カードと届出印をご用意ください。', '心当たりがないときは、不正な利用のおそれがあります。すぐに銀行にお電話ください。'],
  },
  'activation-not-released': {
    causes: ['営業店から連絡がある前に、開通確認を始めた', '依頼書に不備があり、営業店が確認している'],
    steps: ['依頼書を提出した日と、営業店からの連絡の有無をご確認ください。'],
  },
  'activation-already-done': {
    causes: ['以前に開通確認を終えている', '社内の別の方が、先に手続きをした'],
    steps: ['社内の別の方が手続きをしていないか、ご確認ください。'],
  },
  'session-expired': {
    causes: ['入力の間に、銀行の決めた時間が過ぎた', '別の画面で、同じ手続きが始められた'],
    steps: ['お客様カードと申込書の控えを手元にご用意のうえ、始めてください。'],
  },
  'step-out-of-order': {
    causes: ['2つの画面で、同じ手続きをしている', '応答が届かないうちに、手続きが進んでいた', 'ロックの解除後、開通確認をまだ行っていない'],
    steps: [`それでも続くときは、${tellCode}`],
  },
  'pin-rule-violated': {
    causes: ['英字だけ、または数字だけになっている', '銀行が認めていない文字が含まれている'],
    steps: ['これまでに使ったことのある暗証番号は、避けてください。'],
  },
  'registration-pin-refused': {
    causes: ['打ち間違い', '申込書の4桁の番号ではなく、ログオン用の暗証番号を入力した', '古い申込書の控えを見ている'],
    steps: ['欄の「表示」を押し、打った数字を控えと見比べてください。', '控えが見つからないときは、入力をやめて銀行にお電話ください。'],
  },
  'one-time-password-refused': {
    causes: ['行または列を読み違えた', '別のご契約のお客様カードを見ている', '新しいカードが届いた後に、古いカードを見ている'],
    steps: [
      '画面の図と同じ位置を、お客様カードの上で指でたどってご確認ください。',
      '番号が合っているのに確認できないときは、入力をやめて銀行にお電話ください。',
    ],
  },
  'logon-refused': {
    causes: ['大文字と小文字の取り違え（Caps Lock をご確認ください）', '「ご契約先確認暗証番号」を入力した', '前の暗証番号を入力した'],
    steps: ['欄の「表示」を押し、入力した文字をご確認ください。', '思い出せないときは、ロックされる前に入力をやめ、銀行にお電話ください。'],
  },
  'certificate-required': {
    causes: [
      'このパソコンでは、まだ電子証明書を取得していない',
      '電子証明書が、別のパソコンにある',
      '取得したときとは別のユーザー名で、このパソコンにサインインしている',
    ],
    steps: ['すでに取得しているときは、取得したパソコンで、取得したときのユーザー名でサインインして、ログオンしてください。'],
  },
  'certificate-expired': {
    causes: ['有効期限までに、更新をしなかった', '更新のご案内メールが、届いていなかった'],
    steps: ['期限の後に更新できる期間には、限りがあります。早めに更新してください。', '更新できないときは、銀行にお電話ください。'],
  },
  'certificate-revoked': {
    causes: ['管理者または銀行が、失効の手続きをした', '新しい電子証明書が発行され、古いものが失効した', '紛失や不正利用の届け出があった'],
    steps: [tellCode],
  },
  'certificate-untrusted': reissue,
  'certificate-wrong-contract': reissue,
  'enrolment-refused': {
    causes: ['電子証明書を、すでに一度受け取っている', '開通確認の後に、もう一度ロックされた'],
    steps: ['別のパソコンで取得していないか、社内でご確認ください。', tellCode],
  },
  'enrolment-deadline-passed': {
    causes: ['開通確認の後、取得しないまま日数が過ぎた'],
    steps: ['「電子証明書の取得期限が過ぎた」とお伝えください。', tellCode],
  },
  'certificate-request-refused': {
    causes: ['Kaitsu のバージョンが古く、銀行の決まりと合わない', '申請の名義が、銀行の登録と違う'],
    steps: ['Kaitsu を最新のバージョンにしてください。', tellCode],
  },
  ...jaEnrolmentAdvice,
  ...jaProxyAdvice,
  'request-malformed': spoiltOnTheWay,
  'content-too-large': spoiltOnTheWay,
  'content-type-unsupported': spoiltOnTheWay,
  'idempotency-key-missing': spoiltOnTheWay,
  'idempotency-key-reused': spoiltOnTheWay,
  'not-found': spoiltOnTheWay,
  'method-not-allowed': spoiltOnTheWay,
  'too-many-requests': {
    causes: ['同じ操作が、何度も続けて行われた', '社内の複数の方が、同時に操作している'],
    steps: ['時刻が表示されているときは、その時刻までお待ちください。'],
  },
  'bank-closed': { causes: ['サービスの時間外、または休日', '銀行のシステムのメンテナンス'], steps: ['受付時間は、銀行のホームページなどでご確認ください。'] },
  'bank-failure': {
    causes: ['銀行のシステムの一時的な不具合', '銀行のシステムのメンテナンスの直後'],
    steps: ['10分ほど待っても続くときは、銀行にお電話ください。', tellCode],
  },
  'bank-unreachable': {
    causes: ['このパソコンがインターネットにつながっていない', '社内の設定が、銀行への通信を止めている', '銀行側のサーバーが止まっている'],
    steps: ['ほかのホームページが開けるかどうか、ご確認ください。', tellStaff],
  },
  'bank-timeout': {
    causes: ['銀行のシステムが混み合っている', '通信の途中で、遅れが出ている'],
    steps: ['ほかのホームページが開けるかどうか、ご確認ください。', tellStaff],
  },
  'bank-untrusted': {
    causes: ['社内のセキュリティー機器が、通信の中身を検査している', 'パソコンの日付が大きくずれている', '偽の接続先につながっている'],
    steps: ['パソコンの日付と時刻をご確認ください。', '社外の無線LANをお使いなら、切断してください。'],
  },
  'bank-answer-invalid': {
    causes: ['途中の機器が、銀行の応答を書き換えた', '通信が途中で切れた', '銀行のシステムの不具合'],
    steps: ['別の回線が使えるときは、切り替えてお試しください。', tellCode],
  },
  cancelled: { causes: ['「中止する」が押された'], steps: [] },
  'certificate-mismatch': {
    causes: ['パソコンの日付が大きくずれている', '銀行が、別の申請への応答を送った', '途中の機器が、応答を差し替えた'],
    steps: ['パソコンの日付と時刻をご確認ください。', tellCode],
  },
  'certificate-store-missing': {
    causes: ['証明書を扱うソフトウェア（Linux では libnss3-tools など）が入っていない', '社内の設定で、証明書を扱うソフトウェアの使用が止められている'],
    steps: ['使えるようになったら、続きから取得できます。'],
  },
  'certificate-store-refused': { causes: ['ブラウザーが、保存場所を使っている', '保存場所に、別のパスワードが設定されている'], steps: [tellStaff] },
  'certificate-file-unreadable': {
    causes: ['パスワードの保管場所から、パスワードが消えた', 'ファイルが、ほかのソフトウェアで移動または変更された'],
    steps: ['バックアップから復元した直後でしたら、復元した方にご確認ください。', tellCode],
  },
  'keychain-missing': { causes: ['パスワードを保管する機能（Linux では Secret Service）が入っていない', '一度も設定されていない'], steps: [tellStaff] },
  'keychain-locked': keychain,
  'keychain-refused': keychain,
  'disk-full': { causes: ['ファイルがたまっている', 'ユーザーごとの容量の上限に達した'], steps: [tellStaff] },
  'disk-refused': {
    causes: ['フォルダーの書き込みの許可が変わった', 'セキュリティーソフトが、書き込みを止めた'],
    steps: ['パソコンを再起動して、もう一度お試しください。'],
  },
  'journal-unreadable': {
    causes: ['書き込みの途中で、パソコンの電源が切れた', 'ファイルが、ほかのソフトウェアで書き換えられた'],
    steps: ['何度も続くときは、システム担当の方にお知らせください。'],
  },
  'journal-unavailable': {
    causes: [
      'セキュリティーソフトやバックアップが、ファイルを使っている',
      'フォルダーの読み取りの許可が変わった',
      '保存先のネットワークドライブにつながっていない',
    ],
    steps: ['1分ほど待って、もう一度お試しください。', 'パソコンを再起動して、もう一度お試しください。'],
  },
  'file-unavailable': {
    causes: ['セキュリティーソフトやバックアップが、ファイルを使っている', 'フォルダーの読み取りの許可が変わった'],
    steps: ['しばらく待っても戻らないときは、システム担当の方にお知らせください。'],
  },
  'bank-profile-invalid': {
    causes: ['設定ファイルに書き間違いがある', '古い設定ファイルが使われている'],
    steps: ['銀行から届いた設定ファイルを、入れ直してください。'],
  },
  'input-invalid': { causes: ['桁数や文字の種類が違う', '全角で入力されている'], steps: ['欄の上の説明をご確認ください。'] },
  'not-now': { causes: ['ボタンが続けて押された', '別の手続きが動いている'], steps: [] },
  'sender-refused': { causes: ['古い画面が残っていた'], steps: ['続くときは、システム担当の方にお知らせください。'] },
  internal: {
    causes: ['Kaitsu の不具合', 'パソコンのメモリーや空き容量の不足'],
    steps: ['画面コードと、表示されていれば記録番号を控え、システム担当の方にお伝えください。'],
  },
};
