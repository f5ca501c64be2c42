import fc from 'fast-check';
import type { ProcedureEvent } from '../../main/procedure/events.ts';
import { initialSnapshot, transition as transitionIn } from '../../main/procedure/transition.ts';
import { contractorIdSchema, serialSchema } from '../../preload/contract/identities.ts';
import type { Problem } from '../../preload/contract/problem.ts';
import { type ProcedureSnapshot, retrievalStages } from '../../preload/contract/procedure.ts';
import { type StepOrder, stepOrders } from '../../preload/contract/step-order.ts';

/** Events for the tests of the procedure: the one good way, and anything at all. */

export const contractorId = contractorIdSchema.parse('12345678901');
const at = '2026-11-20T01:00:00.000Z';
export const problem: Problem = { code: 'bank-timeout', field: null, attemptsLeft: null, retryAt: null, remark: null, reference: null, screenCode: '2-3-402' };
const certificate = { subject: `CN=${contractorId}`, issuer: 'CN=CA', serial: serialSchema.parse('0A'), notBefore: at, notAfter: at, store: 'nss' } as const;

/** In the manual's order, unless another one is said. */
export const transition = (snapshot: ProcedureSnapshot, event: ProcedureEvent, order: StepOrder = stepOrders.activationFirst) =>
  transitionIn(snapshot, event, order);

export const goodWay: readonly ProcedureEvent[] = [
  { type: 'lockedOutChosen' },
  { type: 'releaseRequested', at },
  { type: 'released' },
  { type: 'administratorLogonChosen' },
  { type: 'activationChosen' },
  { type: 'identificationSent' },
  { type: 'identified', contractorId, expiresAt: at },
  { type: 'pinsSent' },
  { type: 'pinsAccepted', position: { row: 2, column: 3 } },
  { type: 'oneTimePasswordSent' },
  { type: 'activated', contractorId, organization: '株式会社見本', enrolBefore: at },
  { type: 'noticeDismissed' },
  { type: 'retrievalAsked' },
  { type: 'stageReached', stage: 'sent', waitingUntil: null },
  { type: 'certificateInstalled', certificate },
  { type: 'logonSent' },
  { type: 'loggedOn', loggedOnAt: at, lastLogonAt: null },
];

/** The good way at a bank that issues the certificate before the activation. */
export const certificateFirstWay: readonly ProcedureEvent[] = [
  ...goodWay.slice(0, 6),
  { type: 'sessionFound', next: 'oneTimePassword', contractorId, expiresAt: at, position: null },
  { type: 'oneTimePasswordSent' },
  { type: 'activated', contractorId, organization: '株式会社見本', enrolBefore: at },
  { type: 'retrievalAsked' },
  { type: 'stageReached', stage: 'sent', waitingUntil: null },
  { type: 'certificateInstalled', certificate },
  { type: 'identificationSent' },
  { type: 'sessionFound', next: 'pins', contractorId, expiresAt: at, installed: { organization: '株式会社見本', certificate } },
  { type: 'pinsSent' },
  { type: 'pinsAccepted', position: null },
  { type: 'logonSent' },
  { type: 'loggedOn', loggedOnAt: at, lastLogonAt: null },
];

/** What makes a renewal of the certificate possible, and one that goes well. */
export const due: ProcedureEvent = { type: 'validityKnown', serial: serialSchema.parse('0A'), validity: { kind: 'due', daysLeft: 12 } };
export const renewed = { ...certificate, serial: serialSchema.parse('0B') } as const;
export const renewalWay: readonly ProcedureEvent[] = [
  due,
  { type: 'renewalAsked' },
  { type: 'stageReached', stage: 'sent', waitingUntil: null },
  { type: 'certificateInstalled', certificate: renewed },
];

const others: readonly ProcedureEvent[] = [
  { type: 'logonChosen', contractorId, organization: '株式会社見本', certificate },
  { type: 'newPcChosen' },
  { type: 'offerTaken' },
  { type: 'retrievalCancelAsked' },
  ...renewalWay,
  { type: 'validityKnown', serial: serialSchema.parse('0A'), validity: { kind: 'notDue', renewableFrom: at, daysLeft: 300 } },
  { type: 'wentBack' },
  { type: 'resumed' },
  { type: 'startedOver' },
  { type: 'sessionFound', next: 'pins', contractorId, expiresAt: at, installed: null },
  { type: 'sessionFound', next: 'pins', contractorId, expiresAt: at, installed: { organization: '株式会社見本', certificate } },
  { type: 'sessionFound', next: 'oneTimePassword', contractorId, expiresAt: at, position: null },
  { type: 'sessionLost', problem },
  { type: 'refused', problem },
  { type: 'loggedOff', problem },
  { type: 'retrievalFailed', problem },
  { type: 'retrievalStopped' },
  { type: 'restored', at },
  { type: 'noticed', problem },
];

const stageEvents = fc.constantFrom(...retrievalStages).map((stage): ProcedureEvent => ({ type: 'stageReached', stage, waitingUntil: null }));

export const anyEvent: fc.Arbitrary<ProcedureEvent> = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...goodWay, ...certificateFirstWay) },
  { weight: 2, arbitrary: fc.constantFrom(...others) },
  { weight: 1, arbitrary: stageEvents },
);

/** A good way with bits left out and anything at all put in between: reaches the late steps, where pure chance rarely comes. */
export const anyWayAlong = (way: readonly ProcedureEvent[]): fc.Arbitrary<readonly ProcedureEvent[]> =>
  fc
    .tuple(
      ...way.map((event) =>
        fc
          .tuple(fc.boolean(), fc.integer({ min: 0, max: 19 }), fc.array(anyEvent, { maxLength: 2 }))
          .map(([noisy, luck, noise]) => [...(noisy ? noise : []), ...(luck === 0 ? [] : [event])]),
      ),
    )
    .map((parts) => parts.flat());
export const anyWay = anyWayAlong(goodWay);

/** @returns where a sequence of events ends; events that have no place are passed over */
export function walk(events: readonly ProcedureEvent[], order: StepOrder = stepOrders.activationFirst): ProcedureSnapshot {
  return events.reduce((snapshot, event) => transition(snapshot, event, order) ?? snapshot, initialSnapshot);
}

/** What must have happened, in this order, before a step may be on the screen. */
export const mustHaveHappened: Readonly<Partial<Record<ProcedureSnapshot['state']['step'], readonly (readonly ProcedureEvent['type'][])[]>>> = {
  locked: [['lockedOutChosen']],
  newPc: [['newPcChosen']],
  awaitingRelease: [['lockedOutChosen'], ['releaseRequested']],
  logonMenu: [['released']],
  activationMenu: [['administratorLogonChosen']],
  identification: [['activationChosen']],
  newPins: [['identificationSent'], ['identified']],
  oneTimePassword: [['identified'], ['pinsSent', 'resumed'], ['pinsAccepted', 'sessionFound']],
  certificateRequired: [['identified'], ['pinsAccepted', 'sessionFound'], ['oneTimePasswordSent', 'resumed'], ['activated']],
  retrieval: [['activated'], ['retrievalAsked']],
  renewal: [['activated'], ['certificateInstalled'], ['validityKnown'], ['renewalAsked']],
  certificateReady: [['activated'], ['retrievalAsked'], ['certificateInstalled']],
  loggedOn: [['certificateInstalled'], ['logonSent'], ['loggedOn']],
};

/** The other way to the logon, for a person who has the certificate already. */
export const withCertificateAtHand: typeof mustHaveHappened = {
  renewal: [['logonChosen'], ['validityKnown'], ['renewalAsked']],
  certificateReady: [['logonChosen']],
  loggedOn: [['logonChosen'], ['logonSent'], ['loggedOn']],
};

export function happenedInOrder(history: readonly ProcedureEvent[], groups: readonly (readonly ProcedureEvent['type'][])[]): boolean {
  let from = 0;
  return groups.every((group) => {
    const at = history.findIndex((event, index) => index >= from && group.includes(event.type));
    from = at + 1;
    return at !== -1;
  });
}
