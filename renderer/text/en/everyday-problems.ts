import type { Advice, EverydayCode, ProblemText } from '../advice.ts';
import { tellCode, tellStaff } from './common-steps.ts';

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

export const enEverydayAdvice: Readonly<Record<EverydayCode, Advice>> = {
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
  'answer-stopped-after-pin': {
    causes: [
      'The bank’s system is busy, and its answer broke off',
      'A security device at your company stopped the answer',
      'The internet connection became unstable',
    ],
    steps: ['If it happens twice, do not send the PIN again: call the bank.', tellCode],
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
};
