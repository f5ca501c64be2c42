import { dirname } from 'node:path';
import { type DiskCode, failure, type Outcome, success } from '../../preload/contract/problem.ts';
import { programFile } from '../support/kept-files.ts';
import { type DiskOptions, errnoOf, patiently, systemDisk } from '../support/whole-file.ts';
import { type KeptBank, type KeptBankCode, keptBankFile } from './kept-bank.ts';

/** All banks that this PC keeps, one file each. */

export type BankList = {
  readonly banks: readonly KeptBank[];
  readonly problems: readonly { readonly bankId: string; readonly code: KeptBankCode | 'bank-file-foreign' }[];
};

export type KeptBanks = {
  /** What is kept, and what of it could not be read. */
  list(): Promise<BankList>;
  /** The place is read before it is written: nothing is put over a file that came meanwhile and cannot be read. */
  keep(bank: KeptBank): Promise<Outcome<void, DiskCode | 'file-unavailable'>>;
  /** @returns whether there was one */
  remove(bankId: string): Promise<Outcome<boolean, DiskCode>>;
};

const keptName = /^([a-z0-9-]{1,40})\.json$/u;

/** @param folder the program's own */
export function openKeptBanks(folder: string, options: DiskOptions): KeptBanks {
  const { disk = systemDisk, patience } = options;
  const fileOf = (bankId: string) => keptBankFile(folder, bankId, options);

  /** null: the folder cannot be read now. */
  async function ids(): Promise<readonly string[] | null> {
    try {
      const names = await disk.readdir(dirname(programFile(folder, 'bank', { bankId: '' })));
      return names.flatMap((name) => keptName.exec(name)?.[1] ?? []).sort();
    } catch (error) {
      return errnoOf(error) === 'ENOENT' ? [] : null;
    }
  }

  return {
    async list() {
      const known = await ids();
      if (known === null) return { banks: [], problems: [{ bankId: 'banks', code: 'file-unavailable' }] };
      const read = await Promise.all(known.map(async (bankId) => ({ bankId, found: await fileOf(bankId).read() })));
      return {
        banks: read.flatMap(({ found }) => (found.ok && found.value !== null ? [found.value] : [])),
        problems: read.flatMap(({ bankId, found }) => (found.ok ? [] : [{ bankId, code: found.problem.code }])),
      };
    },
    async keep(bank) {
      const place = fileOf(bank.current.file.content.profile.id);
      const there = await place.read();
      return !there.ok && there.problem.code === 'file-unavailable' ? failure('file-unavailable') : place.write(bank);
    },
    async remove(bankId) {
      const known = await ids();
      if (known === null) return failure('disk-refused');
      if (!known.includes(bankId)) return success(false);
      const removed = await patiently(() => disk.remove(fileOf(bankId).path), patience);
      return removed.ok ? success(true) : removed;
    },
  };
}
