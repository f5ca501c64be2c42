import { describe, expect, test } from 'vitest';
import { type BankProfile, bankProfileSchema } from '../../main/bank/profile.ts';
import type { KnownBank } from '../../main/places/known-banks.ts';
import { nextPlace } from '../../main/places/known-banks.ts';
import { chooseOpening, type OpeningParts } from '../../main/places/opening.ts';
import { contractOfPlace, isPlace, keychainScope, placeFolder } from '../../main/places/place.ts';
import { failure, success } from '../../preload/contract/problem.ts';
import { asahiProfile } from '../support/bank-files.ts';

/** What a start opens: the policy first, then what was chosen on this PC, else the list. */

const profile: BankProfile = bankProfileSchema.parse(asahiProfile);
const asahi: KnownBank = { id: 'asahi', profile, problem: null, waits: false, places: ['asahi.1', 'asahi.2'] };
const expired: KnownBank = { ...asahi, problem: failure('bank-file-expired') };
const damaged: KnownBank = { ...asahi, profile: null, problem: failure('bank-file-damaged') };

const usual: OpeningParts = {
  last: { kind: 'never' },
  prescribed: success(null),
  banks: [],
  practiceAllowed: true,
  practiceWanted: false,
  isOnTheWay: () => false,
};
const lastAt = (id: string) => ({ last: { kind: 'place' as const, id } });
const opened = (some: Partial<OpeningParts>) => {
  const opening = chooseOpening({ ...usual, ...some });
  switch (opening.kind) {
    case 'list':
      return `list ${opening.problem?.problem.code ?? ''}`.trim();
    case 'contract':
      return opening.id;
    default:
      return opening.kind;
  }
};

const rows: readonly (readonly [string, Partial<OpeningParts>, string])[] = [
  ['on a PC where nothing was set up: the list', {}, 'list'],
  ['with npm start there: the practice', { practiceWanted: true }, 'practice'],
  ['with npm start where the policy takes the practice away: the list', { practiceWanted: true, practiceAllowed: false }, 'list'],
  ['with npm start where a bank was taken: the list', { practiceWanted: true, banks: [asahi] }, 'list'],
  ['a bank was taken, and nothing chosen: the list', { banks: [asahi] }, 'list'],
  ['the contract that was open last', { banks: [asahi], ...lastAt('asahi.2') }, 'asahi.2'],
  ['the practice that was open last', { ...lastAt('practice') }, 'practice'],
  ['the practice that was open last, forbidden meanwhile', { ...lastAt('practice'), practiceAllowed: false }, 'list prescribed-by-policy'],
  ['the list was wanted', { banks: [asahi], last: { kind: 'list' }, practiceWanted: true }, 'list'],
  ['a bank that was removed meanwhile', { ...lastAt('asahi.1') }, 'list'],
  ['a bank whose file is past its time', { banks: [expired], ...lastAt('asahi.1') }, 'list bank-file-expired'],
  ['the same, with somebody on the way', { banks: [expired], ...lastAt('asahi.1'), isOnTheWay: () => true }, 'asahi.1'],
  ['a bank whose file is damaged, with somebody on the way', { banks: [damaged], ...lastAt('asahi.1'), isOnTheWay: () => true }, 'list bank-file-damaged'],
  ['what was open last cannot be read now', { last: { kind: 'unavailable' }, banks: [asahi] }, 'list file-unavailable'],
  ['a prescribed bank: its first contract', { prescribed: success(profile), banks: [asahi] }, 'asahi.1'],
  ['a prescribed bank without a contract: a new one', { prescribed: success(profile), banks: [{ ...asahi, places: [] }] }, 'asahi.1'],
  ['a prescribed bank, and npm start: the bank', { prescribed: success(profile), banks: [asahi], practiceWanted: true }, 'asahi.1'],
  ['a prescribed bank, another contract open last', { prescribed: success(profile), banks: [asahi], ...lastAt('asahi.2') }, 'asahi.2'],
  ['a prescribed bank, another bank open last', { prescribed: success(profile), banks: [asahi], ...lastAt('minato.1') }, 'list'],
  ['a policy that is broken where it speaks of banks', { prescribed: failure('prescribed-by-policy'), ...lastAt('asahi.1') }, 'list prescribed-by-policy'],
  ['the same with the practice open last', { prescribed: failure('prescribed-by-policy'), ...lastAt('practice') }, 'practice'],
  [
    'a prescribed practice where the policy takes practice away',
    { prescribed: success({ ...profile, practice: true }), banks: [asahi], practiceAllowed: false },
    'list prescribed-by-policy',
  ],
  [
    'a bank of practice, open last, where the policy takes practice away',
    { banks: [{ ...asahi, profile: { ...profile, practice: true } }], ...lastAt('asahi.1'), practiceAllowed: false },
    'list prescribed-by-policy',
  ],
  [
    'a prescribed bank whose contracts cannot be read now',
    { prescribed: success(profile), banks: [{ ...asahi, problem: failure('file-unavailable'), places: [] }] },
    'list file-unavailable',
  ],
  ['a prescribed file that cannot be read', { prescribed: failure('file-unavailable') }, 'list file-unavailable'],
];

describe('a start opens', () => {
  test.each(rows)('%s', (_what, some, wanted) => expect(opened(some)).toBe(wanted));
});

describe('a place', () => {
  test.each(['practice', 'asahi.1', 'asahi-2.10', 'a.9999'])('%s is one', (id) => expect(isPlace(id)).toBe(true));
  test.each([
    '',
    '.',
    '..',
    '../asahi.1',
    'asahi',
    'asahi.0',
    'asahi.01',
    'asahi.1/..',
    'Asahi.1',
    'asahi.10000',
    'asahi.1.2',
    'practice/',
    'con.1 ',
    'asahi.-1',
  ])('%j is none', (id) => expect(isPlace(id)).toBe(false));
  test('keeps its secrets under a name of its own, and the practice under the one that it always had', () => {
    expect(keychainScope('practice', 'sandbox')).toBe('sandbox');
    expect([keychainScope('asahi.1', 'asahi'), keychainScope('asahi.12', 'asahi')]).toEqual(['asahi/1', 'asahi/12']);
  });
  test('lies in a folder of its own', () => {
    expect(placeFolder('/data', 'practice')).toBe('/data/practice');
    expect(placeFolder('/data', 'asahi.2')).toBe('/data/contracts/asahi.2');
    expect(contractOfPlace('asahi.2')).toEqual({ bankId: 'asahi', number: 2 });
  });
  test('after the last is new, also where one between was taken away', () =>
    expect(nextPlace({ id: 'asahi', places: ['asahi.1', 'asahi.3'] })).toBe('asahi.4'));
});
