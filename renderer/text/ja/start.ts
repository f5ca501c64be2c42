/** 最初の画面から始まる道。 */
export type StartWay = 'lockedOut' | 'called' | 'certificate' | 'newPc' | 'users';

const choices: Readonly<Record<StartWay, { readonly label: string; readonly note: string; readonly needs?: string }>> = {
  lockedOut: { label: '暗証番号がロックされた', note: '依頼書を作成し、営業店に提出します。', needs: '届出印、口座番号' },
  called: { label: '営業店から連絡があった', note: 'ロックの解除後の、開通確認に進みます。', needs: 'お客様カード、申込書の控え' },
  certificate: { label: '電子証明書を持っている', note: 'ログオン、更新、利用者の暗証番号の変更', needs: 'ご契約先暗証番号' },
  newPc: { label: 'パソコンを替えた', note: '初期化・再設定の後も、こちらです。' },
  users: { label: '利用者の暗証番号を変更する', note: 'ログオンしてから、お手続きいただけます。' },
};

/** 最初の画面。手続きの流れに入る前に、何をしたいかをお選びいただく。 */
export const jaStart = {
  place: '最初の画面',
  title: 'どのお手続きですか',
  lead: 'あてはまるものを一つお選びください。後から、この画面に戻って選び直せます。',
  needs: (things: string) => `今、必要なもの：${things}`,
  choices,
  othersTitle: 'そのほかのお手続き',
  practice: '今は練習です。どれを選んでも、本物の銀行にはつながりません。',
  goodTitle: (expiry: string) => `電子証明書は${expiry}まで有効です`,
  snooze: '3日間、このパソコンの通知を出さない',
  snoozed: (until: string) => `${until} まで、通知を出しません。`,
  doubtedTitle: (expiry: string) => `電子証明書の有効期限：${expiry}`,
  dueTitle: '電子証明書の更新の時期です',
  daysLeft: (days: number, from: string) => `有効期限まで、あと${days}日です。更新は、${from}からできます。`,
  /** 更新できる日は、銀行の時刻で確かめてから表示する。 */
  looking: '更新できる日を、確認しています。',
  /** 期限についての文の後に。 */
  withRenewal: (line: string) => `${line}更新は1分ほどで終わります。入力していただくものはありません。`,
};

/** 新しいパソコン、または設定し直したパソコンで、電子証明書を使えるようにするまで。 */
export const jaNewPc = {
  place: 'パソコンの変更',
  title: 'パソコンを替えたとき、設定し直したとき',
  lead: '電子証明書は、取得したパソコンで、取得したときのユーザー名でだけ使えます。Kaitsu で別のパソコンに移すことはできません。',
  checkTitle: 'まず、お確かめください',
  check:
    'いつもと違うユーザー名でサインインしているときは、電子証明書を取得したときのユーザー名でサインインし直してください。前のパソコンがまだ使えるときは、そのパソコンでログオンできます。',
  askTitle: '銀行に、電子証明書の再発行をご依頼ください',
  ask: (phone: string) =>
    `銀行に電話し（${phone}）、「パソコンを替えたので、電子証明書を取得し直したい」とお伝えください。銀行の手続きが済むまで、このパソコンでは取得できません。`,
  askWithForm: (phone: string) =>
    `「再発行の依頼書を作る」を押し、印刷した依頼書に届出印を押して、営業店にご提出ください。銀行の手続きが済むまで、このパソコンでは取得できません。ご不明な点は、銀行にお電話ください（${phone}）。`,
  calledTitle: '営業店から連絡があったら',
  called: '最初の画面に戻り、「営業店から連絡があった」を押してください。開通確認の後に、このパソコンで電子証明書を取得します。',
};
