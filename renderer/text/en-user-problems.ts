import type { ProblemText, UserCode } from './advice.ts';

/** As in Japanese; the bank's labels keep their original beside them. */
export const enUserProblems: Readonly<Record<UserCode, ProblemText>> = {
  'logged-off': {
    title: 'You have been logged off.',
    why: 'For your safety the bank logs you off when nothing is done for a while. Changes that were done already are kept.',
    next: 'Please log on again with your logon PIN (ご契約先暗証番号).',
  },
  'confirmation-refused': {
    title: 'The confirmation PIN (ご契約先確認暗証番号) does not match.',
    why: 'What was entered differs from what the bank has on file. Nothing was changed.',
    next: "Please enter the administrator's confirmation PIN that you set in the activation. Upper and lower case are different.",
  },
  'user-suspended': {
    title: 'This user is suspended.',
    why: 'The administrator has suspended this user.',
    next: 'The user can log on again once the administrator resumes them under "Change user" (利用者情報変更).',
  },
  'user-id-rule-violated': {
    title: 'This user ID cannot be registered.',
    why: "It does not follow the bank's rules.",
    next: 'Please enter a user ID of half-width letters and digits, of the length asked for.',
  },
  'user-id-taken': {
    title: 'This user ID is taken.',
    why: 'The same ID (or one that differs in upper and lower case only) is registered already.',
    next: 'Please enter another user ID.',
  },
  'user-registered-already': {
    title: 'This user seems to be registered already.',
    why: 'No answer came to your earlier registration, but the bank has probably carried it out: a user with the same ID and name is in the list.',
    next: 'Please check on the user selection screen (利用者情報選択). You do not need to register the user again.',
  },
  'user-limit-reached': {
    title: 'No more users can be registered.',
    why: 'Your company has as many users as the bank allows.',
    next: 'Please see whether some are no longer needed, or ask the bank about the limit.',
  },
  'user-not-found': {
    title: 'This user is not registered.',
    why: 'Something may have been changed in another window.',
    next: 'Please go back to the list (利用者情報選択) and choose again.',
  },
};
