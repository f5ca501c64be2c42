import { z } from 'zod';
import { contract, type StateName } from './contract.ts';
import { releaseRequestSchema } from './release-request.ts';
import { requestInputs } from './request-words.ts';

/**
 * A published state as the event record holds it: what was drawn, without what a person typed. Where something was typed
 * stands a mark; of the release request's entries the names alone of those that were filled in.
 */

export const recordedReleaseRequestSchema = releaseRequestSchema.omit({ entries: true }).extend({
  /** The entries that were filled in. */
  filled: z.array(z.enum(requestInputs)).max(requestInputs.length),
});
export type RecordedReleaseRequest = Readonly<z.infer<typeof recordedReleaseRequestSchema>>;

/** Every state, in the shape in which it is recorded. */
const recordedStateSchemas = { ...contract.states, releaseRequest: recordedReleaseRequestSchema } as const;
export type RecordedValue<S extends StateName> = Readonly<z.infer<(typeof recordedStateSchemas)[S]>>;
export type RecordedState = { readonly [S in StateName]: { readonly kind: 'state'; readonly state: S; readonly value: RecordedValue<S> } }[StateName];

const names = Object.keys(recordedStateSchemas) as StateName[];

/** One state's event for each state. */
export const recordedStateSchema = z.discriminatedUnion(
  'state',
  names.map((state) => z.object({ kind: z.literal('state'), state: z.literal(state), value: recordedStateSchemas[state] })) as unknown as [
    z.ZodType<RecordedState> & z.core.$ZodTypeDiscriminable,
  ],
);
