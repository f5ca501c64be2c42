import type { FieldName } from '../../../preload/contract/problem.ts';

/** Before one of the last attempts: the dialog that has the entries compared once more. */
export const jaReview = {
  title: '送る前に、もう一度お確かめください',
  compare: 'ロックされると、会社全体でサービスが使えなくなります。入力した内容を、書類と見比べてください。',
  where: {
    contractorId: 'お客様カードの「契約者ID（利用者番号）」',
    registrationPin: '申込書の控えの4桁の番号',
    oneTimePassword: 'お客様カードに記入されている番号',
    logonPin: '開通確認で設定した「ご契約先暗証番号」',
    confirmationPin: '開通確認で設定した「ご契約先確認暗証番号」',
  } as Partial<Record<FieldName, string>>,
  hidden: (length: number) => `${length}文字（表示していません）`,
  call: (phone: string) => `はっきりしないときは、送らずに銀行にお電話ください。電話 ${phone}`,
  mend: '直す',
  send: '送る',
};
