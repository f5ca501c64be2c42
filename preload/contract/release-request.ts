import { z } from 'zod';
import { localizedTextSchema } from './bank.ts';
import { checkDigits, contractorIdLength } from './fields.ts';

/**
 * The request that the branch wants on paper (manual 1 (1)): what stands in it, when it is complete, and how
 * a bank lays it out. Personal data, yet no secret: no PIN is ever asked for here.
 */

/** What a bank's form may ask for; the bank profile says which of it, and in which order. */
export const requestFieldNames = [
  'date',
  'branch',
  'company',
  'representative',
  'account',
  'contractorId',
  'lockedPins',
  'userName',
  'reason',
  'contact',
] as const;
export type RequestFieldName = (typeof requestFieldNames)[number];

/** The four PINs of the manual's opening paragraph. */
export const lockedPins = ['logonPin', 'confirmationPin', 'userLogonPin', 'userConfirmationPin'] as const;
export type LockedPin = (typeof lockedPins)[number];

export const accountKinds = ['ordinary', 'current'] as const;
export const lockReasons = ['mistyped', 'forgotten', 'unknown', 'other'] as const;

export const accountNumberLength = 7;
/** So that the paper stays one page. */
const line = z.string().max(60);

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
  reasonText: z.string().max(120),
  contactName: line,
  contactPhone: z.string().max(30),
});
export type RequestEntries = Readonly<z.infer<typeof requestEntriesSchema>>;

export const noEntries: RequestEntries = {
  date: '',
  branch: '',
  company: '',
  representative: '',
  accountKind: 'ordinary',
  accountNumber: '',
  contractorId: '',
  lockedPins: [],
  userName: '',
  reason: null,
  reasonText: '',
  contactName: '',
  contactPhone: '',
};

/** How one bank's paper looks. The paper is the bank's, hence in Japanese whatever the window speaks. */
export const requestLayoutSchema = z.strictObject({
  title: z.string().min(1),
  addressee: z.string().min(1),
  /** The sentence with which the company asks for the release. */
  preamble: z.string().min(1),
  calendar: z.enum(['japanese', 'gregorian']),
  fields: z.array(z.strictObject({ name: z.enum(requestFieldNames), label: z.string().min(1) })).min(1),
  pinLabels: z.strictObject({ logonPin: z.string(), confirmationPin: z.string(), userLogonPin: z.string(), userConfirmationPin: z.string() }),
  accountLabels: z.strictObject({ ordinary: z.string(), current: z.string() }),
  reasonLabels: z.strictObject({ mistyped: z.string(), forgotten: z.string(), unknown: z.string(), other: z.string() }),
  contactLabels: z.strictObject({ name: z.string(), phone: z.string() }),
  notes: z.array(z.string().min(1)),
  /** The box for the seal that the bank has on record; null where none is wanted. */
  sealBox: z.string().nullable(),
  /** The boxes that the bank fills in; null where there are none. */
  bankBox: z.strictObject({ title: z.string(), cells: z.array(z.string().min(1)).min(1).max(6) }).nullable(),
  /** Stamped across the paper of a practice bank, so that it cannot be taken for a real one. */
  mark: z.string().min(1).nullable(),
  /** Where it is handed in, in the person's own language. */
  handIn: localizedTextSchema,
});
export type RequestLayout = Readonly<z.infer<typeof requestLayoutSchema>>;

export const requestFaults = ['empty', 'fullWidth', 'notDigits', 'wrongLength', 'notADay', 'notAPhone', 'nothingChosen'] as const;
export type RequestFault = (typeof requestFaults)[number];

/** The inputs of the form, each with its own place for a fault. */
export type RequestInput = keyof RequestEntries;
export type FoundFault = { readonly input: RequestInput; readonly fault: RequestFault };

/** Whether a user's PIN is among the locked ones: only then the form asks which user. */
export function concernsUser(entries: RequestEntries): boolean {
  return entries.lockedPins.some((pin) => pin === 'userLogonPin' || pin === 'userConfirmationPin');
}

/** Whether a text is a day that exists, as ISO 8601 writes it. */
export function isDay(text: string): boolean {
  if (!/^[0-9]{4}-[0-9]{2}-[0-9]{2}$/u.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

const filled = (text: string): RequestFault | null => (text.trim() === '' ? 'empty' : null);

/** A Japanese telephone number: ten or eleven digits that begin with 0, hyphens allowed. */
function checkPhone(text: string): RequestFault | null {
  if (text.trim() === '') return 'empty';
  if (/[\uFF01-\uFF5E\u3000]/u.test(text)) return 'fullWidth';
  return /^0[0-9]{9,10}$/u.test(text.replace(/[-() ]/gu, '')) ? null : 'notAPhone';
}

/** What digits of a fixed length may lack here; the other faults of fields.ts do not arise for them. */
function checkNumber(text: string, length: number): RequestFault | null {
  const fault = checkDigits(text, length);
  return fault === null || fault === 'empty' || fault === 'fullWidth' || fault === 'notDigits' ? fault : 'wrongLength';
}

type Check = (entries: RequestEntries) => RequestFault | null;

const checks: Readonly<Record<RequestFieldName, readonly (readonly [RequestInput, Check])[]>> = {
  date: [['date', ({ date }) => filled(date) ?? (isDay(date) ? null : 'notADay')]],
  branch: [['branch', ({ branch }) => filled(branch)]],
  company: [['company', ({ company }) => filled(company)]],
  representative: [['representative', ({ representative }) => filled(representative)]],
  account: [['accountNumber', ({ accountNumber }) => checkNumber(accountNumber, accountNumberLength)]],
  contractorId: [['contractorId', ({ contractorId }) => checkNumber(contractorId, contractorIdLength)]],
  lockedPins: [['lockedPins', (entries) => (entries.lockedPins.length === 0 ? 'nothingChosen' : null)]],
  userName: [['userName', (entries) => (concernsUser(entries) ? filled(entries.userName) : null)]],
  reason: [
    ['reason', ({ reason }) => (reason === null ? 'nothingChosen' : null)],
    ['reasonText', ({ reason, reasonText }) => (reason === 'other' ? filled(reasonText) : null)],
  ],
  contact: [
    ['contactName', ({ contactName }) => filled(contactName)],
    ['contactPhone', ({ contactPhone }) => checkPhone(contactPhone)],
  ],
};

/**
 * What is still missing or wrong, in the order in which the form stands on the paper.
 * @param entries as typed
 * @param layout which fields the bank wants; what it does not ask for is not looked at
 * @returns every fault, the first one first; none when the request is complete
 */
export function findFaults(entries: RequestEntries, layout: RequestLayout): readonly FoundFault[] {
  return layout.fields.flatMap(({ name }) =>
    checks[name].flatMap(([input, check]) => {
      const fault = check(entries);
      return fault === null ? [] : [{ input, fault }];
    }),
  );
}

/** What the company must have at hand when the branch calls (manual 1 (3)). */
export const preparedThings = ['designatedPc', 'customerCard', 'applicationForm'] as const;
export type PreparedThing = (typeof preparedThings)[number];
const prepared = z.array(z.enum(preparedThings)).max(preparedThings.length);

/** What is published of the request. */
export const releaseRequestSchema = z.object({
  /** Whether the form is on the screen. */
  open: z.boolean(),
  layout: requestLayoutSchema,
  /** The entries as they were kept last. */
  entries: requestEntriesSchema,
  prepared,
  /** Name (without its folder) of the PDF that was saved last since the program started. */
  savedAs: z.string().nullable(),
});
export type ReleaseRequest = Readonly<z.infer<typeof releaseRequestSchema>>;

/** How an order to print or to save ended; incomplete: with what to see to first. */
export const paperOutcomeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('done') }),
  z.object({ kind: z.literal('cancelled') }),
  z.object({ kind: z.literal('noPrinter') }),
  z.object({ kind: z.literal('incomplete'), input: z.enum(Object.keys(noEntries) as [RequestInput, ...RequestInput[]]), fault: z.enum(requestFaults) }),
]);
export type PaperOutcome = Readonly<z.infer<typeof paperOutcomeSchema>>;

/** A calendar entry that reminds of the branch's call. The texts are the window's, in its language. */
export const reminderSchema = z.object({ at: z.iso.datetime(), title: z.string().min(1).max(100), text: z.string().max(600) });
export type Reminder = Readonly<z.infer<typeof reminderSchema>>;

export const preparedInputSchema = z.object({ thing: z.enum(preparedThings), ready: z.boolean() });
