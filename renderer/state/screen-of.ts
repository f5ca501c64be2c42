import type { Places } from '../../preload/contract/places.ts';
import type { Problem } from '../../preload/contract/problem.ts';
import type { ProcedureSnapshot, ProcedureState, StepName } from '../../preload/contract/procedure.ts';
import type { ReleaseRequest } from '../../preload/contract/release-request.ts';
import { type StepOrder, type StepOrderName, stepOrders } from '../../preload/contract/step-order.ts';
import type { UsersState } from '../../preload/contract/users.ts';

type OpenRequest = Pick<ReleaseRequest, 'open' | 'form'>;

const noRequest: OpenRequest = { open: false, form: 'release' };

/** The users' administration (manual 3), opened. */
export type OpenUsers = Exclude<UsersState, { screen: 'closed' }>;
export type UsersStateOf<S extends OpenUsers['screen']> = Extract<OpenUsers, { screen: S }>;

export type StateOf<S extends StepName> = Extract<ProcedureState, { step: S }>;

/** The screens by the names of their folders. Every step has its own; resume asks after a restart in the middle. */
export const screenNames = {
  journalUnavailable: 'journal-unavailable',
  start: 'start',
  newPc: 'new-pc',
  locked: 'locked',
  awaitingRelease: 'awaiting-release',
  logonMenu: 'logon-menu',
  activationMenu: 'activation-menu',
  identification: 'identification',
  newPins: 'new-pins',
  oneTimePassword: 'one-time-password',
  certificateRequired: 'certificate-required',
  retrieval: 'retrieval',
  certificateReady: 'certificate-ready',
  loggedOn: 'logged-on',
  renewal: 'renewal',
} as const satisfies Record<StepName, string>;

export type ScreenName = (typeof screenNames)[StepName] | 'resume' | 'release-request' | 'places' | 'bank-file';

/**
 * @param snapshot what main published of the procedure
 * @param request which form is open: the one for a release has its place before the branch's call alone, the one for
 *   a new certificate wherever a problem asks for it
 * @returns the screen that draws it; the same published values always give the same screen
 */
export function screenOf({ state, interruptedAt }: ProcedureSnapshot, request: OpenRequest): ScreenName {
  if (request.open && request.form === 'reissue') return 'release-request';
  if (interruptedAt !== null) return 'resume';
  return request.open && (state.step === 'locked' || state.step === 'awaitingRelease') ? 'release-request' : screenNames[state.step];
}

/** @returns what is drawn while no place is open */
export function placesScreenOf({ offered }: Pick<Places, 'offered'>): Extract<ScreenName, 'places' | 'bank-file'> {
  return offered === null ? 'places' : 'bank-file';
}

/** @returns the notice that stands above the screen: where the screen says the same itself, once is enough */
export function noticeOf({ state, notice }: Pick<ProcedureSnapshot, 'state' | 'notice'>): Problem | null {
  if (state.step === 'journalUnavailable') return null;
  return state.step === 'start' && notice?.code === 'certificate-expires-soon' ? null : notice;
}

/** Before anything of the way is chosen, the way is not shown. */
export function showsWay({ state }: Pick<ProcedureSnapshot, 'state'>, request: OpenRequest): boolean {
  return request.open || (state.step !== 'start' && state.step !== 'newPc');
}

/** The screens of the users' administration, by the names of their folders. */
export const usersScreenNames = {
  menu: 'users-menu',
  registerOrChange: 'users-register-or-change',
  selection: 'user-selection',
  change: 'user-change',
  register: 'user-register',
} as const satisfies Record<OpenUsers['screen'], string>;

/** @returns the users' administration where it is on the screen: an administrator is logged on and has opened it; else null */
export function openUsers({ state, interruptedAt }: ProcedureSnapshot, users: UsersState, request: OpenRequest = noRequest): OpenUsers | null {
  if (request.open && request.form === 'reissue') return null;
  return state.step === 'loggedOn' && interruptedAt === null && users.screen !== 'closed' ? users : null;
}

export type StopName = 'release' | 'releaseCall' | 'logonMenus' | 'identification' | 'logon' | StepOrder[number];

/** @returns the stops of the whole way, in the bank's order */
export function stopsOf(order: StepOrderName): readonly StopName[] {
  return ['release', 'releaseCall', 'logonMenus', 'identification', ...stepOrders[order], 'logon'];
}

const stopNames = {
  journalUnavailable: null,
  start: null,
  newPc: null,
  locked: 'release',
  awaitingRelease: 'releaseCall',
  logonMenu: 'logonMenus',
  activationMenu: 'logonMenus',
  identification: 'identification',
  newPins: 'newPins',
  oneTimePassword: 'oneTimePassword',
  certificateRequired: 'certificate',
  retrieval: 'certificate',
  certificateReady: 'logon',
  loggedOn: 'logon',
  renewal: 'certificate',
} as const satisfies Record<StepName, StopName | null>;

/** The stop of the way at which a step lies; null while that is not known. */
export function stopOf(step: StepName): StopName | null {
  return stopNames[step];
}

/** Where on the way a snapshot stands: an identification after the certificate belongs to the PINs that it opens. */
export function placeOnWay({ state, offer }: Pick<ProcedureSnapshot, 'state' | 'offer'>): StepName {
  return state.step === 'identification' && offer?.kind === 'activation' ? 'newPins' : state.step;
}

/** How far along the bank's way a step is, from 1 to the number of stops; 0 while that is not known. */
export function stopNumber(step: StepName, order: StepOrderName): number {
  const stop = stopNames[step];
  return stop === null ? 0 : stopsOf(order).indexOf(stop) + 1;
}
