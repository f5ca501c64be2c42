import type { ProblemCode } from '../../preload/contract/problem.ts';
import type { ProblemText } from './advice.ts';
import { enEverydayProblems } from './en-everyday-problems.ts';
import { enUserProblems } from './en-user-problems.ts';
import { internalTexts } from './internal-texts.ts';

export const enProblems: Readonly<Record<ProblemCode, ProblemText>> = {
  ...enEverydayProblems,
  ...enUserProblems,
  'identification-refused': {
    title: 'The contractor ID or PIN could not be confirmed.',
    why: 'What was entered does not match what the bank has on file.',
    next: 'Please enter both again, reading them from the customer card and your copy of the application form.',
  },
  'pin-locked': {
    title: 'The PIN is now locked.',
    why: 'The PIN was wrong too many times in a row, so the bank has stopped accepting it. No service can be used, by other users either.',
    next: 'A release request has to be handed in at the branch again. Starting over takes you back to that screen.',
  },
  'activation-not-released': {
    title: 'The lock has not been released yet.',
    why: 'The bank has not finished releasing the lock.',
    next: 'Please wait for the branch to call. If it has already called, please ask the branch.',
  },
  'activation-already-done': {
    title: 'The activation has already been done.',
    why: 'This contract is already active.',
    next: 'On the PC that holds the certificate, go back to the screen "Administrator logon (管理者ログオン)" and choose "Log on (ログオン)". If you did not do this, contact the bank.',
  },
  'session-expired': {
    title: 'The time for this step has run out.',
    why: 'For your safety the bank closes the procedure after a certain time.',
    next: 'Please go on again from entering the contractor ID.',
  },
  'step-out-of-order': {
    title: 'This step does not fit what the bank has recorded.',
    why: 'The same procedure may be going on in another window.',
    next: 'Close other windows and start over.',
  },
  'pin-rule-violated': {
    title: 'This PIN cannot be registered.',
    why: "It does not follow the bank's rules.",
    next: 'Please check the rules on the screen and choose another PIN.',
  },
  'registration-pin-refused': {
    title: 'The registration PIN could not be confirmed.',
    why: 'The 4 digits do not match what the bank has on file.',
    next: 'Please check your copy of the application form and enter them again.',
  },
  'one-time-password-refused': {
    title: 'The one-time password could not be confirmed.',
    why: 'The number does not match the one on the customer card.',
    next: 'Please check the number in the marked cell and enter it again.',
  },
  'logon-refused': {
    title: 'You could not be logged on.',
    why: 'The logon PIN does not match.',
    next: 'Please enter the PIN you have just set, minding upper and lower case.',
  },
  'certificate-required': {
    title: 'A certificate is required.',
    why: 'The bank accepts logons only from a PC that holds the certificate.',
    next: 'Please retrieve the certificate, then log on again.',
  },
  'certificate-expired': {
    title: 'The certificate has expired.',
    why: 'One cannot log on with an expired certificate.',
    next: 'It can still be renewed, here and now: press “Renew the certificate”.',
  },
  'certificate-revoked': {
    title: 'The certificate has been revoked.',
    why: 'The bank has made this certificate unusable.',
    next: 'If you do not know why, contact the bank at once.',
  },
  'certificate-untrusted': {
    title: 'The bank could not confirm the certificate.',
    why: 'It was not issued by this bank.',
    next: 'Please retrieve a certificate again.',
  },
  'certificate-wrong-contract': {
    title: 'This certificate belongs to another contract.',
    why: 'Its contractor ID differs from the one of this procedure.',
    next: 'Please retrieve the certificate of this contract.',
  },
  'enrolment-refused': {
    title: 'The certificate could not be issued.',
    why: 'The bank could not confirm your right to receive it.',
    next: 'Please try again. If it happens again, start over or ask the bank.',
  },
  'enrolment-deadline-passed': {
    title: 'The deadline for retrieving the certificate has passed.',
    why: 'It was not retrieved in time after the activation.',
    next: 'Please contact the bank; the procedure has to be done anew.',
  },
  'certificate-request-refused': {
    title: 'The request for the certificate was not accepted.',
    why: "It does not follow the bank's rules.",
    next: 'Please try again. If it happens again, tell the bank the screen code.',
  },
  'request-malformed': {
    title: 'The bank could not read the request.',
    why: 'Kaitsu and the bank disagree about the format.',
    next: 'Please tell the bank the screen code.',
  },
  'content-too-large': {
    title: 'What was sent is too large.',
    why: 'It is larger than the bank accepts.',
    next: 'Please tell the bank the screen code.',
  },
  'content-type-unsupported': {
    title: 'The bank does not accept this format.',
    why: 'Kaitsu and the bank disagree about the format.',
    next: 'Please tell the bank the screen code.',
  },
  'idempotency-key-missing': {
    title: 'The bank did not accept the request.',
    why: 'The number that prevents double processing was missing.',
    next: 'Please tell the bank the screen code.',
  },
  'idempotency-key-reused': {
    title: 'The bank did not accept the request.',
    why: 'The number that prevents double processing had been used before.',
    next: 'Please try again.',
  },
  'not-found': {
    title: "The bank's service was not found.",
    why: 'The bank may have changed its setup.',
    next: 'Please tell the bank the screen code.',
  },
  'method-not-allowed': {
    title: 'The bank does not allow this operation.',
    why: 'Kaitsu and the bank disagree about the protocol.',
    next: 'Please tell the bank the screen code.',
  },
  'too-many-requests': {
    title: 'Too many requests in a short time.',
    why: 'The bank is holding back for a while.',
    next: 'Please wait a little and try again.',
  },
  'bank-closed': {
    title: 'The service is closed at this hour.',
    why: 'The bank is not accepting requests now.',
    next: 'Please try again during service hours.',
  },
  'bank-failure': {
    title: 'Something went wrong at the bank.',
    why: "The bank's system could not process the request.",
    next: 'Please wait a little and try again.',
  },
  'bank-unreachable': {
    title: 'The bank cannot be reached.',
    why: 'There is no connection from this PC to the bank.',
    next: 'Please check the internet connection and try again.',
  },
  'bank-timeout': {
    title: 'The bank does not answer.',
    why: 'No answer came within the time limit.',
    next: 'Please wait a little and try again.',
  },
  'bank-untrusted': {
    title: 'This could not be confirmed to be the real bank.',
    why: "The server's certificate is not the bank's. What you entered was not sent.",
    next: 'Do not go on; tell your IT staff or the bank.',
  },
  'bank-answer-invalid': {
    title: "The bank's answer could not be read.",
    why: 'It does not follow the agreed format.',
    next: 'Please try again. If it happens again, tell the bank the screen code.',
  },
  cancelled: { title: 'Cancelled.', why: 'It was stopped as you asked.', next: 'Please try again when you are ready.' },
  'certificate-mismatch': {
    title: 'The certificate that came is not the one requested.',
    why: 'Key, name, dates or issuer do not match, so it was not stored.',
    next: 'Please try again. If it happens again, tell the bank the screen code.',
  },
  'certificate-store-missing': {
    title: 'There is no place to install the certificate.',
    why: 'The certificate store that the browser uses was not found on this PC.',
    next: 'Please show this screen to your IT staff.',
  },
  'certificate-store-refused': {
    title: 'The certificate could not be installed.',
    why: "This PC's certificate store could not be written to.",
    next: 'Close the browser and try again.',
  },
  'certificate-file-unreadable': {
    title: 'The saved certificate cannot be read.',
    why: 'The file is damaged, or its passphrase is lost.',
    next: 'Please retrieve the certificate again.',
  },
  'keychain-missing': {
    title: 'There is no keychain to keep secrets in.',
    why: "The service that safely keeps the certificate's passphrase is not running on this PC. It is never saved in clear.",
    next: 'Please ask your IT staff to set up a keychain (Secret Service).',
  },
  'keychain-locked': {
    title: 'The keychain is locked.',
    why: "The place where the certificate's passphrase is kept is closed.",
    next: 'Unlock the keychain as your PC asks, then try again.',
  },
  'keychain-refused': {
    title: 'The keychain could not be used.',
    why: 'The PC did not allow the passphrase to be kept. It is never saved in clear.',
    next: 'If you are asked for permission, allow it, then try again.',
  },
  'disk-full': {
    title: 'The disk is full.',
    why: 'The record of the procedure could not be saved.',
    next: 'Please remove files you do not need, then try again.',
  },
  'disk-refused': {
    title: 'A file could not be saved.',
    why: 'Writing to the folder is not allowed.',
    next: 'Please show this screen to your IT staff.',
  },
  'journal-unreadable': {
    title: 'The record of last time could not be read.',
    why: 'It is damaged; it was kept under another name.',
    next: 'Please go on from the beginning. The bank knows what has already been done.',
  },
  'bank-profile-invalid': {
    title: "There is a mistake in the bank's settings file.",
    why: 'What is needed to connect to the bank could not be read.',
    next: 'Please show this screen to your IT staff.',
  },
  'input-invalid': {
    title: 'Something is not in the right form.',
    why: 'The check before sending found a mistake. Nothing was sent to the bank.',
    next: 'Please check the marked field.',
  },
  'not-now': {
    title: 'This cannot be done now.',
    why: 'The procedure has moved on.',
    next: 'Please follow what the screen says.',
  },
  'sender-refused': {
    title: 'The operation was not accepted.',
    why: 'Where it came from could not be confirmed.',
    next: 'Please close and reopen Kaitsu.',
  },
  internal: internalTexts.en,
};
