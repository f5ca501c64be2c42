import { z } from 'zod';

/** Updates of the program itself: looked for, offered, fetched and installed only when it is asked for, and never in a procedure. */

export const updateOffReasons = ['policy', 'preference', 'no-server', 'no-signer', 'managed'] as const;
const version = z.string().max(40);

export const updatesSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('off'), why: z.enum(updateOffReasons) }),
  z.object({ kind: z.enum(['idle', 'checking', 'current']) }),
  z.object({ kind: z.literal('offered'), version }),
  z.object({ kind: z.literal('downloading'), version, percent: z.int().min(0).max(100) }),
  z.object({ kind: z.literal('ready'), version }),
  z.object({ kind: z.literal('failed'), why: z.enum(['unreachable', 'not-signed']) }),
]);
export type UpdatesState = Readonly<z.infer<typeof updatesSchema>>;
