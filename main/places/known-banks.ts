import { dirname } from 'node:path';
import { type Failure, failure, type Outcome } from '../../preload/contract/problem.ts';
import type { BankProfile } from '../bank/profile.ts';
import { type BankFileCode, checkDates } from '../bank-file/bank-file.ts';
import type { BankKeeper } from '../bank-file/bank-keeper.ts';
import type { KeptBank } from '../bank-file/kept-bank.ts';
import type { PrescribedCode } from '../bank-file/prescribed-bank.ts';
import { programFile } from '../support/kept-files.ts';
import { type Disk, errnoOf, systemDisk } from '../support/whole-file.ts';
import { contractOfPlace, contractsFolderIn, placeFolder, placeOfContract, practicePlace } from './place.ts';

/** The banks of this PC, with the numbers of their contracts: those of the policy, else those that were taken. */

export type KnownBankCode = BankFileCode | 'file-unavailable';

export type KnownBank = {
  readonly id: string;
  /** null where its file cannot be read. */
  readonly profile: BankProfile | null;
  readonly problem: Failure<KnownBankCode> | null;
  /** A later version is there that can take effect. */
  readonly waits: boolean;
  /** Of its contracts' places, in their order. */
  readonly places: readonly string[];
};

export type KnownBanksParts = {
  /** The program's own. */
  readonly folder: string;
  readonly prescribed: Outcome<BankProfile | null, PrescribedCode>;
  readonly keeper: Pick<BankKeeper, 'list'>;
  readonly now: () => Date;
  readonly disk?: Disk;
};

/** Of a policy that is broken where it speaks of banks, none is known. */
export async function knownBanks({ folder, prescribed, keeper, now, disk = systemDisk }: KnownBanksParts): Promise<readonly KnownBank[]> {
  const places = await placesIn(folder, disk);
  const placesOf = (bankId: string) => (places ?? []).filter((id) => contractOfPlace(id)?.bankId === bankId);
  // Which contracts there are cannot be known now: none is opened, and none is made beside them.
  const away = places === null ? failure('file-unavailable') : null;
  if (!prescribed.ok) return [];
  if (prescribed.value !== null)
    return [{ id: prescribed.value.id, profile: prescribed.value, problem: away, waits: false, places: placesOf(prescribed.value.id) }];
  const { banks, problems } = await keeper.list();
  const kept = banks.map((bank) => {
    const known = asKnown(bank, now());
    // Nor can it be known who is on the way at them.
    return { ...known, problem: away ?? known.problem, waits: away === null && known.waits, places: placesOf(known.id) };
  });
  const broken = problems.map(({ bankId, code }) => ({ id: bankId, profile: null, problem: failure(code), waits: false, places: placesOf(bankId) }));
  return [...kept, ...broken];
}

function asKnown({ current, waiting }: KeptBank, now: Date): Omit<KnownBank, 'places'> {
  const dates = checkDates(current.file, now);
  const { profile } = current.file.content;
  return { id: profile.id, profile, problem: dates.ok ? null : dates, waits: waiting !== null };
}

/** @returns the places of a bank's contracts; null where the folder cannot be read now */
export async function placesOfBank(folder: string, bankId: string, disk = systemDisk): Promise<readonly string[] | null> {
  return (await placesIn(folder, disk))?.filter((id) => contractOfPlace(id)?.bankId === bankId) ?? null;
}

/** Every contract's place, by bank and number; null where the folder cannot be read now. */
async function placesIn(folder: string, disk: Disk): Promise<readonly string[] | null> {
  const names = await disk.readdir(contractsFolderIn(folder)).catch((error: unknown) => (errnoOf(error) === 'ENOENT' ? [] : null));
  if (names === null) return null;
  const found = names.map(contractOfPlace).filter((contract) => contract !== null);
  return found
    .sort((one, other) => one.bankId.localeCompare(other.bankId) || one.number - other.number)
    .map(({ bankId, number }) => placeOfContract(bankId, number));
}

/** Of a bundle's file name, what tells it from every other: "<contractorId>-<serial>". */
const bundleName = /^(\d{11}-[0-9A-F]{1,100})\.p12$/u;

/** @returns the certificates whose bundles lie at other places of this PC: the system's store has no places */
export async function bundlesElsewhere(folder: string, id: string, disk: Disk = systemDisk): Promise<ReadonlySet<string>> {
  const others = [practicePlace, ...((await placesIn(folder, disk)) ?? [])].filter((place) => place !== id);
  // What cannot be read now is taken for empty: then a certificate is shown once too often, and none is hidden.
  const names = await Promise.all(others.map((place) => disk.readdir(certificatesFolder(placeFolder(folder, place))).catch(() => [])));
  return new Set(names.flat().flatMap((name) => bundleName.exec(name)?.[1] ?? []));
}

const certificatesFolder = (place: string): string => dirname(programFile(place, 'bundle', { contractorId: '', serial: '' }));

/** @returns the place for one more contract at this bank */
export function nextPlace({ id, places }: Pick<KnownBank, 'id' | 'places'>): string {
  const numbers = places.map((place) => contractOfPlace(place)?.number ?? 0);
  return placeOfContract(id, Math.max(0, ...numbers) + 1);
}
