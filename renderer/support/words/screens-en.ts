import type { ScreenTells } from '../words.ts';

/** What is said on the phone, screen by screen. Labels come in the words of the customer's own screen. */
export const screensEn: ScreenTells = {
  start: {
    purpose: 'The first screen: the customer chooses what they want to do.',
    calls: ['They do not know which choice is theirs', 'They cannot find where they left off', 'A note about the certificate’s end worries them'],
    say: () => ['What would you like to do today? Are the PINs locked, has the branch called, or is it a new PC?'],
    act: (t) => `If the PINs are locked, please press “${t.screens.start.choices.lockedOut.label}”. You can come back and choose again.`,
  },
  'new-pc': {
    purpose: 'Tells somebody with a new PC how to have the certificate issued again.',
    calls: ['They want to move the certificate from the old PC', 'They are signed in under another user name', 'The old PC is broken'],
    say: () => [
      'Does the old PC still work? If it does, you can log on from there.',
      'A certificate cannot be moved to another PC. If the old one is gone, I will explain how it is issued again.',
    ],
    act: (t) => `When the branch has called, please press “${t.screens.start.choices.called.label}” on the first screen.`,
  },
  locked: {
    purpose: 'The PINs are locked; the screen explains the release request.',
    calls: [
      'They want it unlocked at once, because of a payment',
      'They do not know how to fill in the form or where to take it',
      'They ask who made the mistakes',
    ],
    say: () => [
      'The lock is lifted after the branch has received the release request. It cannot be done by phone.',
      'Please have the registered seal and the account number at hand. You need the customer card and the copy of the application form later.',
    ],
    act: (t) => `Please press “${t.releaseRequest.open}” to make the form. Once it is handed in, press “${t.screens.locked.action}”.`,
  },
  'release-request': {
    purpose: 'The customer fills in the form for the branch.',
    calls: ['They do not know which fields to fill in', 'It does not print', 'They ask where the seal goes'],
    say: () => ['Please never write a PIN on the form.', 'Put the registered seal on the printed page and hand it in at your branch.'],
    act: (t) => `When it is filled in, please press “${t.releaseRequest.print}”, or “${t.releaseRequest.savePdf}” if there is no printer.`,
  },
  'awaiting-release': {
    purpose: 'The customer waits for the branch’s call.',
    calls: ['They ask when the lock will be lifted', 'The branch has not called', 'They went on before the call'],
    say: () => ['When did you hand in the form, and at which branch? I will ask how it stands.', 'You can close Kaitsu while you wait.'],
    act: (t) => `When the branch has called, please press “${t.screens.awaitingRelease.action}”.`,
  },
  'logon-menu': {
    purpose: 'The first menu of the administrator’s procedure. This PC is checked here, too.',
    calls: ['They do not know what to press', 'The check of the PC shows a warning'],
    say: (t) => [`Does “${t.preflight.title}” show a warning? If it does, let us see to that first.`],
    act: (t) => `Please press “${t.screens.logonMenu.choice}”.`,
  },
  'activation-menu': {
    purpose: 'The second menu, of the certificate method.',
    calls: ['They cannot tell the activation from the logon'],
    say: (t) => [
      `If the branch has called and you have not chosen new PINs yet, it is “${t.screens.activationMenu.action}”.`,
      `If you have your certificate already, it is “${t.screens.activationMenu.logon}”.`,
    ],
    act: (t) => `This time, please press “${t.screens.activationMenu.action}”.`,
  },
  identification: {
    purpose: 'The contract is identified by the contractor ID and the four digits of the application form.',
    calls: ['They do not know the four digits', 'They cannot find the copy of the application form', 'Their entries are refused again and again'],
    say: (t) => [
      `Please look at the customer card and enter its 11 digits in “${t.fields.contractorId.label}”.`,
      `“${t.fields.registrationPin.label}” is the four digits on your copy of the application form, not the PIN you log on with.`,
    ],
    act: (t) => `Press “${t.input.show}” and compare with the papers, then press “${t.screens.identification.action}”.`,
  },
  'new-pins': {
    purpose: 'The customer chooses the two PINs they will use from now on.',
    calls: ['A PIN is not accepted', 'They do not know what the two PINs are for', 'Pasting does not work'],
    say: (t) => [
      `“${t.fields.logonPin.label}” is for logging on, “${t.fields.confirmationPin.label}” is for confirming transactions. Please make them different.`,
      'Use both letters and digits, and type each one a second time by hand.',
    ],
    act: (t) => `When every rule has a green tick, please press “${t.screens.newPins.action}”.`,
  },
  'one-time-password': {
    purpose: 'A number from the customer card shows that the customer holds it.',
    calls: ['They do not know where to look on the card', 'They have been sent a new card', 'They have lost the card'],
    say: () => [
      'Please find the marked cell of the drawing on your card, following row and column with a finger.',
      'Please do not tell me any number of the card.',
    ],
    act: (t) => `Enter that number and press “${t.screens.oneTimePassword.action}”.`,
  },
  'certificate-required': {
    purpose: 'The activation is done; the certificate comes next.',
    calls: ['They thought it was over and closed the window', 'They ask about the deadline on the screen', 'They ask what a certificate is'],
    say: () => ['Only the certificate and the logon are left. There is nothing to enter; it usually takes a minute.'],
    act: (t) => `Please press “${t.screens.certificateRequired.action}”.`,
  },
  retrieval: {
    purpose: 'The certificate is being retrieved, in seven stages that run by themselves.',
    calls: ['It seems to stand still', 'They closed the window on the way', 'It says that it failed'],
    say: () => ['Please just wait. If it stops, what is done so far is kept, and it can go on from there.'],
    act: (t) => `If it has stopped, please press “${t.screens.retrieval.retry}” or “${t.screens.retrieval.proceed}”.`,
  },
  renewal: {
    purpose: 'A certificate that ends soon is being replaced by a new one.',
    calls: ['The renewal does not finish', 'It stopped, and they ask whether the old one still works', 'They are asked to log on again afterwards'],
    say: () => ['Your present certificate stays usable until the new one is here.', 'After that you log on with the new one.'],
    act: (t) => `If it has stopped, please press “${t.screens.renewal.retry}” or “${t.screens.renewal.proceed}”.`,
  },
  'certificate-ready': {
    purpose: 'The customer logs on with the certificate.',
    calls: ['They do not know which PIN to enter', 'The logon is refused', 'The certificate’s end is shown'],
    say: (t) => [`Please enter the “${t.fields.logonPin.label}” that you chose in the activation; neither the one for transactions nor the four digits.`],
    act: (t) => `Mind capital and small letters, then press “${t.screens.certificateReady.action}”.`,
  },
  'logged-on': {
    purpose: 'The logon is done, and the procedure is complete.',
    calls: ['A user still cannot log on', 'They do not know how to open internet banking', 'They ask when the next renewal is'],
    say: () => ['The procedure is complete. If users are locked, you can give them new PINs now.'],
    act: (t) => `Press “${t.screens.loggedOn.website}” for your transactions, or “${t.users.menu.title}” for users.`,
  },
  resume: {
    purpose: 'After an interruption, the program asks whether to go on where it stopped.',
    calls: ['The PC froze and was restarted', 'They fear that their entries are lost'],
    say: () => ['What was done so far is kept. PINs are not stored, so you enter them again when you are back on that screen.'],
    act: (t) => `Please press “${t.screens.resume.action}”.`,
  },
  'journal-unavailable': {
    purpose: 'The file that says where the procedure stands cannot be read at the moment.',
    calls: ['The screen came up suddenly', 'They do not know whether to begin without the record'],
    say: (t) => [
      'Nothing of your procedure is lost. Another program seems to be using the file.',
      `Please do not press “${t.screens.journalUnavailable.begin}” yet.`,
    ],
    act: (t) => `Wait a minute, then press “${t.screens.journalUnavailable.action}”.`,
  },
  places: {
    purpose: 'The contracts of this PC. A bank file is opened here, too.',
    calls: ['They cannot find the bank file', 'They do not know which contract to open', 'The bank could not be opened'],
    say: (t) => [`Is the contract you need in the list? If not, open the bank file by “${t.places.open.label}”.`],
    act: () => 'Please press the contract that you need.',
  },
  'bank-file': {
    purpose: 'The customer makes sure that a bank file is genuine, by the number on the bank’s paper.',
    calls: ['They cannot find the paper', 'The number does not match', 'They ask whether to copy the number from the screen'],
    say: () => ['Please do not copy the number from the screen; read it from the paper the bank sent. I must not tell it to you by phone.'],
    act: (t) => `Enter the paper’s number and press “${t.places.file.take}”. If it does not match, press “${t.places.file.dismiss}”.`,
  },
  'users-menu': {
    purpose: 'The menu that leads to registering and changing users.',
    calls: ['They do not know where a user is unlocked'],
    say: () => ['A user’s lock needs no form: it goes when the administrator gives that user new PINs.'],
    act: (t) => `Please press “${t.users.registerOrChange.title}”.`,
  },
  'users-register-or-change': {
    purpose: 'The choice between changing a user and registering a new one.',
    calls: ['They do not know which of the two they need'],
    say: (t) => [`For somebody who is registered already it is “${t.users.selection.title}”, for a new user “${t.users.registerOrChange.register}”.`],
    act: (t) => `Please press “${t.users.selection.title}”.`,
  },
  'user-selection': {
    purpose: 'The list in which the user to be changed is chosen.',
    calls: ['They cannot find the user', 'The list does not load', 'They ask whether anybody is still locked'],
    say: (t) => [`Those who are locked are marked “${t.users.selection.statuses.locked}”. If there are many, you can search.`],
    act: (t) => `Please press “${t.users.selection.change}” in that user’s line.`,
  },
  'user-change': {
    purpose: 'New PINs for a user, or a change of name and use.',
    calls: ['They do not know whose confirmation PIN is asked for', 'They ask for the old PIN', 'They want to suspend a user'],
    say: (t) => [
      'New PINs are typed over the old ones, which nobody knows, not even the bank.',
      `The last field, “${t.fields.confirmationPin.label}”, is your own as administrator, not the user’s.`,
    ],
    act: (t) => `Press “${t.users.change.action}”, and tell the new PINs to the user in person.`,
  },
  'user-register': {
    purpose: 'A new user is registered.',
    calls: ['They do not know the rule for user IDs', 'No more users can be registered'],
    say: () => ['A user ID cannot be changed later, so let us look at the rule together.'],
    act: (t) => `Enter your own “${t.fields.confirmationPin.label}” and press “${t.users.register.action}”.`,
  },
  waiting: {
    purpose: 'The program is starting and shows nothing yet.',
    calls: ['The screen does not change'],
    say: () => ['It is starting. If nothing changes within a minute, please close it and open it again.'],
    act: () => 'You can close it safely; the record of your procedure is kept.',
  },
  unavailable: {
    purpose: 'What the screen is made of could not be read, so nothing could be shown.',
    calls: ['An error is shown and nothing can be done'],
    say: () => ['Please close Kaitsu and open it again. If that does not help, restart the PC. The record of your procedure is kept.'],
    act: () => 'Please close it and open it again.',
  },
};
