import { type Failure, failure, type Outcome } from '../../preload/contract/problem.ts';
import type { BankProfile } from '../bank/profile.ts';
import type { PrescribedCode } from '../bank-file/prescribed-bank.ts';
import { type KnownBank, type KnownBankCode, nextPlace } from './known-banks.ts';
import type { OpenPlace } from './open-place.ts';
import { contractOfPlace, practicePlace } from './place.ts';

/** What a start opens: the place that was open last, else the list of places. */

export type OpeningCode = PrescribedCode | KnownBankCode;

export type Opening =
  | { readonly kind: 'practice' }
  | { readonly kind: 'contract'; readonly id: string; readonly profile: BankProfile }
  /** problem: why the place that was open is not, or why nothing can be opened. */
  | { readonly kind: 'list'; readonly problem: Failure<OpeningCode> | null };

export type OpeningParts = {
  readonly last: OpenPlace;
  readonly prescribed: Outcome<BankProfile | null, PrescribedCode>;
  readonly banks: readonly KnownBank[];
  readonly practiceAllowed: boolean;
  /** The start asks for the practice where nothing was chosen yet (npm start). */
  readonly practiceWanted: boolean;
  /** Whether somebody is on the way at a place: then a bank file past its time is no reason to stop. */
  readonly isOnTheWay: (id: string) => boolean;
};

/** In this order: the policy, what was chosen on this PC, else the list. */
export function chooseOpening(parts: OpeningParts): Opening {
  const { last, prescribed, banks, practiceAllowed, practiceWanted } = parts;
  if (last.kind === 'unavailable') return list(failure('file-unavailable'));
  if (last.kind === 'place' && last.id === practicePlace) return practiceAllowed ? { kind: 'practice' } : list(failure('prescribed-by-policy'));
  if (!prescribed.ok) return list(prescribed);
  if (last.kind === 'place') return openContract(last.id, parts);
  if (last.kind === 'list') return list(null);
  const [only] = banks;
  // Of a bank that the policy prescribes nobody needs to choose.
  if (prescribed.value !== null && only !== undefined) {
    if (only.problem !== null) return list(only.problem);
    return prescribed.value.practice && !practiceAllowed
      ? list(failure('prescribed-by-policy'))
      : { kind: 'contract', id: only.places[0] ?? nextPlace(only), profile: prescribed.value };
  }
  return practiceWanted && practiceAllowed && banks.length === 0 ? { kind: 'practice' } : list(null);
}

function openContract(id: string, { banks, practiceAllowed, isOnTheWay }: OpeningParts): Opening {
  const bank = banks.find((known) => known.id === contractOfPlace(id)?.bankId);
  // It was removed, or another one is prescribed now.
  if (bank === undefined) return list(null);
  if (bank.profile === null || (bank.problem !== null && !isOnTheWay(id))) return list(bank.problem);
  if (bank.profile.practice && !practiceAllowed) return list(failure('prescribed-by-policy'));
  return { kind: 'contract', id, profile: bank.profile };
}

const list = (problem: Failure<OpeningCode> | null): Opening => ({ kind: 'list', problem });
