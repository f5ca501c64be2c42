import type { ProblemText, UserCode } from '../advice.ts';

/** As in Japanese; the bank's labels keep their original beside them. */
export const enUserProblems: Readonly<Record<UserCode, ProblemText>> = {
  'logged-off': {
    title: 'You have been logged off (ログオフ).',
    why: 'For your safety you are logged off when nothing is sent to the bank for a while. Changes already made are kept.',
    next: 'Please log on again with your logon PIN (ご契約先暗証番号).',
  },
  'confirmation-refused': {
    title: 'The confirmation PIN (ご契約先確認暗証番号) does not match.',
    why: 'What you entered differs from what the bank has on record. Nothing was changed.',
    next: 'Please enter the administrator’s confirmation PIN that you set in the activation. Upper and lower case matter.',
  },
  'user-suspended': {
    title: 'This user is suspended (停止中).',
    why: 'The administrator has suspended this user.',
    next: 'The user can log on once the administrator lifts the suspension under “Change user (利用者情報変更)”.',
  },
  'user-id-rule-violated': {
    title: 'This user ID (利用者ID) cannot be registered.',
    why: 'It does not meet the bank’s rules.',
    next: 'Please enter a user ID of half-width letters and digits, in the length asked for.',
  },
  'user-id-taken': {
    title: 'This user ID (利用者ID) is already taken.',
    why: 'The same ID (or one that differs only in upper and lower case) is already registered.',
    next: 'Please enter another user ID.',
  },
  'user-registered-already': {
    title: 'This user seems to be registered already.',
    why: 'No answer came to your earlier registration, but the bank seems to have completed it: a user with the same ID and name is in the list.',
    next: 'Please check on the screen “User selection (利用者情報選択)”. There is no need to register the user again.',
  },
  'user-limit-reached': {
    title: 'No more users can be registered.',
    why: 'Your company already has as many users as the bank allows.',
    next: 'Please ask the bank about removing users that are no longer needed, or about the limit.',
  },
  'user-not-found': {
    title: 'This user is not registered.',
    why: 'The registration may have been changed in another window or by the bank.',
    next: 'Please go back to “User selection (利用者情報選択)” and choose again.',
  },
};
