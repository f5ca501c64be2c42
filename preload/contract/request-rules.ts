import { checkDigits, contractorIdLength } from './fields.ts';
import type { RequestEntries, RequestLayout } from './release-request.ts';
import { accountNumberLength, type EntryError, type RequestFieldName, type RequestInput } from './request-words.ts';
import { isDay } from './typed-day.ts';
import { nameError, toHalfWidthNumber } from './typed-text.ts';

/**
 * The rules of the release request (manual 1 (1)), as pure functions and plain values: the window checks with
 * them as one leaves an input, main checks again before anything is printed. No schema is made here: the
 * window's policy lets nothing compile code.
 */

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

/**
 * What was typed while the kept entries could not be read stands; what was left empty is as it was kept.
 * @param typed the person's, @param kept those of the file
 */
export function withKeptEntries(typed: RequestEntries, kept: RequestEntries): RequestEntries {
  const changed = Object.entries(typed).filter(([name, value]) => String(value ?? '') !== String(Reflect.get(noEntries, name) ?? ''));
  return { ...kept, ...Object.fromEntries(changed) };
}

export type FoundError = { readonly input: RequestInput; readonly error: EntryError };

/** Whether a user's PIN is among the locked ones: only then the form asks which user. */
export function concernsUser(entries: RequestEntries): boolean {
  return entries.lockedPins.some((pin) => pin === 'userLogonPin' || pin === 'userConfirmationPin');
}

const hasFullWidthNumber = (text: string): boolean => toHalfWidthNumber(text) !== text;

const filled = (text: string): EntryError | null => (text.trim() === '' ? 'empty' : null);

/** Whether the paper's fonts have every character of a text. */
export type CanPrint = (text: string) => boolean;
const written = (text: string, canPrint: CanPrint): EntryError | null => filled(text) ?? nameError(text) ?? (canPrint(text) ? null : 'notPrintable');

/** A Japanese telephone number: ten or eleven digits that begin with 0, hyphens allowed. */
function checkPhone(text: string): EntryError | null {
  if (text.trim() === '') return 'empty';
  const error = nameError(text);
  if (error !== null) return error;
  if (hasFullWidthNumber(text)) return 'fullWidth';
  return /^0[0-9]{9,10}$/u.test(text.replace(/[-() ]/gu, '')) ? null : 'notAPhone';
}

/** What digits of a fixed length may lack here; the other errors of fields.ts do not arise for them. */
function checkNumber(text: string, length: number): EntryError | null {
  if (hasFullWidthNumber(text)) return 'fullWidth';
  const error = checkDigits(text, length);
  if (error === null || error === 'empty' || error === 'wrongLength' || error === 'control' || error === 'invisible') return error;
  return 'notDigits';
}

type Check = (entries: RequestEntries, canPrint: CanPrint) => EntryError | null;

const checks: Readonly<Record<RequestFieldName, readonly (readonly [RequestInput, Check])[]>> = {
  date: [['date', ({ date }) => filled(date) ?? (isDay(date) ? null : 'notADay')]],
  branch: [['branch', ({ branch }, canPrint) => written(branch, canPrint)]],
  company: [['company', ({ company }, canPrint) => written(company, canPrint)]],
  representative: [['representative', ({ representative }, canPrint) => written(representative, canPrint)]],
  account: [['accountNumber', ({ accountNumber }) => checkNumber(accountNumber, accountNumberLength)]],
  contractorId: [['contractorId', ({ contractorId }) => checkNumber(contractorId, contractorIdLength)]],
  lockedPins: [['lockedPins', (entries) => (entries.lockedPins.length === 0 ? 'nothingChosen' : null)]],
  userName: [['userName', (entries, canPrint) => (concernsUser(entries) ? written(entries.userName, canPrint) : null)]],
  reason: [
    ['reason', ({ reason }) => (reason === null ? 'nothingChosen' : null)],
    ['reasonText', ({ reason, reasonText }, canPrint) => (reason === 'other' ? written(reasonText, canPrint) : null)],
  ],
  contact: [
    ['contactName', ({ contactName }, canPrint) => written(contactName, canPrint)],
    ['contactPhone', ({ contactPhone }) => checkPhone(contactPhone)],
  ],
};

/**
 * What is still missing or wrong, in the order in which the form stands on the paper.
 * @param entries as typed
 * @param layout which fields the bank wants; what it does not ask for is not looked at
 * @param canPrint asks the paper's fonts; main, which has none, takes every character for printable
 * @returns every error, the first one first; none when the request is complete
 */
export function findEntryErrors(entries: RequestEntries, layout: Pick<RequestLayout, 'fields'>, canPrint: CanPrint = () => true): readonly FoundError[] {
  return layout.fields.flatMap(({ name }) =>
    checks[name].flatMap(([input, check]) => {
      const error = check(entries, canPrint);
      return error === null ? [] : [{ input, error }];
    }),
  );
}
