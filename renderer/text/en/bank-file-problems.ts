import type { Advice, BankFileCode, ProblemText } from '../advice.ts';

const callTheCard = 'To ask the bank, call the number on your customer card (お客様カード). Do not use a number from the file or from an e-mail.';

export const enBankFileProblems: Readonly<Record<BankFileCode, ProblemText>> = {
  'bank-file-damaged': {
    title: 'The bank file could not be verified.',
    why: 'The file is damaged, or somebody changed it. It has not been used.',
    next: "Please get the file again from the bank's website.",
  },
  'bank-file-expired': {
    title: 'The bank file is not valid today.',
    why: 'The time of the file is over, or has not begun. It has not been used.',
    next: "If the PC's date is right, please get a new file from the bank.",
  },
  'bank-file-foreign': {
    title: 'This bank file was not signed by the bank that you verified.',
    why: 'It may lead to a false bank. It has not been used.',
    next: 'Please ask the bank, by the phone number on your customer card (お客様カード).',
  },
  'bank-file-newer': {
    title: 'This bank file needs a newer Kaitsu.',
    why: 'The file was made in a form that is newer than your Kaitsu.',
    next: 'Please ask your IT staff to update Kaitsu.',
  },
  'bank-file-unsigned': {
    title: 'The bank file is not signed.',
    why: 'Nobody can tell who made it, so it has not been used.',
    next: 'Please get the signed bank file that the bank hands out.',
  },
  'bank-file-older': {
    title: 'You already use a newer bank file than this one.',
    why: 'A bank file is replaced only by one with a higher version. Nothing has changed.',
    next: 'You can go on as you are. There is nothing to do.',
  },
  'prescribed-by-policy': {
    title: 'This is prescribed by your company and cannot be changed.',
    why: 'Your IT staff prescribes it for this PC.',
    next: 'If it has to change, please ask your IT staff.',
  },
};

export const enBankFileAdvice: Readonly<Record<BankFileCode, Advice>> = {
  'bank-file-damaged': {
    causes: ['The file was damaged by the download or in an e-mail', 'The file was opened and saved by another program', 'Somebody changed the file'],
    steps: ['This screen shows the place that is wrong: please tell it to the bank.', callTheCard],
  },
  'bank-file-expired': {
    causes: ['An old file was chosen', "The PC's date is wrong"],
    steps: [callTheCard],
  },
  'bank-file-foreign': {
    causes: ['Somebody who pretends to be the bank made the file', 'The number on paper was misread or mistyped', 'The bank signs with another key now'],
    steps: ['If the bank confirms that its key is another one, remove the bank here first, then add the new file.', callTheCard],
  },
  'bank-file-newer': {
    causes: ['This version of Kaitsu is old'],
    steps: ['If it cannot be updated, ask the bank whether there is a file in the earlier form.'],
  },
  'bank-file-unsigned': {
    causes: ['Somebody at the bank handed out a file that was meant for a trial', 'Somebody else than the bank made the file'],
    steps: ['An unsigned file can be used only where your IT staff prescribes it by the policy.', callTheCard],
  },
  'bank-file-older': {
    causes: ['A file that you received earlier was chosen', 'The bank made the file again without a higher version'],
    steps: ['If the file ought to be the newest one, please tell the bank.'],
  },
  'prescribed-by-policy': {
    causes: ['Your company decides which bank and which functions are used', 'The policy is wrong somewhere, and restricts for safety'],
    steps: ['IT staff can look for what is wrong with the command “policy check”.'],
  },
};

/** How each can be met, beside the practice. */
export const enBankFileSteps: Readonly<Record<BankFileCode, string>> = {
  'bank-file-damaged': 'Change one letter of a bank file and try to add it with the command “bank add”.',
  'bank-file-expired': 'Try to add a bank file whose time is over, with the command “bank add”.',
  'bank-file-foreign': 'Give the command “bank add” another number than the one on paper.',
  'bank-file-newer': 'Try to add a bank file of a newer form, with the command “bank add”.',
  'bank-file-unsigned': 'Try to add a bank profile (JSON) with the command “bank add”.',
  'bank-file-older': 'Try to add an earlier version of a bank that you added, with the command “bank add”.',
  'prescribed-by-policy': 'Use the command “bank add” on a PC for which the policy prescribes a bank.',
};
