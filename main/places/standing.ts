import type { NextThing, Place } from '../../preload/contract/places.ts';
import type { ProcedureSnapshot } from '../../preload/contract/procedure.ts';
import type { BankProfile } from '../bank/profile.ts';
import { isBetweenProcedures } from '../bank-file/between-procedures.ts';
import { certificateIn } from '../procedure/here-already.ts';
import type { Disk } from '../support/whole-file.ts';
import { placeFolder } from './place.ts';
import { seeJournal } from './seen-journal.ts';

/** How it stands at a place that is not open, as far as its journal says. Nothing there is changed, or set aside. */

export type Standing = { readonly kind: 'absent' | 'unreadable' } | { readonly kind: 'known'; readonly snapshot: ProcedureSnapshot };

/** @param folder the program's own @param id of the place */
export async function standingAt(folder: string, id: string, disk?: Disk): Promise<Standing> {
  const journal = await seeJournal(placeFolder(folder, id), disk);
  if (journal.kind === 'entry') return { kind: 'known', snapshot: journal.entry.snapshot };
  return { kind: journal.kind === 'absent' ? 'absent' : 'unreadable' };
}

/** Whether a bank's new version can take effect for this place. A journal that cannot be read now may be of somebody on the way. */
export function isBetween(standing: Standing): boolean {
  return standing.kind === 'absent' || (standing.kind === 'known' && isBetweenProcedures(standing.snapshot));
}

/** @param places of one bank @returns whether nobody is on the way at any of them */
export async function areBetween(places: readonly string[], standing: (id: string) => Promise<Standing>): Promise<boolean> {
  return (await Promise.all(places.map(standing))).every(isBetween);
}

const day = 24 * 60 * 60 * 1_000;

/** @param rule of the bank, for the day from which a renewal is possible; null where the bank cannot be used now */
export function placeAsShown(id: string, standing: Standing, rule: Pick<BankProfile['certificate'], 'renewalWindowDays'> | null, now: Date): Place {
  if (standing.kind !== 'known')
    return { id, lastFour: null, organization: null, certificateUntil: null, next: standing.kind === 'absent' ? 'begin' : 'unreadable' };
  const { state, offer } = standing.snapshot;
  const contract = 'contractorId' in state ? state : offer;
  const certificate = certificateIn(standing.snapshot)?.certificate ?? null;
  return {
    id,
    lastFour: contract?.contractorId.slice(-4) ?? null,
    organization: contract !== null && 'organization' in contract ? contract.organization.slice(0, 40) : null,
    certificateUntil: certificate?.notAfter ?? null,
    next: nextOf(standing.snapshot, certificate === null ? null : { notAfter: new Date(certificate.notAfter), rule }, now),
  };
}

type Ending = { readonly notAfter: Date; readonly rule: Pick<BankProfile['certificate'], 'renewalWindowDays'> | null };

function nextOf({ state, offer }: ProcedureSnapshot, certificate: Ending | null, now: Date): NextThing {
  switch (state.step) {
    case 'start':
    case 'newPc':
    case 'certificateReady':
    case 'loggedOn':
      // A certificate whose bank wants the activation after it.
      if (offer?.kind === 'activation') return 'goOn';
      if (certificate !== null) return afterCertificate(certificate, now);
      return offer?.kind === 'retrieval' ? 'fetchCertificate' : 'begin';
    case 'certificateRequired':
    case 'retrieval':
      return 'fetchCertificate';
    default:
      return 'goOn';
  }
}

/** By this PC's clock: the bank is asked once the place is open. */
function afterCertificate({ notAfter, rule }: Ending, now: Date): NextThing {
  const left = notAfter.getTime() - now.getTime();
  if (left <= 0) return 'renewLate';
  return rule !== null && left <= rule.renewalWindowDays * day ? 'renew' : 'logOn';
}
