/** 電子証明書の更新の画面。段階の名前は、取得の画面と同じものを使う。 */
export const jaRenewalScreen = {
  place: '電子証明書の更新',
  running: '電子証明書を更新しています',
  cancelling: '更新を中止しています',
  stopped: '電子証明書の更新を中止しました',
  pending: '銀行の承認を待っています',
  failed: '電子証明書を更新できませんでした',
  lead: 'そのままお待ちください。終わると、新しい電子証明書でのログオンに進みます。',
  leadCancelling: '区切りのよいところで中止します。少しお待ちください。',
  leadStopped: '今の電子証明書は、そのまま残っています。用意ができたら、続きから更新できます。',
  leadFailed: '下の案内をご確認のうえ、もう一度お試しください。今の電子証明書は、そのまま残っています。',
  list: '更新の段階',
  cancel: '中止する',
  retry: 'もう一度更新する',
  proceed: '続きから更新する',
};

/** 電子証明書をあとどれだけ使えるか、過ぎたらどうするか。 */
export const jaValidity = {
  notDue: (expiry: string, from: string) => `電子証明書の有効期限は${expiry}です。${from}から更新できます。`,
  due: (expiry: string, days: number) =>
    days === 0 ? `電子証明書の有効期限（${expiry}）が、24時間以内に切れます。` : `電子証明書の有効期限（${expiry}）まで、あと${days}日です。`,
  expired: (expiry: string, until: string) => `電子証明書の有効期限（${expiry}）が切れています。${until}まで更新できます。`,
  refused: '銀行から、電子証明書の有効期限が切れているとの返事がありました。更新すると使えるようになります。',
  revokeFirst: (expiry: string) => `電子証明書の有効期限（${expiry}）が切れ、更新できません。銀行に電話し、「電子証明書の失効」をご依頼ください。`,
  paperForm: (expiry: string) =>
    `電子証明書の有効期限（${expiry}）が切れ、更新できる期間も過ぎています。銀行に電話し、電子証明書の再発行の用紙をご請求ください。`,
  note: '入力していただくことはありません。1分ほどで終わります。',
  noteLoggedOn: '更新を始めるとログオフします。終わったら、新しい電子証明書でログオンし直してください。',
  renew: '電子証明書を更新する',
  expiredTitle: '電子証明書の有効期限が切れています',
  expiredLead: '期限の切れた電子証明書では、ログオンできません。下の案内のとおりにお進みください。',
};
