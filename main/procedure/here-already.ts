import type { Offer, ProcedureSnapshot, ProcedureState } from '../../preload/contract/procedure.ts';
import type { StepOrder } from '../../preload/contract/step-order.ts';
import type { ProcedureEvent } from './events.ts';

/** What lies on this PC already, and the ways that open from it: a part of the transition, and as pure. */

type StateOf<S extends ProcedureState['step']> = Extract<ProcedureState, { step: S }>;
type Next = ProcedureState | null;

type Installed = Pick<StateOf<'certificateReady'>, 'contractorId' | 'organization' | 'certificate'>;

/** The logon with a certificate; how long that is good for is found out again. */
export function readyWith(
  { contractorId, organization, certificate }: Installed,
  problem: StateOf<'certificateReady'>['problem'] = null,
): StateOf<'certificateReady'> {
  return { step: 'certificateReady', phase: 'editing', problem, contractorId, organization, certificate, validity: null };
}

const beforeSession: ReadonlySet<ProcedureState['step']> = new Set([
  'start',
  'newPc',
  'locked',
  'awaitingRelease',
  'logonMenu',
  'activationMenu',
  'identification',
]);

/** Whether no session at the bank is open yet, and nothing was got there. */
export function isBeforeSession({ step }: ProcedureState): boolean {
  return beforeSession.has(step);
}

/** An offer of a certificate that stands here: for the logon, or for the activation that its bank wants before. */
type CertificateOffer = Extract<Offer, { kind: 'logon' | 'activation' }>;

/** The certificate that a snapshot knows to be on this PC, as it is offered. */
export function certificateIn({ state, offer }: ProcedureSnapshot): CertificateOffer | null {
  if (offer !== null) return offer.kind === 'retrieval' ? null : offer;
  switch (state.step) {
    case 'newPins':
      return state.installed === null ? null : { kind: 'activation', contractorId: state.contractorId, ...state.installed };
    case 'certificateReady':
    case 'loggedOn':
    case 'renewal': {
      const { contractorId, organization, certificate } = state;
      return { kind: 'logon', contractorId, organization, certificate, validity: state.step === 'renewal' ? null : state.validity };
    }
    default:
      return null;
  }
}

/** Days have passed: how long it is good for is found out again. */
export function ofAnotherDay(offer: CertificateOffer): CertificateOffer {
  return offer.kind === 'logon' ? { ...offer, validity: null } : offer;
}

/** Whether a certificate that was just retrieved opens the activation, and not yet the logon. */
export function activationAhead({ step }: ProcedureState, order: StepOrder): boolean {
  return step === 'retrieval' && order.at(-1) === 'newPins';
}

/** What is offered after an event that leads to a step before the bank's session; null where the event says nothing of it. */
export function offerAfter({ state, offer }: ProcedureSnapshot, event: ProcedureEvent): Offer | null {
  if (event.type === 'certificateInstalled' && state.step === 'retrieval') {
    const { contractorId, organization } = state;
    return { kind: 'activation', contractorId, organization, certificate: event.certificate };
  }
  // The bank knows better: its answer was lost, and the activation done.
  if (event.type === 'refused' && event.problem.code === 'activation-already-done' && offer?.kind === 'activation')
    return { ...offer, kind: 'logon', validity: null };
  return offer;
}

/** What is found out of what lies here before the bank's session; null where that concerns the step itself, or nothing. */
export function withOffer(snapshot: ProcedureSnapshot, event: Extract<ProcedureEvent, { type: 'offered' | 'validityKnown' }>): ProcedureSnapshot | null {
  const { state, interruptedAt } = snapshot;
  if (interruptedAt !== null || !isBeforeSession(state)) return null;
  const known = certificateIn(snapshot);
  if (event.type === 'validityKnown')
    return known?.kind === 'logon' && event.serial === known.certificate.serial ? { ...snapshot, offer: { ...known, validity: event.validity } } : null;
  const { offer } = event;
  if (offer?.kind !== 'logon' || offer.certificate.serial !== known?.certificate.serial) return { ...snapshot, offer };
  // The same one, found again: of what was known of it nothing is lost.
  return { ...snapshot, offer: known.kind === 'logon' ? { ...offer, validity: offer.validity ?? known.validity } : known };
}

/** From anywhere before the bank's session, what lies here already can be gone on with; from the start, a certificate can also be renewed. */
export function withWhatIsHere({ state, offer }: ProcedureSnapshot, event: ProcedureEvent): Next {
  if (offer === null || !isBeforeSession(state) || ('phase' in state && state.phase === 'sending')) return null;
  if (event.type === 'renewalAsked') return state.step === 'start' && offer.kind === 'logon' && canRenew(offer) ? startRenewal(offer) : null;
  // With a certificate whose activation is ahead one cannot log on yet: whichever was chosen leads there.
  if (offer.kind === 'activation')
    return event.type === 'offerTaken' || event.type === 'logonChosen' ? { step: 'identification', phase: 'editing', problem: null } : null;
  if (event.type !== 'offerTaken') return null;
  if (offer.kind === 'logon') return { ...readyWith(offer), validity: offer.validity };
  const { contractorId, organization, enrolBefore } = offer;
  return { step: 'certificateRequired', contractorId, organization, enrolBefore };
}

/** A renewal of a certificate, from its first stage. */
export function startRenewal({ contractorId, organization, certificate }: Installed): ProcedureState {
  return { step: 'renewal', contractorId, organization, certificate, phase: 'running', stage: 'key', waitingUntil: null, problem: null };
}

/** Whether the time for a renewal has come. A logon refused as expired says so as well. */
export function canRenew({ validity }: Pick<StateOf<'certificateReady'>, 'validity'>): boolean {
  return validity?.kind === 'due' || validity?.kind === 'expired';
}
