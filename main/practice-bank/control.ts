import { z } from 'zod';
import { practicePapersSchema, situationSchema } from '../../preload/contract/practice.ts';

/** What the app and the bank's own process say to each other. The papers are the demo's; no other secret passes. */

/** What a scenario wants of the bank's records; what is left out stays as it is. */
export const stageSchema = z.strictObject({
  contract: z.enum(['locked', 'released', 'active']).optional(),
  /** Attempts of the contract that are left before the lock. */
  attemptsLeft: z.int().min(0).max(100).optional(),
  /** How many there are, and how many of them are locked. */
  users: z.strictObject({ count: z.int().min(1).max(99), locked: z.int().min(0).max(99) }).optional(),
  revoked: z.boolean().optional(),
  /** By its clock the bank comes so near to the end of the contract's certificate, in days; less than 0: past it. */
  certificateEndsInDays: z.number().min(-36_500).max(36_500).optional(),
  /** Minutes by which the bank's clock is ahead of the machine's. */
  clockAhead: z.int().min(-1_000_000).max(1_000_000).optional(),
});
export type Stage = Readonly<z.infer<typeof stageSchema>>;

export const controlRequestSchema = z.object({
  id: z.int(),
  command: z.enum(['readPapers', 'releaseLock', 'lockAgain', 'setSituation', 'stage', 'stop']),
  /** With setSituation: which. */
  situation: situationSchema.default(null),
  /** With setSituation: whether the bank's clock stays as a scenario has set it. */
  keepsClock: z.boolean().default(false),
  /** With stage: what. */
  stage: stageSchema.default({}),
});
export type ControlRequest = Readonly<z.infer<typeof controlRequestSchema>>;

export const controlReplySchema = z.discriminatedUnion('type', [
  /** Once, when the bank serves. authority: PEM of its root. */
  z.object({ type: z.literal('ready'), port: z.int().min(1).max(65535), authority: z.string().startsWith('-----BEGIN CERTIFICATE-----') }),
  /** Once, instead: it cannot serve. reason holds no secret; code: what the person is told where this PC's disk is at fault. */
  z.object({ type: z.literal('failed'), reason: z.string(), code: z.enum(['disk-full', 'disk-refused']).nullable().default(null) }),
  z.object({ type: z.literal('papers'), id: z.int(), papers: practicePapersSchema }),
  z.object({ type: z.literal('done'), id: z.int() }),
  z.object({ type: z.literal('refused'), id: z.int() }),
]);
export type ControlReply = Readonly<z.infer<typeof controlReplySchema>>;
