/** The words of the release request, as plain values that schemas, rules and texts share. No schema is made here. */

/** The papers: to lift a lock, and for a new certificate in place of one that is lost. */
export const requestForms = ['release', 'reissue'] as const;
export type RequestForm = (typeof requestForms)[number];

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
export const entryErrors = [
  'empty',
  'control',
  'invisible',
  'fullWidth',
  'notDigits',
  'wrongLength',
  'notADay',
  'notAPhone',
  'nothingChosen',
  'notPrintable',
] as const;
export type EntryError = (typeof entryErrors)[number];

/** The inputs of the form, each with its own place for an error. */
export const requestInputs = [
  'date',
  'branch',
  'company',
  'representative',
  'accountKind',
  'accountNumber',
  'contractorId',
  'lockedPins',
  'userName',
  'reason',
  'reasonText',
  'contactName',
  'contactPhone',
] as const;
export type RequestInput = (typeof requestInputs)[number];

/** What the company must have at hand when the branch calls (manual 1 (3)). */
export const preparedThings = ['designatedPc', 'customerCard', 'applicationForm'] as const;
export type PreparedThing = (typeof preparedThings)[number];
