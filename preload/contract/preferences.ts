import { z } from 'zod';

export const languages = ['ja', 'en', 'ko'] as const;
export type Language = (typeof languages)[number];

export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

export const textSizes = ['standard', 'large', 'largest'] as const;
export type TextSize = (typeof textSizes)[number];

/** What the person chose for the window. */
export const preferencesSchema = z.object({
  language: z.enum(languages),
  theme: z.enum(themes),
  textSize: z.enum(textSizes),
  /** Whether the software keyboard's keys stand in another order at each opening. */
  shuffledKeys: z.boolean(),
  /** Whether updates of the program are looked for. */
  updates: z.boolean(),
});
export type Preferences = Readonly<z.infer<typeof preferencesSchema>>;
