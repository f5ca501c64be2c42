import type { Advice, ProblemText, RecoveryCode } from '../advice.ts';

/** What an earlier run left on this PC, what of it is lost, and the way on from there. */

export const jaRecoveryProblems: Readonly<Record<RecoveryCode, ProblemText>> = {
  'certificate-waiting': {
    title: '電子証明書の受け取りが残っています。',
    why: '銀行での確認はすでに終わっていて、電子証明書を受け取るための記録が、このパソコンに残っています。',
    next: '上の「電子証明書の取得に進む」を押してください。ここまでの入力をやり直す必要はありません。',
  },
  'certificate-issued-to-lost-key': {
    title: '電子証明書は、失われた鍵に対して発行されています。',
    why: '銀行は電子証明書をすでに発行していますが、それを使うための鍵が、このパソコンから失われました。',
    next: '「再発行の依頼書を作る」を押し、印刷した依頼書を営業店にご提出ください。',
  },
  'pending-key-unreadable': {
    title: '電子証明書の申請に使った鍵を読み取れません。',
    why: '鍵のファイルを、ほかのソフトウェアが使用中か、開く許可がないか、ファイルが別のものに置き換わっています。',
    next: '少し待ってから「もう一度取得する」を押してください。直らないときは、「新しい鍵で取得する」を押してください。',
  },
  'certificate-in-browser-only': {
    title: '電子証明書は、ブラウザーでのみご利用いただけます。',
    why: 'Kaitsu の控えを読み取れませんが、ブラウザーが使う電子証明書は、このパソコンで正しく働いています。',
    next: 'ブラウザーで銀行のホームページを開き、「ログオン」からご利用ください。',
  },
  'certificate-file-unavailable': {
    title: '保存した電子証明書を、現在読み取れません。',
    why: '電子証明書のファイルを、ほかのソフトウェアが使用中か、開く許可がありません。ファイルは変更していません。',
    next: '少し待ってから、もう一度お試しください。',
  },
};

export const jaRecoveryAdvice: Readonly<Record<RecoveryCode, Advice>> = {
  'certificate-waiting': {
    causes: ['前回の手続きが、電子証明書の取得の前に終わった', '手続きの記録が失われた'],
    steps: ['取得の期限を過ぎているときは、銀行にお問い合わせください。'],
  },
  'certificate-issued-to-lost-key': {
    causes: ['鍵のファイルが、壊れたか削除された', 'パスワードの保管場所から、鍵のパスワードが消えた'],
    steps: ['再発行の後は、「開通確認」から電子証明書を取得してください。', '壊れたファイルは、別の名前で残してあります。'],
  },
  'pending-key-unreadable': {
    causes: ['ウイルス対策ソフトやバックアップが、ファイルを使っている', 'ファイルを開く許可が変わった'],
    steps: [
      'パソコンを再起動して、もう一度お試しください。',
      '銀行が元の鍵に対して発行を済ませているときは、新しい鍵では取得できません。その場合は、依頼書での再発行になります。',
    ],
  },
  'certificate-in-browser-only': {
    causes: ['Kaitsu のファイルが、壊れたか削除された', 'パスワードの保管場所から、パスワードが消えた'],
    steps: [
      'バックアップがあるときは、Kaitsu のファイルを元に戻すと、Kaitsu からもログオンできます。',
      'この電子証明書は、Kaitsu からは更新できません。有効期限の前に、銀行に再発行をご依頼ください。',
    ],
  },
  'certificate-file-unavailable': {
    causes: ['ウイルス対策ソフトやバックアップが、ファイルを使っている', 'ファイルを開く許可が変わった'],
    steps: [
      'お急ぎのときは、ブラウザーで銀行のホームページを開くと、そこからログオンできることがあります。',
      'パソコンを再起動しても直らないときは、システム担当の方にお知らせください。',
    ],
  },
};

export const jaRecovery = {
  retrievalTitle: '電子証明書の受け取りが残っています',
  retrievalText: (organization: string, date: string) =>
    `${organization}の開通確認は終わっています。続けて、電子証明書を受け取ることができます（期限: ${date}）。依頼書の提出や開通確認をやり直す必要はありません。`,
  retrievalTextFirst: (organization: string, date: string) =>
    `${organization}のワンタイムパスワードは確認できています。続けて、電子証明書を受け取ることができます（期限: ${date}）。その後に、開通確認を行います。依頼書を提出し直す必要はありません。`,
  activationTitle: '開通確認が残っています',
  activationText: (organization: string) =>
    `${organization}の電子証明書は、このパソコンに取得できています。続けて、開通確認で新しい暗証番号を設定すると、ログオンできるようになります。お客様カードと申込書の控えをご用意ください。`,
  activationAction: '開通確認に進む',
  retrievalAction: '電子証明書の取得に進む',
  newKey: '新しい鍵で取得する',
  reissueOpen: '再発行の依頼書を作る',
  reissueTitle: '再発行の依頼書の作成',
  reissueLead: '入力した内容は、右（または下）の見本に表示されます。印刷して届出印を押し、営業店にご提出ください。再発行が済むと、営業店から連絡があります。',
  reissuePlace: '電子証明書の再発行',
};
