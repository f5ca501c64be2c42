import type { FieldName } from '../../preload/contract/problem.ts';
import { beyondCodes, dataCode, stepCodes, usersScreenCode } from '../../preload/contract/screen-code.ts';
import type { UsersScreen } from '../../preload/contract/users.ts';
import type { Catalogue } from '../../renderer/text/ja/catalogue.ts';
import type { Chapter, ManualScreen } from './prose.ts';

/** What the manual shows of each screen: which scene of the gallery, under which number and heading, with which fields. */
export type Shown = {
  readonly chapter: Extract<Chapter, 'release' | 'activation' | 'users' | 'certificate'>;
  readonly scene: string;
  readonly code: string;
  readonly title: (text: Catalogue) => string;
  readonly fields?: readonly FieldName[];
  /** Where the numbers of the steps stand in the picture: number of the step, and the element's selector. */
  readonly marks?: (text: Catalogue) => readonly (readonly [step: number, selector: string])[];
  /** How much of a page it takes: half of one, a long card beside its words, or a wide card above them. */
  readonly room?: 'half' | 'tall' | 'wide';
  /** The window's width in CSS pixels, where the usual one would not show what the text speaks of. */
  readonly width?: number;
};

const button = (label: string) => `.sheet button:has-text(${JSON.stringify(label)})`;
const startChoice = (label: string) => `.start-choice:has-text(${JSON.stringify(label)})`;
const input = (name: FieldName) => `#field-${name}`;

type Marks = NonNullable<Shown['marks']>;

/** The first step stands at the first selector, and so on. */
const inOrder =
  (selectors: (text: Catalogue) => readonly string[]): Marks =>
  (text) =>
    selectors(text).map((selector, index) => [index + 1, selector] as const);

/** The steps whose screens have one heading, whatever happens on them. */
type TitledStep = Exclude<keyof typeof stepCodes & keyof Catalogue['screens'], 'retrieval' | 'renewal'>;

/** A step of the procedure as the manual shows it: in the chapter of the activation, where nothing else is said. */
const step = (name: TitledStep, scene: string, marks: Marks, more: Partial<Shown> = {}): Shown => ({
  chapter: 'activation',
  scene,
  code: stepCodes[name],
  title: (t) => t.screens[name].title,
  marks,
  ...more,
});

/** A screen of the administration of users. */
const usersScreen = (screen: UsersScreen, scene: string, title: Shown['title'], marks: Marks, more: Partial<Shown> = {}): Shown => ({
  chapter: 'users',
  scene,
  code: usersScreenCode({ screen }),
  title,
  marks,
  ...more,
});

export const shownScreens: Readonly<Record<ManualScreen, Shown>> = {
  start: step('start', '110-start', (t) => [[1, startChoice(t.screens.start.choices.lockedOut.label)]], { chapter: 'release' }),
  locked: step(
    'locked',
    '01-locked',
    inOrder((t) => [button(t.releaseRequest.open), button(t.screens.locked.action)]),
    { chapter: 'release' },
  ),
  releaseRequest: {
    chapter: 'release',
    scene: '31-request-filled',
    width: 1280,
    room: 'wide',
    code: beyondCodes.release,
    marks: inOrder((t) => ['.sheet input', button(t.releaseRequest.print)]),
    title: (t) => t.releaseRequest.title,
  },
  awaitingRelease: step(
    'awaitingRelease',
    '02-awaiting-release',
    inOrder((t) => ['.preparation', '.reminder', button(t.screens.awaitingRelease.action)]),
    { chapter: 'release', room: 'tall' },
  ),
  preflight: {
    chapter: 'activation',
    scene: '38-preflight-bad',
    code: stepCodes.logonMenu,
    marks: (t) => [[2, button(t.preflight.details)]],
    title: (t) => t.preflight.title,
  },
  logonMenu: step(
    'logonMenu',
    '04-logon-menu',
    inOrder((t) => [button(t.screens.logonMenu.choice)]),
  ),
  activationMenu: step(
    'activationMenu',
    '05-activation-menu',
    inOrder((t) => [button(t.screens.activationMenu.action)]),
  ),
  identification: step(
    'identification',
    '06-identification',
    inOrder((t) => [input('contractorId'), button(t.screens.identification.action)]),
    { fields: ['contractorId', 'registrationPin'] },
  ),
  newPins: step(
    'newPins',
    '13-new-pins',
    inOrder((t) => [input('logonPin'), input('logonPinReentry'), button(t.screens.newPins.action)]),
    { room: 'tall', fields: ['registrationPin', 'logonPin', 'logonPinReentry', 'confirmationPin', 'confirmationPinReentry', 'email'] },
  ),
  oneTimePassword: step(
    'oneTimePassword',
    '15-one-time-password',
    inOrder((t) => [input('oneTimePassword'), button(t.screens.oneTimePassword.action)]),
    { fields: ['oneTimePassword'] },
  ),
  certificateRequired: step(
    'certificateRequired',
    '18-certificate-required',
    inOrder((t) => ['.bank-message', button(t.screens.certificateRequired.action)]),
  ),
  retrieval: { chapter: 'activation', scene: '75-retrieval-checked', code: stepCodes.retrieval, title: (t) => t.screens.retrieval.running },
  certificateReady: step(
    'certificateReady',
    '23-certificate-ready',
    inOrder((t) => [input('logonPin'), button(t.screens.certificateReady.action)]),
    { fields: ['logonPin'] },
  ),
  loggedOn: step(
    'loggedOn',
    '24-logged-on',
    inOrder((t) => ['.next-things li', button(t.users.menu.title)]),
  ),
  renewal: { chapter: 'certificate', scene: '93-renewal-sent', code: stepCodes.renewal, title: (t) => t.screens.renewal.place },
  usersMenu: usersScreen(
    'menu',
    '50-users-menu',
    (t) => t.users.menu.title,
    inOrder((t) => [button(t.users.registerOrChange.title)]),
  ),
  usersRegisterOrChange: usersScreen(
    'registerOrChange',
    '51-users-register-or-change',
    (t) => t.users.registerOrChange.title,
    inOrder((t) => [button(t.users.selection.title)]),
  ),
  userSelection: usersScreen(
    'selection',
    '52-user-selection',
    (t) => t.users.selection.title,
    inOrder(() => ['.user-change-button', '.user-search-text']),
  ),
  userChange: usersScreen(
    'change',
    '60-user-change',
    (t) => t.users.change.title,
    inOrder((t) => [input('userLogonPin'), button(t.users.change.action)]),
    { room: 'tall', fields: ['userLogonPin', 'userLogonPinReentry', 'userConfirmationPin', 'userConfirmationPinReentry', 'confirmationPin'] },
  ),
  userData: usersScreen(
    'change',
    '65-user-change-data',
    (t) => t.users.change.toData,
    inOrder(() => [input('userName')]),
    { code: dataCode, fields: ['userName', 'confirmationPin'] },
  ),
  userRegister: usersScreen(
    'register',
    '66-user-register',
    (t) => t.users.register.title,
    () => [[2, input('userId')]],
    {
      fields: ['userId', 'userName', 'userLogonPin', 'userConfirmationPin', 'confirmationPin'],
    },
  ),
};
