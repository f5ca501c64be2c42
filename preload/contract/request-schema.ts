import { z } from 'zod';
import { problemSchema } from './problem.ts';
import { acceptedSchema } from './procedure.ts';

/** What the requests of the contract (contract.ts) are made of. */

export type RequestSchema<I extends z.ZodType, R extends z.ZodType> = { readonly input: I; readonly reply: R };

export const request = <I extends z.ZodType, R extends z.ZodType>(input: I, reply: R): RequestSchema<I, R> => ({ input, reply });
export const nothing = z.undefined();
export const step = request(nothing, acceptedSchema);
export const answer = <T extends z.ZodType>(value: T) =>
  z.discriminatedUnion('ok', [z.object({ ok: z.literal(true), value }), z.object({ ok: z.literal(false), problem: problemSchema })]);
