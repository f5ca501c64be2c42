import type { FieldName } from '../../preload/contract/problem.ts';
import { type ManualPage, manualPages } from '../../renderer/help/pages.ts';
import type { ManualScreen } from '../../renderer/help/prose.ts';
import type { Catalogue } from '../../renderer/text/ja/catalogue.ts';

/** How a page of the manual is drawn: which scene of the gallery stands beside its words. */
type Drawn = {
  readonly scene: string;
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

type Marks = NonNullable<Drawn['marks']>;

/** The first step stands at the first selector, and so on. */
const inOrder =
  (selectors: (text: Catalogue) => readonly string[]): Marks =>
  (text) =>
    selectors(text).map((selector, index) => [index + 1, selector] as const);

const drawn = (scene: string, marks?: Marks, more: Omit<Drawn, 'scene' | 'marks'> = {}): Drawn => ({
  scene,
  ...(marks === undefined ? {} : { marks }),
  ...more,
});

const drawings: Readonly<Record<ManualScreen, Drawn>> = {
  start: drawn('110-start', (t) => [[1, startChoice(t.screens.start.choices.lockedOut.label)]]),
  locked: drawn(
    '01-locked',
    inOrder((t) => [button(t.releaseRequest.open), button(t.screens.locked.action)]),
  ),
  releaseRequest: drawn(
    '31-request-filled',
    inOrder((t) => ['.sheet input', button(t.releaseRequest.print)]),
    { width: 1280, room: 'wide' },
  ),
  awaitingRelease: drawn(
    '02-awaiting-release',
    inOrder((t) => ['.preparation', '.reminder', button(t.screens.awaitingRelease.action)]),
    { room: 'tall' },
  ),
  preflight: drawn('38-preflight-bad', (t) => [[2, button(t.preflight.details)]]),
  logonMenu: drawn(
    '04-logon-menu',
    inOrder((t) => [button(t.screens.logonMenu.choice)]),
  ),
  activationMenu: drawn(
    '05-activation-menu',
    inOrder((t) => [button(t.screens.activationMenu.action)]),
  ),
  identification: drawn(
    '06-identification',
    inOrder((t) => [input('contractorId'), button(t.screens.identification.action)]),
  ),
  newPins: drawn(
    '13-new-pins',
    inOrder((t) => [input('logonPin'), input('logonPinReentry'), button(t.screens.newPins.action)]),
    { room: 'tall' },
  ),
  oneTimePassword: drawn(
    '15-one-time-password',
    inOrder((t) => [input('oneTimePassword'), button(t.screens.oneTimePassword.action)]),
  ),
  certificateRequired: drawn(
    '18-certificate-required',
    inOrder((t) => ['.bank-message', button(t.screens.certificateRequired.action)]),
  ),
  retrieval: drawn('75-retrieval-checked'),
  certificateReady: drawn(
    '23-certificate-ready',
    inOrder((t) => [input('logonPin'), button(t.screens.certificateReady.action)]),
  ),
  loggedOn: drawn(
    '24-logged-on',
    inOrder((t) => [button(t.screens.loggedOn.calendar), button(t.record.saveRecord), button(t.users.menu.title)]),
  ),
  renewal: drawn('93-renewal-sent'),
  usersMenu: drawn(
    '50-users-menu',
    inOrder((t) => [button(t.users.registerOrChange.title)]),
  ),
  usersRegisterOrChange: drawn(
    '51-users-register-or-change',
    inOrder((t) => [button(t.users.selection.title)]),
  ),
  userSelection: drawn(
    '52-user-selection',
    inOrder(() => ['.user-change-button', '.user-search-text']),
  ),
  userChange: drawn(
    '60-user-change',
    inOrder((t) => [input('userLogonPin'), button(t.users.change.action)]),
    { room: 'tall' },
  ),
  userData: drawn(
    '65-user-change-data',
    inOrder(() => [input('userName')]),
  ),
  userRegister: drawn('66-user-register', () => [[2, input('userId')]]),
};

/** What the manual shows of a screen: its page, and how that is drawn. */
export type Shown = ManualPage & Drawn;

/** @returns the screen's page and how it is drawn */
export function shownScreen(name: ManualScreen): Shown {
  return { ...manualPages[name], ...drawings[name] };
}
