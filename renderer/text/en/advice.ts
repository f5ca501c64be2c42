import type { Advice, AdviceByCode } from '../advice.ts';
import { enBankFileAdvice } from './bank-file-problems.ts';
import { tellCode, tellStaff } from './common-steps.ts';
import { enEnrolmentAdvice } from './enrolment-problems.ts';
import { enEverydayAdvice } from './everyday-problems.ts';
import { enProxyAdvice } from './proxy-problems.ts';
import { enRecoveryAdvice } from './recovery.ts';
import { enUserAdvice } from './user-problems.ts';

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
  ...enBankFileAdvice,
  ...enRecoveryAdvice,
  ...enEverydayAdvice,
  ...enUserAdvice,
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
  ...enEnrolmentAdvice,
  ...enProxyAdvice,
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
    causes: ['A temporary problem in the bank’s system', 'The bank’s system has just been under maintenance'],
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
    causes: ['A device on the way changed the bank’s answer', 'The connection broke off', 'A problem in the bank’s system'],
    steps: [otherLine, tellCode],
  },
  cancelled: { causes: ['“Cancel the retrieval” was pressed'], steps: [] },
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
    steps: ['If the PC has just been restored from a backup, ask the person who restored it.', tellCode],
  },
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
    causes: ['An error in Kaitsu', 'Too little memory or disk space'],
    steps: ['Note the screen code, and the reference if one is shown, and give them to your IT staff.'],
  },
};
