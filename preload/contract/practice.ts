import { z } from 'zod';
import { contractorIdSchema } from './identities.ts';
import { scenarioGroups } from './scenario-groups.ts';
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

const inThreeLanguages = (longest: number) => z.object({ ja: z.string().max(longest), en: z.string().max(longest), ko: z.string().max(longest) });
export const scenarioTitleSchema = inThreeLanguages(100);
export const scenarioAboutSchema = inThreeLanguages(400);

/** A scenario by its file's name, without what follows the dot. */
export const scenarioIdSchema = z.string().regex(/^[a-z0-9-]{1,60}$/u);

export const practiceScenariosSchema = z.object({
  /** Those that come with the program. */
  shipped: z.array(z.object({ id: scenarioIdSchema, group: z.enum(scenarioGroups), title: scenarioTitleSchema })).max(100),
  /** The one that the practice stands at; null in an ordinary practice. pins: the demo company's new ones, where the scenario has set them. */
  open: z
    .object({
      id: scenarioIdSchema.nullable(),
      title: scenarioTitleSchema,
      about: scenarioAboutSchema,
      pins: z.object({ logonPin: z.string().max(64), confirmationPin: z.string().max(64) }).nullable(),
    })
    .nullable(),
});
export type PracticeScenarios = Readonly<z.infer<typeof practiceScenariosSchema>>;

export const openScenarioInputSchema = z.strictObject({ id: scenarioIdSchema });
