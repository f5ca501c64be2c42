import type { FieldError } from '../fields.ts';
import type { FieldName } from '../problem.ts';
import { type Codec, oneOf } from './codec.ts';

/**
 * What a full code says of a field: whether something stands in it, and what is wrong with it. Never what. Errors that
 * are rare or look alike to the person are one kind here, so that all the fields of a form fit into a code.
 */

export const fieldNotes = [
  'empty',
  'filled',
  'missing',
  'refused',
  'wrongLength',
  'notDigits',
  'blank',
  'japanese',
  'fullWidth',
  'otherScript',
  'tooShort',
  'tooLong',
  'symbolNotAllowed',
  'needsLetterAndDigit',
  'notEqual',
  'notAnEmail',
] as const;
export type FieldNote = (typeof fieldNotes)[number];

/** What can be said, by kinds of fields: each list grows at its end alone, up to its room. */
const kinds = {
  digits: { notes: ['empty', 'filled', 'missing', 'refused', 'wrongLength', 'notDigits', 'blank', 'fullWidth'], room: 9 },
  newPin: {
    notes: ['empty', 'filled', 'missing', 'blank', 'japanese', 'fullWidth', 'otherScript', 'tooShort', 'tooLong', 'symbolNotAllowed', 'needsLetterAndDigit'],
    room: 11,
  },
  reentry: { notes: ['empty', 'filled', 'missing', 'notEqual'], room: 4 },
  knownPin: { notes: ['empty', 'filled', 'missing', 'refused', 'blank', 'japanese', 'otherScript'], room: 7 },
  email: { notes: ['empty', 'filled', 'notAnEmail', 'japanese'], room: 4 },
  userId: { notes: ['empty', 'filled', 'missing', 'refused', 'tooShort', 'tooLong', 'symbolNotAllowed', 'japanese'], room: 8 },
  userName: { notes: ['empty', 'filled', 'missing', 'tooLong'], room: 4 },
} as const satisfies Readonly<Record<string, { readonly notes: readonly FieldNote[]; readonly room: number }>>;
type FieldKind = keyof typeof kinds;

/** The fields of each form, in the order in which they stand there. */
export const formFields = {
  identification: { contractorId: 'digits', registrationPin: 'digits' },
  'new-pins': {
    registrationPin: 'digits',
    logonPin: 'newPin',
    logonPinReentry: 'reentry',
    confirmationPin: 'newPin',
    confirmationPinReentry: 'reentry',
    email: 'email',
  },
  'one-time-password': { oneTimePassword: 'digits' },
  'certificate-ready': { logonPin: 'knownPin' },
  'user-change': {
    userName: 'userName',
    userLogonPin: 'newPin',
    userLogonPinReentry: 'reentry',
    userConfirmationPin: 'newPin',
    userConfirmationPinReentry: 'reentry',
    confirmationPin: 'knownPin',
  },
  'user-register': {
    userId: 'userId',
    userName: 'userName',
    userLogonPin: 'newPin',
    userLogonPinReentry: 'reentry',
    userConfirmationPin: 'newPin',
    userConfirmationPinReentry: 'reentry',
    confirmationPin: 'knownPin',
  },
} as const satisfies Readonly<Record<string, Partial<Record<FieldName, FieldKind>>>>;
export type FormScreen = keyof typeof formFields;

/** A form as it stands there. at: the field with the focus. keyboard: whether the software keyboard is open below it, and with capital letters. */
export type DescribedForm = {
  readonly notes: Readonly<Partial<Record<FieldName, FieldNote>>>;
  readonly at: FieldName | null;
  readonly keyboard: 'closed' | 'open' | 'capitals';
};

const keyboards = ['closed', 'open', 'capitals'] as const;

/** @returns how a form of these fields is written; what a list does not know is written as its nearest */
export function formCodec(screen: FormScreen): Codec<DescribedForm> {
  const fields = Object.entries(formFields[screen]) as [FieldName, FieldKind][];
  const isPin = ([name, kind]: readonly [FieldName, FieldKind]) => kind !== 'email' && kind !== 'userId' && kind !== 'userName' && name !== 'contractorId';
  // A place is a field, or a field with the keyboard open: what has no keyboard takes no room for one.
  const places = fields.flatMap((field) => (isPin(field) ? keyboards : keyboards.slice(0, 1)).map((keyboard) => ({ at: field[0], keyboard })));
  return {
    write({ notes, at, keyboard }, put) {
      put(places.findIndex((place) => place.at === at && place.keyboard === keyboard) + 1, places.length + 1);
      for (const [name, kind] of fields) noteCodec(kind).write(notes[name] ?? 'empty', put);
    },
    read(take) {
      const place = places[take(places.length + 1) - 1] ?? { at: null, keyboard: 'closed' };
      const notes = Object.fromEntries(fields.map(([name, kind]) => [name, noteCodec(kind).read(take)]));
      return { ...place, notes };
    },
  };
}

/** How one field is written; what its list does not know is told as an entry. */
function noteCodec(kind: FieldKind): Codec<FieldNote> {
  const { notes, room }: { readonly notes: readonly FieldNote[]; readonly room: number } = kinds[kind];
  const codec = oneOf(notes, room);
  return { write: (note, put) => codec.write(notes.includes(note) ? note : 'filled', put), read: codec.read };
}

/** @returns as which kind an error of a field is told */
export function noteOfError(error: FieldError | 'refused'): FieldNote {
  switch (error) {
    case 'empty':
      return 'missing';
    case 'control':
    case 'invisible':
    case 'combining':
      return 'otherScript';
    default:
      return error;
  }
}
