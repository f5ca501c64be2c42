import type { Catalogue } from '../ja/catalogue.ts';
import { plural } from '../plural.ts';
import { enAdvice } from './advice.ts';
import { enBundle } from './bundle.ts';
import { enHandOver } from './hand-over.ts';
import { enKeyboard } from './keyboard.ts';
import { enPlaces } from './places.ts';
import { enScenarios, enSituations } from './practice.ts';
import { enPreflight } from './preflight.ts';
import { enProblems } from './problems.ts';
import { enRecord } from './record.ts';
import { enRecovery } from './recovery.ts';
import { enReleaseRequest } from './release-request.ts';
import { enValidity } from './renewal.ts';
import { enReview } from './review.ts';
import { enScreenCode } from './screen-code.ts';
import { enScreens } from './screens.ts';
import { enSettings } from './settings.ts';
import { enStop } from './stop.ts';
import { enUsers } from './users.ts';

const fields: Catalogue['fields'] = {
  contractorId: { label: 'Contractor ID (契約者ID・利用者番号)', explanation: 'The 11 digits on the customer card' },
  registrationPin: { label: 'Registration PIN (ご契約先登録用暗証番号)', explanation: 'The 4 digits on the application form' },
  logonPin: { label: 'Logon PIN (ご契約先暗証番号)', explanation: 'The administrator logs on with this PIN.' },
  logonPinReentry: { label: 'Logon PIN again (ご契約先暗証番号再入力)', explanation: 'Enter the logon PIN once more.' },
  confirmationPin: { label: 'Confirmation PIN (ご契約先確認暗証番号)', explanation: 'The administrator confirms transactions with this PIN.' },
  confirmationPinReentry: { label: 'Confirmation PIN again (ご契約先確認暗証番号再入力)', explanation: 'Enter the confirmation PIN once more.' },
  email: { label: 'E-mail address (ご契約先Eメールアドレス)', explanation: 'Leave this empty if it is not changing.' },
  userId: { label: 'User ID (利用者ID)', explanation: 'The user logs on with this ID.' },
  userName: { label: 'User name (利用者名)', explanation: 'Up to 40 characters' },
  userLogonPin: { label: 'User logon PIN (利用者暗証番号)', explanation: 'The user logs on with this PIN.' },
  userLogonPinReentry: { label: 'User logon PIN again (利用者暗証番号再入力)', explanation: 'Enter the same PIN once more.' },
  userConfirmationPin: { label: 'User confirmation PIN (利用者確認暗証番号)', explanation: 'The user confirms transactions with this PIN.' },
  userConfirmationPinReentry: { label: 'User confirmation PIN again (利用者確認暗証番号再入力)', explanation: 'Enter the same PIN once more.' },
  oneTimePassword: { label: 'One-time password (ご契約先ワンタイムパスワード)', explanation: 'As printed on the customer card' },
};

const errors: Catalogue['input']['errors'] = {
  empty: () => 'Please fill this in.',
  blank: () => 'There is a space in it. Please take it out.',
  control: () => 'There is a tab, a line break or a similar character in it. Please take it out and type it again.',
  invisible: () => 'There is a character in it that cannot be seen. Please type it by hand instead of pasting it.',
  combining: () => 'There is an accent or another mark on a letter. Please type it without.',
  japanese: () => 'Kana and kanji cannot be used here. Please turn the Japanese input off and type in half width.',
  otherScript: () => 'There is a character that is not a half-width letter, digit or sign. Please type it again.',
  fullWidth: () => 'There are full-width characters here. Please use half-width ones.',
  notDigits: () => 'Please use half-width (ordinary, not Japanese full-width) digits only.',
  wrongLength: ({ length }) => `Please enter ${length} digits.`,
  tooShort: ({ min }) => `This is too short. Please use at least ${min} characters.`,
  tooLong: ({ max }) => `This is too long. Please use at most ${max} characters.`,
  symbolNotAllowed: ({ symbols }) =>
    `Some characters cannot be used. Please use half-width ${symbols === '' ? 'letters and digits' : `letters, digits and ${symbols}`} only.`,
  needsLetterAndDigit: () => 'Please use both letters and digits.',
  notEqual: ({ first }) => `This does not match “${first}”. Please enter it again.`,
  notAnEmail: () => 'Please enter an e-mail address, such as name@example.co.jp.',
};

const stops: Catalogue['rail']['stops'] = {
  release: 'Hand in the request',
  releaseCall: 'The branch calls',
  logonMenus: 'Administrator logon',
  identification: 'Contractor ID',
  newPins: 'New PINs',
  oneTimePassword: 'One-time password',
  certificate: 'Certificate',
  logon: 'Logon',
};

export const en: Catalogue = {
  shell: {
    practice: 'Practice (練習用)',
    practiceLine: 'This is not a real bank.',
    practiceMore: 'A practice bank is running on this PC.',
    support: 'Enquiries',
    appearance: 'Language, look (言語)',
    textSize: 'Text size',
    textSizes: { standard: 'Normal', large: 'Large', largest: 'Largest' },
    language: 'Language',
    languageNames: { ja: '日本語', en: 'English', ko: '한국어' },
    theme: 'Appearance',
    themeNames: { system: 'Auto', light: 'Light', dark: 'Dark' },
    screenCode: 'Screen code',
    skip: 'Skip to main content',
  },
  session: {
    name: 'Logged on',
    until: (time: string) => `until ${time}`,
    logOff: 'Log off (ログオフ)',
    loggingOff: 'Logging off',
    title: 'Log off?',
    activationText:
      'The activation ends here. This does not count as a wrong entry. To go on, you begin again with the contractor ID and the registration PIN, and enter the new PINs once more.',
    entryText: 'What you are entering is not sent to the bank and is lost.',
  },
  help: { open: 'About this screen', name: 'About the screens', here: '(this screen)' },
  rail: {
    name: 'Steps of the procedure',
    stops,
    releaseGroup: 'Releasing the lock',
    activationGroup: 'Activation',
    certificateGroup: 'Certificate and logon',
    certificateFirstGroup: 'Certificate',
    activationLastGroup: 'Activation and logon',
    done: 'done',
    here: 'you are here',
    position: (number, count) => `Step ${number} of ${count}`,
  },
  common: {
    back: 'Back',
    backToStart: 'Back to the start',
    startOver: 'Start over',
    startOverTitle: 'Start over?',
    startOverText:
      'Anything unfinished at the bank will be closed. If you have handed in the request and nothing was locked since, no new one is needed. The certificate on this PC stays; one still to be fetched can be fetched from the start too.',
    startOverConfirm: 'Start over',
    cancel: 'Carry on as it is',
    close: 'Close',
    sending: 'Sending to the bank',
    sessionEnds: (time) =>
      `Time is nearly up. Please finish by ${time}. After that you will have to start again with the contractor ID. The time cannot be extended.`,
    sessionEndsUnlessStaying: (time) =>
      `Nothing has been sent to the bank for a while, so you will be logged off at ${time}. Press “Stay logged on” to carry on.`,
    stay: 'Stay logged on',
    sessionUntil: (time) => `Please finish by ${time}. After that you will have to start again with the contractor ID.`,
  },
  fields,
  registeredPin: {
    label: 'Registered PIN (登録されているご契約先暗証番号)',
    explanation: 'The 4-digit registration PIN (ご契約先登録用暗証番号) on the application form.',
  },
  input: {
    errors,
    errorCount: (count) => plural('en', count, { one: 'One entry needs your attention.', other: `${count} entries need your attention.` }),
    refused: 'The bank did not accept this. Please check it and enter it again.',
    capsLock: 'Caps Lock is on. You are typing capital letters.',
    show: 'Show',
    hide: 'Hide',
    showField: (label) => `Show ${label}`,
    pasteRefused: 'Pasting is not possible here. Please type it again, so that any typing mistake is noticed.',
    optional: 'optional',
    idleCleared: 'Nothing was done for 10 minutes, so the PINs you were entering have been cleared. Please enter them again.',
    sentCleared: 'For your safety, PINs are cleared from the screen once they have been sent.',
    lostForm: (phone, limit) => `If you cannot find your copy, do not guess: call the bank (${phone}). ${limit} wrong entries lock the contract.`,
    required: 'required',
    rules: 'Rules for the PIN',
    ruleLength: (min, max) => `${min} to ${max} characters`,
    ruleMixed: 'Both letters and digits',
    ruleHalfWidth: (symbols) => (symbols === '' ? 'Half-width (ordinary) characters only' : `Half-width (ordinary) letters, digits and ${symbols} only`),
    ruleMet: 'met',
    ruleUnmet: 'not yet',
    /** Both sentences at once: that case matters, and that what was sent is cleared. */
    aboutPins: 'Upper and lower case matter. For your safety, PINs are cleared from the screen once they have been sent.',
  },
  problem: {
    attemptsLeft: (count) =>
      plural('en', count, { one: 'One more wrong entry will lock the contract.', other: `${count} more wrong entries will lock the contract.` }),
    lockMeans: 'A lock stops the service for the whole company, and a new release request is needed. Take your time.',
    retryAt: (when) => `Please try again after ${when}.`,
    bankSays: (words) => `The bank says: “${words}”`,
    checkFound: 'Finding (for your IT staff)',
    reference: 'Reference',
    codes: enProblems,
    advice: enAdvice,
    severities: { information: 'For your information', warning: 'Please check', error: 'Error', blocking: 'You cannot go on from here' },
    causes: 'Likely causes',
    more: 'What else you can try',
    askStaff: 'Please ask your IT staff. If you have none, call the bank.',
    tidyUp: 'Tidy up',
    undoTidyUp: 'Undo',
    backToRelease: 'Begin again with the release request',
    dismiss: 'Close this notice',
  },
  proxy: {
    open: 'Sign in to the proxy',
    title: 'Sign in to the proxy',
    explanation:
      'Enter the user name and password of your company’s proxy. Do not enter any of the bank’s PINs. They are kept in this PC’s password store and sent to this proxy only.',
    name: 'User name',
    password: 'Password',
    close: 'Close without entering',
    bothNeeded: 'Please enter both the user name and the password.',
    save: 'Save',
  },
  card: {
    title: 'Customer card (お客様カード)',
    contractorId: 'Contractor ID (契約者ID)',
    oneTimePassword: 'One-time password (ワンタイムパスワード)',
    drawing: (place) => `Drawing of the customer card. Marked: ${place}.`,
  },
  certificate: {
    facts: 'Certificate details (電子証明書の内容)',
    subject: 'Issued to (名義)',
    issuer: 'Issuer',
    serial: 'Serial number (シリアル番号)',
    notAfter: 'Expires (有効期限)',
    store: 'Installed in',
    stores: { nss: 'Browser certificates (Chrome, Chromium)', windows: 'Windows certificate store', macos: 'macOS keychain' },
  },
  practice: {
    open: 'Practice panel (練習用)',
    title: 'Practice panel (練習用)',
    heading: 'Papers and branch',
    lead: 'The papers of an imaginary company, for practice. They are not real.',
    card: 'Customer card (お客様カード)',
    cardGrid: 'One-time passwords (ワンタイムパスワード)',
    contractorId: 'Contractor ID (契約者ID)',
    row: (number) => `Row ${number}`,
    column: (number) => `Column ${number}`,
    form: 'Copy of the application form (申込書)',
    organization: 'Company (ご契約先)',
    representative: 'Administrator (管理者)',
    registrationPin: 'Registration PIN (ご契約先登録用暗証番号)',
    branch: 'Play the branch (営業店)',
    status: 'State of the contract',
    statuses: { locked: 'Locked', released: 'Released (waiting for activation)', active: 'In use' },
    release: 'Release the lock',
    lockAgain: 'Lock it again',
    loading: 'Getting the papers ready',
    scenarios: enScenarios,
    situations: enSituations,
  },
  screens: enScreens,
  users: enUsers,
  validity: enValidity,
  releaseRequest: enReleaseRequest,
  record: enRecord,
  bundle: enBundle,
  handOver: enHandOver,
  recovery: enRecovery,
  places: enPlaces,
  preflight: enPreflight,
  settings: enSettings,
  screenCode: enScreenCode,
  stop: enStop,
  review: enReview,
  keyboard: enKeyboard,
};
