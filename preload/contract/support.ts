import { z } from 'zod';
import { publishedBankSchema } from './bank.ts';
import { requestLayoutSchema } from './release-request.ts';

/** The support mode (サポートモード): a program of its own that draws a customer's screen from its code, and does nothing else. */

/** Of what is handed in as a code, these many characters are looked at: a full code has 16, and people write blanks between. */
export const askedCodeMaxLength = 200;

export const supportSchema = z.object({
  /** Whether the support mode may be opened from here. */
  offered: z.boolean(),
  /** What was handed to the support mode as a code last, as it came; it may be none. null: nothing was. */
  asked: z.string().max(askedCodeMaxLength).nullable(),
  /** The name, without its folder, of the bundle that was handed to the support mode last; its window asks for it (replay.openGiven). */
  file: z.string().max(255).nullable(),
  /** In the support mode, the banks by whose rules a screen can be drawn, the likeliest first; the last is the practice's. */
  banks: z.array(z.object({ bank: publishedBankSchema, layouts: z.object({ release: requestLayoutSchema, reissue: requestLayoutSchema.nullable() }) })).max(52),
});
export type Support = Readonly<z.infer<typeof supportSchema>>;

/** What the program says of it where it is not the support mode, and none can be opened. */
export const noSupport: Support = { offered: false, asked: null, file: null, banks: [] };
