import { type HandOverPaper, handOverLimits } from '../../preload/contract/hand-over.ts';
import type { ProcedureRecord } from '../procedure/record.ts';
import { checkNumberOf } from './check-number.ts';
import { type By, noLink } from './line.ts';
import type { SeenRecord } from './seen-record.ts';

type Around = { readonly contract: ProcedureRecord['contract']; readonly place: By; readonly waiting: number; readonly now: string };

/** @returns what the window shows and prints of the record; without a line where there is none yet */
export function paperOf(seen: Exclude<SeenRecord, { kind: 'unavailable' }>, { contract, place, waiting, now }: Around): HandOverPaper {
  const { entries, last, fault } = seen.kind === 'record' ? { ...seen.chain, fault: seen.fault } : { entries: [], last: noLink, fault: null };
  const organization = contract?.organization ?? null;
  const { user, pc, version } = place;
  return {
    madeAt: now,
    place: { user: user.slice(0, 64), pc: pc.slice(0, 64), version: version.slice(0, 64) },
    contract: contract === null ? null : { lastFour: contract.lastFour, organization: organization?.slice(0, 40) ?? null },
    entries: entries.slice(-handOverLimits.printed),
    lines: entries.length,
    fault,
    // Of lines that do not hold together the last one's hash proves nothing about those before it.
    checkNumber: fault === null ? checkNumberOf(last) : null,
    waiting,
  };
}
