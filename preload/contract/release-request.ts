import { z } from 'zod';
import { localizedTextSchema } from './bank.ts';
import { accountKinds, entryErrors, lockedPins, lockReasons, preparedThings, requestFieldNames, requestForms, requestInputs } from './request-words.ts';

/**
 * The request that the branch wants on paper (manual 1 (1)): what stands in it, when it is complete, and how
 * a bank lays it out. Personal data, yet no secret: no PIN is ever asked for here.
 */

/** So that the paper stays one page. */
const line = z.string().max(48);

export const requestEntriesSchema = z.object({
  /** ISO 8601 calendar date, or '' while none is chosen. */
  date: z.string().max(10),
  branch: line,
  company: line,
  representative: line,
  accountKind: z.enum(accountKinds),
  accountNumber: z.string().max(20),
  contractorId: z.string().max(30),
  lockedPins: z.array(z.enum(lockedPins)).max(lockedPins.length),
  /** Whose PIN, where one of a user's is locked. */
  userName: line,
  reason: z.enum(lockReasons).nullable(),
  /** In the person's own words; needed where the reason is 'other'. */
  reasonText: z.string().max(80),
  contactName: line,
  contactPhone: z.string().max(30),
});
export type RequestEntries = Readonly<z.infer<typeof requestEntriesSchema>>;

/** Bounded as the page is. */
const words = (longest: number) => z.string().min(1).max(longest);
const label = z.string().max(40);

/** How one of a bank's papers looks. The paper is the bank's, so it is in Japanese whatever the window speaks. */
export const requestLayoutSchema = z.strictObject({
  title: words(60),
  addressee: words(60),
  /** The sentence with which the company asks for the release. */
  preamble: words(200),
  calendar: z.enum(['japanese', 'gregorian']),
  fields: z
    .array(z.strictObject({ name: z.enum(requestFieldNames), label: words(40) }))
    .min(1)
    .max(requestFieldNames.length),
  pinLabels: z.strictObject({ logonPin: label, confirmationPin: label, userLogonPin: label, userConfirmationPin: label }),
  accountLabels: z.strictObject({ ordinary: label, current: label }),
  reasonLabels: z.strictObject({ mistyped: label, forgotten: label, unknown: label, other: label }),
  contactLabels: z.strictObject({ name: label, phone: label }),
  notes: z.array(words(200)).max(12),
  /** The box for the seal that the bank has on record; null where none is wanted. */
  sealBox: label.nullable(),
  /** The boxes that the bank fills in; null where there are none. */
  bankBox: z.strictObject({ title: label, cells: z.array(words(20)).min(1).max(6) }).nullable(),
  /** Stamped across the paper of a practice bank, so that it cannot be taken for a real one. */
  mark: words(10).nullable(),
  /** Where it is handed in, in the person's own language. */
  handIn: localizedTextSchema,
});
export type RequestLayout = Readonly<z.infer<typeof requestLayoutSchema>>;

const prepared = z.array(z.enum(preparedThings)).max(preparedThings.length);

/** What is published of the request. */
export const releaseRequestSchema = z.object({
  /** Whether the form is on the screen. */
  open: z.boolean(),
  /** Which of the bank's papers: release lifts a lock, reissue brings a new certificate in place of a lost one. */
  form: z.enum(requestForms),
  /** Whether the bank takes the paper for a new certificate from Kaitsu. */
  offersReissue: z.boolean(),
  /** Of the paper that is open, or was last. */
  layout: requestLayoutSchema,
  /** The entries as they were kept last. */
  entries: requestEntriesSchema,
  prepared,
  /** Whether the kept entries cannot be read now: they may come back. */
  unavailable: z.boolean(),
  /** Name (without its folder) of the PDF that was saved last since the program started. */
  savedAs: z.string().nullable(),
});
export type ReleaseRequest = Readonly<z.infer<typeof releaseRequestSchema>>;

/** How an order to print or to save ended; printUnknown: nobody told; incomplete: with what to see to first. */
export const paperOutcomeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('done') }),
  z.object({ kind: z.literal('cancelled') }),
  z.object({ kind: z.literal('noPrinter') }),
  z.object({ kind: z.literal('printFailed') }),
  z.object({ kind: z.literal('printUnknown') }),
  z.object({ kind: z.literal('incomplete'), input: z.enum(requestInputs), error: z.enum(entryErrors) }),
]);
export type PaperOutcome = Readonly<z.infer<typeof paperOutcomeSchema>>;

/** A calendar entry that reminds of the branch's call. The texts are the window's, in its language. */
export const reminderSchema = z.strictObject({ at: z.iso.datetime(), title: z.string().min(1).max(100), text: z.string().max(600) });
export type Reminder = Readonly<z.infer<typeof reminderSchema>>;

export const preparedInputSchema = z.strictObject({ thing: z.enum(preparedThings), ready: z.boolean() });
