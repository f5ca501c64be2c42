import { z } from 'zod';
import { type DiskCode, failure, type Outcome, success } from '../../preload/contract/problem.ts';
import { type JsonFile, jsonFile } from '../support/json-file.ts';
import { programFile } from '../support/kept-files.ts';
import type { DiskOptions } from '../support/whole-file.ts';
import { type BankFile, bankFileLimit, bankFileProblem, readBankFile } from './bank-file.ts';

/** A bank as this PC keeps it: the files as they came, so that their signature is proven at every reading. */

const kept = z.object({ text: z.string().max(bankFileLimit), takenAt: z.iso.datetime() });
const keptSchema = z.object({
  format: z.literal(1),
  /** The signer whose fingerprint a person compared: later files are taken from this one alone. */
  signer: z.string().regex(/^[0-9a-f]{64}$/u),
  current: kept,
  /** A later version, which has not taken effect. */
  waiting: kept.nullable(),
});
type Kept = z.infer<typeof keptSchema>;

export type KeptVersion = { readonly file: BankFile; readonly takenAt: string };
export type KeptBank = { readonly signer: string; readonly current: KeptVersion; readonly waiting: KeptVersion | null };
export type KeptBankCode = 'bank-file-damaged' | 'file-unavailable';

export type KeptBankFile = {
  readonly path: string;
  /** null: there is none. A damaged one is set aside. */
  read(): Promise<Outcome<KeptBank | null, KeptBankCode>>;
  write(bank: KeptBank): Promise<Outcome<void, DiskCode>>;
};

/** @param folder the program's own @param bankId of the profile */
export function keptBankFile(folder: string, bankId: string, options: DiskOptions = {}): KeptBankFile {
  const file = jsonFile(programFile(folder, 'bank', { bankId }), keptSchema, options);
  return {
    path: file.path,
    async read() {
      const found = await file.read();
      switch (found.kind) {
        case 'absent':
          return success(null);
        case 'unavailable':
          return failure('file-unavailable');
        case 'damaged':
          return bankFileProblem('bank-file-damaged', found.setAside);
        case 'value':
          return prove(found.value, bankId, file);
        default:
          return found satisfies never;
      }
    },
    write: ({ signer, current, waiting }) => file.write({ format: 1, signer, current: keptOf(current), waiting: waiting === null ? null : keptOf(waiting) }),
  };
}

const keptOf = ({ file, takenAt }: KeptVersion): Kept['current'] => ({ text: file.text, takenAt });

/** What was changed on the disk no longer proves itself, and is as good as damaged. */
async function prove({ signer, current, waiting }: Kept, bankId: string, file: JsonFile<Kept>): Promise<Outcome<KeptBank, KeptBankCode>> {
  const versionOf = ({ text, takenAt }: Kept['current']): KeptVersion | null => {
    const read = readBankFile(Buffer.from(text));
    return read.ok && read.value.thumbprint === signer && read.value.content.profile.id === bankId ? { file: read.value, takenAt } : null;
  };
  const now = versionOf(current);
  const next = waiting === null ? null : versionOf(waiting);
  if (now !== null && (waiting === null || next !== null)) return success({ signer, current: now, waiting: next });
  const aside = await file.setAside();
  return aside.ok ? bankFileProblem('bank-file-damaged', aside.value) : failure('file-unavailable');
}
