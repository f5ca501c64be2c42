import type { FieldName } from '../../preload/contract/problem.ts';
import { stepCodes, usersScreenCode } from '../../preload/contract/screen-code.ts';
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
const input = (name: FieldName) => `#field-${name}`;

export const shownScreens: Readonly<Record<ManualScreen, Shown>> = {
  locked: {
    chapter: 'release',
    scene: '01-locked',
    code: stepCodes.locked,
    marks: (t) => [
      [1, button(t.releaseRequest.open)],
      [2, button(t.screens.locked.action)],
    ],
    title: (t) => t.screens.locked.title,
  },
  releaseRequest: {
    chapter: 'release',
    scene: '31-request-filled',
    width: 1280,
    room: 'wide',
    code: stepCodes.locked,
    marks: (t) => [
      [1, '.sheet input'],
      [2, button(t.releaseRequest.print)],
    ],
    title: (t) => t.releaseRequest.title,
  },
  awaitingRelease: {
    room: 'tall',
    chapter: 'release',
    scene: '02-awaiting-release',
    code: stepCodes.awaitingRelease,
    marks: (t) => [
      [1, '.preparation'],
      [2, '.reminder'],
      [3, button(t.screens.awaitingRelease.action)],
    ],
    title: (t) => t.screens.awaitingRelease.title,
  },
  preflight: {
    chapter: 'activation',
    scene: '38-preflight-bad',
    code: stepCodes.logonMenu,
    marks: (t) => [[2, button(t.preflight.details)]],
    title: (t) => t.preflight.title,
  },
  logonMenu: {
    chapter: 'activation',
    scene: '04-logon-menu',
    code: stepCodes.logonMenu,
    marks: (t) => [[1, button(t.screens.logonMenu.choice)]],
    title: (t) => t.screens.logonMenu.title,
  },
  activationMenu: {
    chapter: 'activation',
    scene: '05-activation-menu',
    code: stepCodes.activationMenu,
    marks: (t) => [[1, button(t.screens.activationMenu.action)]],
    title: (t) => t.screens.activationMenu.title,
  },
  identification: {
    chapter: 'activation',
    scene: '06-identification',
    code: stepCodes.identification,
    marks: (t) => [
      [1, input('contractorId')],
      [2, button(t.screens.identification.action)],
    ],
    title: (t) => t.screens.identification.title,
    fields: ['contractorId', 'registrationPin'],
  },
  newPins: {
    room: 'tall',
    chapter: 'activation',
    scene: '13-new-pins',
    code: stepCodes.newPins,
    marks: (t) => [
      [1, input('logonPin')],
      [2, input('logonPinReentry')],
      [3, button(t.screens.newPins.action)],
    ],
    title: (t) => t.screens.newPins.title,
    fields: ['registrationPin', 'logonPin', 'logonPinReentry', 'confirmationPin', 'confirmationPinReentry', 'email'],
  },
  oneTimePassword: {
    chapter: 'activation',
    scene: '15-one-time-password',
    code: stepCodes.oneTimePassword,
    marks: (t) => [
      [1, input('oneTimePassword')],
      [2, button(t.screens.oneTimePassword.action)],
    ],
    title: (t) => t.screens.oneTimePassword.title,
    fields: ['oneTimePassword'],
  },
  certificateRequired: {
    chapter: 'activation',
    scene: '18-certificate-required',
    code: stepCodes.certificateRequired,
    marks: (t) => [
      [1, '.bank-message'],
      [2, button(t.screens.certificateRequired.action)],
    ],
    title: (t) => t.screens.certificateRequired.title,
  },
  retrieval: { chapter: 'activation', scene: '75-retrieval-checked', code: stepCodes.retrieval, title: (t) => t.screens.retrieval.running },
  certificateReady: {
    chapter: 'activation',
    scene: '23-certificate-ready',
    code: stepCodes.certificateReady,
    marks: (t) => [
      [1, input('logonPin')],
      [2, button(t.screens.certificateReady.action)],
    ],
    title: (t) => t.screens.certificateReady.title,
    fields: ['logonPin'],
  },
  loggedOn: {
    chapter: 'activation',
    scene: '24-logged-on',
    code: stepCodes.loggedOn,
    marks: (t) => [
      [1, '.next-things li'],
      [2, button(t.users.menu.title)],
    ],
    title: (t) => t.screens.loggedOn.title,
  },
  renewal: { chapter: 'certificate', scene: '93-renewal-sent', code: stepCodes.renewal, title: (t) => t.screens.renewal.place },
  usersMenu: {
    chapter: 'users',
    scene: '50-users-menu',
    code: usersScreenCode({ screen: 'menu' }),
    marks: (t) => [[1, button(t.users.registerOrChange.title)]],
    title: (t) => t.users.menu.title,
  },
  usersRegisterOrChange: {
    chapter: 'users',
    scene: '51-users-register-or-change',
    code: usersScreenCode({ screen: 'registerOrChange' }),
    marks: (t) => [[1, button(t.users.selection.title)]],
    title: (t) => t.users.registerOrChange.title,
  },
  userSelection: {
    chapter: 'users',
    scene: '52-user-selection',
    code: usersScreenCode({ screen: 'selection' }),
    marks: () => [
      [1, '.user-change-button'],
      [2, '.user-search-text'],
    ],
    title: (t) => t.users.selection.title,
  },
  userChange: {
    room: 'tall',
    chapter: 'users',
    scene: '60-user-change',
    code: usersScreenCode({ screen: 'change' }),
    marks: (t) => [
      [1, input('userLogonPin')],
      [2, button(t.users.change.action)],
    ],
    title: (t) => t.users.change.title,
    fields: ['userLogonPin', 'userLogonPinReentry', 'userConfirmationPin', 'userConfirmationPinReentry', 'confirmationPin'],
  },
  userData: {
    chapter: 'users',
    scene: '65-user-change-data',
    code: usersScreenCode({ screen: 'change' }),
    marks: () => [[1, input('userName')]],
    title: (t) => t.users.change.toData,
    fields: ['userName', 'confirmationPin'],
  },
  userRegister: {
    chapter: 'users',
    scene: '66-user-register',
    code: usersScreenCode({ screen: 'register' }),
    marks: () => [[2, input('userId')]],
    title: (t) => t.users.register.title,
    fields: ['userId', 'userName', 'userLogonPin', 'userConfirmationPin', 'confirmationPin'],
  },
};
