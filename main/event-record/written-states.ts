import type { StateName, StateValue } from '../../preload/contract/contract.ts';

/**
 * What of each published state is written into the event record, field by field. A field that does not stand here is not
 * written, whatever it holds; and one that the contract gains does not compile until somebody has decided here.
 */

type Keys<T> = T extends unknown ? keyof T : never;
type Field<T, K extends PropertyKey> = T extends unknown ? (K extends keyof T ? T[K] : never) : never;

/**
 * said: a value that main, the bank or a certificate says. typed: a text of the person's, of which only is written whether
 * it is empty. Lists and objects by what they hold.
 */
export type Written<T> = [NonNullable<T>] extends [string | number | boolean]
  ? 'said' | 'typed'
  : [NonNullable<T>] extends [readonly (infer E)[]]
    ? { readonly each: Written<E> }
    : { readonly [K in Keys<NonNullable<T>> & string]: Written<Field<NonNullable<T>, K>> };

const said = 'said';
const texts = { ja: said, en: said, ko: said } as const;
const problem = {
  code: said,
  field: said,
  attemptsLeft: said,
  retryAt: said,
  remark: { from: said, text: said },
  reference: said,
  screenCode: said,
} as const;
const certificate = { subject: said, issuer: said, serial: said, notBefore: said, notAfter: said, store: said } as const;
const validity = { kind: said, renewableFrom: said, daysLeft: said, closesAt: said, wants: said, renewableUntil: said } as const;
const held = { organization: said, certificate } as const;
const user = { userId: said, name: said, locked: said, suspended: said, lastLogonAt: said } as const;
/** What is searched for may be anything; a PIN in the wrong field, for one. */
const search = { search: 'typed', lockedOnly: said, page: said } as const;

const procedure: Written<StateValue<'procedure'>> = {
  state: {
    step: said,
    problem,
    requestedAt: said,
    phase: said,
    contractorId: said,
    session: { expiresAt: said },
    installed: held,
    position: { row: said, column: said },
    organization: said,
    enrolBefore: said,
    stage: said,
    waitingUntil: said,
    certificate,
    validity,
    loggedOnAt: said,
    lastLogonAt: said,
  },
  interruptedAt: said,
  notice: problem,
  offer: { kind: said, contractorId: said, organization: said, enrolBefore: said, certificate, validity },
};

const users: Written<StateValue<'users'>> = {
  screen: said,
  expiresAt: said,
  lockedUsers: said,
  todo: { each: { user, done: said } },
  search,
  list: { users: { each: user }, page: said, size: said, total: said, registered: said },
  phase: said,
  done: { what: said, user },
  problem,
  user,
  part: said,
};

const bank: Written<StateValue<'bank'>> = {
  name: texts,
  practice: said,
  stepOrder: said,
  pinRule: { minLength: said, maxLength: said, symbols: said },
  oneTimePasswordLength: said,
  cardGrid: { rows: said, columns: said },
  wrongAttemptLimit: said,
  sessionMinutes: said,
  certificate: { retrievalDeadlineDays: said, validityDays: said, renewalWindowDays: said, graceDays: said, renewalClosesAt: said, afterGrace: said },
  users: { limit: said, idRule: { minLength: said, maxLength: said } },
  website: said,
  support: { phone: said, hours: texts },
};

const layout: Written<StateValue<'releaseRequest'>['layout']> = {
  title: said,
  addressee: said,
  preamble: said,
  calendar: said,
  fields: { each: { name: said, label: said } },
  pinLabels: { logonPin: said, confirmationPin: said, userLogonPin: said, userConfirmationPin: said },
  accountLabels: { ordinary: said, current: said },
  reasonLabels: { mistyped: said, forgotten: said, unknown: said, other: said },
  contactLabels: { name: said, phone: said },
  notes: { each: said },
  sealBox: said,
  bankBox: { title: said, cells: { each: said } },
  mark: said,
  handIn: texts,
};

/** The entries are told apart in written.ts: only their names are written. A file's name is the person's, too. */
const releaseRequest: Written<Omit<StateValue<'releaseRequest'>, 'entries'>> = {
  open: said,
  form: said,
  offersReissue: said,
  layout,
  prepared: { each: said },
  unavailable: said,
  savedAs: 'typed',
};

const places: Written<StateValue<'places'>> = {
  open: said,
  banks: {
    each: {
      id: said,
      name: texts,
      host: said,
      problem,
      waits: said,
      contracts: { each: { id: said, lastFour: said, organization: said, certificateUntil: said, next: said } },
    },
  },
  practice: said,
  prescribedBy: said,
  offered: { name: texts, host: said, signer: texts, fingerprint: said, version: said, expiresAt: said },
  told: said,
  problem,
};

const settings: Written<StateValue<'settings'>> = {
  version: said,
  bank: { host: said, source: said },
  proxy: { value: said, source: said },
  certificateStores: { value: { each: said }, source: said },
  reminders: { value: said, source: said },
  updates: { value: said, source: said },
  practice: { value: said, source: said },
  prescribed: { each: said },
  policy: { place: said, organization: said, defects: { each: { ja: said, en: said } } },
};

export const writtenStates: { readonly [S in StateName]: Written<S extends 'releaseRequest' ? Omit<StateValue<S>, 'entries'> : StateValue<S>> } = {
  procedure,
  users,
  bank,
  releaseRequest,
  places,
  settings,
  preferences: { language: said, theme: said, textSize: said, shuffledKeys: said, updates: said },
  record: { available: said, open: said, savedAs: 'typed' },
  bundle: { open: said, savedAs: 'typed' },
  handOver: { open: said, savedAs: 'typed' },
  preflight: { phase: said, checkedAt: said, results: { each: { check: said, finding: said, amount: said, detail: said } } },
  reminders: { offered: said, snoozedUntil: said },
  updates: { kind: said, why: said, version: said, percent: said },
  // The support mode keeps no event record; what was handed to it as a code may be anything.
  support: { offered: said, asked: 'typed', file: 'typed', banks: { each: { bank, layouts: { release: layout, reissue: layout } } } },
};
