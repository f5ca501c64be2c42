import type { FieldNote } from '../../preload/contract/full-code/described-fields.ts';
import type { FieldName } from '../../preload/contract/problem.ts';
import { contractorId } from '../help/samples/procedure.ts';

/** What is typed into the fields of a reproduction: never what the customer typed, but something with the same kind of fault. */

const right: Readonly<Record<FieldName, string>> = {
  contractorId,
  registrationPin: '8264',
  logonPin: 'umisora7',
  logonPinReentry: 'umisora7',
  confirmationPin: 'Yamakawa3',
  confirmationPinReentry: 'Yamakawa3',
  email: 'soumu@example.co.jp',
  oneTimePassword: '58',
  userId: 'suzuki13',
  userName: '経理課 担当13',
  userLogonPin: 'umisora7',
  userLogonPinReentry: 'umisora7',
  userConfirmationPin: 'Yamakawa3',
  userConfirmationPinReentry: 'Yamakawa3',
};

const digits: ReadonlySet<FieldName> = new Set(['contractorId', 'registrationPin', 'oneTimePassword']);

/** The first entries that re-entries repeat. */
const firsts: Partial<Record<FieldName, FieldName>> = {
  logonPinReentry: 'logonPin',
  confirmationPinReentry: 'confirmationPin',
  userLogonPinReentry: 'userLogonPin',
  userConfirmationPinReentry: 'userConfirmationPin',
};

/**
 * @param notes of all fields of the form: what a re-entry repeats is as the first entry is
 * @returns what to type; '' where nothing stands in the field
 */
export function sampleEntry(name: FieldName, notes: Readonly<Partial<Record<FieldName, FieldNote>>>): string {
  const note = notes[name] ?? 'empty';
  const first = firsts[name];
  const repeated = first === undefined ? right[name] : sampleEntry(first, notes) || right[name];
  switch (note) {
    case 'empty':
    case 'missing':
    case 'refused':
      return '';
    case 'filled':
      return repeated;
    case 'notEqual':
      return repeated.slice(0, -1);
    case 'wrongLength':
    case 'tooShort':
      return right[name].slice(0, name === 'oneTimePassword' ? 1 : 3);
    case 'notDigits':
      return 'abc';
    case 'tooLong':
      return right[name].repeat(8).slice(0, 60);
    case 'blank':
      return `${right[name].slice(0, 2)} ${right[name].slice(2)}`;
    case 'japanese':
      return 'うみそら';
    case 'fullWidth':
      return digits.has(name) ? '１２' : 'ｕｍｉ';
    case 'otherScript':
      return 'umisorá7';
    case 'symbolNotAllowed':
      return `${right[name]}~`;
    case 'needsLetterAndDigit':
      return right[name].replace(/[0-9]/gu, '');
    case 'notAnEmail':
      return 'soumu@';
    default:
      return note satisfies never;
  }
}
