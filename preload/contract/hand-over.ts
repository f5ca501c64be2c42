import { z } from 'zod';
import { serialSchema } from './identities.ts';

/**
 * The hand-over record (引継書): the whole history of this contract on this PC, for whoever takes the PC over and for
 * auditors. One line a step, each bound to the one before by its hash. No secret is in it, no user ID, and of the
 * contractor ID the last four digits alone.
 */

const instant = z.iso.datetime();
const serial = serialSchema.max(200);
const count = z.int().min(0).max(1_000_000_000);
/** SHA-256, hexadecimal. */
const hash = z.string().regex(/^[0-9a-f]{64}$/u);

/**
 * Why a record begins. new: nothing was done here before. withoutRecord: a procedure was here already, and no record of
 * it. damaged: the record before did not hold together; missing: it was gone; full: it was as large as one may be.
 */
export const handOverBeginnings = ['new', 'withoutRecord', 'damaged', 'missing', 'full'] as const;
/** What was mended. line: one that a crash had cut off was completed; end: the note of the record's end was lost. */
export const handOverRepairs = ['line', 'end'] as const;

/** What was done: a closed list. */
export const handOverStepSchema = z.discriminatedUnion('what', [
  /** setAside: the name under which the file before lies now. old: how far the record before went, as far as is known. */
  z.object({
    what: z.literal('begun'),
    why: z.enum(handOverBeginnings),
    setAside: z.string().max(120).nullable(),
    old: z.object({ lines: count, hash }).nullable(),
  }),
  z.object({ what: z.literal('repaired'), how: z.enum(handOverRepairs) }),
  /** The bank's rules, when they are first used here and whenever they change. digest: of the bank profile. */
  z.object({ what: z.literal('bankInUse'), bank: z.string().max(60), host: z.string().max(300), digest: z.string().max(32) }),
  z.object({
    what: z.enum([
      'requested',
      'released',
      'activated',
      'userPins',
      'userRegistered',
      'startedOver',
      'journalSetAside',
      'journalDamaged',
      'certificatesTidied',
      'certificatesPutBack',
    ]),
  }),
  z.object({ what: z.enum(['certificateRetrieved', 'certificateRenewed', 'loggedOn']), serial, notAfter: instant }),
  /** asked: by the person, or with the end of the program; lost: the bank, or the time, ended it. */
  z.object({ what: z.literal('loggedOff'), how: z.enum(['asked', 'lost']) }),
  z.object({ what: z.literal('userChanged'), change: z.enum(['data', 'suspended', 'resumed']) }),
  /** By a command. */
  z.object({ what: z.enum(['certificateRemoved', 'certificateExported', 'certificateReinstalled']), serial }),
]);
export type HandOverStep = Readonly<z.infer<typeof handOverStepSchema>>;

/** Longest name of a user or a PC that is written, in UTF-16 units. */
export const longestHandOverName = 64;
const name = z.string().max(longestHandOverName);

/** other: a step that a later version of the program wrote. */
const shownStepSchema = z.union([handOverStepSchema, z.object({ what: z.literal('other'), called: z.string().max(60) })]);

export const handOverEntrySchema = z.object({
  /** From 1. */
  n: count,
  at: instant,
  /** Written afterwards, of what the journal of the procedure knew. */
  late: z.boolean(),
  /** OS user, name of the PC, version of the program; '' where the system does not say. */
  by: z.object({ user: name, pc: name, version: name }),
  /** The last four digits of the contractor ID. */
  lastFour: z.string().nullable(),
  step: shownStepSchema,
});
export type HandOverEntry = Readonly<z.infer<typeof handOverEntrySchema>>;
export type ShownHandOverStep = HandOverEntry['step'];

/** What is wrong with a line. cut: the file ends there and should not; order: it stands where another belongs. */
export const handOverFaults = ['changed', 'missing', 'added', 'order', 'cut'] as const;
export const handOverFaultSchema = z.object({ line: count, how: z.enum(handOverFaults) });
export type HandOverFault = Readonly<z.infer<typeof handOverFaultSchema>>;

/** How many lines the window is given to be shown and printed; a file has all. */
export const handOverLimits = { printed: 2_000 } as const;

export const handOverPaperSchema = z.object({
  madeAt: instant,
  place: handOverEntrySchema.shape.by,
  contract: z.object({ lastFour: z.string(), organization: z.string().max(40).nullable() }).nullable(),
  /** The newest lines, in their order. */
  entries: z.array(handOverEntrySchema).max(handOverLimits.printed),
  /** How many lines there are. */
  lines: count,
  /** The first line that is wrong; null where the chain is whole. */
  fault: handOverFaultSchema.nullable(),
  /** Number and beginning of the hash of the last line, to be compared later; null while there is no line, and where the chain is broken. */
  checkNumber: z.string().max(60).nullable(),
  /** Steps that the disk has not taken yet. */
  waiting: count,
});
export type HandOverPaper = Readonly<z.infer<typeof handOverPaperSchema>>;

/** What is published of it. */
export const handOverStateSchema = z.object({
  /** Whether it is on the screen. */
  open: z.boolean(),
  /** Name (without its folder) of the file that was saved last since the program started. */
  savedAs: z.string().nullable(),
});
export type HandOverState = Readonly<z.infer<typeof handOverStateSchema>>;

export const handOverFileKinds = ['pdf', 'csv', 'jsonl'] as const;
export type HandOverFileKind = (typeof handOverFileKinds)[number];

/** The file's name, in the window's language. */
export const saveHandOverInputSchema = z.strictObject({ title: z.string().min(1).max(60), kind: z.enum(handOverFileKinds) });
