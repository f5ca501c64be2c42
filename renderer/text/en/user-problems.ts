import type { Advice, ProblemText, UserCode } from '../advice.ts';

/** As in Japanese; the bank's labels keep their original beside them. */
export const enUserProblems: Readonly<Record<UserCode, ProblemText>> = {
  'logged-off': {
    title: 'You have been logged off (ログオフ).',
    why: 'For your safety you are logged off when nothing is sent to the bank for a while. Changes already made are kept.',
    next: 'Please log on again with your logon PIN (ご契約先暗証番号).',
  },
  'logged-off-as-asked': {
    title: 'You are logged off.',
    why: 'The bank has ended the session, too. The certificate stays on this PC.',
    next: 'You can close Kaitsu now. To go on, enter the contract’s PIN (ご契約先暗証番号) and log on.',
  },
  'activation-left': {
    title: 'The activation was ended on the way.',
    why: 'You logged off, so the new PINs are not registered yet. This does not count as a wrong entry.',
    next: 'To go on, begin again with the contractor ID and the registration PIN.',
  },
  'log-off-not-told': {
    title: 'You are logged off, but the bank could not be told.',
    why: 'Nothing of the session is left on this PC. At the bank it ends by itself after a while.',
    next: 'You can close Kaitsu now. To go on, please enter your PIN again.',
  },
  'confirmation-refused': {
    title: 'The confirmation PIN (ご契約先確認暗証番号) does not match.',
    why: 'What you entered differs from what the bank has on record. Nothing was changed.',
    next: 'Please enter your own confirmation PIN again. Upper and lower case matter.',
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
    next: 'Please ask the bank about removing unused users, or about the limit.',
  },
  'user-not-found': {
    title: 'This user is not registered.',
    why: 'The registration may have been changed in another window or by the bank.',
    next: 'Please go back to “User selection (利用者情報選択)” and choose again.',
  },
};

export const enUserAdvice: Readonly<Record<UserCode, Advice>> = {
  'logged-off': {
    causes: ['Nothing was sent to the bank for a while', 'The administrator logged on in another window or on another PC'],
    steps: ['Finish a change before you leave your desk.'],
  },
  'logged-off-as-asked': {
    causes: ['“Log off” was pressed'],
    steps: [],
  },
  'activation-left': {
    causes: ['“Log off” was pressed during the activation', 'Kaitsu was closed during the activation'],
    steps: ['No new release request is needed.', 'The new PINs are entered once more, too.'],
  },
  'log-off-not-told': {
    causes: ['The bank did not answer', 'There is no network'],
    steps: ['The next logon makes the earlier one invalid.'],
  },
  'confirmation-refused': {
    causes: [
      'Upper and lower case were mixed up (check Caps Lock)',
      'The logon PIN (ご契約先暗証番号) was entered instead',
      'A user’s confirmation PIN (利用者確認暗証番号) was entered',
    ],
    steps: ['Press “Show” beside the field and check what you typed.', 'If you cannot remember it, stop before it is locked, and call the bank.'],
  },
  'user-suspended': {
    causes: ['The administrator suspended the user, for example after a change of staff', 'The user was suspended by mistake'],
    steps: ['Ask within your company why the user was suspended.'],
  },
  'user-id-rule-violated': {
    causes: ['It is too short or too long', 'It contains symbols or full-width characters'],
    steps: ['See the explanation above the field.'],
  },
  'user-id-taken': {
    causes: ['A user registered earlier has it', 'The registration was completed although its answer was lost'],
    steps: ['Search for the user ID on the screen “User selection (利用者情報選択)”.'],
  },
  'user-registered-already': {
    causes: ['Your earlier registration was completed, and only the answer was lost', 'Somebody else at your company registered the same user'],
    steps: ['The PINs that you sent first are registered. If you are not sure of them, overwrite them on the screen “Change user (利用者情報変更)”.'],
  },
  'user-limit-reached': {
    causes: ['People who have left are still registered', 'The company has outgrown the limit of its contract'],
    steps: ['Suspended users (停止中) count as well.'],
  },
  'user-not-found': {
    causes: ['A colleague has changed who is registered', 'The list on the screen is out of date'],
    steps: ['Press “Search” to bring the list up to date.'],
  },
};
