import type { Advice, AdviceByCode } from './advice.ts';

const tellCode = '画面の右下の画面コードを控えて、銀行にお伝えください。';
const tellStaff = '社内のシステム担当の方に、この画面をお見せください。';

/** Where something between PC and bank spoils what is sent. */
const spoiltOnTheWay: Advice = {
  causes: ['社内のプロキシーやセキュリティーソフトが、通信の内容を書き換えた', 'Kaitsu の版が古く、銀行の取り決めと合わない'],
  steps: ['別の回線（スマートフォンの回線など）がつながるなら、切り替えてお試しください。', tellStaff],
};
const keychain: Advice = {
  causes: ['パソコンにサインインしたときのパスワードと、キーチェーンのパスワードが違う', '自動サインインのため、キーチェーンが開いていない'],
  steps: ['いったんサインアウトし、パスワードを入力してサインインし直してください。', tellStaff],
};
const reissue: Advice = {
  causes: ['電子証明書の発行の記録が、銀行側で変わった', '別の銀行、または以前のご契約の電子証明書を使っている'],
  steps: ['電子証明書の内容（名義・シリアル番号）を控えてから、銀行にお電話ください。', tellCode],
};

/** What may have led to each problem, the likeliest first, and what to do when the first step was not enough. */
export const jaAdvice: AdviceByCode = {
  'identification-refused': {
    causes: ['数字の読み違い、打ち間違い', '申込書の4桁ではなく、ログオン用の暗証番号を入力した', '別のご契約のお客様カードを見ている'],
    steps: ['欄の「表示」を押し、打った数字を書類と見比べてください。', '書類と同じなのに確認できないときは、入力をやめて銀行にお電話ください。'],
  },
  'pin-locked': {
    causes: ['前の暗証番号や、別の暗証番号を入力し続けた', '大文字と小文字、または全角と半角を取り違えた', 'ほかの方が、続けて間違えた'],
    steps: ['お客様カードと届出印をご用意ください。', '心当たりがないときは、不正な利用のおそれがあります。すぐに銀行にお電話ください。'],
  },
  'activation-not-released': {
    causes: ['依頼書が、まだ処理されていない', '依頼書に不備があり、営業店が確認している'],
    steps: ['提出した日と、営業店からの連絡の有無をご確認ください。'],
  },
  'activation-already-done': {
    causes: ['前に開通確認を終えている', '社内の別の方が、先に手続きをした'],
    steps: ['社内のほかの方に、手続きをしたかどうかご確認ください。'],
  },
  'session-expired': {
    causes: ['入力のあいだに、銀行の決めた時間が過ぎた', '別の画面で、手続きが始められた'],
    steps: ['書類を手元に揃えてから、始めてください。'],
  },
  'step-out-of-order': {
    causes: ['二つの画面で、同じ手続きをしている', '返事が届かないうちに、手続きが進んでいた'],
    steps: ['それでも続くときは、画面コードを控えて銀行にお電話ください。'],
  },
  'pin-rule-violated': {
    causes: ['英字だけ、または数字だけになっている', '銀行が使えないとしている文字がある'],
    steps: ['これまでに使った暗証番号を避けてください。'],
  },
  'registration-pin-refused': {
    causes: ['打ち間違い', 'ログオン用の暗証番号を入力した', '古い申込書の控えを見ている'],
    steps: ['欄の「表示」を押し、打った数字を控えと見比べてください。', '控えが見つからないときは、入力をやめて銀行にお電話ください。'],
  },
  'one-time-password-refused': {
    causes: ['行か列を一つ読み違えた', '別のご契約のお客様カードを見ている', '新しいカードが届いた後に、古いカードを見ている'],
    steps: ['画面の図で、印の行と列を指でたどってください。'],
  },
  'logon-refused': {
    causes: ['大文字と小文字の取り違え（Caps Lock をご確認ください）', '確認暗証番号のほうを入力した', '前の暗証番号を入力した'],
    steps: ['欄の「表示」を押し、打った文字をご確認ください。', '思い出せないときは、ロックされる前に入力をやめてください。'],
  },
  'logged-off': {
    causes: ['しばらく操作をしなかった', '同じ管理者が、別の画面でログオンした'],
    steps: ['席を離れるときは、先に変更を済ませてください。'],
  },
  'confirmation-refused': {
    causes: ['大文字と小文字の打ち間違い（Caps Lock をご確認ください）', 'ログオン用の「ご契約先暗証番号」を入力した', '利用者の確認暗証番号を入力した'],
    steps: ['欄の「表示」を押し、打った文字をご確認ください。', '思い出せないときは、ロックされる前に入力をやめ、銀行にお電話ください。'],
  },
  'user-suspended': {
    causes: ['退職や異動などで、管理者が停止した', '誤って停止した'],
    steps: ['停止した理由を、社内でご確認ください。'],
  },
  'user-id-rule-violated': {
    causes: ['短すぎる、または長すぎる', '記号や全角の文字が入っている'],
    steps: ['欄の下の説明をご確認ください。'],
  },
  'user-id-taken': {
    causes: ['前に登録した利用者と同じになっている', '返事が届かないうちに、登録が済んでいた'],
    steps: ['「利用者情報選択」で、その利用者IDを検索してください。'],
  },
  'user-registered-already': {
    causes: ['先ほどの登録が済んでいて、返事だけが届かなかった', '社内の別の方が、同じ利用者を登録した'],
    steps: ['暗証番号は、先に送信したものが使われます。はっきりしないときは、「利用者情報変更」で上書きしてください。'],
  },
  'user-limit-reached': {
    causes: ['退職した方などの利用者が残っている', '会社の人数が、契約の上限を超えた'],
    steps: ['停止した利用者も、登録の数に入ります。'],
  },
  'user-not-found': {
    causes: ['社内の別の方が、利用者の登録を変えた', '古い一覧を見ている'],
    steps: ['一覧を読み込み直してください。'],
  },
  'certificate-required': {
    causes: ['このパソコンでは、まだ電子証明書を取得していない', '電子証明書が、別のパソコンにある'],
    steps: ['取得したパソコンがほかにあれば、そちらでログオンしてください。'],
  },
  'certificate-expired': {
    causes: ['有効期限までに、更新をしなかった', 'パソコンの日付が大きくずれている'],
    steps: ['パソコンの日付と時刻をご確認ください。', 'まだ更新できる期間です。早めに銀行へお電話ください。'],
  },
  'certificate-revoked': {
    causes: ['管理者や銀行が、失効の手続きをした', '新しい電子証明書を取得したため、古いものが失効した', '紛失や不正の届け出があった'],
    steps: [tellCode],
  },
  'certificate-untrusted': reissue,
  'certificate-wrong-contract': reissue,
  'enrolment-refused': {
    causes: ['電子証明書を、すでに一度受け取っている', '開通確認の後に、もう一度ロックされた'],
    steps: ['別のパソコンで取得していないか、社内でご確認ください。', tellCode],
  },
  'enrolment-deadline-passed': {
    causes: ['開通確認から、日数がたっている', '銀行の記録で、取得の権利が取り消された'],
    steps: ['「電子証明書の取得期限が過ぎた」とお伝えください。', tellCode],
  },
  'certificate-request-refused': {
    causes: ['銀行が、より長い鍵を求めるようになった', '申請の名義が、銀行の登録と違う'],
    steps: ['Kaitsu を最新の版にしてください。', tellCode],
  },
  'certificate-not-offered': {
    causes: ['社内の機器やセキュリティーソフトが、暗号通信をいったん解いて中継している', '銀行側の受け付け口の設定が変わった'],
    steps: ['銀行の宛先を、通信の検査の対象から外すようご依頼ください。', tellStaff],
  },
  'certificate-wrong-chosen': {
    causes: ['複数のご契約の電子証明書が、同じパソコンにある', '古い電子証明書が残っている', 'ブラウザーが、前に選んだものを覚えている'],
    steps: ['ブラウザーをすべて閉じてから、開き直してください。', '使わない電子証明書を片づけてください。'],
  },
  'certificate-expired-revoke-first': {
    causes: ['有効期限までに、更新をしなかった', '更新のご案内メールが、届いていなかった'],
    steps: ['失効の後、電子証明書の取得をはじめからお進みください。', '登録のメールアドレスが今も使えるか、ご確認ください。'],
  },
  'certificate-expired-paper-form': {
    causes: ['有効期限の後、長いあいだ使っていなかった', '更新のご案内メールが、届いていなかった'],
    steps: ['用紙に届出印を押し、営業店にご提出ください。', '再発行の後、電子証明書の取得をはじめからお進みください。'],
  },
  'sole-administrator-stuck': {
    causes: ['電子証明書を取得したパソコンを、交換または初期化した', '前の管理者が、別のパソコンで取得した'],
    steps: [
      'ほかにパソコンがなければ、銀行に「電子証明書の再発行」をご相談ください。',
      '「暗証番号ロック解除依頼書」が要るかどうかも、あわせてご確認ください。',
    ],
  },
  'request-malformed': spoiltOnTheWay,
  'content-too-large': spoiltOnTheWay,
  'content-type-unsupported': spoiltOnTheWay,
  'idempotency-key-missing': spoiltOnTheWay,
  'idempotency-key-reused': spoiltOnTheWay,
  'not-found': spoiltOnTheWay,
  'method-not-allowed': spoiltOnTheWay,
  'too-many-requests': {
    causes: ['同じ操作が、何度も続けて行われた', '社内の複数の方が、同時に操作している'],
    steps: ['表示された時刻まで、操作をお控えください。'],
  },
  'bank-closed': { causes: ['サービスの時間外、または休日', '銀行のシステムの点検'], steps: ['受付時間は、銀行のお知らせでご確認ください。'] },
  'bank-failure': {
    causes: ['銀行のシステムの一時的な不調', '銀行のシステムの点検の直後'],
    steps: ['10分ほどおいても続くときは、銀行にお電話ください。', tellCode],
  },
  'bank-unreachable': {
    causes: ['このパソコンがインターネットにつながっていない', '社内の設定が、銀行への通信を止めている', '銀行側の受け付け口が止まっている'],
    steps: ['ほかのホームページが開けるかどうか、ご確認ください。', tellStaff],
  },
  'bank-timeout': {
    causes: ['銀行が混み合っている', '通信の途中で、遅れが出ている'],
    steps: ['ほかのホームページが開けるかどうか、ご確認ください。', tellStaff],
  },
  'bank-untrusted': {
    causes: ['社内のセキュリティー機器が、銀行の代わりに応答している', 'パソコンの日付が大きくずれている', '偽の銀行につながれている'],
    steps: ['パソコンの日付と時刻をご確認ください。', '社外の無線LANをお使いなら、切断してください。'],
  },
  'bank-answer-invalid': {
    causes: ['途中の機器が、銀行の返事を書き換えた', '通信が途中で切れた', '銀行のシステムの不調'],
    steps: ['別の回線がつながるなら、切り替えてお試しください。', tellCode],
  },
  cancelled: { causes: ['「中止する」が押された'], steps: [] },
  'answer-stopped-after-pin': {
    causes: ['銀行のシステムが混み合い、返事が途中で切れた', '社内のセキュリティー機器が、返事を止めた', 'ブラウザーや通信の設定が古い'],
    steps: ['同じことが2回続いたら、それ以上は暗証番号を送らないでください。', tellCode],
  },
  'certificate-mismatch': {
    causes: ['銀行が、別の申請への返事を送った', 'パソコンの日付が大きくずれている', '途中の機器が、返事を差し替えた'],
    steps: ['パソコンの日付と時刻をご確認ください。', tellCode],
  },
  'certificate-store-missing': {
    causes: ['証明書を扱う道具（NSS など）が入っていない', 'ブラウザーを一度も開いていない'],
    steps: ['ブラウザーを一度開いて閉じてから、もう一度お試しください。'],
  },
  'certificate-store-refused': { causes: ['ブラウザーが、保管場所を使っている', '保管場所に、別のパスワードが設定されている'], steps: [tellStaff] },
  'certificate-file-unreadable': {
    causes: ['キーチェーンの合言葉が消えた', 'ファイルが、ほかの道具で動かされた、または壊れた'],
    steps: ['バックアップから戻した直後なら、戻した方にご確認ください。', '取得し直すには、銀行での再発行の手続きが要ることがあります。'],
  },
  'certificate-absent-on-pc': {
    causes: ['パソコンを新しくした、または初期化した', '電子証明書を、手で削除した', 'ブラウザーの設定を初期化した'],
    steps: ['そのパソコンがもうないときは、銀行に「電子証明書の再発行」をご依頼ください。', '新しいパソコンで、電子証明書の取得をはじめからお進みください。'],
  },
  'other-os-user': {
    causes: ['同じパソコンを、別の利用者名で使っている', 'データを、ほかの利用者から写した'],
    steps: ['どの利用者で取得したかわからないときは、システム担当の方にお尋ねください。'],
  },
  'remote-session': {
    causes: ['リモートデスクトップなどで接続している', '仮想デスクトップで動いている'],
    steps: ['テレワークのときは、システム担当の方にご相談ください。'],
  },
  'key-cannot-sign': {
    causes: ['パソコンのパスワードが、管理者によって変更された', '電子証明書の鍵が壊れた、または別の鍵に入れ替わった', '別のパソコンから、データだけを写した'],
    steps: ['元のパスワードに戻せるかどうか、システム担当の方にご確認ください。', '直らないときは、銀行に「電子証明書の再発行」をご依頼ください。'],
  },
  'certificates-piled-up': { causes: ['更新や再発行のたびに、古いものが残った'], steps: ['片づけても、銀行での失効にはなりません。'] },
  'certificates-tidied': { causes: ['「古いものを片づける」が押された'], steps: ['ブラウザーを開いていたときは、開き直してください。'] },
  'keychain-missing': { causes: ['キーチェーンの機能（Secret Service など）が入っていない', '一度も設定されていない'], steps: [tellStaff] },
  'keychain-locked': keychain,
  'keychain-refused': keychain,
  'disk-full': { causes: ['ファイルがたまっている', '利用者ごとの容量の上限に達した'], steps: [tellStaff] },
  'disk-refused': {
    causes: ['フォルダーの権限が変わった', 'セキュリティーソフトが、書き込みを止めた'],
    steps: ['パソコンを再起動して、もう一度お試しください。'],
  },
  'journal-unreadable': {
    causes: ['書き込みの途中で、パソコンの電源が切れた', 'ファイルが、ほかの道具で書き換えられた'],
    steps: ['何度も続くときは、システム担当の方にお知らせください。'],
  },
  'bank-profile-invalid': {
    causes: ['設定ファイルの書き間違い', '古い版の設定ファイルが使われている'],
    steps: ['銀行から届いた設定ファイルを、入れ直してください。'],
  },
  'input-invalid': { causes: ['桁数や文字の種類が違う', '全角で入力されている'], steps: ['欄の下の説明をご確認ください。'] },
  'not-now': { causes: ['ボタンが続けて押された', '別の手続きが動いている'], steps: [] },
  'sender-refused': { causes: ['画面が、古いまま残っていた'], steps: ['続くときは、システム担当の方にお知らせください。'] },
  internal: { causes: ['Kaitsu の不具合', 'パソコンのメモリーや容量が足りない'], steps: ['記録番号を控え、システム担当の方にお伝えください。'] },
};
