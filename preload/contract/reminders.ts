import { z } from 'zod';

/** Reminders of the certificate's end outside of the window. What stands in the window is always shown. */
export const remindersSchema = z.object({
  /** Whether the system may be asked to show any: not where the policy forbids it, and not while the certificate has long to go. */
  offered: z.boolean(),
  /** Until when the person wants none; null: they come. */
  snoozedUntil: z.iso.datetime().nullable(),
});
export type Reminders = Readonly<z.infer<typeof remindersSchema>>;
