import type { ChangePart, UsersScreen } from './users.ts';

/**
 * Screen codes: what a customer reads to the bank by phone. The first two figures are section and item
 * of the bank's manual, which the supporter has at hand; what follows the manual's end counts on, and 0 is
 * before the manual begins.
 * The third, where there is one, is the number of the problem shown.
 */
export const stepCodes = {
  journalUnavailable: '0-1',
  start: '0-3',
  newPc: '0-4',
  locked: '1-1',
  awaitingRelease: '1-2',
  logonMenu: '2-1',
  activationMenu: '2-2',
  identification: '2-3',
  newPins: '2-4',
  oneTimePassword: '2-5',
  certificateRequired: '2-6',
  retrieval: '2-7',
  certificateReady: '2-8',
  loggedOn: '2-9',
  renewal: '2-10',
} as const;

/**
 * What is drawn in the place of a step: the question after a restart in the middle, the two forms, the list of places, and
 * the bank file that is compared there.
 */
export const beyondCodes = {
  resume: '0-2',
  places: '0-5',
  bankFile: '0-6',
  release: '1-4',
  reissue: '1-5',
} as const;

/** As screenCode, for the list of places and for the bank file that is compared: e.g. "0-6-543". */
export function placesCode(place: 'places' | 'bankFile', problemNumber?: number): string {
  return withNumber(beyondCodes[place], problemNumber);
}

/** Section 3 of the manual: the users. Closed, the screen of the logon is seen. */
export const usersCodes = {
  closed: stepCodes.loggedOn,
  menu: '3-1',
  registerOrChange: '3-2',
  selection: '3-3',
  change: '3-4',
  register: '3-5',
} as const satisfies Record<UsersScreen, string>;

/**
 * @param step the step that is on the screen
 * @param problemNumber the number of the problem shown with it, if any
 * @returns e.g. "2-3" or "2-3-101"
 */
export function screenCode(step: keyof typeof stepCodes, problemNumber?: number): string {
  return withNumber(stepCodes[step], problemNumber);
}

/** 利用者情報変更 for name and suspension, which the manual does not have. */
export const dataCode = '3-6';

/** As screenCode, for the screens of section 3: e.g. "3-4" or "3-4-122". */
export function usersScreenCode({ screen, part }: { readonly screen: UsersScreen; readonly part?: ChangePart }, problemNumber?: number): string {
  return withNumber(part === 'data' ? dataCode : usersCodes[screen], problemNumber);
}

function withNumber(code: string, problemNumber: number | undefined): string {
  return problemNumber === undefined ? code : `${code}-${problemNumber}`;
}
