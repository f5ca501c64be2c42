import type { Advice, AdviceByCode } from '../advice.ts';
import { enEnrolmentAdvice } from './enrolment-problems.ts';
import { enRecoveryAdvice } from './recovery.ts';

const tellCode = 'Note the screen code at the bottom left and give it to the bank.';
const tellStaff = 'Show this screen to your IT staff.';
const checkClock = 'Check the PC’s date and time.';
const checkPages = 'Check whether other web pages open.';
const otherLine = 'If you have another connection, such as a mobile phone’s, try that one.';

const spoiltOnTheWay: Advice = {
  causes: ['A network device or security software at your company changed what was sent', 'This version of Kaitsu is too old for the bank’s rules'],
  steps: [otherLine, tellCode],
};
const keychain: Advice = {
  causes: ['The keychain has a different password from the one you sign in to the PC with', 'The PC signs in by itself, so the keychain was not unlocked'],
  steps: ['Sign out, then sign in to the PC with your password.', tellStaff],
};
const reissue: Advice = {
  causes: ['The certificate is another bank’s, or an earlier contract’s', 'The bank’s record of the certificate has changed'],
  steps: ['If you can see its name (名義) and serial number (シリアル番号), note them before you call.', tellCode],
};

export const enAdvice: AdviceByCode = {
  ...enRecoveryAdvice,
  'identification-refused': {
    causes: [
      'A digit was misread or mistyped',
      'The logon PIN was entered instead of the 4 digits on the application form',
      'The customer card is another contract’s',
    ],
    steps: ['Press “Show” beside the field and compare with your papers.', 'If they match and it is still refused, stop and call the bank.'],
  },
  'pin-locked': {
    causes: [
      'An old PIN or a different PIN was tried again and again',
      'Upper and lower case, or full and half width, were mixed up',
      'Somebody else at your company entered it wrongly',
    ],
    steps: [
      'Have the customer card (お客様カード) and the registered seal (届出印) ready.',
      'If you know of no wrong entries, call the bank at once: somebody may be misusing the account.',
    ],
  },
  'activation-not-released': {
    causes: ['The activation was begun before the branch called', 'Something is missing in the request, and the branch is looking into it'],
    steps: ['Check when the request was handed in and whether the branch has called.'],
  },
  'activation-already-done': {
    causes: ['The activation was done earlier', 'A colleague has already done it'],
    steps: ['Ask your colleagues whether one of them did it.'],
  },
  'session-expired': {
    causes: ['It took longer than the bank allows', 'The same procedure was begun in another window'],
    steps: ['Have the customer card and the application form at hand before you begin.'],
  },
  'step-out-of-order': {
    causes: [
      'The same procedure is open in two windows',
      'The procedure moved on although the answer was lost',
      'The lock was released, but the activation (開通確認) has not been done yet',
    ],
    steps: ['If it keeps happening, note the screen code at the bottom left and give it to the bank.'],
  },
  'pin-rule-violated': {
    causes: ['It has letters only, or digits only', 'It contains a character that the bank does not allow'],
    steps: ['Avoid PINs that you have used before.'],
  },
  'registration-pin-refused': {
    causes: ['It was mistyped', 'A logon PIN was entered instead of the 4 digits on the application form', 'The copy of the application form is an old one'],
    steps: ['Press “Show” beside the field and compare with the form.', 'If you cannot find the form, stop and call the bank.'],
  },
  'one-time-password-refused': {
    causes: ['The wrong row or column was read', 'The customer card is another contract’s', 'The card is an old one, and a new one has arrived'],
    steps: [
      'Find the place marked on the drawing on your customer card with your finger.',
      'If the number is right and it is still refused, stop and call the bank.',
    ],
  },
  'logon-refused': {
    causes: [
      'Upper and lower case were mixed up (check Caps Lock)',
      'The confirmation PIN (ご契約先確認暗証番号) was entered instead',
      'An old PIN was entered',
    ],
    steps: ['Press “Show” beside the field and check what you typed.', 'If you cannot remember it, stop before it is locked, and call the bank.'],
  },
  'logged-off': {
    causes: ['Nothing was sent to the bank for a while', 'The administrator logged on in another window or on another PC'],
    steps: ['Finish a change before you leave your desk.'],
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
  'certificate-required': {
    causes: [
      'The certificate has not been retrieved on this PC yet',
      'The certificate is on another PC',
      'You are signed in to this PC under a different user name from when it was retrieved',
    ],
    steps: ['If it has been retrieved, log on from that PC, signed in under the user name that retrieved it.'],
  },
  'certificate-expired': {
    causes: ['It was not renewed in time', 'The e-mail about the renewal did not arrive'],
    steps: ['The time for renewing it after expiry is limited: do it soon.', 'If it cannot be renewed, call the bank.'],
  },
  'certificate-revoked': {
    causes: ['The administrator or the bank had it revoked', 'A newer certificate has replaced it', 'A loss or misuse was reported'],
    steps: [tellCode],
  },
  'certificate-untrusted': reissue,
  'certificate-wrong-contract': reissue,
  'enrolment-refused': {
    causes: ['The certificate has already been received once', 'The contract was locked again after the activation'],
    steps: ['Ask your colleagues whether it was retrieved on another PC.', tellCode],
  },
  'enrolment-deadline-passed': {
    causes: ['Too many days have passed since the activation'],
    steps: ['Tell the bank that the deadline for retrieving the certificate (取得期限) has passed.', tellCode],
  },
  'certificate-request-refused': {
    causes: ['This version of Kaitsu is too old for the bank’s rules', 'The name differs from the bank’s records'],
    steps: ['Update Kaitsu.', tellCode],
  },
  'certificate-not-offered': {
    causes: ['A device or security software at your company inspects the connection', 'The bank changed its server’s settings'],
    steps: ['Ask for connections to the bank to be excluded from inspection.', tellStaff],
  },
  'certificate-wrong-chosen': {
    causes: ['Certificates of several contracts are on the same PC', 'An old certificate is still there', 'The browser remembers an earlier choice'],
    steps: ['Close all browser windows, then open the browser again.'],
  },
  'certificate-expired-revoke-first': {
    causes: ['It was not renewed in time', 'The e-mail about the renewal did not arrive'],
    steps: ['Ask as well how to retrieve a certificate once the old one is revoked.', 'Check that the registered e-mail address is still in use.'],
  },
  'certificate-expired-paper-form': {
    causes: ['It was not used for a long time after it expired', 'The e-mail about the renewal did not arrive'],
    steps: ['Put the registered seal (届出印) on the form and hand it in at your branch (営業店).', 'Ask as well how to retrieve the new certificate.'],
  },
  'certificate-expires-soon': {
    causes: ['The days in which the bank renews it have begun'],
    steps: ['The new certificate takes the place of the old one.', 'To renew it later, begin from the screen of the logon.'],
  },
  'sole-administrator-stuck': {
    causes: [
      'You are signed in to this PC under a different user name from when the certificate was retrieved',
      'The PC with the certificate was replaced or reset',
      'A former administrator retrieved it on another PC',
    ],
    steps: [
      'If you use another user name on this PC, sign in under that one and open Kaitsu there.',
      'If there is no other PC, ask the bank about a new certificate (電子証明書の再発行).',
      'Ask as well whether a release request (暗証番号ロック解除依頼書) is needed.',
    ],
  },
  ...enEnrolmentAdvice,
  'request-malformed': spoiltOnTheWay,
  'content-too-large': spoiltOnTheWay,
  'content-type-unsupported': spoiltOnTheWay,
  'idempotency-key-missing': spoiltOnTheWay,
  'idempotency-key-reused': spoiltOnTheWay,
  'not-found': spoiltOnTheWay,
  'method-not-allowed': spoiltOnTheWay,
  'too-many-requests': {
    causes: ['The same thing was done many times in a row', 'Several colleagues are working at once'],
    steps: ['If a time is shown, wait until then.'],
  },
  'bank-closed': {
    causes: ['It is outside service hours, or a holiday', 'The bank’s system is under maintenance'],
    steps: ['See the bank’s website for its service hours.'],
  },
  'bank-failure': {
    causes: ['A temporary fault in the bank’s system', 'The bank’s system has just been under maintenance'],
    steps: ['If it is not over in about ten minutes, call the bank.', tellCode],
  },
  'bank-unreachable': {
    causes: ['This PC is not connected to the internet', 'Your company’s network settings block the bank', 'The bank’s server is down'],
    steps: [checkPages, tellStaff],
  },
  'bank-timeout': { causes: ['The bank’s system is busy', 'The connection is slow'], steps: [checkPages, tellStaff] },
  'bank-untrusted': {
    causes: ['A security device at your company inspects the connection', 'The PC’s date is far out', 'You have been led to a false site'],
    steps: [checkClock, 'If you are on a public wireless network, disconnect from it.'],
  },
  'bank-answer-invalid': {
    causes: ['A device on the way changed the bank’s answer', 'The connection broke off', 'A fault in the bank’s system'],
    steps: [otherLine, tellCode],
  },
  cancelled: { causes: ['“Cancel the retrieval” was pressed'], steps: [] },
  'answer-stopped-after-pin': {
    causes: [
      'The bank’s system is busy, and its answer broke off',
      'A security device at your company stopped the answer',
      'The internet connection became unstable',
    ],
    steps: ['If it happens twice, do not send the PIN again: call the bank.', tellCode],
  },
  'certificate-mismatch': {
    causes: ['The PC’s date is far out', 'The bank answered a different request', 'A device on the way replaced the answer'],
    steps: [checkClock, tellCode],
  },
  'certificate-store-missing': {
    causes: [
      'The software that handles certificates (on Linux, libnss3-tools) is not installed',
      'Your company’s settings do not allow that software to be used',
    ],
    steps: ['Once it can be used, the retrieval can carry on from where it stopped.'],
  },
  'certificate-store-refused': {
    causes: ['The browser is using the certificate store', 'The certificate store has a password of its own'],
    steps: [tellStaff],
  },
  'certificate-file-unreadable': {
    causes: ['The password has disappeared from the keychain', 'The file was moved or changed by other software'],
    steps: ['If the PC has just been restored from a backup, ask whoever restored it.', tellCode],
  },
  'certificate-absent-on-pc': {
    causes: ['The PC is new or was reset', 'The certificate was deleted by hand', 'The browser was reset'],
    steps: ['If that PC no longer exists, ask the bank for a new certificate (電子証明書の再発行).', 'Ask as well how to retrieve the new certificate.'],
  },
  'other-os-user': {
    causes: ['The same PC is used under another user name', 'Kaitsu’s data was copied from another user of the PC'],
    steps: ['If you do not know which user name it was, ask your IT staff.'],
  },
  'remote-session': {
    causes: ['You are connected by remote desktop or a similar tool', 'Kaitsu is running on a virtual desktop'],
    steps: ['If you work from home, ask your IT staff.'],
  },
  'key-cannot-sign': {
    causes: ['IT staff changed the PC’s password', 'The key is damaged, or another has taken its place', 'Only the data was copied from another PC'],
    steps: [
      'Ask your IT staff whether the PC’s former password can be restored.',
      'If that does not help, ask the bank for a new certificate (電子証明書の再発行).',
    ],
  },
  'certificates-piled-up': {
    causes: ['Each renewal or reissue left the old one behind'],
    steps: ['Tidying up does not revoke them at the bank.'],
  },
  'certificates-tidied': { causes: ['“Tidy up” was pressed'], steps: ['If the browser was open, close it and open it again.'] },
  'keychain-missing': {
    causes: ['The service that keeps passwords (on Linux, a Secret Service) is not installed', 'It has never been set up'],
    steps: [tellStaff],
  },
  'keychain-locked': keychain,
  'keychain-refused': keychain,
  'disk-full': { causes: ['Files have built up', 'This PC user’s storage limit has been reached'], steps: [tellStaff] },
  'disk-refused': {
    causes: ['The folder’s permissions have changed', 'Security software stopped it'],
    steps: ['Restart the PC and try again.'],
  },
  'journal-unreadable': {
    causes: ['The PC lost power while writing', 'Other software changed the file'],
    steps: ['If it keeps happening, tell your IT staff.'],
  },
  'journal-unavailable': {
    causes: [
      'Security software or a backup is using the file',
      'The permission to read the folder was changed',
      'The network drive that holds the folder is not connected',
    ],
    steps: ['Wait for a minute and try again.', 'Restart the PC and try again.'],
  },
  'file-unavailable': {
    causes: ['Security software or a backup is using the file', 'The permission to read the folder was changed'],
    steps: ['If it does not come back after a while, tell your IT staff.'],
  },
  'bank-profile-invalid': {
    causes: ['There is a slip in the settings file', 'The settings file is an old one'],
    steps: ['Install the settings file that came from the bank again.'],
  },
  'input-invalid': {
    causes: ['The wrong number or kind of characters', 'Full-width characters'],
    steps: ['See the explanation above the field.'],
  },
  'not-now': { causes: ['A button was pressed more than once', 'Something else is still running'], steps: [] },
  'sender-refused': { causes: ['An old window was still open'], steps: ['If it keeps happening, tell your IT staff.'] },
  internal: {
    causes: ['A fault in Kaitsu', 'Too little memory or disk space'],
    steps: ['Note the screen code, and the reference if one is shown, and give them to your IT staff.'],
  },
};
