import type { FieldName } from '../../preload/contract/problem.ts';
import type { Catalogue } from '../text/ja/catalogue.ts';
import type { ManualScreen } from './prose.ts';

/** Where the number of a step stands in a picture: at the first element of the selector that says the label. */
export type Mark = { readonly step: number; readonly selector: string; readonly label?: string };
type Marks = (text: Catalogue) => readonly Mark[];
type Place = Omit<Mark, 'step'>;

const at = (selector: string): Place => ({ selector });
const button = (label: string): Place => ({ selector: '.sheet button', label });
const startChoice = (label: string): Place => ({ selector: '.big-choice', label });
const input = (name: FieldName): Place => ({ selector: `#field-${name}` });

/** The first step stands at the first place, and so on. */
const inOrder =
  (places: (text: Catalogue) => readonly Place[]): Marks =>
  (text) =>
    places(text).map((place, index) => ({ step: index + 1, ...place }));
const none: Marks = () => [];

/** The numbers in the manual's pictures, in print and in the help. */
export const marks: Readonly<Record<ManualScreen, Marks>> = {
  places: inOrder((t) => [startChoice(t.places.open.label), startChoice(t.places.practise.label)]),
  bankFile: (t) => [
    { step: 2, ...at('.bank-file-entry input') },
    { step: 3, ...button(t.places.file.take) },
  ],
  start: inOrder((t) => [startChoice(t.screens.start.choices.lockedOut.label)]),
  newPc: (t) => [{ step: 2, ...button(t.recovery.reissueOpen) }],
  locked: inOrder((t) => [button(t.releaseRequest.open), button(t.screens.locked.action)]),
  releaseRequest: inOrder((t) => [at('.sheet input'), button(t.releaseRequest.print)]),
  awaitingRelease: inOrder((t) => [at('.preparation'), at('.reminder'), button(t.screens.awaitingRelease.action)]),
  preflight: (t) => [{ step: 2, ...button(t.preflight.details) }],
  logonMenu: inOrder((t) => [button(t.screens.logonMenu.choice)]),
  activationMenu: inOrder((t) => [button(t.screens.activationMenu.action)]),
  identification: inOrder((t) => [input('contractorId'), button(t.screens.identification.action)]),
  newPins: inOrder((t) => [input('logonPin'), input('logonPinReentry'), button(t.screens.newPins.action)]),
  oneTimePassword: inOrder((t) => [input('oneTimePassword'), button(t.screens.oneTimePassword.action)]),
  certificateRequired: inOrder((t) => [at('.bank-message'), button(t.screens.certificateRequired.action)]),
  retrieval: none,
  certificateReady: inOrder((t) => [input('logonPin'), button(t.screens.certificateReady.action)]),
  loggedOn: inOrder((t) => [button(t.screens.loggedOn.calendar), button(t.record.saveRecord), button(t.users.menu.title)]),
  renewal: none,
  usersMenu: inOrder((t) => [button(t.users.registerOrChange.title)]),
  usersRegisterOrChange: inOrder((t) => [button(t.users.selection.title)]),
  userSelection: inOrder(() => [at('.user-change-button'), at('.user-search-text')]),
  userChange: inOrder((t) => [input('userLogonPin'), button(t.users.change.action)]),
  userData: inOrder(() => [input('userName')]),
  userRegister: () => [{ step: 2, ...input('userId') }],
};
