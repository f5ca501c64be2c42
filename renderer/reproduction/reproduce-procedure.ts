import type { PublishedBank } from '../../preload/contract/bank.ts';
import type { FieldNote } from '../../preload/contract/full-code/described-fields.ts';
import type { DescribedProblem, DescribedScreen, DescribedWindow } from '../../preload/contract/full-code/described-window.ts';
import type { FieldName, Problem } from '../../preload/contract/problem.ts';
import type { Offer, ProcedureSnapshot, ProcedureState } from '../../preload/contract/procedure.ts';
import { beyondCodes, dataCode, stepCodes, usersCodes } from '../../preload/contract/screen-code.ts';
import { heldCertificate, renewal, retrieval, sampleStates, snapshotOf, waitingRight } from '../help/samples/procedure.ts';
import { type Beside, bareProblem, endsLogon, sampleProblem, usualOf } from './samples/problems.ts';
import { sampleValidity } from './validity.ts';

/** The procedure's snapshot that draws a described screen. */

/** When the way stood still, and when the bank is asked again. */
const interruptedAt = '2026-11-22T06:05:00.000Z';
const waitingUntil = '2026-11-22T06:04:05.000Z';

const { contractorId, organization, certificate } = heldCertificate;
const activation = { kind: 'activation', contractorId, organization, certificate } as const satisfies Offer;

/** @returns what the customer reads out of a screen without a problem, by which problems are numbered */
export function codeOfScreen(shown: DescribedScreen): string {
  switch (shown.screen) {
    case 'start':
      return stepCodes.start;
    case 'new-pc':
      return stepCodes.newPc;
    case 'locked':
      return stepCodes.locked;
    case 'awaiting-release':
      return stepCodes.awaitingRelease;
    case 'release-request':
      return shown.paper === 'reissue' ? beyondCodes.reissue : beyondCodes.release;
    case 'logon-menu':
      return stepCodes.logonMenu;
    case 'activation-menu':
      return stepCodes.activationMenu;
    case 'identification':
      return stepCodes.identification;
    case 'new-pins':
      return stepCodes.newPins;
    case 'one-time-password':
      return stepCodes.oneTimePassword;
    case 'certificate-required':
      return stepCodes.certificateRequired;
    case 'retrieval':
      return stepCodes.retrieval;
    case 'renewal':
      return stepCodes.renewal;
    case 'certificate-ready':
      return stepCodes.certificateReady;
    case 'logged-on':
      return stepCodes.loggedOn;
    case 'journal-unavailable':
      return stepCodes.journalUnavailable;
    case 'resume':
      return beyondCodes.resume;
    case 'places':
      return beyondCodes.places;
    case 'bank-file':
      return beyondCodes.bankFile;
    case 'users-menu':
      return usersCodes.menu;
    case 'users-register-or-change':
      return usersCodes.registerOrChange;
    case 'user-selection':
      return usersCodes.selection;
    case 'user-change':
      return shown.part === 'data' ? dataCode : usersCodes.change;
    case 'user-register':
      return usersCodes.register;
    case 'waiting':
    case 'unavailable':
      return '';
    default:
      return shown satisfies never;
  }
}

/** The problem of a described window, as main publishes it; null where there is none. */
export function problemOf({ problem, shown }: Pick<DescribedWindow, 'problem' | 'shown'>): Problem | null {
  if (problem === null) return null;
  return sampleProblem(problem.code, placeOf(problem, shown), shown satisfies object as Beside, refusedField(shown));
}

/** The code of the screen on which a problem arose: a logon that has ended is told at the next one, and a notice stands above the users, too. */
function placeOf({ code, place }: DescribedProblem, shown: DescribedScreen): string {
  const isOver = place === 'notice' && (shown.screen.startsWith('user-') || shown.screen.startsWith('users-'));
  return isOver || endsLogon(code) ? stepCodes.loggedOn : codeOfScreen(shown);
}

/** The field at which the bank refused something: marked in the form. */
function refusedField(shown: DescribedScreen): Problem['field'] {
  if (!('form' in shown)) return null;
  const notes = Object.entries(shown.form.notes) as [FieldName, FieldNote][];
  return notes.find(([, note]) => note === 'refused')?.[0] ?? null;
}

/** @returns null for a screen that is drawn without a procedure */
export function sampleSnapshot(described: DescribedWindow, bank: PublishedBank): ProcedureSnapshot {
  const { shown, problem } = described;
  const told = problemOf(described);
  const own = problem?.place === 'state' ? told : null;
  const more = { notice: problem?.place === 'notice' ? told : null };
  if (shown.screen === 'start') return snapshotOf(sampleStates.start, { ...more, offer: startOffer(shown) });
  if (shown.screen === 'new-pc') return snapshotOf(sampleStates.newPc, { ...more, offer: shown.rightWaits ? waitingRight : null });
  const state = stateOf(shown, own, bank);
  if (shown.screen === 'resume') return snapshotOf(state, { ...more, interruptedAt });
  const ahead = 'offer' in shown ? shown.offer === 'activation' : shown.screen === 'identification' && shown.certificateHere;
  return snapshotOf(state, { ...more, ...(ahead ? { offer: activation } : {}) });
}

function startOffer({ offer, validity }: Extract<DescribedScreen, { screen: 'start' }>): Offer | null {
  switch (offer) {
    case 'none':
      return null;
    case 'retrieval':
      return waitingRight;
    case 'logon':
      return { ...heldCertificate, validity: sampleValidity(validity) };
    case 'activation':
      return activation;
    default:
      return offer satisfies never;
  }
}

function stateOf(shown: DescribedScreen, problem: Problem | null, { cardGrid }: PublishedBank): ProcedureState {
  switch (shown.screen) {
    case 'locked':
      return sampleStates.locked;
    case 'awaiting-release':
      return sampleStates.awaitingRelease;
    case 'release-request':
      return shown.paper === 'reissue' ? sampleStates.certificateReady : sampleStates[shown.paper];
    case 'logon-menu':
      return sampleStates.logonMenu;
    case 'activation-menu':
      return sampleStates.activationMenu;
    case 'identification':
      return { ...sampleStates.identification, phase: shown.phase, problem };
    case 'new-pins':
      return { ...sampleStates.newPins, phase: shown.phase, problem, installed: shown.certificateHere ? { organization, certificate } : null };
    case 'one-time-password': {
      const { row, column, phase } = shown;
      return { ...sampleStates.oneTimePassword, phase, problem, position: cardGrid === null || row === 0 ? null : { row, column } };
    }
    case 'certificate-required':
      return sampleStates.certificateRequired;
    case 'retrieval':
      return retrieval(shown.stage, wayOf(shown, problem));
    case 'renewal':
      return renewal(shown.stage, wayOf(shown, problem));
    case 'certificate-ready':
      return { ...sampleStates.certificateReady, phase: shown.phase, problem, validity: sampleValidity(shown.validity) };
    case 'journal-unavailable':
      return { step: 'journalUnavailable', problem: problem ?? bareProblem('journal-unavailable', stepCodes.journalUnavailable) };
    case 'resume':
      return sampleStates[shown.step];
    case 'logged-on':
      return { ...loggedOn(shown.validity), ...(shown.firstTime ? { lastLogonAt: null } : {}) };
    case 'users-menu':
    case 'users-register-or-change':
      return loggedOn(shown.validity);
    case 'user-selection':
    case 'user-change':
    case 'user-register':
      return sampleStates.loggedOn;
    case 'start':
    case 'new-pc':
    case 'places':
    case 'bank-file':
    case 'waiting':
    case 'unavailable':
      return sampleStates.start;
    default:
      return shown satisfies never;
  }
}

function loggedOn(validity: Parameters<typeof sampleValidity>[0]): Extract<ProcedureState, { step: 'loggedOn' }> {
  return { ...sampleStates.loggedOn, validity: sampleValidity(validity) };
}

type Way = Extract<DescribedScreen, { screen: 'retrieval' | 'renewal' }>;

function wayOf(shown: Way, problem: Problem | null) {
  const { phase, waits, failure } = shown;
  const behind = failure === null ? null : { ...bareProblem(failure, codeOfScreen(shown)), ...usualOf(failure) };
  return { phase, waitingUntil: waits ? waitingUntil : null, problem: problem ?? behind };
}
