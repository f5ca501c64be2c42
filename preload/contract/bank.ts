import { z } from 'zod';

/** A text that a bank gives in the program's languages; Japanese is the source. */
export const localizedTextSchema = z.object({ ja: z.string().min(1), en: z.string().min(1), ko: z.string().min(1) });

/** What the window may know of the bank: taken from the bank profile, published once at start. */
export const publishedBankSchema = z.object({
  name: localizedTextSchema,
  /** True for the embedded practice bank: everything is marked 練習用. */
  practice: z.boolean(),
  pinRule: z.object({ minLength: z.int(), maxLength: z.int(), symbols: z.string() }),
  oneTimePasswordLength: z.int().min(1).max(8),
  /** Rows and columns of the customer card; null where it carries a single one-time password. */
  cardGrid: z.object({ rows: z.int().min(1), columns: z.int().min(1) }).nullable(),
  wrongAttemptLimit: z.int().min(1),
  sessionMinutes: z.int().min(1),
  /** How many users a contract may have, and what their IDs look like. */
  users: z.object({ limit: z.int().min(1), idRule: z.object({ minLength: z.int(), maxLength: z.int() }) }),
  support: z.object({ phone: z.string(), hours: localizedTextSchema }),
});
export type PublishedBank = Readonly<z.infer<typeof publishedBankSchema>>;
