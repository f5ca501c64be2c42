import type { Offer, ProcedureSnapshot, ProcedureState } from '../../preload/contract/procedure.ts';
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

/** The certificate that a snapshot knows to be on this PC, as it is offered. */
export function certificateIn({ state, offer }: ProcedureSnapshot): Extract<Offer, { kind: 'logon' }> | null {
  if (offer !== null) return offer.kind === 'logon' ? offer : null;
  switch (state.step) {
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

/** What is found out of what lies here before the bank's session; null where that concerns the step itself, or nothing. */
export function withOffer(snapshot: ProcedureSnapshot, event: Extract<ProcedureEvent, { type: 'offered' | 'validityKnown' }>): ProcedureSnapshot | null {
  const { state, interruptedAt } = snapshot;
  if (interruptedAt !== null || !isBeforeSession(state)) return null;
  const known = certificateIn(snapshot);
  if (event.type === 'validityKnown') return event.serial === known?.certificate.serial ? { ...snapshot, offer: { ...known, validity: event.validity } } : null;
  const { offer } = event;
  const same = offer?.kind === 'logon' && offer.certificate.serial === known?.certificate.serial;
  return { ...snapshot, offer: same ? { ...offer, validity: offer.validity ?? known.validity } : offer };
}

/** From anywhere before the bank's session, what lies here already can be gone on with; from the start, a certificate can also be renewed. */
export function withWhatIsHere({ state, offer }: ProcedureSnapshot, event: ProcedureEvent): Next {
  if (offer === null || !isBeforeSession(state) || ('phase' in state && state.phase === 'sending')) return null;
  if (event.type === 'renewalAsked') return state.step === 'start' && offer.kind === 'logon' && canRenew(offer) ? startRenewal(offer) : null;
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
