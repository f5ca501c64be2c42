import { z } from 'zod';

/**
 * How this program is set up, and by whom: what the person chose, the bank's file, the company's policy, or nobody.
 * It holds for as long as the program runs: what changes it needs another start.
 */

/** system, bank file, policy: see docs/it-guide.md. usual: nobody said anything. */
export const settingSources = ['usual', 'chosen', 'bankFile', 'practice', 'policy'] as const;
export type SettingSource = (typeof settingSources)[number];

const source = z.enum(settingSources);
/** The preferences that a policy can prescribe. */
export const prescribablePreferences = ['language', 'textSize'] as const;
export type PrescribablePreference = (typeof prescribablePreferences)[number];

export const storeKinds = ['windows', 'macos', 'nss'] as const;
export const updateChannels = ['none', 'stable', 'preview'] as const;

export const settingsSchema = z.object({
  /** Of the program. */
  version: z.string().max(40),
  /** Where the bank answers; null while no place is open. */
  bank: z.object({ host: z.string().max(300), source }).nullable(),
  /** How the bank is reached: by what the system says, directly, or by a proxy's address. */
  proxy: z.object({ value: z.string().max(300), source }),
  /** Where a certificate may be installed. */
  certificateStores: z.object({ value: z.array(z.enum(storeKinds)).max(storeKinds.length), source }),
  /** Whether reminders outside of the window may be made. */
  reminders: z.object({ value: z.boolean(), source }),
  updates: z.object({ value: z.enum(updateChannels), source }),
  practice: z.object({ value: z.boolean(), source }),
  /** Preferences that nobody can change here. */
  prescribed: z.array(z.enum(prescribablePreferences)).max(prescribablePreferences.length),
  /** Where the policy stands, who prescribes ('' where it does not say), and what is wrong with it; null where there is none. */
  policy: z
    .object({
      place: z.string().max(300),
      organization: z.string().max(100),
      defects: z.array(z.object({ ja: z.string().max(600), en: z.string().max(600) })).max(20),
    })
    .nullable(),
});
export type Settings = Readonly<z.infer<typeof settingsSchema>>;

/** Third parties' notices; null where the program is not installed: they are made with the installer. */
export const noticesSchema = z.object({
  text: z
    .string()
    .max(4 * 1024 * 1024)
    .nullable(),
});
