import type { Catalogue } from '../text/ja/catalogue.ts';
import { type ManualFacts, type ManualProse, type ProseOf, type SomeScreens, wayInOrder } from './prose.ts';

const chapters = (t: Catalogue, f: ManualFacts): ManualProse['chapters'] => ({
  overview: {
    title: 'The whole way',
    lead: 'This is the way from the locked PIN back to the logon. With everything at hand, it takes about 15 minutes from the activation to the logon.',
  },
  release: {
    title: '1  The release request, and the branch’s call',
    lead: `After ${f.attempts} wrong PIN entries the PIN is locked, and the service stops for the whole company. Only the bank can release the lock. The first thing to do is to hand in the release request (依頼書) at your branch (営業店).`,
  },
  activation: {
    title: '2  Activation by the administrator',
    lead: 'Once the branch has called to say that the lock is released (ロック解除), do the activation (開通確認) on the administrator’s PC (管理者用パソコン). Follow the screens in this order.',
  },
  users: {
    title: '3  When a user’s PIN is not known',
    lead: 'If a user’s (利用者) PIN is not known or is locked, the administrator logs on and sets new PINs. No release request is needed.',
  },
  certificate: {
    title: 'Looking after your certificate',
    lead: 'The certificate (電子証明書) is a kind of identity card that shows the bank that the PC is your company’s.',
  },
  trouble: {
    title: 'When something goes wrong',
    lead: `Look for the last three digits of the “${t.shell.screenCode}” (画面コード) at the bottom left of the screen. When you call the bank, read out the whole screen code.`,
  },
  glossary: {
    title: 'The bank’s words',
    lead: 'On the phone, the bank uses the Japanese words. This is what they mean, and how Kaitsu translates them.',
  },
  codes: { title: 'Screen numbers', lead: 'The first two numbers of a screen code say which screen you are on.' },
  back: { title: 'What is done', lead: 'Tick off what is done. Please write no PIN here.' },
});

const way: ManualProse['way'] = [
  { what: 'Make the release request (依頼書) and put the registered seal on it', who: 'Administrator', where: 'Your company', time: '10 min' },
  { what: 'Hand in the release request', who: 'Administrator', where: 'Your branch (営業店)', time: '—' },
  { what: 'Release the lock and call you', who: 'The branch', where: '—', time: 'As the bank tells you' },
  { what: 'Enter the contractor ID and the registration PIN', who: 'Administrator', where: 'Administrator’s PC', time: '2 min' },
  { what: 'Choose and enter the new PINs', who: 'Administrator', where: 'Administrator’s PC', time: '5 min' },
  { what: 'Enter the one-time password', who: 'Administrator', where: 'Administrator’s PC', time: '1 min' },
  { what: 'Retrieve the certificate (by itself)', who: 'Kaitsu', where: 'Administrator’s PC', time: '1–2 min' },
  { what: 'Log on', who: 'Administrator', where: 'Administrator’s PC', time: '1 min' },
  { what: 'Set new PINs for users, where needed', who: 'Administrator', where: 'Administrator’s PC', time: '2 min a user' },
];

const readyNotes = (f: ManualFacts): ManualProse['readyNotes'] => [
  `Please do not write PINs in this booklet or on the customer card. Nobody at ${f.bank} will ever ask you for a PIN.`,
  `From entering the contractor ID to entering the one-time password you have ${f.minutes} minutes. After that the bank ends the procedure for your safety, and you can start again with the contractor ID.`,
];

const checklist: ManualProse['checklist'] = [
  'The release request is made and sealed.',
  'It is handed in at the branch.',
  'The branch has called: the lock is released.',
  'The new PINs are set.',
  'The certificate is on the PC, and I have noted when it expires.',
  'I could log on.',
  'Users who were locked have new PINs and know them.',
  'The customer card and the copy of the application form are back in their place.',
];

const releaseScreens = (t: Catalogue) =>
  ({
    places: {
      does: [
        `Press “${t.places.open.label}” and choose the file that you have from the bank (.kaitsu-bank). Banks that were added stand on this screen.`,
        `To try everything first, press “${t.places.practise.label}”.`,
      ],
      after: 'The start of the contract that you chose appears. What is kept of each contract never meets.',
    },
    bankFile: {
      does: [
        'Look at the bank, where it connects to and who signed, and have the bank’s paper at hand.',
        `Enter the number from the paper as “${t.places.file.entry}”. Do not copy it from the window.`,
        `Press “${t.places.file.take}”.`,
      ],
      after: 'If the numbers are the same, the bank is added. If not, it is not: call the bank by the number on your customer card.',
    },
    start: {
      does: [`Choose what fits. If the PIN is locked, press “${t.screens.start.choices.lockedOut.label}”.`],
      after: 'The screen for what you chose appears. Once there is a certificate, the start says how long it is good for, and leads to the logon.',
    },
    newPc: {
      does: [
        'See whether you are signed in to this PC as somebody else than usual, and whether the old PC still works.',
        'If neither helps, ask the bank for a new certificate (再発行) as the screen says.',
        `When the branch has called, go back to the start and press “${t.screens.start.choices.called.label}”.`,
      ],
      after: 'Once the bank has seen to it, the certificate is retrieved on this PC after the activation.',
    },
    locked: {
      does: [`Press “${t.releaseRequest.open}” to fill in the request on the screen.`, `After you have handed it in, press “${t.screens.locked.action}”.`],
      after: 'The screen for waiting for the branch’s call appears.',
    },
    releaseRequest: {
      does: [
        'Fill in what is asked for. Your entries appear in the preview as you type.',
        `Press “${t.releaseRequest.print}” or “${t.releaseRequest.savePdf}”.`,
        'Put your registered seal (届出印) on the printed form and hand it in at your branch (お取引店).',
      ],
      after: 'Your entries stay on this PC, so you will not have to type them again.',
      note: t.releaseRequest.noPins,
    },
    awaitingRelease: {
      does: [
        'While you wait, gather what you need and tick it off.',
        'You can put a reminder in your calendar to check for the call.',
        `When the branch has called, press “${t.screens.awaitingRelease.action}”.`,
      ],
      after: 'The logon screen appears. The bank will not accept an activation before that call.',
    },
  }) satisfies SomeScreens;

const activationScreens = (t: Catalogue, f: ManualFacts) =>
  ({
    preflight: {
      does: [
        'Before the activation, Kaitsu checks the clock, the network, the certificate store and more by itself.',
        `Press “${t.preflight.details}” to see the results one by one.`,
      ],
      after: 'If something should be put right, you are told how. This is so that no PIN entry is wasted.',
    },
    logonMenu: { does: [`Click “${t.screens.logonMenu.choice}”.`], after: 'The administrator’s screen appears.' },
    activationMenu: {
      does: [`Click “${t.screens.activationMenu.action}” under “${t.screens.activationMenu.group}”.`],
      after: 'The screen for the contractor ID appears.',
      note: `If you have already retrieved the certificate, choose “${t.screens.activationMenu.logon}” instead.`,
    },
    identification: {
      does: ['Fill in both fields, looking at the customer card and your copy of the application form.', `Click “${t.screens.identification.action}”.`],
      after: f.certificateFirst
        ? 'When the bank has confirmed them, the screen for the one-time password appears; after the certificate, the screen for your new PINs.'
        : 'When the bank has confirmed them, the screen for your new PINs appears.',
      note: `After ${f.attempts} wrong entries the contract is locked again. The screen tells you how many more would lock it.`,
    },
    newPins: {
      does: ['Fill in ① to ⑥ in this order.', 'Type each new PIN a second time by hand; it cannot be pasted.', `Then click “${t.screens.newPins.action}”.`],
      after: f.certificateFirst
        ? 'When the bank has registered them, the activation is done, and the screen of the logon appears.'
        : 'When the bank has registered them, the screen for the one-time password appears.',
      note: `Upper and lower case matter. Enter your PINs where nobody can watch.`,
    },
    oneTimePassword: {
      does: ['Enter the number on your customer card in the place that is marked on the drawing.', `Click “${t.screens.oneTimePassword.action}”.`],
      after: f.certificateFirst ? 'The certificate can be retrieved.' : 'The activation is done.',
    },
    certificateRequired: {
      does: ['This message appears.', `Press “${t.screens.certificateRequired.action}”.`],
      after: `The retrieval of the certificate begins. Please do this within ${f.retrievalDays} days of the ${f.certificateFirst ? 'one-time password' : 'activation'}.`,
    },
    retrieval: {
      does: ['Please wait. There is nothing for you to enter.'],
      after: `After seven stages the next screen appears. If it stops on the way, it can carry on from where it stopped.${f.certificateFirst ? ' The activation follows: enter the contractor ID and the registration PIN once more.' : ''}`,
    },
    certificateReady: {
      does: ['Enter the new logon PIN (ご契約先暗証番号) that you have just set.', `Click “${t.screens.certificateReady.action}”.`],
      after: 'Once you are logged on, everything is done.',
    },
    loggedOn: {
      does: [
        `Click “${t.screens.loggedOn.calendar}”, so that your calendar reminds you of the renewal.`,
        `Click “${t.record.saveRecord}” and keep the record in your company’s files. It contains no PIN.`,
        'To set new PINs for users, go on from this screen to chapter 3.',
      ],
      after: 'You can close Kaitsu; the certificate stays on this PC.',
    },
  }) satisfies SomeScreens;

const certificateScreens = (t: Catalogue, f: ManualFacts) =>
  ({
    renewal: {
      does: [
        `From ${f.renewalDays} days before the expiry, the screen of the logon and the one behind it offer “${t.validity.renew}”. Press it.`,
        'The stages are those of the first certificate. There is nothing for you to enter.',
      ],
      after: 'When it is done, you log on with the new certificate. It takes the place of the old one.',
      note: 'If you cancel on the way, your present certificate can be used as before.',
    },
  }) satisfies SomeScreens;

const usersScreens = (t: Catalogue, f: ManualFacts) =>
  ({
    usersMenu: { does: [`Click “${t.users.registerOrChange.title}”.`], after: 'The screen for registering and changing users appears.' },
    usersRegisterOrChange: { does: [`Click “${t.users.selection.title}”.`], after: 'The list of users appears.' },
    userSelection: {
      does: [`Click “${t.users.selection.change}” beside the user.`, 'In a long list, search by user ID or name.'],
      after: `Users who are locked are marked “${t.users.selection.statuses.locked}”. Above the list you see the IDs of those who were locked, and which of them are done.`,
    },
    userChange: {
      does: [
        `Type new PINs over “${t.fields.userLogonPin.label}” and “${t.fields.userConfirmationPin.label}”.`,
        `Enter your own “${t.fields.confirmationPin.label}” and click “${t.users.change.action}”.`,
      ],
      after: 'The change is registered. If the user was locked, the lock is released, and you can go on to the next user.',
      note: t.users.selection.tell,
    },
    userData: {
      does: [`Press “${t.users.change.toData}” to change the user’s name or to suspend the user.`],
      after: 'A suspended user cannot log on until you lift the suspension.',
    },
    userRegister: {
      does: [`Click “${t.users.registerOrChange.register}” and register the new user.`, 'The user ID cannot be changed later.'],
      after: `Up to ${f.userLimit} users can be registered.`,
    },
  }) satisfies SomeScreens;

const care = (t: Catalogue, f: ManualFacts): ManualProse['care'] => [
  {
    title: 'Expiry and renewal',
    text: `The certificate is valid for ${f.validityDays} days. It can be renewed (更新) from ${f.renewalDays} days before it expires.${f.renewalClosesAt === null ? '' : ` On the last day for a renewal the bank takes it until ${f.renewalClosesAt} (Japan time).`} Note the day, and renew it in good time as the bank tells you.`,
  },
  {
    title: 'If it has expired',
    text: `${f.graceDays === 0 ? 'An expired certificate cannot be renewed.' : `It can still be renewed for ${f.graceDays} days after it has expired.`} ${f.afterGrace === 'paperForm' ? 'If it can no longer be renewed, the form for a new certificate (再発行) has to be handed in at your branch.' : 'If it can no longer be renewed, the bank has to revoke it (失効) first.'}`,
  },
  {
    title: 'Before you change the PC',
    text: 'A certificate works only on the PC on which it was retrieved, and under the PC user name that retrieved it. Talk to the bank before a PC is replaced or reset.',
  },
  { title: 'After changing the PC’s password', text: 'The certificate may not work for a while. Restart the PC and log on again.' },
  {
    title: 'When old certificates are still on the PC',
    text: `It is easy to choose the wrong one. “${t.problem.tidyUp}” keeps only the newest. You can undo this until you close Kaitsu.`,
  },
  { title: 'Loss or theft', text: `If the PC or the customer card is lost, call ${f.bank} at once: ${f.phone}.` },
];

const words: ManualProse['words'] = {
  does: 'What to do',
  after: 'What happens then',
  fields: 'What to enter',
  message: 'The message',
  number: 'Number',
  next: 'What to do first',
  call: 'Whom to call',
  screen: 'Screen',
  page: 'Page',
  japanese: 'The bank says',
  translation: 'It means',
  problems: 'Numbers of problems',
  noCall: 'No call is needed.',
  callBank: 'Call the bank; the number is on the back cover.',
  what: 'What',
  who: 'Who',
  where: 'Where',
  time: 'About how long',
};

export const proseEn: ProseOf = (t, f) => ({
  title: 'When your PIN is locked (暗証番号ロック)',
  subtitle: 'From the release request to the logon with your certificate',
  forWhom: 'For administrators of corporate internet banking (法人インターネットバンキング)',
  contents: 'Contents',
  version: (version) => `Kaitsu (開通), version ${version}`,
  chapters: chapters(t, f),
  way: wayInOrder(way, f),
  ready: 'What to have at hand',
  checklist,
  readyNotes: readyNotes(f),
  screens: { ...releaseScreens(t), ...activationScreens(t, f), ...certificateScreens(t, f), ...usersScreens(t, f) },
  care: care(t, f),
  words,
});
