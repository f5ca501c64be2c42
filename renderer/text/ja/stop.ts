/** Where there is no way on: why, whom to call, what to read out. */
export const jaStop = {
  name: 'お電話でのお問い合わせ',
  untilProven: '接続先が本物の銀行と確認できるまで、先へは進めません。',
  proven: '本物の銀行につながっていることを確認しました。続けて入力できます。',
  callBank: '銀行にお電話のうえ、画面コードをお伝えください。',
  copyCode: '画面コードをコピー',
  copied: 'コピーしました。',
};
