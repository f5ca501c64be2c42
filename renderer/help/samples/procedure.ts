import type { ContractorId, Serial } from '../../../preload/contract/identities.ts';
import type { Offer, ProcedureSnapshot, ProcedureState, RetrievalStage } from '../../../preload/contract/procedure.ts';

/** A demo company's procedure, a state of each step, with fixed times: what the manual's pictures, the gallery and tests of the window show. */

// Plain data: the schemas stay out of the window's code. A unit test reads both by them.
export const contractorId = '40718205936' as ContractorId;
export const organization = '株式会社みなと文具';
const contract = { contractorId, organization };
const session = { expiresAt: '2026-11-22T06:10:00.000Z' };
const certificate = {
  subject: `CN=${contractorId},O=${organization}`,
  issuer: 'CN=Kaitsu Bank Practice CA,O=開通銀行',
  serial: '5A3F09C2774E18B0D6A4913CE5770B12' as Serial,
  notBefore: '2026-11-22T06:00:00.000Z',
  notAfter: '2027-11-22T06:00:00.000Z',
  store: 'nss',
} as const;

/** A year before its end, at a bank that renews in the last thirty days. */
const validity = { kind: 'notDue', renewableFrom: '2027-10-23T06:00:00.000Z', daysLeft: 364 } as const;

/** The certificate as the start offers it. */
export const heldCertificate = { kind: 'logon', ...contract, certificate, validity } as const satisfies Offer;
/** The right to a certificate that was not fetched. */
export const waitingRight = { kind: 'retrieval', ...contract, enrolBefore: '2027-02-10T06:00:00.000Z' } as const satisfies Offer;

export const sampleStates = {
  start: { step: 'start' },
  newPc: { step: 'newPc' },
  locked: { step: 'locked' },
  awaitingRelease: { step: 'awaitingRelease', requestedAt: '2026-11-22T01:12:00.000Z' },
  logonMenu: { step: 'logonMenu' },
  activationMenu: { step: 'activationMenu' },
  identification: { step: 'identification', phase: 'editing', problem: null },
  newPins: { step: 'newPins', phase: 'editing', problem: null, contractorId, session, installed: null },
  oneTimePassword: { step: 'oneTimePassword', phase: 'editing', problem: null, contractorId, session, position: { row: 3, column: 7 } },
  certificateRequired: { step: 'certificateRequired', ...contract, enrolBefore: '2027-02-10T06:00:00.000Z' },
  retrieval: retrieval('checked'),
  certificateReady: { step: 'certificateReady', phase: 'editing', problem: null, ...contract, certificate, validity },
  loggedOn: { step: 'loggedOn', ...contract, certificate, validity, loggedOnAt: '2026-11-22T06:08:00.000Z', lastLogonAt: '2026-10-30T00:31:00.000Z' },
  renewal: renewal('checked'),
} as const satisfies { readonly [S in Exclude<ProcedureState['step'], 'journalUnavailable'>]: Extract<ProcedureState, { step: S }> };

/** The retrieval at a stage. */
export function retrieval(stage: RetrievalStage, more: Partial<Extract<ProcedureState, { step: 'retrieval' }>> = {}) {
  return {
    step: 'retrieval',
    ...contract,
    enrolBefore: '2027-02-10T06:00:00.000Z',
    phase: 'running',
    stage,
    waitingUntil: null,
    problem: null,
    ...more,
  } as const;
}

/** The renewal at a stage. */
export function renewal(stage: RetrievalStage, more: Partial<Extract<ProcedureState, { step: 'renewal' }>> = {}) {
  return { step: 'renewal', ...contract, certificate, phase: 'running', stage, waitingUntil: null, problem: null, ...more } as const;
}

/** A snapshot of a state, with nothing beside it. */
export function snapshotOf(state: ProcedureState, more: Partial<ProcedureSnapshot> = {}): ProcedureSnapshot {
  return { state, interruptedAt: null, notice: null, offer: null, ...more };
}
