import { z } from 'zod';
import { checkEmail, emailMaxLength, isPinText, registrationPinLength } from './fields.ts';
import { contractorIdSchema as contractorId, serialSchema } from './identities.ts';
import { problemSchema } from './problem.ts';
import type { Validity } from './validity.ts';

/**
 * The procedure as it is published: a plain value without any secret, from which alone every screen is
 * drawn. Steps are named after the manual's sections 1 and 2.
 */

/** The steps in the manual's order. */
export const stepNames = [
  // Before the first: where the procedure stands cannot be read now.
  'journalUnavailable',
  'start',
  'newPc',
  'locked',
  'awaitingRelease',
  'logonMenu',
  'activationMenu',
  'identification',
  'newPins',
  'oneTimePassword',
  'certificateRequired',
  'retrieval',
  'renewal',
  'certificateReady',
  'loggedOn',
] as const;
export type StepName = (typeof stepNames)[number];

/** The stages of the certificate's retrieval, and of its renewal, in the order in which they are reached. */
export const retrievalStages = ['key', 'request', 'sent', 'waiting', 'checked', 'installed', 'tried'] as const;
export type RetrievalStage = (typeof retrievalStages)[number];

const instant = z.iso.datetime();

/** The session that the bank opened for the activation. Its token is a secret and not here. */
const session = z.object({ expiresAt: instant });

/** Where on the customer card the one-time password stands; null where the card has only one. */
export const cardPositionSchema = z.object({ row: z.int().min(1).max(20), column: z.int().min(1).max(20) });
export type CardPosition = Readonly<z.infer<typeof cardPositionSchema>>;

/** Of a longer name of a certificate only the beginning is shown, in characters. */
export const longestNameShown = 1_000;

/** What may be shown of an installed certificate. */
export const certificateSummarySchema = z.object({
  /** RFC 4514 string, e.g. "CN=12345678901,O=…". */
  subject: z.string().max(longestNameShown),
  issuer: z.string().max(longestNameShown),
  serial: serialSchema.max(200),
  notBefore: instant,
  notAfter: instant,
  /** Which store the certificate stands in. */
  store: z.enum(['nss', 'windows', 'macos']),
});
export type CertificateSummary = Readonly<z.infer<typeof certificateSummarySchema>>;

/** As main decided by the bank's time: the window has no clock of its own. */
export const validitySchema: z.ZodType<Validity> = z.discriminatedUnion('kind', [
  /** daysLeft: a journal of before has none; it is found out again before it is shown. */
  z.object({ kind: z.literal('notDue'), renewableFrom: instant, daysLeft: z.int().min(0).max(10_000_000).default(0) }),
  z.object({ kind: z.literal('due'), daysLeft: z.int().min(0).max(1_000), closesAt: instant.optional() }),
  z.object({ kind: z.literal('closed'), wants: z.enum(['revokeFirst', 'paperForm']) }),
  z.object({ kind: z.literal('expired'), renewableUntil: instant }),
  z.object({ kind: z.literal('revokeFirst') }),
  z.object({ kind: z.literal('paperForm') }),
]);

const editing = z.enum(['editing', 'sending']);
const problem = problemSchema.nullable();
const contract = { contractorId, organization: z.string().max(longestNameShown) };

/** An installed certificate. validity: null while it is not known, as in a journal of before there was any. */
const installed = { ...contract, certificate: certificateSummarySchema, validity: validitySchema.nullable().default(null) };

/** A certificate that stands on this PC, and whose it is. */
const heldCertificateSchema = z.object({ organization: contract.organization, certificate: certificateSummarySchema });

/** What retrieval and renewal have in common: where the way to a certificate stands. */
const way = {
  /** running: under way; cancelling: asked to stop; stopped: cancelled or interrupted; failed: see problem. */
  phase: z.enum(['running', 'cancelling', 'stopped', 'failed']),
  /** The stage that is under way or at which it stopped. */
  stage: z.enum(retrievalStages),
  /** While waiting for the bank: when it will be asked again. */
  waitingUntil: instant.nullable(),
  problem,
};

export const procedureStateSchema = z.discriminatedUnion('step', [
  z.object({ step: z.literal('journalUnavailable'), problem: problemSchema }),
  /** What is known of this PC at the beginning stands in the snapshot's offer. */
  z.object({ step: z.literal('start') }),
  z.object({ step: z.literal('newPc') }),
  z.object({ step: z.literal('locked') }),
  z.object({ step: z.literal('awaitingRelease'), requestedAt: instant }),
  z.object({ step: z.literal('logonMenu') }),
  z.object({ step: z.literal('activationMenu') }),
  z.object({ step: z.literal('identification'), phase: editing, problem }),
  /** installed: the certificate of this PC where the bank issues it before the activation; null also in a journal of before there was that order. */
  z.object({ step: z.literal('newPins'), phase: editing, problem, contractorId, session, installed: heldCertificateSchema.nullable().default(null) }),
  z.object({ step: z.literal('oneTimePassword'), phase: editing, problem, contractorId, session, position: cardPositionSchema.nullable() }),
  z.object({ step: z.literal('certificateRequired'), ...contract, enrolBefore: instant }),
  z.object({ step: z.literal('retrieval'), ...contract, enrolBefore: instant, ...way }),
  z.object({ step: z.literal('certificateReady'), phase: editing, problem, ...installed }),
  z.object({ step: z.literal('loggedOn'), ...installed, loggedOnAt: instant, lastLogonAt: instant.nullable() }),
  /** certificate: the one that is being renewed. */
  z.object({ step: z.literal('renewal'), ...contract, certificate: certificateSummarySchema, ...way }),
]);
export type ProcedureState = Readonly<z.infer<typeof procedureStateSchema>>;

/** What an earlier run left on this PC, and leads on from: offered at the beginning, until the activation begins. */
export const offerSchema = z.discriminatedUnion('kind', [
  /** The bank gave the right to a certificate, which was never fetched. */
  z.object({ kind: z.literal('retrieval'), ...contract, enrolBefore: instant }),
  /** A certificate stands on this PC: the journal says so, or it was found. */
  z.object({ kind: z.literal('logon'), ...installed }),
  /** A certificate stands on this PC, and its bank wants the activation now: only then can one log on. */
  z.object({ kind: z.literal('activation'), ...contract, certificate: certificateSummarySchema }),
]);
export type Offer = Readonly<z.infer<typeof offerSchema>>;

/** What main publishes: the state, and, after a restart in the middle, since when it stood still. */
export const procedureSnapshotSchema = z.object({
  state: procedureStateSchema,
  /** Not null: the program was closed or crashed on the way; the person is asked before it goes on. */
  interruptedAt: instant.nullable(),
  /** A problem that concerns no single step, e.g. the keychain is missing or the journal could not be read. */
  notice: problem,
  /** null in a journal of before there was any. */
  offer: offerSchema.nullable().default(null),
});
export type ProcedureSnapshot = Readonly<z.infer<typeof procedureSnapshotSchema>>;

/** What a request to the procedure answers: the outcome itself is in the snapshot. */
export const acceptedSchema = z.discriminatedUnion('ok', [z.object({ ok: z.literal(true) }), z.object({ ok: z.literal(false), problem: problemSchema })]);
export type Accepted = Readonly<z.infer<typeof acceptedSchema>>;

/** What no PIN can hold is refused here; whether it follows the bank's rule is checked by whom knows the rule. */
const anyPin = z.string().max(64).refine(isPinText);
const registrationPin = z.string().regex(new RegExp(`^[0-9]{${registrationPinLength}}$`, 'u'));

/** Inputs of the requests that carry secrets. They are parsed in main and kept nowhere. */
export const identifyInputSchema = z.strictObject({ contractorId, registrationPin });
export const setPinsInputSchema = z.strictObject({
  registrationPin,
  logonPin: anyPin,
  logonPinReentry: anyPin,
  confirmationPin: anyPin,
  confirmationPinReentry: anyPin,
  /** '' leaves the address as it is. */
  email: z
    .string()
    .max(emailMaxLength)
    .refine((text) => checkEmail(text) === null),
});
export const confirmOneTimePasswordInputSchema = z.strictObject({ oneTimePassword: z.string().regex(/^[0-9]{1,8}$/u) });
export const logOnInputSchema = z.strictObject({ logonPin: anyPin });
export type IdentifyInput = Readonly<z.infer<typeof identifyInputSchema>>;
export type SetPinsInput = Readonly<z.infer<typeof setPinsInputSchema>>;
export type ConfirmOneTimePasswordInput = Readonly<z.infer<typeof confirmOneTimePasswordInputSchema>>;
export type LogOnInput = Readonly<z.infer<typeof logOnInputSchema>>;
