import type { Problem } from '../../preload/contract/problem.ts';
import type { ProblemCode } from '../../preload/contract/problem-numbers.ts';
import type { ProcedureSnapshot, ProcedureState } from '../../preload/contract/procedure.ts';
import type { StepOrder } from '../../preload/contract/step-order.ts';
import { fromIdentification, fromNewPins, fromOneTimePassword } from './activation-steps.ts';
import type { ProcedureEvent } from './events.ts';
import {
  activationAhead,
  canRenew,
  certificateIn,
  isBeforeSession,
  ofAnotherDay,
  offerAfter,
  readyWith,
  startRenewal,
  withOffer,
  withWhatIsHere,
} from './here-already.ts';

/**
 * The procedure of the bank's manual as a pure function: no clock, no I/O, no secret. What the manual
 * forbids (a later step before an earlier one) has no transition here, so no sequence of events reaches it.
 */

const reminders: readonly { readonly code: ProblemCode; readonly event: ProcedureEvent['type'] }[] = [
  { code: 'certificate-expires-soon', event: 'renewalAsked' },
  { code: 'enrolment-due', event: 'renewalAsked' },
  { code: 'enrolment-due', event: 'retrievalAsked' },
];

type StateOf<S extends ProcedureState['step']> = Extract<ProcedureState, { step: S }>;
type Next = ProcedureState | null;

/** Where everybody begins: what brings them here, they say themselves. */
export const initialSnapshot: ProcedureSnapshot = { state: { step: 'start' }, interruptedAt: null, notice: null, offer: null };

/**
 * @param snapshot where the procedure stands
 * @param event what happened
 * @param order of the steps at this bank
 * @returns where it stands now; null when the event has no place there (nothing changes then)
 */
export function transition(snapshot: ProcedureSnapshot, event: ProcedureEvent, order: StepOrder): ProcedureSnapshot | null {
  switch (event.type) {
    case 'noticed':
      return { ...snapshot, notice: event.problem };
    case 'noticeDismissed':
      return { ...snapshot, notice: null };
    case 'startedOver':
      // Where the procedure stands is not known there, nor what would be given up.
      return snapshot.state.step === 'journalUnavailable' ? null : { ...initialSnapshot, offer: certificateIn(snapshot) };
    case 'journalUnread':
      return isBeforeJournal(snapshot.state)
        ? { state: { step: 'journalUnavailable', problem: event.problem }, interruptedAt: null, notice: null, offer: null }
        : null;
    case 'journalSetAside':
      return snapshot.state.step === 'journalUnavailable' ? initialSnapshot : null;
    case 'restored':
      return restored(snapshot, event.at);
    case 'resumed':
      return snapshot.interruptedAt === null ? null : { ...snapshot, state: pickUp(snapshot.state), interruptedAt: null };
    case 'loggedOff': {
      const state = afterLogOff(snapshot.state, event.problem);
      const offer = state !== null && isBeforeSession(state) ? certificateIn(snapshot) : null;
      return state === null ? null : { ...snapshot, state, interruptedAt: null, offer };
    }
    case 'offered':
    case 'validityKnown':
      return withOffer(snapshot, event) ?? step(snapshot, event, order);
    default:
      return step(snapshot, event, order);
  }
}

/** One step of the way. */
function step(snapshot: ProcedureSnapshot, event: ProcedureEvent, order: StepOrder): ProcedureSnapshot | null {
  // Until the person has said how to go on, nothing else happens.
  if (snapshot.interruptedAt !== null) return null;
  const state = withWhatIsHere(snapshot, event) ?? nextState(snapshot.state, event, order);
  if (state === null) return null;
  // A person who does what a notice reminded of need not be told any longer.
  const told = reminders.some((one) => one.event === event.type && one.code === snapshot.notice?.code);
  const offer = isBeforeSession(state) ? (offerAfter(snapshot, event) ?? certificateIn(snapshot)) : null;
  return { ...snapshot, state, notice: told ? null : snapshot.notice, offer };
}

/** The journal was read. Where all is done, the next day begins at the start, which says how the certificate stands. */
function restored(snapshot: ProcedureSnapshot, at: string): ProcedureSnapshot {
  const { state } = snapshot;
  const certificate = certificateIn(snapshot);
  // Days may have passed.
  const offer = isBeforeSession(standStill(state)) && certificate !== null ? ofAnotherDay(certificate) : null;
  return { state: standStill(state), interruptedAt: isUnderWay(state) ? at : null, notice: null, offer };
}

/** Whether nothing of the procedure has been read or done yet. */
function isBeforeJournal({ step }: ProcedureState): boolean {
  return step === 'start' || step === 'journalUnavailable';
}

function nextState(state: ProcedureState, event: ProcedureEvent, order: StepOrder): Next {
  switch (state.step) {
    case 'journalUnavailable':
      return null;
    case 'start':
      return fromStart(event);
    case 'newPc':
      return event.type === 'wentBack' ? { step: 'start' } : null;
    case 'locked':
      if (event.type === 'wentBack') return { step: 'start' };
      return event.type === 'releaseRequested' ? { step: 'awaitingRelease', requestedAt: event.at } : null;
    case 'awaitingRelease':
      if (event.type === 'wentBack') return { step: 'locked' };
      return event.type === 'released' ? { step: 'logonMenu' } : null;
    case 'logonMenu':
      if (event.type === 'wentBack') return { step: 'start' };
      return event.type === 'administratorLogonChosen' ? { step: 'activationMenu' } : null;
    case 'activationMenu':
      if (event.type === 'wentBack') return { step: 'logonMenu' };
      if (event.type === 'logonChosen') return readyWith(event);
      return event.type === 'activationChosen' ? { step: 'identification', phase: 'editing', problem: null } : null;
    case 'identification':
      return fromIdentification(state, event, order);
    case 'newPins':
      return fromNewPins(state, event, order);
    case 'oneTimePassword':
      return fromOneTimePassword(state, event, order);
    case 'certificateRequired':
      return event.type === 'retrievalAsked' ? startRetrieval(state) : null;
    case 'retrieval':
    case 'renewal':
      return fromWay(state, event, order);
    case 'certificateReady':
      return fromCertificateReady(state, event);
    case 'loggedOn':
      return fromLoggedOn(state, event);
    default:
      return state satisfies never;
  }
}

/** What brings a person here, they say themselves: nothing else can know it. */
function fromStart(event: ProcedureEvent): Next {
  switch (event.type) {
    case 'lockedOutChosen':
      return { step: 'locked' };
    case 'released':
      return { step: 'logonMenu' };
    case 'logonChosen':
      return readyWith(event);
    case 'newPcChosen':
      return { step: 'newPc' };
    default:
      return null;
  }
}

function startRetrieval(state: StateOf<'certificateRequired' | 'retrieval'>): ProcedureState {
  const { contractorId, organization, enrolBefore } = state;
  return { step: 'retrieval', contractorId, organization, enrolBefore, phase: 'running', stage: 'key', waitingUntil: null, problem: null };
}

/** The way to a new certificate: to the first one, or to the one in place of an old one. */
function fromWay(state: StateOf<'retrieval' | 'renewal'>, event: ProcedureEvent, order: StepOrder): Next {
  if (state.phase === 'stopped' || state.phase === 'failed') return fromStandstill(state, event);
  const { contractorId, organization } = state;
  switch (event.type) {
    case 'stageReached':
      return { ...state, stage: event.stage, waitingUntil: event.waitingUntil };
    case 'retrievalCancelAsked':
      return { ...state, phase: 'cancelling' };
    case 'retrievalStopped':
      return { ...state, phase: 'stopped', waitingUntil: null };
    case 'retrievalFailed':
      return { ...state, phase: 'failed', waitingUntil: null, problem: event.problem };
    case 'certificateInstalled':
      if (activationAhead(state, order)) return { step: 'identification', phase: 'editing', problem: null };
      return readyWith({ contractorId, organization, certificate: event.certificate });
    default:
      return null;
  }
}

/** A renewal can be left: the certificate that was to be renewed is still there. A retrieval has nothing to go back to. */
function fromStandstill(state: StateOf<'retrieval' | 'renewal'>, event: ProcedureEvent): Next {
  if (state.step === 'retrieval') return event.type === 'retrievalAsked' ? startRetrieval(state) : null;
  if (event.type === 'wentBack') return readyWith(state);
  return event.type === 'renewalAsked' ? startRenewal(state) : null;
}

/** After these refusals the bank is asked again how things stand: it knows better than whatever was found out before. */
const expiryCodes: ReadonlySet<ProblemCode> = new Set(['certificate-expired', 'certificate-expired-revoke-first', 'certificate-expired-paper-form']);

function fromCertificateReady(state: StateOf<'certificateReady'>, event: ProcedureEvent): Next {
  if (event.type === 'validityKnown') return withValidity(state, event);
  if (state.phase === 'editing') {
    if (event.type === 'wentBack') return { step: 'start' };
    if (event.type === 'renewalAsked') return canRenew(state) || state.problem?.code === 'certificate-expired' ? startRenewal(state) : null;
    return event.type === 'logonSent' ? { ...state, phase: 'sending', problem: null } : null;
  }
  const { contractorId, organization, certificate, validity } = state;
  if (event.type === 'refused') return { ...state, phase: 'editing', problem: event.problem, validity: expiryCodes.has(event.problem.code) ? null : validity };
  if (event.type !== 'loggedOn') return null;
  return { step: 'loggedOn', contractorId, organization, certificate, validity, loggedOnAt: event.loggedOnAt, lastLogonAt: event.lastLogonAt };
}

function fromLoggedOn(state: StateOf<'loggedOn'>, event: ProcedureEvent): Next {
  if (event.type === 'validityKnown') return withValidity(state, event);
  if (event.type === 'renewalAsked') return canRenew(state) ? startRenewal(state) : null;
  return null;
}

/** Nobody is logged on any more, the certificate stays; an activation that was left begins again with the identification. */
function afterLogOff(state: ProcedureState, problem: Problem | null): Next {
  if (state.step === 'loggedOn') return readyWith(state, problem);
  return state.step === 'newPins' || state.step === 'oneTimePassword' ? { step: 'identification', phase: 'editing', problem } : null;
}

/** What was found out of another certificate than the present one comes too late. */
function withValidity(state: StateOf<'certificateReady' | 'loggedOn'>, event: Extract<ProcedureEvent, { type: 'validityKnown' }>): Next {
  return event.serial === state.certificate.serial ? { ...state, validity: event.validity } : null;
}

/** Whether a restart finds the person in the middle: the bank holds something for them that must not be lost sight of. */
function isUnderWay(state: ProcedureState): boolean {
  switch (state.step) {
    case 'newPins':
    case 'oneTimePassword':
    case 'certificateRequired':
    case 'retrieval':
    case 'renewal':
      return true;
    case 'journalUnavailable':
    case 'start':
    case 'newPc':
    case 'locked':
    case 'awaitingRelease':
    case 'logonMenu':
    case 'activationMenu':
    case 'identification':
    case 'certificateReady':
    case 'loggedOn':
      return false;
    default:
      return state satisfies never;
  }
}

/** What was running when the program ended is not running now, and nobody is logged on any more. */
function standStill(state: ProcedureState): ProcedureState {
  if (state.step === 'certificateReady' || state.step === 'loggedOn') return { step: 'start' };
  if ((state.step === 'retrieval' || state.step === 'renewal') && (state.phase === 'running' || state.phase === 'cancelling'))
    return { ...state, phase: 'stopped', waitingUntil: null };
  return 'phase' in state && state.phase === 'sending' ? { ...state, phase: 'editing' } : state;
}

/** Going on after a restart: inside a session the bank is asked first where it stands. */
function pickUp(state: ProcedureState): ProcedureState {
  return state.step === 'newPins' || state.step === 'oneTimePassword' ? { ...state, phase: 'sending', problem: null } : state;
}
