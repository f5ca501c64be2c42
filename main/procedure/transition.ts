import type { Problem, ProblemCode } from '../../preload/contract/problem.ts';
import type { ProcedureSnapshot, ProcedureState } from '../../preload/contract/procedure.ts';
import type { ProcedureEvent } from './events.ts';

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

/** Where everybody begins: the company is locked out (manual, opening paragraph). */
export const initialSnapshot: ProcedureSnapshot = { state: { step: 'locked' }, interruptedAt: null, notice: null, offer: null };

/**
 * @param snapshot where the procedure stands
 * @param event what happened
 * @returns where it stands now; null when the event has no place there (nothing changes then)
 */
export function transition(snapshot: ProcedureSnapshot, event: ProcedureEvent): ProcedureSnapshot | null {
  switch (event.type) {
    case 'noticed':
      return { ...snapshot, notice: event.problem };
    case 'noticeDismissed':
      return { ...snapshot, notice: null };
    case 'startedOver':
      // Where the procedure stands is not known there, nor what would be given up.
      return snapshot.state.step === 'journalUnavailable' ? null : initialSnapshot;
    case 'journalUnread':
      return isBeforeJournal(snapshot.state)
        ? { state: { step: 'journalUnavailable', problem: event.problem }, interruptedAt: null, notice: null, offer: null }
        : null;
    case 'journalSetAside':
      return snapshot.state.step === 'journalUnavailable' ? initialSnapshot : null;
    case 'restored':
      return { state: standStill(snapshot.state), interruptedAt: isUnderWay(snapshot.state) ? event.at : null, notice: null, offer: null };
    case 'resumed':
      return snapshot.interruptedAt === null ? null : { ...snapshot, state: pickUp(snapshot.state), interruptedAt: null };
    case 'loggedOff': {
      const state = afterLogOff(snapshot.state, event.problem);
      return state === null ? null : { ...snapshot, state, interruptedAt: null };
    }
    default: {
      // Until the person has said how to go on, nothing else happens.
      if (snapshot.interruptedAt !== null) return null;
      const { offer } = snapshot;
      if (event.type === 'offered') return isBeforeSession(snapshot.state) ? { ...snapshot, offer: event.offer } : null;
      const state = event.type === 'offerTaken' ? takeOffer(snapshot) : nextState(snapshot.state, event);
      if (state === null) return null;
      // A person who does what a notice reminded of need not be told any longer.
      const told = reminders.some((one) => one.event === event.type && one.code === snapshot.notice?.code);
      return { ...snapshot, state, notice: told ? null : snapshot.notice, offer: isBeforeSession(state) ? offer : null };
    }
  }
}

/** Whether nothing of the procedure has been read or done yet. */
function isBeforeJournal({ step }: ProcedureState): boolean {
  return step === 'locked' || step === 'journalUnavailable';
}

/** From anywhere before the bank's session, what lies here already can be gone on with. */
function takeOffer({ state, offer }: ProcedureSnapshot): Next {
  if (offer === null || !isBeforeSession(state) || ('phase' in state && state.phase === 'sending')) return null;
  const { contractorId, organization } = offer;
  return offer.kind === 'logon' ? readyWith(offer) : { step: 'certificateRequired', contractorId, organization, enrolBefore: offer.enrolBefore };
}

function nextState(state: ProcedureState, event: ProcedureEvent): Next {
  switch (state.step) {
    case 'journalUnavailable':
      return null;
    case 'locked':
      return event.type === 'releaseRequested' ? { step: 'awaitingRelease', requestedAt: event.at } : null;
    case 'awaitingRelease':
      if (event.type === 'wentBack') return { step: 'locked' };
      return event.type === 'released' ? { step: 'logonMenu' } : null;
    case 'logonMenu':
      if (event.type === 'wentBack') return { step: 'locked' };
      return event.type === 'administratorLogonChosen' ? { step: 'activationMenu' } : null;
    case 'activationMenu':
      if (event.type === 'wentBack') return { step: 'logonMenu' };
      if (event.type === 'logonChosen') return readyWith(event);
      return event.type === 'activationChosen' ? { step: 'identification', phase: 'editing', problem: null } : null;
    case 'identification':
      return fromIdentification(state, event);
    case 'newPins':
      return fromNewPins(state, event);
    case 'oneTimePassword':
      return fromOneTimePassword(state, event);
    case 'certificateRequired':
      return event.type === 'retrievalAsked' ? startRetrieval(state) : null;
    case 'retrieval':
    case 'renewal':
      return fromWay(state, event);
    case 'certificateReady':
      return fromCertificateReady(state, event);
    case 'loggedOn':
      return fromLoggedOn(state, event);
    default:
      return state satisfies never;
  }
}

function fromIdentification(state: StateOf<'identification'>, event: ProcedureEvent): Next {
  if (state.phase === 'editing') {
    if (event.type === 'wentBack') return { step: 'activationMenu' };
    return event.type === 'identificationSent' ? { ...state, phase: 'sending', problem: null } : null;
  }
  if (event.type === 'identified')
    return { step: 'newPins', phase: 'editing', problem: null, contractorId: event.contractorId, session: { expiresAt: event.expiresAt } };
  return event.type === 'refused' || event.type === 'sessionLost' ? { ...state, phase: 'editing', problem: event.problem } : null;
}

function fromNewPins(state: StateOf<'newPins'>, event: ProcedureEvent): Next {
  const shared = inSession(state, event);
  if (shared !== undefined) return shared;
  if (state.phase === 'editing') return event.type === 'pinsSent' ? { ...state, phase: 'sending', problem: null } : null;
  if (event.type !== 'pinsAccepted') return null;
  const { contractorId, session } = state;
  return { step: 'oneTimePassword', phase: 'editing', problem: null, contractorId, session, position: event.position };
}

function fromOneTimePassword(state: StateOf<'oneTimePassword'>, event: ProcedureEvent): Next {
  const shared = inSession(state, event);
  if (shared !== undefined) return shared;
  if (state.phase === 'editing') return event.type === 'oneTimePasswordSent' ? { ...state, phase: 'sending', problem: null } : null;
  if (event.type !== 'activated') return null;
  const { contractorId, organization, enrolBefore } = event;
  return { step: 'certificateRequired', contractorId, organization, enrolBefore };
}

/** What both steps inside the bank's session have in common; undefined when the event is none of that. */
function inSession(state: StateOf<'newPins' | 'oneTimePassword'>, event: ProcedureEvent): Next | undefined {
  if (event.type === 'sessionLost') return { step: 'identification', phase: 'editing', problem: event.problem };
  if (event.type === 'wentBack' && state.phase === 'editing') return { step: 'identification', phase: 'editing', problem: null };
  if (state.phase !== 'sending') return undefined;
  if (event.type === 'refused') return { ...state, phase: 'editing', problem: event.problem };
  if (event.type !== 'sessionFound') return undefined;
  const found = { phase: 'editing', problem: null, contractorId: event.contractorId, session: { expiresAt: event.expiresAt } } as const;
  return event.next === 'pins' ? { step: 'newPins', ...found } : { step: 'oneTimePassword', ...found, position: event.position };
}

function startRetrieval(state: StateOf<'certificateRequired' | 'retrieval'>): ProcedureState {
  const { contractorId, organization, enrolBefore } = state;
  return { step: 'retrieval', contractorId, organization, enrolBefore, phase: 'running', stage: 'key', waitingUntil: null, problem: null };
}

function startRenewal({ contractorId, organization, certificate }: Installed): ProcedureState {
  return { step: 'renewal', contractorId, organization, certificate, phase: 'running', stage: 'key', waitingUntil: null, problem: null };
}

/** The way to a new certificate: to the first one, or to the one in place of an old one. */
function fromWay(state: StateOf<'retrieval' | 'renewal'>, event: ProcedureEvent): Next {
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

type Installed = Pick<StateOf<'certificateReady'>, 'contractorId' | 'organization' | 'certificate'>;

/** How long the certificate is good for is found out again. */
function readyWith({ contractorId, organization, certificate }: Installed, problem: StateOf<'certificateReady'>['problem'] = null): ProcedureState {
  return { step: 'certificateReady', phase: 'editing', problem, contractorId, organization, certificate, validity: null };
}

/** After these refusals the bank is asked again how things stand: it knows better than whatever was found out before. */
const expiryCodes: ReadonlySet<ProblemCode> = new Set(['certificate-expired', 'certificate-expired-revoke-first', 'certificate-expired-paper-form']);

/** Whether the time for a renewal has come. A logon refused as expired says so as well. */
function canRenew({ validity }: StateOf<'certificateReady' | 'loggedOn'>): boolean {
  return validity?.kind === 'due' || validity?.kind === 'expired';
}

function fromCertificateReady(state: StateOf<'certificateReady'>, event: ProcedureEvent): Next {
  if (event.type === 'validityKnown') return withValidity(state, event);
  if (state.phase === 'editing') {
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

/** Whether no session at the bank is open yet, and nothing was got there. */
function isBeforeSession({ step }: ProcedureState): boolean {
  return step === 'locked' || step === 'awaitingRelease' || step === 'logonMenu' || step === 'activationMenu' || step === 'identification';
}

/** What the screen of the logon says after ログオフ. */
const logOffCodes: ReadonlySet<ProblemCode> = new Set(['logged-off-as-asked', 'log-off-not-told']);

/** What was running when the program ended is not running now, and nobody is logged on any more. */
function standStill(state: ProcedureState): ProcedureState {
  if (state.step === 'loggedOn') return readyWith(state);
  // Days may have passed: what was said of a log-off is no news any more.
  if (state.step === 'certificateReady') {
    const isOld = state.problem !== null && logOffCodes.has(state.problem.code);
    return { ...state, phase: 'editing', validity: null, problem: isOld ? null : state.problem };
  }
  if ((state.step === 'retrieval' || state.step === 'renewal') && (state.phase === 'running' || state.phase === 'cancelling'))
    return { ...state, phase: 'stopped', waitingUntil: null };
  return 'phase' in state && state.phase === 'sending' ? { ...state, phase: 'editing' } : state;
}

/** Going on after a restart: inside a session the bank is asked first where it stands. */
function pickUp(state: ProcedureState): ProcedureState {
  return state.step === 'newPins' || state.step === 'oneTimePassword' ? { ...state, phase: 'sending', problem: null } : state;
}
