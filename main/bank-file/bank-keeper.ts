import { type DiskCode, failure, type Outcome, success } from '../../preload/contract/problem.ts';
import type { BankRule } from '../policy/bank-rule.ts';
import type { DiskOptions } from '../support/whole-file.ts';
import { type BankFile, type BankFileCode, bankFileProblem, checkDates, readBankFile } from './bank-file.ts';
import type { KeptBank } from './kept-bank.ts';
import { type BankList, type KeptBanks, openKeptBanks } from './kept-banks.ts';
import { isFingerprint } from './signer.ts';

/**
 * The banks that were taken on this PC. The first file of a bank is taken once a person has compared its fingerprint
 * with paper; later ones of the same signer alone, with a higher version, and they wait until no procedure is under way.
 */

export type TakeCode = BankFileCode | 'prescribed-by-policy' | 'file-unavailable' | DiskCode;

/** compare: nothing is done yet, the fingerprint is to be compared. waiting: takes effect between two procedures. same: it was taken before. */
export type Taking = { readonly kind: 'compare' | 'taken' | 'waiting' | 'same'; readonly file: BankFile };

export type BankKeeper = {
  list(): Promise<BankList>;
  /** @param typed the fingerprint as the person has it from the bank's paper; null: not compared yet */
  take(bytes: Uint8Array, typed: string | null): Promise<Outcome<Taking, TakeCode>>;
  /** What waits takes effect. @param bankIds of the banks at which no procedure is under way */
  settle(bankIds: readonly string[]): Promise<Outcome<void, DiskCode | 'file-unavailable'>>;
  /** Forgets a bank, its signer too. @returns whether there was one */
  remove(bankId: string): Promise<Outcome<boolean, DiskCode | 'prescribed-by-policy'>>;
};

export type KeeperParts = {
  /** The program's own. */
  readonly folder: string;
  readonly rule: BankRule;
  readonly now: () => Date;
  readonly options?: DiskOptions;
};

export function createBankKeeper({ folder, rule, now, options = {} }: KeeperParts): BankKeeper {
  const kept = openKeptBanks(folder, options);
  const isPrescribed = rule.kind === 'file' || rule.kind === 'profile' || rule.kind === 'blocked';
  return {
    list: async () => withinRule(await kept.list(), rule),
    take: async (bytes, typed) => (isPrescribed ? failure('prescribed-by-policy') : take(bytes, typed, { kept, rule, now: now() })),
    async settle(bankIds) {
      for (const { signer, current, waiting } of withinRule(await kept.list(), rule).banks) {
        const done =
          waiting === null || !bankIds.includes(idOf(current.file)) ? success(undefined) : await kept.keep({ signer, current: waiting, waiting: null });
        if (!done.ok) return done;
      }
      return success(undefined);
    },
    remove: async (bankId) => (isPrescribed ? failure('prescribed-by-policy') : kept.remove(bankId)),
  };
}

/** A bank that was taken before the policy named a signer is none of that signer's: it cannot be used any more. */
function withinRule(list: BankList, rule: BankRule): BankList {
  if (rule.kind !== 'signer') return list;
  const isOurs = ({ current }: KeptBank) => current.file.fingerprint === rule.fingerprint;
  const others = list.banks.filter((bank) => !isOurs(bank)).map(({ current }) => ({ bankId: idOf(current.file), code: 'bank-file-foreign' as const }));
  return { banks: list.banks.filter(isOurs), problems: [...list.problems, ...others] };
}

type Taker = { readonly kept: KeptBanks; readonly rule: BankRule; readonly now: Date };

async function take(bytes: Uint8Array, typed: string | null, taker: Taker): Promise<Outcome<Taking, TakeCode>> {
  const { kept, rule, now } = taker;
  const read = readBankFile(bytes);
  if (!read.ok) return read;
  const file = read.value;
  const dates = checkDates(file, now);
  if (!dates.ok) return dates;
  if (rule.kind === 'signer' && rule.fingerprint !== file.fingerprint) return bankFileProblem('bank-file-foreign', 'header.jwk', 'bankSigner');
  const { banks, problems } = await kept.list();
  // Of which signer a bank is cannot be known while its file cannot be read.
  if (problems.some(({ code }) => code === 'file-unavailable')) return failure('file-unavailable');
  const clash = banks.find((bank) => bank.signer !== file.thumbprint && looksAlike(bank.current.file, file));
  if (clash !== undefined) return bankFileProblem('bank-file-foreign', 'header.jwk', idOf(clash.current.file));
  const known = banks.find(({ current }) => idOf(current.file) === idOf(file));
  return known === undefined ? takeFirst(file, typed, taker) : takeLater(file, known, taker);
}

async function takeFirst(file: BankFile, typed: string | null, { kept, rule, now }: Taker): Promise<Outcome<Taking, TakeCode>> {
  // With a signer in the policy, those who wrote it have compared.
  if (rule.kind !== 'signer') {
    if (typed === null) return success({ kind: 'compare', file });
    if (!isFingerprint(typed, file.fingerprint)) return bankFileProblem('bank-file-foreign', 'fingerprint');
  }
  const done = await kept.keep({ signer: file.thumbprint, current: { file, takenAt: now.toISOString() }, waiting: null });
  return done.ok ? success({ kind: 'taken', file }) : done;
}

async function takeLater(file: BankFile, known: KeptBank, { kept, now }: Taker): Promise<Outcome<Taking, TakeCode>> {
  const latest = (known.waiting ?? known.current).file;
  if (latest.text === file.text) return success({ kind: 'same', file });
  if (file.content.version <= latest.content.version)
    return bankFileProblem('bank-file-older', 'version', `${file.content.version}, ${latest.content.version}`);
  const done = await kept.keep({ ...known, waiting: { file, takenAt: now.toISOString() } });
  return done.ok ? success({ kind: 'waiting', file }) : done;
}

const idOf = ({ content }: BankFile): string => content.profile.id;

/** Under its name, its address or its keychain's entries another bank could pass for one that was taken. */
function looksAlike(one: BankFile, other: BankFile): boolean {
  const name = ({ content }: BankFile) => content.profile.name.ja.normalize('NFKC').replace(/\s/gu, '').toLowerCase();
  return idOf(one) === idOf(other) || name(one) === name(other) || one.host === other.host;
}
