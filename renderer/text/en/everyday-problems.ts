import type { EverydayCode, ProblemText } from '../advice.ts';

export const enEverydayProblems: Readonly<Record<EverydayCode, ProblemText>> = {
  'certificate-not-offered': {
    title: 'The certificate (電子証明書) did not reach the bank.',
    why: 'It was sent, but the bank answered that there was none.',
    next: 'Please ask your IT staff whether a device on the way inspects the connection.',
  },
  'certificate-wrong-chosen': {
    title: 'The wrong certificate (電子証明書) was chosen.',
    why: 'There are several certificates on this PC, and one that is not this contract’s was used.',
    next: 'Please log on again. If you are asked to choose a certificate, check its contractor ID (契約者ID) and expiry date (有効期限).',
  },
  'certificate-expired-revoke-first': {
    title: 'The certificate (電子証明書) has expired and must be revoked first.',
    why: 'This bank does not renew certificates that have expired.',
    next: 'Please call the bank and ask for the certificate to be revoked (電子証明書の失効).',
  },
  'certificate-expired-paper-form': {
    title: 'The certificate (電子証明書) has expired, and the period for renewing it is over.',
    why: 'Too many days have passed since it expired, so a paper form is needed.',
    next: 'Please call the bank and ask for the form for a new certificate (電子証明書の再発行).',
  },
  'sole-administrator-stuck': {
    title: 'Neither activation (開通確認) nor logon (ログオン) is possible from this PC.',
    why: 'The activation has already been done, but this PC does not have the certificate that the logon needs.',
    next: 'If another PC holds the certificate, log on from that PC.',
  },
  'certificate-expires-soon': {
    title: 'The certificate expires soon.',
    why: 'Once it has expired, you cannot log on until it is renewed.',
    next: 'Press “Renew the certificate”. It takes about a minute.',
  },
  'answer-stopped-after-pin': {
    title: 'The bank’s answer broke off after the PIN was sent.',
    why: 'The PIN may have reached the bank.',
    next: 'Please wait about a minute, then try to log on once more, and once only.',
  },
  'certificate-absent-on-pc': {
    title: 'The certificate (電子証明書) is not on this PC.',
    why: 'It was retrieved, but this PC’s certificate store does not hold it.',
    next: 'Please log on from the PC on which the certificate was retrieved.',
  },
  'other-os-user': {
    title: 'You are not signed in to the PC as the user who retrieved the certificate.',
    why: 'A certificate works only for the PC user name under which it was retrieved.',
    next: 'Please sign out, then sign in to the PC with the user name under which it was retrieved.',
  },
  'remote-session': {
    title: 'You are working over a remote connection.',
    why: 'The certificate may not work while you are connected remotely.',
    next: 'Please work directly at the PC that holds the certificate.',
  },
  'key-cannot-sign': {
    title: 'The certificate’s key no longer works.',
    why: 'Kaitsu tested the key, and it did not work correctly.',
    next: 'If the PC’s password has just been changed, restart the PC and try again.',
  },
  'certificates-piled-up': {
    title: 'Old certificates are still on this PC.',
    why: 'There are several certificates of this contract, so it is easy to choose the wrong one.',
    next: 'Press “Tidy up” to keep only the newest one. You can undo this until you close Kaitsu.',
  },
  'certificates-tidied': {
    title: 'The old certificates were put away.',
    why: 'The browser now offers only the newest one.',
    next: 'You can simply carry on. “Undo” brings them back until you close Kaitsu.',
  },
};
