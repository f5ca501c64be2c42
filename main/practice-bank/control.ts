import { z } from 'zod';
import { practicePapersSchema, situationSchema } from '../../preload/contract/practice.ts';

/** What the app and the bank's own process say to each other. The papers are the demo's; no other secret passes. */

export const controlRequestSchema = z.object({
  id: z.int(),
  command: z.enum(['readPapers', 'releaseLock', 'lockAgain', 'setSituation', 'stop']),
  /** With setSituation: which. */
  situation: situationSchema.default(null),
});
export type ControlRequest = Readonly<z.infer<typeof controlRequestSchema>>;
export type ControlCommand = ControlRequest['command'];

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
