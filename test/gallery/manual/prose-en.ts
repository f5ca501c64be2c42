import type { ProseOf } from './prose.ts';

export const proseEn: ProseOf = (t, f) => ({
  title: 'When your PIN is locked',
  subtitle: 'From the release request to the logon with your certificate',
  forWhom: 'For administrators of corporate internet banking (法人インターネットバンキング)',
  contents: 'Contents',
  version: (version) => `Kaitsu (開通), version ${version}`,
  chapters: {
    ready: {
      title: 'What to have at hand',
      lead: 'Please gather these things before you begin. With all of them at hand, the way from the activation to the logon takes about fifteen minutes.',
    },
    release: {
      title: '1  The request, and the branch’s call',
      lead: `After ${f.attempts} wrong PINs in a row, the service stops for the whole company. Only the bank can lift the lock. The first thing to do is to hand in the release request at your branch.`,
    },
    activation: {
      title: '2  Activation by the administrator',
      lead: 'Once the branch has called to say that the lock is lifted, do the activation (開通確認) on the administrator’s PC. Follow the screens in this order.',
    },
    users: {
      title: '3  When a user’s PIN is not known',
      lead: 'If a user has forgotten a PIN or is locked, the logged-on administrator sets new PINs. No paper request is needed.',
    },
    certificate: {
      title: 'Looking after your certificate',
      lead: 'The certificate (電子証明書) is like an identity card for this PC: it shows the bank that the PC belongs to your company.',
    },
    trouble: {
      title: 'When something goes wrong',
      lead: `Look for the last three digits of the “${t.shell.screenCode}” at the bottom of the screen. When you call the bank, read out the whole screen code.`,
    },
    glossary: {
      title: 'The bank’s words',
      lead: 'On the phone, the bank uses the Japanese words. This is what they mean, and how Kaitsu translates them.',
    },
    codes: { title: 'Screen numbers', lead: 'The first two figures of a screen code say which screen you are on.' },
  },
  readyNotes: [
    `Please do not write PINs into this booklet or on the customer card. Nobody at ${f.bank} will ever ask you for a PIN.`,
    `If nothing is done for ${f.minutes} minutes, the bank closes the procedure for your safety. You can then begin again with the contractor ID.`,
  ],
  screens: {
    locked: {
      does: [`Press “${t.releaseRequest.open}” to fill in the request on the screen.`, `After you have handed it in, press “${t.screens.locked.action}”.`],
      after: 'The screen that waits for the branch’s call appears.',
    },
    releaseRequest: {
      does: [
        'Fill in what is asked for. Your entries appear in the preview as you type.',
        `Press “${t.releaseRequest.print}” or “${t.releaseRequest.savePdf}”.`,
        'Put your registered seal (届出印) on the printed form and hand it in at your branch.',
      ],
      after: 'Your entries stay on this PC, so you will not have to type them again.',
      note: t.releaseRequest.noPins,
    },
    awaitingRelease: {
      does: [
        'While you wait, gather what you need and tick it off.',
        'You can put a reminder into your calendar so that the call is not forgotten.',
        `When the branch has called, press “${t.screens.awaitingRelease.action}”.`,
      ],
      after: 'The logon screen appears. If you go on before the call, the bank will not accept it.',
    },
    preflight: {
      does: [
        'Before the activation, Kaitsu checks the clock, the network, the place for certificates and more by itself.',
        `Press “${t.preflight.details}” to see the results one by one.`,
      ],
      after: 'Where something should be put right, you are told how. This is to save you from losing an attempt.',
    },
    logonMenu: { does: [`Click “${t.screens.logonMenu.choice}”.`], after: 'The administrator’s screen appears.' },
    activationMenu: {
      does: [`Click “${t.screens.activationMenu.action}” under “${t.screens.activationMenu.group}”.`],
      after: 'The screen for the contractor ID appears.',
      note: `If you already have a certificate, choose “${t.screens.activationMenu.logon}” instead.`,
    },
    identification: {
      does: ['Fill in both fields, looking at the customer card and your copy of the application form.', `Click “${t.screens.identification.action}”.`],
      after: 'When the bank has confirmed them, the screen for your new PINs appears.',
      note: `After ${f.attempts} wrong entries in a row the contract is locked again. The screen tells you how many are left.`,
    },
    newPins: {
      does: ['Fill in ① to ⑥ in this order.', 'Type each new PIN a second time by hand; it cannot be pasted.', `Then click “${t.screens.newPins.action}”.`],
      after: 'When the bank has registered them, the screen for the one-time password appears.',
      note: `${t.input.caseMatters} Choose your PINs where nobody can watch.`,
    },
    oneTimePassword: {
      does: ['Enter the number that stands on your customer card where the drawing is marked.', `Click “${t.screens.oneTimePassword.action}”.`],
      after: 'The activation is done.',
    },
    certificateRequired: {
      does: ['This message appears.', `Press “${t.screens.certificateRequired.action}”.`],
      after: `The certificate is now fetched. Please do this within ${f.retrievalDays} days of the activation.`,
    },
    retrieval: {
      does: ['Please wait. There is nothing for you to enter.'],
      after: 'After seven stages the next screen appears. If it stops on the way, it can go on from where it was.',
    },
    certificateReady: {
      does: ['Enter the new contract PIN (ご契約先暗証番号) that you have just set.', `Click “${t.screens.certificateReady.action}”.`],
      after: 'When you are logged on, everything is done.',
    },
    loggedOn: {
      does: ['Make a note of the day on which the certificate expires.', 'If users need new PINs as well, go on from here to chapter 3.'],
      after: 'You can close Kaitsu; the certificate stays on this PC.',
    },
    renewal: {
      does: [
        `From ${f.renewalDays} days before the expiry, the screen of the logon and the one behind it offer “${t.validity.renew}”. Press it.`,
        'The stages are those of the first certificate. There is nothing for you to enter.',
      ],
      after: 'When it is done, you log on with the new certificate. It takes the place of the old one.',
      note: 'If you cancel on the way, your present certificate can be used as before.',
    },
    usersMenu: { does: [`Click “${t.users.registerOrChange.title}”.`], after: 'The screen for registering and changing users appears.' },
    usersRegisterOrChange: { does: [`Click “${t.users.selection.title}”.`], after: 'The list of users appears.' },
    userSelection: {
      does: [`Click “${t.users.selection.change}” beside the user.`, 'In a long list, search by user ID or name.'],
      after: `Users who are locked are marked “${t.users.selection.statuses.locked}”. Above the list you see who is still to do.`,
    },
    userChange: {
      does: [
        `Type new PINs over “${t.fields.userLogonPin.label}” and “${t.fields.userConfirmationPin.label}”.`,
        `Enter your own “${t.fields.confirmationPin.label}” and click “${t.users.change.action}”.`,
      ],
      after: 'The user’s lock is lifted, and you can go on to the next user.',
      note: t.users.selection.tell,
    },
    userData: {
      does: [`Press “${t.users.change.toData}” to change the name or to suspend the user.`],
      after: 'A suspended user cannot log on until you lift the suspension.',
    },
    userRegister: {
      does: [`Register a new user by “${t.users.registerOrChange.register}”.`, 'The user ID cannot be changed later.'],
      after: `Up to ${f.userLimit} users can be registered.`,
    },
  },
  care: [
    {
      title: 'Expiry and renewal',
      text: `The certificate is valid for ${f.validityDays} days. It can be renewed from ${f.renewalDays} days before it expires. Note the day and renew in good time.`,
    },
    {
      title: 'If it has expired',
      text: `${f.graceDays === 0 ? 'An expired certificate cannot be renewed.' : `It can still be renewed within ${f.graceDays} days after it expired.`} ${f.afterGrace === 'paperForm' ? 'Later than that, a form for reissue has to be handed in at your branch.' : 'Later than that, the bank has to revoke it first.'}`,
    },
    {
      title: 'Before you change the PC',
      text: 'Only the PC on which the certificate was fetched, and the person who was signed in there, can use it. Talk to the bank before a PC is replaced or reset.',
    },
    { title: 'After a new Windows password', text: 'The key may not work for a while. Restart the PC and log on again.' },
    {
      title: 'When old certificates pile up',
      text: `They are easily chosen by mistake. “${t.problem.tidyUp}” keeps only the newest one, and it can be undone.`,
    },
    { title: 'Loss or theft', text: `If the PC or the customer card is lost, call ${f.bank} at once: ${f.phone}.` },
  ],
  words: {
    does: 'What to do',
    after: 'What happens then',
    fields: 'What to enter',
    entry: 'Field',
    rule: 'Rule',
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
  },
});
