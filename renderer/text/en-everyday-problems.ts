import type { EverydayCode, ProblemText } from './advice.ts';

export const enEverydayProblems: Readonly<Record<EverydayCode, ProblemText>> = {
  'certificate-not-offered': {
    title: 'The certificate did not reach the bank.',
    why: 'It was presented, yet the bank says that there was none.',
    next: 'Ask your IT staff whether a device in between opens the encrypted connection.',
  },
  'certificate-wrong-chosen': {
    title: 'Another certificate was chosen.',
    why: "There are several certificates on this PC, and one that is not this contract's was used.",
    next: 'When you are asked to choose, check contractor ID and expiry, and choose the other one.',
  },
  'certificate-expired-revoke-first': {
    title: 'The certificate has expired and must be revoked first.',
    why: 'This bank does not renew certificates that have expired.',
    next: 'Call the bank and ask to have the certificate revoked (電子証明書の失効).',
  },
  'certificate-expired-paper-form': {
    title: 'The certificate has expired, and the time for renewing it is over.',
    why: 'More days have passed than the bank allows, so it cannot be renewed on the screen.',
    next: 'Call the bank and ask for the paper form for a new certificate (再発行).',
  },
  'sole-administrator-stuck': {
    title: 'The administrator has no way to log on.',
    why: 'The activation is done, but this PC has no certificate, and there is no other administrator who could help.',
    next: 'If another PC holds the certificate, log on from that one.',
  },
  'certificate-expires-soon': {
    title: 'The certificate expires soon.',
    why: 'Once it has expired, you cannot log on until it is renewed.',
    next: 'Press “Renew the certificate”. It takes about a minute.',
  },
  'answer-stopped-after-pin': {
    title: 'The PIN was sent, and then nothing came.',
    why: 'The bank received it, but its answer broke off on the way.',
    next: 'Wait about a minute, then log on once more, only once.',
  },
  'certificate-absent-on-pc': {
    title: 'The certificate is not on this PC.',
    why: 'It was retrieved, but the certificate store does not hold it any more.',
    next: 'Log on from the PC on which the certificate was retrieved.',
  },
  'other-os-user': {
    title: 'You are signed in to the PC as another user than when the certificate was retrieved.',
    why: 'Only the user of the PC who retrieved a certificate can use it.',
    next: 'Sign out, then sign in to the PC as the user who retrieved it.',
  },
  'remote-session': {
    title: 'You are working over a remote connection.',
    why: "While one is connected from afar, the certificate's key may not be usable.",
    next: 'Please work directly at the PC that holds the certificate.',
  },
  'key-cannot-sign': {
    title: "The certificate's key has become unusable.",
    why: 'A trial signature with it did not come out right.',
    next: "If the PC's password was changed just now, restart the PC and try again.",
  },
  'certificates-piled-up': {
    title: 'Old certificates have piled up.',
    why: 'There are several certificates of the same contract, which makes it easy to choose the wrong one.',
    next: 'Press "Tidy up" to keep only the newest one. It can be undone.',
  },
  'certificates-tidied': {
    title: 'The old certificates were put away.',
    why: 'The browser now offers only the newest one.',
    next: 'Just go on. If something is wrong, press "Undo".',
  },
};
