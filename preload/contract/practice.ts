import { z } from 'zod';
import { contractorIdSchema } from './identities.ts';
import { type SituationCode, situationCodes } from './situations.ts';

/**
 * The practice panel: what lies on the desk of the demo company, and the part of the branch. Only
 * answered while the practice bank runs; with a real bank every request is refused with not-now.
 */

/** The demo company's customer card: contractor ID and one-time passwords as they are printed. */
export const customerCardSchema = z.object({
  contractorId: contractorIdSchema,
  /** Rows of one-time passwords; one row with one cell where the card has no positions. */
  oneTimePasswords: z
    .array(z.array(z.string().max(8)).min(1).max(20))
    .min(1)
    .max(20),
});

/** The demo company's application form. */
export const applicationFormSchema = z.object({ organization: z.string().max(100), representative: z.string().max(100), registrationPin: z.string().max(20) });

/** A situation that was chosen; null: as usual. */
export const situationSchema = z.enum(situationCodes as [SituationCode, ...SituationCode[]]).nullable();

export const practicePapersSchema = z.object({
  customerCard: customerCardSchema,
  applicationForm: applicationFormSchema,
  contractStatus: z.enum(['locked', 'released', 'active']),
  situation: situationSchema,
});
export type PracticePapers = Readonly<z.infer<typeof practicePapersSchema>>;

export const setSituationInputSchema = z.strictObject({ code: situationSchema });
