import type { ProcedureState } from '../../preload/contract/procedure.ts';
import type { StepOrder } from '../../preload/contract/step-order.ts';
import type { ProcedureEvent } from './events.ts';
import { readyWith } from './here-already.ts';

/** The steps that lead into the bank's activation session and through it, in whichever order the bank has them: a part of the transition, and as pure. */

type StateOf<S extends ProcedureState['step']> = Extract<ProcedureState, { step: S }>;
type Next = ProcedureState | null;

export function fromIdentification(state: StateOf<'identification'>, event: ProcedureEvent, order: StepOrder): Next {
  if (state.phase === 'editing') {
    if (event.type === 'wentBack') return { step: 'activationMenu' };
    return event.type === 'identificationSent' ? { ...state, phase: 'sending', problem: null } : null;
  }
  const pinsFirst = order[0] === 'newPins';
  if (event.type === 'identified' && pinsFirst) {
    const { contractorId, expiresAt } = event;
    return { step: 'newPins', phase: 'editing', problem: null, contractorId, session: { expiresAt }, installed: null };
  }
  // Where the certificate comes in between, the bank says on which side of it the person is.
  if (event.type === 'sessionFound' && !pinsFirst) return inFoundSession(event, order);
  return event.type === 'refused' || event.type === 'sessionLost' ? { ...state, phase: 'editing', problem: event.problem } : null;
}

export function fromNewPins(state: StateOf<'newPins'>, event: ProcedureEvent, order: StepOrder): Next {
  const shared = inSession(state, event, order);
  if (shared !== undefined) return shared;
  if (state.phase === 'editing') return event.type === 'pinsSent' ? { ...state, phase: 'sending', problem: null } : null;
  if (event.type !== 'pinsAccepted') return null;
  const { contractorId, session, installed } = state;
  if (order.at(-1) === 'newPins') return installed === null ? null : readyWith({ contractorId, ...installed });
  return { step: 'oneTimePassword', phase: 'editing', problem: null, contractorId, session, position: event.position };
}

export function fromOneTimePassword(state: StateOf<'oneTimePassword'>, event: ProcedureEvent, order: StepOrder): Next {
  const shared = inSession(state, event, order);
  if (shared !== undefined) return shared;
  if (state.phase === 'editing') return event.type === 'oneTimePasswordSent' ? { ...state, phase: 'sending', problem: null } : null;
  if (event.type !== 'activated') return null;
  const { contractorId, organization, enrolBefore } = event;
  return { step: 'certificateRequired', contractorId, organization, enrolBefore };
}

/** What both steps inside the bank's session have in common; undefined when the event is none of that. */
function inSession(state: StateOf<'newPins' | 'oneTimePassword'>, event: ProcedureEvent, order: StepOrder): Next | undefined {
  if (event.type === 'sessionLost') return { step: 'identification', phase: 'editing', problem: event.problem };
  if (event.type === 'wentBack' && state.phase === 'editing') return { step: 'identification', phase: 'editing', problem: null };
  if (state.phase !== 'sending') return undefined;
  if (event.type === 'refused') return { ...state, phase: 'editing', problem: event.problem };
  return event.type === 'sessionFound' ? inFoundSession(event, order) : undefined;
}

/** Where the bank says that the session stands: at the PINs with a certificate where that comes before them, and without one where it does not. */
function inFoundSession(event: Extract<ProcedureEvent, { type: 'sessionFound' }>, order: StepOrder): Next {
  const found = { phase: 'editing', problem: null, contractorId: event.contractorId, session: { expiresAt: event.expiresAt } } as const;
  if (event.next === 'oneTimePassword') return { step: 'oneTimePassword', ...found, position: event.position };
  const { installed } = event;
  return (order[0] === 'newPins') === (installed === null) ? { step: 'newPins', ...found, installed } : null;
}
