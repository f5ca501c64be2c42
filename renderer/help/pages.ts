import type { FieldName } from '../../preload/contract/problem.ts';
import { beyondCodes, dataCode, stepCodes, usersCodes } from '../../preload/contract/screen-code.ts';
import type { Catalogue } from '../text/ja/catalogue.ts';
import type { Chapter, ManualProse, ManualScreen } from './prose.ts';

/** The manual's page of a screen, as the printed manual and the help in the window both have it. */
export type ManualPage = {
  readonly chapter: Extract<Chapter, 'release' | 'activation' | 'users' | 'certificate'>;
  readonly code: string;
  readonly title: (text: Catalogue) => string;
  readonly fields?: readonly FieldName[];
  /** In print it has no place of its own, for want of room: its number leads to this page. */
  readonly printedAt?: ManualScreen;
};

type Titled = Exclude<keyof typeof stepCodes & keyof Catalogue['screens'], 'retrieval' | 'renewal'>;

/** A step of the procedure: in the chapter of the activation, where nothing else is said. */
const step = (name: Titled, more: Partial<ManualPage> = {}): ManualPage => ({
  chapter: 'activation',
  code: stepCodes[name],
  title: (t) => t.screens[name].title,
  ...more,
});

export const manualPages: Readonly<Record<ManualScreen, ManualPage>> = {
  places: { chapter: 'release', code: beyondCodes.places, title: (t) => t.places.place, printedAt: 'start' },
  bankFile: { chapter: 'release', code: beyondCodes.bankFile, title: (t) => t.places.file.place, printedAt: 'start' },
  start: step('start', { chapter: 'release' }),
  newPc: step('newPc', { chapter: 'release', printedAt: 'start' }),
  locked: step('locked', { chapter: 'release' }),
  releaseRequest: { chapter: 'release', code: beyondCodes.release, title: (t) => t.releaseRequest.title },
  awaitingRelease: step('awaitingRelease', { chapter: 'release' }),
  preflight: { chapter: 'activation', code: stepCodes.logonMenu, title: (t) => t.preflight.title },
  logonMenu: step('logonMenu'),
  activationMenu: step('activationMenu'),
  identification: step('identification', { fields: ['contractorId', 'registrationPin'] }),
  newPins: step('newPins', { fields: ['registrationPin', 'logonPin', 'logonPinReentry', 'confirmationPin', 'confirmationPinReentry', 'email'] }),
  oneTimePassword: step('oneTimePassword', { fields: ['oneTimePassword'] }),
  certificateRequired: step('certificateRequired'),
  retrieval: { chapter: 'activation', code: stepCodes.retrieval, title: (t) => t.screens.retrieval.running },
  certificateReady: step('certificateReady', { fields: ['logonPin'] }),
  loggedOn: step('loggedOn'),
  renewal: { chapter: 'certificate', code: stepCodes.renewal, title: (t) => t.screens.renewal.place },
  usersMenu: { chapter: 'users', code: usersCodes.menu, title: (t) => t.users.menu.title },
  usersRegisterOrChange: { chapter: 'users', code: usersCodes.registerOrChange, title: (t) => t.users.registerOrChange.title },
  userSelection: { chapter: 'users', code: usersCodes.selection, title: (t) => t.users.selection.title },
  userChange: {
    chapter: 'users',
    code: usersCodes.change,
    title: (t) => t.users.change.title,
    fields: ['userLogonPin', 'userLogonPinReentry', 'userConfirmationPin', 'userConfirmationPinReentry', 'confirmationPin'],
  },
  userData: { chapter: 'users', code: dataCode, title: (t) => t.users.change.toData, fields: ['userName', 'confirmationPin'] },
  userRegister: {
    chapter: 'users',
    code: usersCodes.register,
    title: (t) => t.users.register.title,
    fields: ['userId', 'userName', 'userLogonPin', 'userConfirmationPin', 'confirmationPin'],
  },
};

/** @returns what a page's picture is for those who cannot see it */
export function pictureLabel({ prose, text }: { readonly prose: ManualProse; readonly text: Catalogue }, name: ManualScreen): string {
  const { code, title } = manualPages[name];
  return `${prose.words.screen} ${code}: ${title(text)}`;
}
