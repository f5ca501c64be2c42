import { z } from 'zod';
import { localizedNameSchema } from './bank.ts';
import { problemSchema } from './problem.ts';

/**
 * The places of this PC: one for each contract at each bank, and the practice. One of them is open, or the list of them is
 * on the screen: there a bank's file is opened, compared and taken as well.
 */

const instant = z.iso.datetime();

/** What the person sees of a bank file before it is taken. Nothing proves it but the fingerprint on paper. */
export const offeredBankSchema = z.object({
  name: localizedNameSchema,
  host: z.string().max(300),
  signer: localizedNameSchema,
  /** Eight groups of four digits. */
  fingerprint: z.string().max(39),
  version: z.int(),
  expiresAt: instant,
});
export type OfferedBank = Readonly<z.infer<typeof offeredBankSchema>>;

/** What comes next at a place. unreadable: its journal cannot be read now, or is damaged; opening it says more. */
export const nextThings = ['begin', 'goOn', 'fetchCertificate', 'logOn', 'renew', 'renewLate', 'unreadable'] as const;
export type NextThing = (typeof nextThings)[number];

export const placeSchema = z.object({
  id: z.string().max(60),
  /** Of the contract ID the last four digits; null while none was entered. */
  lastFour: z
    .string()
    .regex(/^[0-9]{4}$/u)
    .nullable(),
  organization: z.string().max(40).nullable(),
  /** Until when its certificate is good; null where it has none. */
  certificateUntil: instant.nullable(),
  next: z.enum(nextThings),
});
export type Place = Readonly<z.infer<typeof placeSchema>>;

export const placeBankSchema = z.object({
  id: z.string().max(40),
  name: localizedNameSchema,
  host: z.string().max(300),
  /** Why it cannot be used now: its file is damaged or past its time, or cannot be read. */
  problem: problemSchema.nullable(),
  /** A later version that takes effect once no procedure is under way. */
  waits: z.boolean(),
  contracts: z.array(placeSchema).max(200),
});
export type PlaceBank = Readonly<z.infer<typeof placeBankSchema>>;

export const placesSchema = z.object({
  /** The open place; null: the list is on the screen. */
  open: z.string().max(60).nullable(),
  /** Empty while a place is open. */
  banks: z.array(placeBankSchema).max(50),
  /** forbidden: by the policy. */
  practice: z.enum(['offered', 'begun', 'forbidden']),
  /** Who prescribes the banks of this PC; null where the person chooses. '' where the policy does not name itself. */
  prescribedBy: z.string().max(100).nullable(),
  /** A bank file that was opened, and whose fingerprint is to be compared. */
  offered: offeredBankSchema.nullable(),
  /** What became of the file that was opened last. */
  told: z.enum(['taken', 'waiting', 'same']).nullable(),
  /** Why nothing can be opened at all, or why the place that was open is not. */
  problem: problemSchema.nullable(),
});
export type Places = Readonly<z.infer<typeof placesSchema>>;

/** Of a dropped file, as text. Its size is main's to judge; what is much larger is not handed over. */
export const offerFileInputSchema = z.strictObject({ text: z.string().max(300 * 1024) });
/** What a person reads from paper is no secret. */
export const confirmFileInputSchema = z.strictObject({ fingerprint: z.string().max(100) });
export const choosePlaceInputSchema = z.strictObject({ id: z.string().max(60) });
export const addContractInputSchema = z.strictObject({ bankId: z.string().max(40) });
