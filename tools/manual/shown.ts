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
  /** The window in CSS pixels, where the usual one would not show what the text speaks of. */
  readonly size?: { readonly width: number; readonly height: number };
};

export const shownScreens: Readonly<Record<ManualScreen, Shown>> = {
  locked: { chapter: 'release', scene: '01-locked', code: stepCodes.locked, title: (t) => t.screens.locked.title },
  releaseRequest: {
    chapter: 'release',
    scene: '31-request-filled',
    size: { width: 1280, height: 1180 },
    code: stepCodes.locked,
    title: (t) => t.releaseRequest.title,
  },
  awaitingRelease: {
    chapter: 'release',
    scene: '02-awaiting-release',
    size: { width: 1024, height: 1230 },
    code: stepCodes.awaitingRelease,
    title: (t) => t.screens.awaitingRelease.title,
  },
  preflight: {
    chapter: 'activation',
    scene: '38-preflight-bad',
    size: { width: 1024, height: 900 },
    code: stepCodes.logonMenu,
    title: (t) => t.preflight.title,
  },
  logonMenu: { chapter: 'activation', scene: '04-logon-menu', code: stepCodes.logonMenu, title: (t) => t.screens.logonMenu.title },
  activationMenu: { chapter: 'activation', scene: '05-activation-menu', code: stepCodes.activationMenu, title: (t) => t.screens.activationMenu.title },
  identification: {
    chapter: 'activation',
    scene: '06-identification',
    code: stepCodes.identification,
    title: (t) => t.screens.identification.title,
    fields: ['contractorId', 'registrationPin'],
  },
  newPins: {
    chapter: 'activation',
    scene: '13-new-pins',
    size: { width: 1024, height: 1270 },
    code: stepCodes.newPins,
    title: (t) => t.screens.newPins.title,
    fields: ['registrationPin', 'logonPin', 'logonPinReentry', 'confirmationPin', 'confirmationPinReentry', 'email'],
  },
  oneTimePassword: {
    chapter: 'activation',
    scene: '15-one-time-password',
    code: stepCodes.oneTimePassword,
    title: (t) => t.screens.oneTimePassword.title,
    fields: ['oneTimePassword'],
  },
  certificateRequired: {
    chapter: 'activation',
    scene: '18-certificate-required',
    code: stepCodes.certificateRequired,
    title: (t) => t.screens.certificateRequired.title,
  },
  retrieval: { chapter: 'activation', scene: '75-retrieval-checked', code: stepCodes.retrieval, title: (t) => t.screens.retrieval.running },
  certificateReady: {
    chapter: 'activation',
    scene: '23-certificate-ready',
    code: stepCodes.certificateReady,
    title: (t) => t.screens.certificateReady.title,
    fields: ['logonPin'],
  },
  loggedOn: {
    chapter: 'activation',
    scene: '24-logged-on',
    size: { width: 1024, height: 1080 },
    code: stepCodes.loggedOn,
    title: (t) => t.screens.loggedOn.title,
  },
  renewal: { chapter: 'certificate', scene: '93-renewal-sent', code: stepCodes.renewal, title: (t) => t.screens.renewal.place },
  usersMenu: { chapter: 'users', scene: '50-users-menu', code: usersScreenCode('menu'), title: (t) => t.users.menu.title },
  usersRegisterOrChange: {
    chapter: 'users',
    scene: '51-users-register-or-change',
    code: usersScreenCode('registerOrChange'),
    title: (t) => t.users.registerOrChange.title,
  },
  userSelection: {
    chapter: 'users',
    scene: '52-user-selection',
    size: { width: 1024, height: 900 },
    code: usersScreenCode('selection'),
    title: (t) => t.users.selection.title,
  },
  userChange: {
    chapter: 'users',
    scene: '60-user-change',
    size: { width: 1024, height: 1280 },
    code: usersScreenCode('change'),
    title: (t) => t.users.change.title,
    fields: ['userLogonPin', 'userLogonPinReentry', 'userConfirmationPin', 'userConfirmationPinReentry', 'confirmationPin'],
  },
  userData: {
    chapter: 'users',
    scene: '65-user-change-data',
    size: { width: 1024, height: 950 },
    code: usersScreenCode('change'),
    title: (t) => t.users.change.toData,
    fields: ['userName', 'confirmationPin'],
  },
  userRegister: {
    chapter: 'users',
    scene: '66-user-register',
    size: { width: 1024, height: 1280 },
    code: usersScreenCode('register'),
    title: (t) => t.users.register.title,
    fields: ['userId', 'userName', 'userLogonPin', 'userConfirmationPin', 'confirmationPin'],
  },
};
