import type { PublishedBank } from '../../preload/contract/bank.ts';
import type { DescribedScreen } from '../../preload/contract/full-code/described-window.ts';
import type { PlaceBank, Places } from '../../preload/contract/places.ts';
import type { Problem } from '../../preload/contract/problem.ts';
import { placesCode } from '../../preload/contract/screen-code.ts';
import { firstStart, offeredBank } from '../help/samples/places.ts';
import { asahi, minato } from './samples/places.ts';
import { bareProblem } from './samples/problems.ts';

/** The list of places, in a full code and as a sample. */

type ListScreen = Extract<DescribedScreen, { screen: 'places' }>;

const prescriber = '情報システム部';
const banksOf: Readonly<Record<ListScreen['banks'], readonly PlaceBank[]>> = {
  none: [],
  empty: [{ ...asahi, contracts: [] }],
  one: [asahi],
  several: [asahi, minato],
};

/** While no place is open, the window is nobody's. */
export function nobodysBank(bank: PublishedBank): PublishedBank {
  return { ...bank, practice: false, name: { ja: 'Kaitsu', en: 'Kaitsu', ko: 'Kaitsu' } };
}

export function samplePlaces({ banks, expired, practice, prescribed, told }: ListScreen, problem: Problem | null): Places {
  const [first, ...others] = banksOf[banks];
  const late = bareProblem('bank-file-expired', placesCode('places'));
  return {
    ...firstStart,
    banks: first === undefined ? [] : [expired ? { ...first, problem: late } : first, ...others],
    practice,
    prescribedBy: prescribed === 'no' ? null : prescribed === 'named' ? prescriber : '',
    told,
    problem,
  };
}

/** With the file of a bank that there is not, to be compared. */
export const comparing: Places = { ...firstStart, offered: offeredBank };

export function describePlaces({ banks, practice, prescribedBy, told }: Places): Omit<ListScreen, 'screen' | 'retryAt' | 'remark' | 'reference'> {
  const [first] = banks;
  const contracts = banks.some((bank) => bank.contracts.length > 0);
  return {
    banks: first === undefined ? 'none' : banks.length > 1 ? 'several' : contracts ? 'one' : 'empty',
    expired: banks.some((bank) => bank.problem !== null),
    practice,
    prescribed: prescribedBy === null ? 'no' : prescribedBy === '' ? 'unnamed' : 'named',
    told,
  };
}
