import { z } from 'zod';
import { type PreflightFinding, preflightChecks, preflightFindings } from './preflight-findings.ts';
import { remarkMaxLength } from './problem.ts';

/** What is published of the preflight. The table of its findings is in preflight-findings.ts. */
const findingNames = Object.keys(preflightFindings) as [PreflightFinding, ...PreflightFinding[]];

export const preflightSchema = z.object({
  /** idle: not run yet since the start. */
  phase: z.enum(['idle', 'running', 'done']),
  /** When the last run ended. */
  checkedAt: z.iso.datetime().nullable(),
  results: z.array(
    z.object({
      check: z.enum(preflightChecks),
      /** null while it is under way. */
      finding: z.enum(findingNames).nullable(),
      /** clock: seconds that this PC is ahead (negative: behind); disk: free megabytes; bank-closed: when it opens, in seconds since 1970, where it says so; else null. */
      amount: z.int().nullable(),
      /** For those who run the network: which proxy, who signed, which server. */
      detail: z.string().max(remarkMaxLength).optional(),
    }),
  ),
});
export type Preflight = Readonly<z.infer<typeof preflightSchema>>;
export type PreflightResult = Preflight['results'][number];
