import type { ProblemCode } from '../../../preload/contract/problem-numbers.ts';
import type { ProblemText } from '../advice.ts';
import { internalTexts } from '../internal-texts.ts';
import { enBankFileProblems } from './bank-file-problems.ts';
import { enEnrolmentProblems } from './enrolment-problems.ts';
import { enEverydayProblems } from './everyday-problems.ts';
import { enProxyProblems } from './proxy-problems.ts';
import { enRecoveryProblems } from './recovery.ts';
import { enUserProblems } from './user-problems.ts';

/** As in Japanese. */
const tryOrShow = 'Please try again. If it keeps happening, show this screen to your IT staff.';
const tryOrTell = 'Please try again. If it keeps happening, give the bank the screen code.';
const wrongFormat = 'Kaitsu and the bank disagree about the format.';

const keychainNames = 'On Windows it is the Credential Manager, on a Mac the keychain, on Linux a Secret Service.';

export const enProblems: Readonly<Record<ProblemCode, ProblemText>> = {
  ...enEverydayProblems,
  ...enEnrolmentProblems,
  ...enProxyProblems,
  ...enUserProblems,
  ...enBankFileProblems,
  ...enRecoveryProblems,
  'identification-refused': {
    title: 'The contractor ID (契約者ID) or registration PIN (ご契約先登録用暗証番号) could not be confirmed.',
    why: 'What you entered does not match what the bank has on record.',
    next: 'Please enter both again, reading them from the customer card and your copy of the application form.',
  },
  'pin-locked': {
    title: 'The PIN is locked (暗証番号ロック).',
    why: 'There were too many wrong entries, so the bank has stopped accepting it. Nobody at your company can use the service, and that includes its users.',
    next: 'Please hand in the release request (暗証番号ロック解除依頼書) at your branch (営業店) again. “Begin again with the release request” takes you back to that screen.',
  },
  'activation-not-released': {
    title: 'The lock has not been released yet (ロック解除).',
    why: 'The bank has not finished releasing the lock.',
    next: 'Please wait for the branch (営業店) to call. If you see this after the call, please ask the branch.',
  },
  'activation-already-done': {
    title: 'The activation (開通確認) has already been done.',
    why: 'This contract is already activated.',
    next: 'On the PC that holds the certificate, go back to the screen “Administrator logon (管理者ログオン)” and choose “Log on (ログオン)”. If nobody at your company did this, contact the bank.',
  },
  'session-expired': {
    title: 'The time allowed has run out.',
    why: 'For your safety the bank ends the procedure a certain time after the contractor ID was entered.',
    next: 'Please start again by entering the contractor ID (契約者ID).',
  },
  'step-out-of-order': {
    title: 'This step does not match the bank’s records.',
    why: 'The same procedure may be open in another window, or a step before this one may still be missing.',
    next: 'Please close the other windows and start over.',
  },
  'pin-rule-violated': {
    title: 'This PIN cannot be registered.',
    why: 'It does not meet the bank’s rules.',
    next: 'Please check the rules on the screen and choose another PIN.',
  },
  'registration-pin-refused': {
    title: 'The registration PIN (ご契約先登録用暗証番号) could not be confirmed.',
    why: 'The 4 digits do not match what the bank has on record.',
    next: 'Please check your copy of the application form and enter them again.',
  },
  'one-time-password-refused': {
    title: 'The one-time password (ワンタイムパスワード) could not be confirmed.',
    why: 'The number does not match the one on the customer card.',
    next: 'Please check the number in the place marked on the drawing, and enter it again.',
  },
  'logon-refused': {
    title: 'You could not be logged on.',
    why: 'The logon PIN (ご契約先暗証番号) does not match the one registered at the bank.',
    next: 'Please enter the logon PIN that you set in the activation. Upper and lower case matter.',
  },
  'certificate-required': {
    title: 'A certificate (電子証明書) is required.',
    why: 'The certificate was not found on this PC, or did not reach the bank.',
    next: 'If you have not retrieved it yet, choose “Activation (開通確認)” and go on to the certificate from there.',
  },
  'certificate-expired': {
    title: 'The certificate (電子証明書) has expired.',
    why: 'You cannot log on with an expired certificate.',
    next: 'It can still be renewed: press “Renew the certificate”.',
  },
  'certificate-revoked': {
    title: 'The certificate (電子証明書) has been revoked (失効).',
    why: 'It was made invalid, so it can no longer be used.',
    next: 'Please call the bank. If you do not know why it was revoked, call at once.',
  },
  'certificate-untrusted': {
    title: 'The bank could not confirm the certificate (電子証明書).',
    why: 'It was not issued by this bank, or does not match the bank’s records.',
    next: 'Please call the bank and ask about a new certificate (電子証明書の再発行).',
  },
  'certificate-wrong-contract': {
    title: 'This certificate (電子証明書) belongs to another contract.',
    why: 'Its contractor ID differs from the one used here.',
    next: 'Please log on from the PC that holds this contract’s certificate, or call the bank.',
  },
  'enrolment-refused': {
    title: 'The certificate (電子証明書) could not be issued.',
    why: 'The bank could not confirm the activation that entitles you to it.',
    next: 'Please try again. If it keeps happening, contact the bank.',
  },
  'enrolment-deadline-passed': {
    title: 'The deadline for retrieving the certificate (電子証明書) has passed.',
    why: 'It was not retrieved within the set number of days after the activation.',
    next: 'Please contact the bank. The procedure has to be done again.',
  },
  'certificate-request-refused': {
    title: 'The request for the certificate (電子証明書) was not accepted.',
    why: 'It does not meet the bank’s rules.',
    next: tryOrTell,
  },
  'request-malformed': { title: 'The bank could not read what was sent.', why: wrongFormat, next: tryOrShow },
  'content-too-large': { title: 'What was sent is too large.', why: 'It is larger than the bank accepts.', next: tryOrShow },
  'content-type-unsupported': { title: 'The bank does not accept this format.', why: wrongFormat, next: tryOrShow },
  'idempotency-key-missing': {
    title: 'The bank did not accept what was sent.',
    why: 'The number that prevents double processing did not reach the bank.',
    next: tryOrShow,
  },
  'idempotency-key-reused': {
    title: 'The bank did not accept what was sent.',
    why: 'The number that prevents double processing had been used before.',
    next: tryOrShow,
  },
  'not-found': { title: 'The bank’s service was not found.', why: 'The bank may have changed its settings.', next: tryOrShow },
  'method-not-allowed': { title: 'The bank does not allow this operation.', why: wrongFormat, next: tryOrShow },
  'too-many-requests': {
    title: 'Too many requests in a short time.',
    why: 'The bank is limiting requests for a while.',
    next: 'Please wait a little and try again.',
  },
  'bank-closed': {
    title: 'The service is closed at the moment.',
    why: 'The bank is not accepting requests now.',
    next: 'Please wait for the service hours.',
  },
  'bank-failure': {
    title: 'Something went wrong at the bank.',
    why: 'The bank’s system could not process what was sent.',
    next: 'Please wait a little and try again.',
  },
  'bank-unreachable': {
    title: 'The bank cannot be reached.',
    why: 'This PC cannot connect to the bank.',
    next: 'Please check the internet connection and try again.',
  },
  'bank-timeout': {
    title: 'The bank is not answering.',
    why: 'No answer came within the time limit.',
    next: 'Please wait a little and try again.',
  },
  'bank-untrusted': {
    title: 'Kaitsu could not confirm that this is the real bank.',
    why: 'The server’s certificate is not the bank’s. What you entered was not sent.',
    next: 'Please do not carry on. Tell your IT staff or the bank.',
  },
  'bank-answer-invalid': {
    title: 'The bank’s answer could not be read.',
    why: 'It does not follow the agreed format.',
    next: tryOrTell,
  },
  cancelled: { title: 'Cancelled.', why: 'It was stopped because you pressed “Cancel the retrieval”.', next: 'Please try again when you are ready.' },
  'certificate-mismatch': {
    title: 'The certificate (電子証明書) that arrived is not the one requested.',
    why: 'Its key, name, dates or issuer do not match, so it was not saved.',
    next: tryOrTell,
  },
  'certificate-store-missing': {
    title: 'This PC lacks what is needed to install the certificate (電子証明書).',
    why: 'The software that handles certificates cannot be used on this PC.',
    next: 'Please show this screen to your IT staff.',
  },
  'certificate-store-refused': {
    title: 'The certificate (電子証明書) could not be installed.',
    why: 'Kaitsu could not write to this PC’s certificate store.',
    next: 'Please close all browser windows and try again.',
  },
  'certificate-file-unreadable': {
    title: 'The saved certificate (電子証明書) cannot be read.',
    why: 'The file is damaged, or the password that opens it is lost.',
    next: 'Please call the bank and ask about a new certificate (電子証明書の再発行).',
  },
  'keychain-missing': {
    title: 'This PC has no safe place for passwords.',
    why: 'The service that safely keeps the password protecting the certificate is not running. Kaitsu does not keep it anywhere else.',
    next: `Please ask your IT staff to set it up. ${keychainNames}`,
  },
  'keychain-locked': {
    title: 'The safe place for passwords is locked.',
    why: `The password that protects the certificate cannot be read. ${keychainNames}`,
    next: 'If a window is asking for a password, enter the PC’s password, then try again.',
  },
  'keychain-refused': {
    title: 'The safe place for passwords could not be used.',
    why: 'The PC did not allow the password that protects the certificate to be kept. Kaitsu does not keep it anywhere else.',
    next: 'If you are asked for permission, choose “Allow”, then try again.',
  },
  'disk-full': {
    title: 'The disk is full.',
    why: 'There is no room left, so a file could not be saved.',
    next: 'Please delete files that you do not need, then try again.',
  },
  'disk-refused': {
    title: 'A file could not be saved.',
    why: 'Writing to the folder is not allowed.',
    next: 'Please show this screen to your IT staff.',
  },
  'journal-unreadable': {
    title: 'The record of the last session could not be read.',
    why: 'The record is damaged. It has been kept under another name.',
    next: 'Please begin at the first screen. If a step has been done already, the bank’s answer will show it.',
  },
  'journal-unavailable': {
    title: 'The record of the procedure cannot be read at the moment.',
    why: 'Other software is using the file, or reading it is not allowed. The record has not been changed.',
    next: 'Please press “Read it again”. If it still cannot be read after a few tries, please show the folder to your IT staff.',
  },
  'file-unavailable': {
    title: 'What was saved cannot be read at the moment.',
    why: 'Other software is using the file of the settings or of the request form, or reading it is not allowed. The file has not been changed.',
    next: 'You can go on with the procedure. When the file can be read again, what was saved comes back, and your changes are saved then.',
  },
  'bank-profile-invalid': {
    title: 'There is a mistake in the bank’s settings file.',
    why: 'The details of the bank to connect to could not be read.',
    next: 'Please show this screen to your IT staff.',
  },
  'input-invalid': {
    title: 'Something is not in the right form.',
    why: 'The check before sending found a mistake. Nothing was sent to the bank.',
    next: 'Please check the field that shows an error.',
  },
  'not-now': {
    title: 'This cannot be done now.',
    why: 'The procedure has moved on to another screen.',
    next: 'Please follow what the screen says.',
  },
  'sender-refused': {
    title: 'The operation was not accepted.',
    why: 'Kaitsu could not confirm that it came from this window.',
    next: 'Please close Kaitsu and open it again.',
  },
  internal: internalTexts.en,
};
