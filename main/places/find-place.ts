import { type Failure, failure, type ProblemCause, remarkMaxLength } from '../../preload/contract/problem.ts';
import { createBankKeeper } from '../bank-file/bank-keeper.ts';
import { loadPrescribedBank } from '../bank-file/prescribed-bank.ts';
import { bankRuleOf } from '../policy/bank-rule.ts';
import type { Policy } from '../policy/read-policy.ts';
import type { Log } from '../support/ports.ts';
import { type KnownBanksParts, knownBanks } from './known-banks.ts';
import { moveIn } from './move-in.ts';
import { openPlaceFile } from './open-place.ts';
import { chooseOpening, type Opening } from './opening.ts';
import { practicePlace } from './place.ts';
import { createPlaces, type PlacesParts, type PlacesService } from './places.ts';
import { settleBanks } from './settle-banks.ts';
import { isBetween, standingAt } from './standing.ts';

/** At the start, before anything is composed: what is to be opened, and the list of places to get to another one. */

export type FindPlaceParts = {
  /** The program's own. */
  readonly folder: string;
  readonly policy: Policy;
  readonly platform: NodeJS.Platform;
  /** The start asks for the practice where nothing was chosen yet. */
  readonly practiceWanted: boolean;
  readonly now: () => Date;
  readonly log: Log;
};

export type FoundPlace = {
  readonly opening: Opening;
  /** Makes what answers the window about places. */
  openPlaces(more: Pick<PlacesParts, 'askForFile' | 'restart' | 'entryUnderWay' | 'publish'>): Promise<PlacesService>;
};

/** @param parts see FindPlaceParts */
export async function findPlace({ folder, policy, platform, practiceWanted, now, log }: FindPlaceParts): Promise<FoundPlace> {
  const rule = bankRuleOf(policy);
  const practiceAllowed = policy.prescribed.practiceAllowed?.value !== false;
  const keeper = createBankKeeper({ folder, rule, now });
  const file = openPlaceFile(folder);
  const standing = (id: string) => standingAt(folder, id);
  const moved = await moveIn(folder);
  if (!moved.ok) log.warn('places.not-moved', { code: moved.problem.code });
  const prescribed = withDefect(await loadPrescribedBank(rule, { platform, now }), policy);
  const parts: KnownBanksParts = { folder, prescribed, keeper, now };
  const banks = () => knownBanks(parts);
  const found = await banks();
  const settled = await settleBanks(keeper, found, standing);
  if (!settled.ok) log.warn('places.bank-not-settled', { code: settled.problem.code });
  // What an earlier version left was a practice under way: it goes on there.
  if (moved.ok && moved.value && (await file.read()).kind === 'never') await file.write(practicePlace);
  const opening = moved.ok ? await open() : failedMove(moved);
  const prescribedBy = prescribed.ok && prescribed.value === null ? null : (policy.prescribed.organization?.value ?? '');

  async function settle(bankId: string): Promise<boolean> {
    const taken = await settleBanks(
      keeper,
      (await banks()).filter(({ id }) => id === bankId),
      standing,
    );
    return taken.ok && taken.value.length > 0;
  }

  async function open(): Promise<Opening> {
    const last = await file.read();
    const standingOfLast = last.kind === 'place' ? await standing(last.id) : null;
    const isOnTheWay = () => standingOfLast !== null && !isBetween(standingOfLast);
    // Where none took effect, the banks are as they were found.
    const known = settled.ok && settled.value.length === 0 ? found : await banks();
    return chooseOpening({ last, prescribed, banks: known, practiceAllowed, practiceWanted, isOnTheWay });
  }
  return {
    opening,
    openPlaces: (more) => createPlaces({ ...more, ...openOf(opening), practiceAllowed, prescribedBy, keeper, settle, file, banks, standing, now }),
  };
}

/** Of a policy that is broken where it speaks of banks, the place is named. */
function withDefect<T extends Awaited<ReturnType<typeof loadPrescribedBank>>>(
  prescribed: T,
  { defects: [defect] }: Policy,
): T | Failure<'prescribed-by-policy'> {
  if (prescribed.ok || prescribed.problem.code !== 'prescribed-by-policy' || defect === undefined) return prescribed;
  return failure('prescribed-by-policy', { remark: { from: 'check', text: `${defect.at} ${defect.kind} ${defect.detail}`.trim().slice(0, remarkMaxLength) } });
}

const failedMove = ({ problem }: Failure<'disk-full' | 'disk-refused'>): Opening => ({
  kind: 'list',
  problem: failure('file-unavailable', problem.remark == null ? {} : { remark: problem.remark }),
});

function openOf(opening: Opening): { readonly open: string | null; readonly problem: ProblemCause | null } {
  switch (opening.kind) {
    case 'practice':
      return { open: practicePlace, problem: null };
    case 'contract':
      return { open: opening.id, problem: null };
    case 'list':
      return { open: null, problem: opening.problem?.problem ?? null };
    default:
      return opening satisfies never;
  }
}
