import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readBankProfile } from '../../main/bank/load-profile.ts';
import type { BankProfile } from '../../main/bank/profile.ts';

/** The example profiles of assets/bank-profiles/examples, as a bank would hand them in. */
export type ExampleBank = { readonly name: string; readonly file: string; readonly profile: BankProfile };

const folder = join(import.meta.dirname, '../../assets/bank-profiles/examples');

async function load(name: string): Promise<ExampleBank> {
  const file = join(folder, `${name}.json`);
  const read = await readBankProfile(file);
  if (!read.ok) throw new Error(`${file}: ${JSON.stringify(read.defects)}`);
  return { name, file, profile: read.profile };
}

const names = ['first', 'second', 'third', 'fourth'] as const;
export type ExampleName = (typeof names)[number];
export const exampleFiles: readonly string[] = readdirSync(folder).sort();
export const exampleBanks: readonly ExampleBank[] = await Promise.all(names.map(load));

/** @returns one of them by its name */
export function exampleBank(name: ExampleName): BankProfile {
  const found = exampleBanks.find((one) => one.name === name);
  if (found === undefined) throw new Error(`no example bank ${name}`);
  return found.profile;
}
