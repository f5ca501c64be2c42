import type { DescribedScreen, DescribedWindow } from '../../preload/contract/full-code/described-window.ts';
import { releases } from '../../preload/contract/full-code/releases.ts';
import { type ProblemCode, problemCodes, problemNumbers } from '../../preload/contract/problem-numbers.ts';
import type { StepOrderName } from '../../preload/contract/step-order.ts';
import { codeOfScreen } from '../reproduction/reproduce-procedure.ts';
import { usualOf } from '../reproduction/samples/problems.ts';
import { type Place, usualPlaces } from '../reproduction/usual-place.ts';
import { type Afterwards, problemWays } from './problem-ways.ts';
import { otherScreens, reissuePaper, usualScreens } from './usual-screens.ts';
import type { ScreenWord } from './words.ts';

/** Forward and back along the procedure, and from problem to problem at one screen. */

/** From before the procedure to its end, as the manual counts them. */
const order: readonly ScreenWord[] = [
  'waiting',
  'unavailable',
  'journal-unavailable',
  'resume',
  'places',
  'bank-file',
  'start',
  'new-pc',
  'locked',
  'release-request',
  'awaiting-release',
  'logon-menu',
  'activation-menu',
  'identification',
  'new-pins',
  'one-time-password',
  'certificate-required',
  'retrieval',
  'certificate-ready',
  'logged-on',
  'renewal',
  'users-menu',
  'users-register-or-change',
  'user-selection',
  'user-change',
  'user-register',
];

/** @returns the screens in the order of this bank's procedure */
export function screensInOrder(steps: StepOrderName): readonly ScreenWord[] {
  if (steps === 'activationFirst') return order;
  return order.filter((screen) => screen !== 'new-pins').flatMap((screen) => (screen === 'retrieval' ? [screen, 'new-pins'] : [screen]));
}

/** Of what a short code does not tell, the usual. */
const usualLook = {
  version: releases[releases.length - 1] ?? releases[0],
  os: 'windows',
  language: 'ja',
  look: 'light',
  textSize: 'standard',
  shuffledKeys: false,
  profile: 0,
} as const satisfies Partial<DescribedWindow>;

/** The window with this screen as it usually comes. @param like whose look it has; left out: the usual one */
export function describedAt(shown: DescribedScreen, like: Omit<DescribedWindow, 'shown'> | null = null): DescribedWindow {
  return { ...usualLook, ...like, problem: null, over: { what: 'none' }, unfolded: false, atEnd: false, shown };
}

/** @param step -1 back, 1 forward @returns the neighbour as it usually comes; null at the end of the way */
export function neighbourOf(described: DescribedWindow, step: -1 | 1, steps: StepOrderName): DescribedWindow | null {
  const screens = screensInOrder(steps);
  const next = screens[screens.indexOf(described.shown.screen) + step];
  return next === undefined ? null : describedAt(usualScreens[next], described);
}

const screenOfPlace: Readonly<Record<Place, ScreenWord>> = {
  identification: 'identification',
  newPins: 'new-pins',
  oneTimePassword: 'one-time-password',
  retrieval: 'retrieval',
  retrievalNotice: 'retrieval',
  certificateReady: 'certificate-ready',
  notice: 'certificate-ready',
  waitingNotice: 'awaiting-release',
  journalUnavailable: 'journal-unavailable',
  selection: 'user-selection',
  change: 'user-change',
  register: 'user-register',
};

/** Where something is sent to the bank. */
const sending: ReadonlySet<ScreenWord> = new Set([
  'identification',
  'new-pins',
  'one-time-password',
  'retrieval',
  'renewal',
  'certificate-ready',
  'user-selection',
  'user-change',
  'user-register',
]);
/** Those of them where a person enters something that counts towards the lock, or that a session ends. */
const inSession: ReadonlySet<ScreenWord> = new Set(['new-pins', 'one-time-password']);
const loggedOn: ReadonlySet<ScreenWord> = new Set(['user-selection', 'user-change', 'user-register']);
const ofBankFile = (code: ProblemCode) => code.startsWith('bank-file-') || code === 'prescribed-by-policy';
/** On the way to the bank and there: 3xx and 4xx, but for what belongs to one place. */
const onTheWire = (code: ProblemCode) => {
  const number = problemNumbers[code];
  return number >= 300 && number < 500 && !['answer-stopped-after-pin', 'enrolment-answer-lost', 'cancelled', 'certificate-not-asked'].includes(code);
};

/** @returns the screen on which a problem usually stands */
export function usualScreenOf(code: ProblemCode): ScreenWord {
  return ofBankFile(code) ? 'places' : screenOfPlace[usualPlaces[code]];
}

/** @returns the problems that can arise at a screen, those of this screen alone first, by their numbers */
export function problemsAt(screen: ScreenWord): readonly ProblemCode[] {
  const own = problemCodes.filter((code) => usualScreenOf(code) === screen && !(sending.has(screen) && onTheWire(code)));
  const atRenewal = screen === 'renewal' ? problemCodes.filter((code) => usualScreenOf(code) === 'retrieval') : [];
  const ended: readonly ProblemCode[] = inSession.has(screen) ? ['pin-locked', 'session-expired'] : loggedOn.has(screen) ? ['pin-locked'] : [];
  const wire = sending.has(screen) ? problemCodes.filter(onTheWire) : [];
  return [...new Set([...own, ...atRenewal, ...ended, ...wire])];
}

const stands = (code: ProblemCode, { screen }: DescribedScreen): 'state' | 'notice' => {
  const isNotice = usualPlaces[code] === 'notice' || usualPlaces[code] === 'waitingNotice' || usualPlaces[code] === 'retrievalNotice';
  return (isNotice && screen !== 'places') || !(sending.has(screen) || screen === 'places' || screen === 'journal-unavailable') ? 'notice' : 'state';
};

/** The same screen with this problem, and with what the problem usually brings along. */
export function withProblem(described: DescribedWindow, code: ProblemCode): DescribedWindow {
  const { shown } = describedAt(withoutProblem(described).shown);
  const { field = null, attemptsLeft = null, retryAt = null, remark = null, reference = null } = usualOf(code);
  const problem = { code, place: stands(code, shown) } as const;
  const beside = 'remark' in shown ? { retryAt: retryAt !== null, remark: remark !== null, reference: reference !== null } : {};
  return { ...describedAt(shown, described), problem, shown: changed(shown, { ...beside, ...formWith(shown, field, attemptsLeft), ...failed(shown) }) };
}

/** The same screen as it usually comes. */
export function withoutProblem(described: DescribedWindow): DescribedWindow {
  const { shown } = described;
  const other = otherScreens.find((one) => codeOfScreen(one) === codeOfScreen(shown));
  return describedAt(other ?? usualScreens[shown.screen], described);
}

/** What is changed is of the screen's own kind. */
const changed = <S extends DescribedScreen>(shown: S, some: object): S => ({ ...shown, ...some });

function formWith(shown: DescribedScreen, field: string | null, attemptsLeft: number | null) {
  if (!('form' in shown)) return {};
  const notes = field !== null && field in shown.form.notes ? { ...shown.form.notes, [field]: 'refused' as const } : shown.form.notes;
  return { form: { ...shown.form, notes }, attemptsLeft: attemptsLeft === null ? null : asAttempts(attemptsLeft) };
}

const counts = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const;
const asAttempts = (count: number) => counts[count] ?? 10;

/** A way stands still with its problem. */
function failed(shown: DescribedScreen) {
  return shown.screen === 'retrieval' || shown.screen === 'renewal' ? { phase: 'failed' as const } : {};
}

/** Where a problem leads that is not solved on the same screen. */
const leadsTo: Partial<Record<Afterwards, DescribedScreen>> = {
  identification: usualScreens.identification,
  release: usualScreens.locked,
  branchCall: usualScreens['awaiting-release'],
  reissue: reissuePaper,
  revoke: usualScreens['activation-menu'],
  renewal: usualScreens.renewal,
  logOn: usualScreens['certificate-ready'],
  retrieval: usualScreens.retrieval,
  activation: usualScreens['activation-menu'],
  users: usualScreens['user-selection'],
  start: usualScreens.start,
  bankFile: usualScreens['bank-file'],
};

/** @returns the window that the customer should have next: without their problem where it led them, else the next of the way */
export function wantedAfter(described: DescribedWindow, steps: StepOrderName): DescribedWindow {
  const { problem } = described;
  if (problem === null) return neighbourOf(described, 1, steps) ?? described;
  const next = leadsTo[problemWays[problem.code].after];
  return next === undefined ? withoutProblem(described) : describedAt(next, described);
}

/** @returns every screen by its short code */
export function screensByCode(): ReadonlyMap<string, DescribedScreen> {
  const all = [...Object.values(usualScreens), ...otherScreens];
  return new Map(all.map((shown) => [codeOfScreen(shown), shown] as const).filter(([code]) => code !== ''));
}
