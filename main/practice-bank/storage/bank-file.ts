import type { z } from 'zod';
import { readJson } from '../../support/json-text.ts';
import type { KeptPath } from '../../support/kept-files.ts';
import type { Patience } from '../../support/whole-file.ts';
import { readWholeSync, type SyncDisk, setAsideSync } from '../../support/whole-file-sync.ts';
import { BankStartError } from '../start-error.ts';

/** The files that lie beside the bank's database. */

/**
 * How they are handled.
 * @property mends what is damaged is set aside and made again, as in the app, whose user would not know what to do;
 *   else the bank does not start, as at the command line, whose user may want the file back
 */
export type FileCare = { readonly disk?: SyncDisk; readonly mends?: boolean; readonly patience?: Patience };

type Found<T> = { readonly kind: 'absent' } | { readonly kind: 'value'; readonly value: T } | { readonly kind: 'damaged'; readonly wrong: string };

/**
 * Reads a JSON file of the bank's folder, within bounds.
 * @throws BankStartError where it cannot be read now: nothing may be made in its place then
 */
export function readBankFile<T>(path: KeptPath, schema: z.ZodType<T>, limit: number, { disk, patience }: FileCare = {}): Found<T> {
  const file = readWholeSync(path, { limit, ...(disk === undefined ? {} : { disk }), ...(patience === undefined ? {} : { patience }) });
  switch (file.kind) {
    case 'absent':
      return file;
    case 'unavailable':
      throw new BankStartError(`${path} cannot be read now (${file.code}). See that you may read it and that no other program holds it, and try again.`);
    case 'unusable':
      return { kind: 'damaged', wrong: `no file of at most ${limit} bytes` };
    case 'content': {
      const json = readJson(file.content);
      if (json.kind === 'wrong') return { kind: 'damaged', wrong: json.wrong };
      const parsed = schema.safeParse(json.value);
      if (parsed.success) return { kind: 'value', value: parsed.data };
      const [issue] = parsed.error.issues;
      return { kind: 'damaged', wrong: `${issue?.path.join('.') || 'its content'}: ${issue?.message ?? 'of another shape'}` };
    }
    default:
      return file satisfies never;
  }
}

/**
 * What a damaged file comes to.
 * @param lost what is lost with it, for a sentence: "the demo company's papers"
 * @throws BankStartError where it may not be mended
 */
export function setDamagedAside(path: KeptPath, wrong: string, lost: string, { disk, mends = false }: FileCare): void {
  if (!mends) throw new BankStartError(`${path} is damaged (${wrong}). Move it away and start again; ${lost}.`);
  setAsideSync(path, disk);
}
