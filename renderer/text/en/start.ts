import type { jaNewPc, jaStart } from '../ja/start.ts';

export const enStart: typeof jaStart = {
  place: 'Start',
  title: 'What brings you here?',
  lead: 'Choose what fits. You can come back to this screen and choose again.',
  needs: (things) => `Needed now: ${things}`,
  choices: {
    lockedOut: {
      label: 'The PIN is locked',
      note: 'Fill in the request and hand it in at your branch.',
      needs: 'registered seal (届出印), account number',
    },
    called: { label: 'The branch has called', note: 'The lock is released: go on to the activation.', needs: 'customer card, copy of the application form' },
    certificate: { label: 'I have a certificate', note: 'Log on, renew it, change users’ PINs.', needs: 'logon PIN (ご契約先暗証番号)' },
    newPc: { label: 'This PC is new', note: 'Also when it was reset or set up again.' },
    users: { label: 'Change a user’s PINs', note: 'You log on first.' },
  },
  othersTitle: 'What else can be done',
  practice: 'This is practice. Nothing here reaches a real bank.',
  goodTitle: (expiry) => `The certificate is good until ${expiry}`,
  snooze: 'No notification for three days',
  snoozed: (until) => `No notification until ${until}.`,
  doubtedTitle: (expiry) => `The certificate expires on ${expiry}`,
  dueTitle: 'It is time to renew the certificate',
  daysLeft: (days, from) => `${days} days are left until it expires. It can be renewed from ${from}.`,
  looking: 'Looking up from when it can be renewed.',
  withRenewal: (line) => `${line} The renewal takes about a minute, and there is nothing to enter.`,
};

export const enNewPc: typeof jaNewPc = {
  place: 'New PC',
  title: 'This PC is new, or was set up again',
  lead: 'A certificate works only on the PC where it was retrieved, for the user who retrieved it. Kaitsu cannot move it to another PC.',
  checkTitle: 'Check first',
  check:
    'If you are signed in to this PC as somebody else than usual, sign in as the user who retrieved the certificate. If the old PC still works, you can log on there.',
  askTitle: 'Ask the bank for a new certificate (再発行)',
  ask: (phone) =>
    `Call the bank (${phone}) and say that you have changed your PC and need to retrieve the certificate again. Until the bank has seen to it, none can be retrieved on this PC.`,
  askWithForm: (phone) =>
    `Press “Fill in the form for a new certificate”, print the form, put the registered seal (届出印) on it and hand it in at your branch (営業店). Until the bank has seen to it, none can be retrieved on this PC. If in doubt, call the bank (${phone}).`,
  calledTitle: 'When the branch has called',
  called: 'Go back to the start and press “The branch has called”. After the activation (開通確認), the certificate is retrieved on this PC.',
};
