import type { Advice, AdviceByCode } from './advice.ts';

const tellCode = 'Note the screen code at the bottom right and tell it to the bank.';
const tellStaff = 'Show this screen to your IT staff.';
const checkClock = "Check the PC's date and time.";

const spoiltOnTheWay: Advice = {
  causes: ['A proxy or security software changed what was sent', "This version of Kaitsu is old and no longer fits the bank's protocol"],
  steps: ['If there is another connection, such as a phone, try over that one.', tellStaff],
};
const keychain: Advice = {
  causes: ['The password of the keychain differs from the one of the PC', 'The PC signs in by itself, so the keychain was not unlocked'],
  steps: ['Sign out, and sign in to the PC again with the password.', tellStaff],
};
const reissue: Advice = {
  causes: ["The bank's record of the certificate has changed", 'It is the certificate of another bank or of an earlier contract'],
  steps: ['Note the subject and serial number of the certificate before you call the bank.', tellCode],
};

export const enAdvice: AdviceByCode = {
  'identification-refused': {
    causes: [
      'Digits misread or mistyped',
      'The logon PIN was entered instead of the 4 digits of the application form',
      'The card is the one of another contract',
    ],
    steps: ['Press "Show" beside the field and compare with the papers.', 'If they agree and it is still refused, stop and call the bank.'],
  },
  'pin-locked': {
    causes: [
      'An earlier or another PIN was tried again and again',
      'Upper and lower case, or full and half width, were mixed up',
      'Somebody else entered it wrongly',
    ],
    steps: [
      'Have the customer card (お客様カード) and the registered seal (届出印) ready.',
      'If you know of no wrong entries, call the bank at once: it may be misuse.',
    ],
  },
  'activation-not-released': {
    causes: ['The request has not been processed yet', 'Something is missing in the request, and the branch is looking into it'],
    steps: ['Check when it was handed in and whether the branch has called.'],
  },
  'activation-already-done': {
    causes: ['The activation was done earlier', 'A colleague has done it'],
    steps: ['Ask your colleagues whether somebody did it.'],
  },
  'session-expired': {
    causes: ['Entering took longer than the bank allows', 'The procedure was begun in another window'],
    steps: ['Have the papers at hand before you begin.'],
  },
  'step-out-of-order': {
    causes: ['The same procedure is open in two windows', 'The procedure moved on although the answer was lost'],
    steps: ['If it goes on, note the screen code and call the bank.'],
  },
  'pin-rule-violated': {
    causes: ['It has letters only, or digits only', 'It has a character that the bank does not allow'],
    steps: ['Avoid PINs that you have used before.'],
  },
  'registration-pin-refused': {
    causes: ['Mistyped', 'A logon PIN was entered', 'The copy of the application form is an old one'],
    steps: ['Press "Show" beside the field and compare with the form.', 'If you cannot find the form, stop and call the bank.'],
  },
  'one-time-password-refused': {
    causes: ['Row or column misread by one', 'The card is the one of another contract', 'It is an old card, and a new one has come'],
    steps: ['Follow the marked row and column of the drawing with your finger.'],
  },
  'logon-refused': {
    causes: ['Upper and lower case mixed up (mind Caps Lock)', 'The confirmation PIN was entered instead', 'An earlier PIN was entered'],
    steps: ['Press "Show" beside the field and check what you typed.', 'If you cannot remember it, stop before it is locked.'],
  },
  'logged-off': {
    causes: ['Nothing was done for a while', 'The same administrator logged on in another window'],
    steps: ['Finish a change before you leave your desk.'],
  },
  'confirmation-refused': {
    causes: ['Upper and lower case mixed up (mind Caps Lock)', 'The logon PIN was entered instead', "A user's confirmation PIN was entered"],
    steps: ['Press "Show" beside the field and check what you typed.', 'If you cannot remember it, stop before it is locked, and call the bank.'],
  },
  'user-suspended': {
    causes: ['The administrator suspended the user, e.g. after a change of staff', 'It was done by mistake'],
    steps: ['Ask within your company why the user was suspended.'],
  },
  'user-id-rule-violated': {
    causes: ['It is too short or too long', 'It has symbols or full-width characters'],
    steps: ['See the explanation below the field.'],
  },
  'user-id-taken': {
    causes: ['A user registered earlier has it', 'The registration was done although its answer was lost'],
    steps: ['Search for the user ID on the user selection screen (利用者情報選択).'],
  },
  'user-registered-already': {
    causes: ['Your earlier registration was carried out, and only the answer was lost', 'Somebody else at your company registered the same user'],
    steps: ['The PINs that you sent first are the ones in use. If you are not sure of them, overwrite them on the user change screen (利用者情報変更).'],
  },
  'user-limit-reached': {
    causes: ['Users of people who have left are still registered', 'The company has outgrown the limit of its contract'],
    steps: ['Suspended users count, too.'],
  },
  'user-not-found': {
    causes: ['A colleague has changed who is registered', 'The list on the screen is old'],
    steps: ['Read the list again.'],
  },
  'certificate-required': {
    causes: [
      'No certificate was retrieved on this PC yet',
      'The certificate is on another PC',
      'You are signed in to this PC as another user than when it was retrieved',
    ],
    steps: ['If another PC or another user of this PC holds it, log on from there.'],
  },
  'certificate-expired': {
    causes: ['It was not renewed in time', 'The date of the PC is far off'],
    steps: [checkClock, 'If it cannot be renewed, call the bank.'],
  },
  'certificate-revoked': {
    causes: ['The administrator or the bank had it revoked', 'A newer certificate took its place', 'A loss or misuse was reported'],
    steps: [tellCode],
  },
  'certificate-untrusted': reissue,
  'certificate-wrong-contract': reissue,
  'enrolment-refused': {
    causes: ['The certificate was already received once', 'The contract was locked again after the activation'],
    steps: ['Ask your colleagues whether it was retrieved on another PC.', tellCode],
  },
  'enrolment-deadline-passed': {
    causes: ['Too many days have passed since the activation', 'The bank withdrew the right to it'],
    steps: ['Tell the bank that the deadline for retrieving the certificate has passed.', tellCode],
  },
  'certificate-request-refused': {
    causes: ['The bank now asks for a longer key', "The name differs from the bank's records"],
    steps: ['Update Kaitsu.', tellCode],
  },
  'certificate-not-offered': {
    causes: ['A device or security software opens and re-encrypts the connection', "The bank's server was set up anew"],
    steps: ["Ask to have the bank's address excluded from inspection.", tellStaff],
  },
  'certificate-wrong-chosen': {
    causes: ['Certificates of several contracts are on the same PC', 'An old certificate is still there', 'The browser remembers an earlier choice'],
    steps: ['Close all browser windows, then open the browser again.', 'Put away certificates that you do not use.'],
  },
  'certificate-expired-revoke-first': {
    causes: ['It was not renewed in time', 'The mail about the renewal did not arrive'],
    steps: ['Once it is revoked, retrieve a certificate from the beginning.', 'Check that the registered e-mail address is still in use.'],
  },
  'certificate-expired-paper-form': {
    causes: ['It was not used for a long time after its expiry', 'The mail about the renewal did not arrive'],
    steps: ['Put the registered seal (届出印) on the form and hand it in at the branch (営業店).', 'After that, retrieve a certificate from the beginning.'],
  },
  'certificate-expires-soon': {
    causes: ['The days in which the bank renews it have begun'],
    steps: ['The new certificate takes the place of the old one.', 'To renew it later, begin from the screen of the logon.'],
  },
  'sole-administrator-stuck': {
    causes: ['The PC with the certificate was replaced or reset', 'A former administrator retrieved it on another PC'],
    steps: [
      'If there is no other PC, ask the bank for a new certificate (電子証明書の再発行).',
      'Ask as well whether a release request (暗証番号ロック解除依頼書) is needed.',
    ],
  },
  'request-malformed': spoiltOnTheWay,
  'content-too-large': spoiltOnTheWay,
  'content-type-unsupported': spoiltOnTheWay,
  'idempotency-key-missing': spoiltOnTheWay,
  'idempotency-key-reused': spoiltOnTheWay,
  'not-found': spoiltOnTheWay,
  'method-not-allowed': spoiltOnTheWay,
  'too-many-requests': { causes: ['The same was done many times in a row', 'Several colleagues are working at once'], steps: ['Wait until the time shown.'] },
  'bank-closed': {
    causes: ['It is outside service hours, or a holiday', "The bank's system is being serviced"],
    steps: ["See the bank's announcements for its hours."],
  },
  'bank-failure': {
    causes: ["A passing fault of the bank's system", "The bank's system has just been serviced"],
    steps: ['If it goes on for ten minutes, call the bank.', tellCode],
  },
  'bank-unreachable': {
    causes: ['This PC has no internet connection', 'Your network does not let it through to the bank', "The bank's server is down"],
    steps: ['See whether other web pages open.', tellStaff],
  },
  'bank-timeout': { causes: ['The bank is busy', 'The connection is slow'], steps: ['See whether other web pages open.', tellStaff] },
  'bank-untrusted': {
    causes: ['A security device of your company answers in place of the bank', 'The date of the PC is far off', 'You were led to a false bank'],
    steps: [checkClock, 'If you are on a public wireless network, disconnect.'],
  },
  'bank-answer-invalid': {
    causes: ["A device in between changed the bank's answer", 'The connection broke off', "A fault of the bank's system"],
    steps: ['If there is another connection, try over that one.', tellCode],
  },
  cancelled: { causes: ['"Cancel" was pressed'], steps: [] },
  'answer-stopped-after-pin': {
    causes: [
      'The bank is busy, and its answer broke off',
      'A security device of your company stopped the answer',
      'The browser or the network settings are old',
    ],
    steps: ['If it happens twice, do not send the PIN any more.', tellCode],
  },
  'certificate-mismatch': {
    causes: ['The bank answered another request', 'The date of the PC is far off', 'A device in between exchanged the answer'],
    steps: [checkClock, tellCode],
  },
  'certificate-store-missing': {
    causes: ['The tools for certificates (such as NSS) are not installed', 'The browser was never opened'],
    steps: ['Open the browser once, close it, and try again.'],
  },
  'certificate-store-refused': { causes: ['The browser is using the store', 'The store has a password of its own'], steps: [tellStaff] },
  'certificate-file-unreadable': {
    causes: ['Its passphrase vanished from the keychain', 'The file was moved or damaged'],
    steps: ['If it comes from a backup, ask whoever restored it.', 'To retrieve it anew, the bank may have to issue it again.'],
  },
  'certificate-absent-on-pc': {
    causes: ['The PC is new or was reset', 'The certificate was deleted by hand', 'The browser was reset'],
    steps: ['If that PC is gone, ask the bank for a new certificate (電子証明書の再発行).', 'Then retrieve a certificate on the new PC from the beginning.'],
  },
  'other-os-user': {
    causes: ['The same PC is used under another user name', "The data was copied from another user's"],
    steps: ['If you do not know which user it was, ask your IT staff.'],
  },
  'remote-session': { causes: ['A remote desktop is in use', 'It runs on a virtual desktop'], steps: ['If you work from home, ask your IT staff.'] },
  'key-cannot-sign': {
    causes: ["The PC's password was changed by an administrator", 'The key is damaged or was exchanged', 'Only the data was copied from another PC'],
    steps: [
      'Ask your IT staff whether the former password can be restored.',
      'If that does not help, ask the bank for a new certificate (電子証明書の再発行).',
    ],
  },
  'certificates-piled-up': { causes: ['With each renewal the old one stayed'], steps: ['Putting them away does not revoke them at the bank.'] },
  'certificates-tidied': { causes: ['"Tidy up" was pressed'], steps: ['If the browser was open, close and reopen it.'] },
  'keychain-missing': { causes: ['No keychain service (such as Secret Service) is installed', 'It was never set up'], steps: [tellStaff] },
  'keychain-locked': keychain,
  'keychain-refused': keychain,
  'disk-full': { causes: ['Files have piled up', 'The limit for this user is reached'], steps: [tellStaff] },
  'disk-refused': { causes: ['The rights of the folder have changed', 'Security software stopped it'], steps: ['Restart the PC and try again.'] },
  'journal-unreadable': { causes: ['The PC lost power while writing', 'Another tool changed the file'], steps: ['If it happens again, tell your IT staff.'] },
  'bank-profile-invalid': {
    causes: ['A slip in the settings file', 'The settings file is an old one'],
    steps: ['Install again the settings file that came from the bank.'],
  },
  'input-invalid': { causes: ['Wrong number or kind of characters', 'Full-width characters'], steps: ['See the explanation below the field.'] },
  'not-now': { causes: ['A button was pressed twice', 'Another procedure is running'], steps: [] },
  'sender-refused': { causes: ['The window was an old one'], steps: ['If it happens again, tell your IT staff.'] },
  internal: { causes: ['A fault in Kaitsu', 'Too little memory or disk space'], steps: ['Note the reference and tell your IT staff.'] },
};
