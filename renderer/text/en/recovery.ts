import type { Advice, ProblemText, RecoveryCode } from '../advice.ts';
import type { jaRecovery } from '../ja/recovery.ts';

export const enRecoveryProblems: Readonly<Record<RecoveryCode, ProblemText>> = {
  'certificate-waiting': {
    title: 'A certificate is waiting to be fetched.',
    why: 'The bank has already confirmed you, and this PC still has the record that entitles you to the certificate.',
    next: 'Press “Go on to fetch the certificate” above. You need not enter anything again.',
  },
  'certificate-issued-to-lost-key': {
    title: 'The certificate was issued for a key that is lost.',
    why: 'The bank has already issued the certificate, but the key that it needs is no longer on this PC.',
    next: 'Press “Fill in the form for a new certificate”, print it and hand it in at your branch.',
  },
  'pending-key-unreadable': {
    title: 'The key that the certificate was requested with cannot be read.',
    why: 'Another program is using the file of the key, opening it is not allowed, or something else stands in its place.',
    next: 'Wait a little, then press “Try again”. If that does not help, press “Fetch with a new key”.',
  },
  'certificate-in-browser-only': {
    title: 'The certificate can be used in the browser only.',
    why: "Kaitsu's own copy cannot be read, but the certificate that the browser uses works on this PC.",
    next: "Open the bank's website in the browser and log on there.",
  },
  'certificate-file-unavailable': {
    title: 'The saved certificate (電子証明書) cannot be read at the moment.',
    why: 'Another program is using the file of the certificate, or opening it is not allowed. The file has not been changed.',
    next: 'Please wait a little and try again.',
  },
};

export const enRecoveryAdvice: Readonly<Record<RecoveryCode, Advice>> = {
  'certificate-waiting': {
    causes: ['The procedure ended last time before the certificate was fetched', 'The record of the procedure was lost'],
    steps: ['If the time for fetching it is over, please call the bank.'],
  },
  'certificate-issued-to-lost-key': {
    causes: ['The file of the key was damaged or deleted', 'The password of the key disappeared from the keychain'],
    steps: ['When the bank is ready, fetch the new certificate through the activation.', 'The damaged file is kept under another name.'],
  },
  'pending-key-unreadable': {
    causes: ['A virus scanner or a backup is using the file', 'The permission to open the file has changed'],
    steps: [
      'Restart the PC and try again.',
      'If the bank has already issued the certificate for the old key, it cannot be fetched with a new one. A new certificate then needs the form.',
    ],
  },
  'certificate-in-browser-only': {
    causes: ["Kaitsu's file was damaged or deleted", 'The password disappeared from the keychain'],
    steps: [
      "If there is a backup, put Kaitsu's file back: you can then log on in Kaitsu too.",
      'Kaitsu cannot renew this certificate. Ask the bank for a new one (再発行) before it expires.',
    ],
  },
  'certificate-file-unavailable': {
    causes: ['A virus scanner or a backup is using the file', 'The permission to open the file has changed'],
    steps: [
      "If it is urgent, open the bank's website in the browser: it may be possible to log on there.",
      'If restarting the PC does not help, tell your IT staff.',
    ],
  },
};

export const enRecovery: typeof jaRecovery = {
  retrievalTitle: 'A certificate is waiting to be fetched',
  retrievalText: (organization, date) =>
    `The activation of ${organization} is done. You can go on and fetch the certificate (until ${date}). There is no need to hand in the request or to activate again.`,
  retrievalTextFirst: (organization, date) =>
    `The one-time password of ${organization} was right. You can go on and fetch the certificate (until ${date}); the activation comes after it. There is no need to hand in the request again.`,
  activationTitle: 'The activation is still to be done',
  activationText: (organization) =>
    `The certificate of ${organization} is on this PC. Set your new PINs in the activation, and you can log on. Have the customer card and your copy of the application form at hand.`,
  activationAction: 'Go on to the activation',
  retrievalAction: 'Go on to fetch the certificate',
  newKey: 'Fetch with a new key',
  reissueOpen: 'Fill in the form for a new certificate',
  reissueTitle: 'Form for a new certificate',
  reissueLead:
    'What you enter appears on the sample to the right (or below). Print it, put the registered seal (届出印) on it and hand it in at your branch. The branch will call you when it is done.',
  reissuePlace: 'New certificate (再発行)',
};
