import type { jaReview } from '../ja/review.ts';

export const enReview: typeof jaReview = {
  title: 'Please compare once more before you send',
  compare: ' A lock stops the service for your whole company. Please compare what you entered with your papers.',
  where: {
    contractorId: 'on the customer card (お客様カード)',
    registrationPin: 'the 4 digits on your copy of the application form (申込書)',
    oneTimePassword: 'on the customer card (お客様カード)',
    logonPin: 'the PIN that you set in the activation (開通確認)',
    confirmationPin: 'the PIN that you set in the activation (開通確認)',
  },
  hidden: (length) => `${length} characters, not shown`,
  call: (phone) => `If you are not sure, do not send it. Call the bank: ${phone}`,
  mend: 'Correct it',
  send: 'Send',
};
