import { z } from 'zod';

/** What the window tells of itself. */
export const noteEntryInputSchema = z.strictObject({ underWay: z.boolean() });
