import { z } from 'zod';
import { stepOrderNames } from './step-order.ts';
import { timeOfDay } from './validity.ts';

/** A text that a bank gives in the program's languages; Japanese is the source. In English it takes three times the letters. */
const localizedText = (longest: number) => {
  const text = z.string().min(1).max(longest);
  return z.object({ ja: text, en: text, ko: text });
};
/** A name or a line. */
export const localizedNameSchema = localizedText(100);
/** A sentence or two. */
export const localizedTextSchema = localizedText(300);

/** What the window may know of the bank: taken from the bank profile, published once at start. */
export const publishedBankSchema = z.object({
  name: localizedNameSchema,
  /** True for the embedded practice bank: everything is marked 練習用. */
  practice: z.boolean(),
  /** Whether the activation or the certificate comes first: stepOrders. */
  stepOrder: z.enum(stepOrderNames),
  pinRule: z.object({ minLength: z.int(), maxLength: z.int(), symbols: z.string().max(40) }),
  oneTimePasswordLength: z.int().min(1).max(8),
  /** Rows and columns of the customer card; null where it carries a single one-time password. */
  cardGrid: z.object({ rows: z.int().min(1), columns: z.int().min(1) }).nullable(),
  wrongAttemptLimit: z.int().min(1),
  sessionMinutes: z.int().min(1),
  /** In days: to fetch it after the activation, how long it is good, how long before and after its end it can be renewed; and what comes then. */
  certificate: z.object({
    retrievalDeadlineDays: z.int(),
    validityDays: z.int(),
    renewalWindowDays: z.int(),
    graceDays: z.int(),
    /** "09:00", in Japan, on the last day on which it can be renewed; null: all day. */
    renewalClosesAt: z.string().regex(timeOfDay).nullable(),
    afterGrace: z.enum(['revokeFirst', 'paperForm']),
  }),
  /** How many users a contract may have, and what their IDs look like. */
  users: z.object({ limit: z.int().min(1), idRule: z.object({ minLength: z.int(), maxLength: z.int() }) }),
  /** Where its internet banking is; null where it names none. Shown where no browser could be opened. */
  website: z.string().max(500).nullable(),
  support: z.object({ phone: z.string().max(40), hours: localizedNameSchema }),
});
export type PublishedBank = Readonly<z.infer<typeof publishedBankSchema>>;

/** Whether a browser took the address. */
export const websiteOutcomeSchema = z.object({ kind: z.enum(['opened', 'notOpened']) });
