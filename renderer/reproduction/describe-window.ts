import { checkDigits, contractorIdLength } from '../../preload/contract/fields.ts';
import { type DescribedForm, type FieldNote, formFields } from '../../preload/contract/full-code/described-fields.ts';
import type { DescribedOver, DescribedProblem, DescribedScreen, DescribedWindow, osFamilies } from '../../preload/contract/full-code/described-window.ts';
import { profileMark } from '../../preload/contract/full-code/profile-mark.ts';
import type { Release } from '../../preload/contract/full-code/releases.ts';
import type { Problem } from '../../preload/contract/problem.ts';
import { type ProblemCode, problemNumbers } from '../../preload/contract/problem-numbers.ts';
import { openUsers, placesScreenOf, type StateOf, screenOf, usersScreenNames } from '../state/screen-of.ts';
import type { KnownStates } from '../state/stores.ts';
import type { PageNotes } from './page-notes.ts';
import { describePlaces } from './places.ts';
import { describePreflight } from './preflight.ts';
import { describeSelection } from './reproduce-users.ts';
import { describeEntries } from './request-entries.ts';
import { validityKind } from './validity.ts';

/** What surrounds the window. */
export type Surroundings = {
  readonly version: Release;
  readonly os: (typeof osFamilies)[number];
  /** Whether the window is dark now, whoever wanted it. */
  readonly dark: boolean;
};

/** What a full code tells of a window: no value that was typed, no ID, no name, no time. */
export function describeWindow(states: KnownStates, page: PageNotes, surroundings: Surroundings): DescribedWindow {
  const { preferences, bank, settings } = states;
  const problem = shownProblem(states, page);
  const look = surroundings.dark ? 'dark' : 'light';
  const system = surroundings.dark ? 'systemDark' : 'systemLight';
  return {
    version: surroundings.version,
    os: surroundings.os,
    language: preferences.language,
    look: preferences.theme === 'system' ? system : look,
    textSize: preferences.textSize,
    shuffledKeys: preferences.shuffledKeys,
    profile: profileMark(bank),
    problem: problem === null ? null : { code: problem.code, place: problem.place },
    over: overOf(states, page, settings.prescribed.length > 0),
    unfolded: page.unfolded,
    atEnd: page.atEnd,
    shown: screenShown(states, page, problem?.told ?? null),
  };
}

type ShownProblem = DescribedProblem & { readonly told: Problem | null };

/** The problem that the screen is about: its own, else the notice above it, else what a request was refused with. */
function shownProblem({ procedure, users, places, releaseRequest }: KnownStates, page: PageNotes): ShownProblem | null {
  const opened = openUsers(procedure, users, releaseRequest);
  const shown = opened ?? procedure.state;
  const listed = places.open === null;
  const own = listed ? (placesScreenOf(places) === 'places' ? places.problem : null) : 'problem' in shown ? shown.problem : null;
  const notice = listed ? null : procedure.notice;
  // A way that failed says so by itself; the notice is told beside it.
  const way = shown === procedure.state && (procedure.state.step === 'retrieval' || procedure.state.step === 'renewal');
  if (way && own !== null && notice !== null) return { code: notice.code, place: 'notice', told: notice };
  if (own !== null) return { code: own.code, place: 'state', told: own };
  if (notice !== null) return { code: notice.code, place: 'notice', told: notice };
  const reply = page.problems.find((code): code is ProblemCode => code in problemNumbers);
  return reply === undefined ? null : { code: reply, place: 'reply', told: null };
}

function overOf({ updates, record }: KnownStates, { over, papers }: PageNotes, prescribed: boolean): DescribedOver {
  if (record.open) return { what: 'record' };
  switch (over) {
    case 'settings':
      return { what: over, prescribed, updates: updates.kind };
    case 'practicePanel':
      return { what: over, status: papers?.contractStatus ?? 'locked', situation: papers?.situation ?? null };
    default:
      return { what: over };
  }
}

/** Which screen is drawn, and what makes it look as it does. */
function screenShown(states: KnownStates, page: PageNotes, problem: Problem | null): DescribedScreen {
  const { procedure, users, releaseRequest, places } = states;
  const more = {
    retryAt: problem !== null && problem.retryAt !== null,
    remark: problem !== null && problem.remark !== null,
    reference: problem !== null && problem.reference !== null,
  };
  if (places.open === null) {
    const screen = placesScreenOf(places);
    return screen === 'places' ? { screen, ...describePlaces(places), ...more } : { screen, entry: page.fingerprint, ...more };
  }
  const opened = openUsers(procedure, users, releaseRequest);
  if (opened !== null) return usersShown(states, opened, formOf(page, problem), problem, more);
  const screen = screenOf(procedure, releaseRequest);
  if (screen === 'release-request') {
    const { form, savedAs } = releaseRequest;
    const paper = form === 'reissue' ? 'reissue' : procedure.state.step === 'awaitingRelease' ? 'awaitingRelease' : 'locked';
    return { screen, paper, saved: page.told ? 'now' : savedAs === null ? 'no' : 'before', entries: describeEntries(releaseRequest.entries, page.faults) };
  }
  if (screen === 'resume') return { screen, step: resumed(procedure.state.step), ...more };
  return stepShown(states, page, problem, more);
}

type More = { readonly retryAt: boolean; readonly remark: boolean; readonly reference: boolean };

function resumed(step: KnownStates['procedure']['state']['step']): Extract<DescribedScreen, { screen: 'resume' }>['step'] {
  return step === 'start' || step === 'journalUnavailable' ? 'locked' : step;
}

/** The form as it stands there, with the field that the bank refused. */
function formOf(page: PageNotes, problem: Problem | null) {
  return (screen: keyof typeof formFields): DescribedForm => {
    const names = Object.keys(formFields[screen]);
    const notes: Record<string, FieldNote> = Object.fromEntries(names.map((name) => [name, Reflect.get(page.form.notes, name) ?? 'empty']));
    const refused = problem?.field ?? null;
    if (refused !== null && notes[refused] === 'empty') notes[refused] = 'refused';
    return { ...page.form, notes };
  };
}

function usersShown(
  { procedure }: KnownStates,
  opened: Exclude<KnownStates['users'], { screen: 'closed' }>,
  formFor: ReturnType<typeof formOf>,
  problem: Problem | null,
  more: More,
): DescribedScreen {
  const validity = validityKind('validity' in procedure.state ? procedure.state.validity : null);
  const attempts = { attemptsLeft: attemptsOf(problem), ...more };
  switch (opened.screen) {
    case 'menu':
      return { screen: usersScreenNames[opened.screen], validity, ...more };
    case 'registerOrChange':
      return { screen: usersScreenNames[opened.screen], validity, ...more };
    case 'selection':
      return { screen: usersScreenNames[opened.screen], ...describeSelection(opened), ...more };
    case 'change': {
      const { phase, part, user } = opened;
      return { screen: usersScreenNames[opened.screen], phase, part, suspended: user.suspended, form: formFor('user-change'), ...attempts };
    }
    case 'register':
      return { screen: usersScreenNames[opened.screen], phase: opened.phase, form: formFor('user-register'), ...attempts };
    default:
      return opened satisfies never;
  }
}

/** More than ten are not told apart. */
function attemptsOf(problem: Problem | null): Extract<DescribedScreen, { screen: 'identification' }>['attemptsLeft'] {
  const counted = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const;
  const left = problem?.attemptsLeft ?? null;
  return left === null ? null : (counted[left] ?? 10);
}

function stepShown(states: KnownStates, page: PageNotes, problem: Problem | null, more: More): DescribedScreen {
  const { releaseRequest, preflight } = states;
  const { state, offer, notice } = states.procedure;
  const formFor = formOf(page, problem);
  const attempts = { attemptsLeft: attemptsOf(problem), ...more };
  const ahead = offer?.kind === 'activation';
  const menu = { offer: ahead ? 'activation' : 'none', preflight: describePreflight(preflight), details: page.details, retryAt: more.retryAt } as const;
  switch (state.step) {
    case 'start':
      return startShown(states, more);
    case 'newPc':
      return { screen: 'new-pc', rightWaits: offer?.kind === 'retrieval', offersReissue: releaseRequest.offersReissue, ...more };
    case 'locked':
      return { screen: 'locked', offersReissue: releaseRequest.offersReissue, ...more };
    case 'awaitingRelease': {
      const has = (thing: (typeof releaseRequest.prepared)[number]) => releaseRequest.prepared.includes(thing);
      const prepared = { designatedPc: has('designatedPc'), customerCard: has('customerCard'), applicationForm: has('applicationForm') };
      return { screen: 'awaiting-release', ...prepared, reminder: page.reminder, ...more };
    }
    case 'logonMenu':
      return { screen: 'logon-menu', ...menu };
    case 'activationMenu':
      return { screen: 'activation-menu', ...menu };
    case 'identification': {
      const known = checkDigits(releaseRequest.entries.contractorId, contractorIdLength) === null;
      return { screen: 'identification', phase: state.phase, certificateHere: ahead, known, form: formFor('identification'), ...attempts };
    }
    case 'newPins':
      return { screen: 'new-pins', phase: state.phase, certificateHere: state.installed !== null, form: formFor('new-pins'), ...attempts };
    case 'oneTimePassword': {
      const { row, column } = state.position ?? { row: 0, column: 0 };
      return { screen: 'one-time-password', phase: state.phase, row, column, form: formFor('one-time-password'), ...attempts };
    }
    case 'certificateRequired':
      return { screen: 'certificate-required', ...more };
    case 'retrieval':
    case 'renewal': {
      const failure = notice !== null && state.problem !== null ? state.problem.code : null;
      return { screen: state.step, phase: state.phase, stage: state.stage, waits: state.waitingUntil !== null, failure, ...more };
    }
    case 'certificateReady':
      return { screen: 'certificate-ready', phase: state.phase, validity: validityKind(state.validity), form: formFor('certificate-ready'), ...attempts };
    case 'loggedOn':
      return endShown(states, state, page, more);
    case 'journalUnavailable':
      return { screen: 'journal-unavailable', ...more };
    default:
      return state satisfies never;
  }
}

function startShown({ procedure: { offer }, record, reminders }: KnownStates, more: More): DescribedScreen {
  return {
    screen: 'start',
    offer: offer?.kind ?? 'none',
    validity: validityKind(offer?.kind === 'logon' ? offer.validity : null),
    record: record.available,
    reminders: !reminders.offered ? 'off' : reminders.snoozedUntil === null ? 'offered' : 'snoozed',
    ...more,
  };
}

function endShown({ users, record }: KnownStates, state: StateOf<'loggedOn'>, page: PageNotes, more: More): DescribedScreen {
  const lockedUsers = users.screen === 'closed' ? users.lockedUsers : undefined;
  return {
    screen: 'logged-on',
    firstTime: state.lastLogonAt === null,
    lockedUsers: lockedUsers === undefined ? 'unknown' : lockedUsers === 0 ? 'none' : 'some',
    validity: validityKind(state.validity),
    record: record.available,
    saved: record.savedAs !== null,
    told: page.told,
    details: page.details,
    ...more,
  };
}
