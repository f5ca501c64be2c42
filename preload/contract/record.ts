import { z } from 'zod';
import { serialSchema } from './identities.ts';
import { problemSchema } from './problem.ts';

/**
 * The record of the procedure (手続きの控え): one page for the company's files, of what was done and when. It holds what
 * the person saw on the way, and no secret; of the contractor ID the last four digits alone.
 */

/** How much stands on the one page; what is beyond is counted on it. */
export const recordLimits = { done: 6, users: 12, refusals: 5 } as const;

const instant = z.iso.datetime();
const count = z.int().min(0);
const certificate = { serial: serialSchema.max(200), notAfter: instant };

const doneSchema = z.discriminatedUnion('what', [
  z.object({ what: z.enum(['requested', 'released', 'activated']), at: instant }),
  /** Retrieved, renewed, or shown at the first logon. */
  z.object({ what: z.enum(['certificate', 'renewal', 'loggedOn']), at: instant, ...certificate }),
]);

export const recordPaperSchema = z.object({
  madeAt: instant,
  /** null where the way has not come as far as a contract. */
  contract: z.object({ lastFour: z.string().regex(/^[0-9]{4}$/u), organization: z.string().max(40).nullable() }).nullable(),
  /** Who made it, where, and with which version of the program; '' where the system does not say. */
  place: z.object({ user: z.string().max(24), pc: z.string().max(24), version: z.string().max(24) }),
  /** The certificate that was retrieved or shown last. */
  certificate: z.object(certificate).nullable(),
  /** In the order in which it was done. more: how many further lines there would be. */
  done: z.object({ shown: z.array(doneSchema).max(recordLimits.done), more: count }),
  /** Users whose PINs were given anew. named: their IDs; more: further ones; unnamed: changes of an earlier run, whose IDs are kept nowhere. */
  users: z.object({ named: z.array(z.string().max(20)).max(recordLimits.users), more: count, unnamed: count, firstAt: instant, lastAt: instant }).nullable(),
  /** What was refused on the way, by screen code. more: how many refusals are not among those shown. */
  refusals: z.object({
    shown: z
      .array(z.object({ screenCode: z.string().max(12), code: problemSchema.shape.code, times: z.int().min(1), lastAt: instant }))
      .max(recordLimits.refusals),
    more: count,
  }),
});
export type RecordPaper = Readonly<z.infer<typeof recordPaperSchema>>;
export type RecordedStep = RecordPaper['done']['shown'][number];

/** What is published of it. */
export const recordSchema = z.object({
  /** Whether there is anything to put on record. */
  available: z.boolean(),
  /** Whether it is on the screen. */
  open: z.boolean(),
  /** Name (without its folder) of the PDF that was saved last since the program started. */
  savedAs: z.string().nullable(),
});
export type RecordState = Readonly<z.infer<typeof recordSchema>>;

/** The name of the PDF, in the window's language. */
export const saveRecordInputSchema = z.strictObject({ title: z.string().min(1).max(60) });
