import { asciiText, characterError, characterErrors, emailPattern, nameError } from './typed-text.ts';

/**
 * The rules of every field of the procedure, as pure functions: the window checks with them as one
 * leaves a field, main checks with them again what came over the border, and the practice bank enforces
 * the same ones. Source: the bank's manual, section 2 (3) to (5); what differs by bank is a parameter.
 */

/** What a PIN of a bank must look like. The manual: 6 to 12 half-width letters AND digits. */
export type PinRule = {
  readonly minLength: number;
  readonly maxLength: number;
  /** Symbols that the bank allows besides letters and digits; '' for none. */
  readonly symbols: string;
};

/** What a user's ID must look like: half-width letters and digits. */
export type UserIdRule = { readonly minLength: number; readonly maxLength: number };

/** Why a field's content is refused; the text catalogue has a sentence for each. */
export const fieldErrors = [
  'empty',
  ...characterErrors,
  'notDigits',
  'wrongLength',
  'tooShort',
  'tooLong',
  'symbolNotAllowed',
  'needsLetterAndDigit',
  'notEqual',
  'notAnEmail',
] as const;
export type FieldError = (typeof fieldErrors)[number];

export const contractorIdLength = 11;
export const registrationPinLength = 4;
/** Characters, as a person counts them. */
export const userNameMaxLength = 40;
/** RFC 5321 section 4.5.3.1.3: a path is at most 256 octets, brackets included. */
export const emailMaxLength = 254;

/**
 * Checks a number of fixed length (contractorId: 11, registrationPin: 4, oneTimePassword: 2).
 * @param text what was typed
 * @param length how many digits the bank wants
 * @returns the first error, or null when the text may be sent
 */
export function checkDigits(text: string, length: number): FieldError | null {
  if (text === '') return 'empty';
  if (!/^[0-9]+$/u.test(text)) {
    const error = characterError(text);
    // That a kana or a letter is no digit can be seen.
    return error === null || error === 'japanese' || error === 'otherScript' ? 'notDigits' : error;
  }
  return text.length === length ? null : 'wrongLength';
}

/**
 * Checks a new PIN (manual 2 (4) ② and ④).
 * @param text what was typed
 * @param rule the bank's rule
 * @returns the first error, or null when the text may be sent
 */
export function checkPin(text: string, rule: PinRule): FieldError | null {
  if (text === '') return 'empty';
  const error = characterError(text, rule.symbols);
  if (error !== null) return error;
  if ([...text].some((c) => !/[A-Za-z0-9]/u.test(c) && !rule.symbols.includes(c))) return 'symbolNotAllowed';
  if (text.length < rule.minLength) return 'tooShort';
  if (text.length > rule.maxLength) return 'tooLong';
  return /[A-Za-z]/u.test(text) && /[0-9]/u.test(text) ? null : 'needsLetterAndDigit';
}

/** Checks a re-entry (manual 2 (4) ③ and ⑤): it must equal its first entry, letter case included. */
export function checkReentry(text: string, first: string): FieldError | null {
  if (text === '') return 'empty';
  return text === first ? null : 'notEqual';
}

/** Checks the optional e-mail address (manual 2 (4) ⑥): empty means "leave it as it is". */
export function checkEmail(text: string): FieldError | null {
  if (text === '') return null;
  const error = characterError(text);
  if (error !== null) return error;
  return text.length <= emailMaxLength && emailPattern.test(text) ? null : 'notAnEmail';
}

/**
 * Checks the ID of a user who is to be registered (manual 3).
 * @param text what was typed
 * @param rule the bank's rule
 * @returns the first error, or null when the text may be sent
 */
export function checkUserId(text: string, rule: UserIdRule): FieldError | null {
  if (text === '') return 'empty';
  const error = characterError(text);
  if (error !== null) return error;
  if (!/^[A-Za-z0-9]+$/u.test(text)) return 'symbolNotAllowed';
  if (text.length < rule.minLength) return 'tooShort';
  return text.length > rule.maxLength ? 'tooLong' : null;
}

/** Checks a user's name: any script, but nothing that cannot be seen (control and format characters, line breaks). */
export function checkUserName(text: string): FieldError | null {
  if (text.trim() === '') return 'empty';
  const error = nameError(text);
  if (error !== null) return error;
  return [...text].length > userNameMaxLength ? 'tooLong' : null;
}

/**
 * Checks a PIN that exists already: only the bank knows it, so the rule for new ones is not held against it.
 * What no PIN can hold is refused, since sending it would cost an attempt.
 * @param rule a blank is right where the bank's rule allows one
 */
export function checkKnownPin(text: string, rule: Pick<PinRule, 'symbols'>): FieldError | null {
  return text === '' ? 'empty' : characterError(text, rule.symbols);
}

/** What any PIN of any bank is made of, for the schemas, which know no bank's rule. */
export function isPinText(text: string): boolean {
  return asciiText.test(text);
}
