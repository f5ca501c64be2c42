import { z } from 'zod';
import { applicationFormSchema, customerCardSchema, type PracticePapers } from '../../../preload/contract/practice.ts';
import { bankFile, type KeptPath } from '../../support/kept-files.ts';
import { writeWholeSync } from '../../support/whole-file-sync.ts';
import { findContract } from '../accounts/contracts.ts';
import { readSituation } from '../situations/situation-file.ts';
import { BankStartError } from '../start-error.ts';
import { type FileCare, readBankFile } from './bank-file.ts';
import type { BankDatabase } from './database.ts';

/**
 * papers.json plays the paper on the demo customer's desk: the card and the form that a real bank sends
 * by post. It is the one place where these secrets stand in clear, and the bank itself never reads it
 * to check an entry: its database has hashes only.
 */
const pin = z.string().max(64);
const papersFileSchema = z.object({
  customerCard: customerCardSchema,
  applicationForm: applicationFormSchema,
  /** What the administrator gave the company's users. */
  users: z.array(z.object({ userId: z.string().max(20), userLogonPin: pin, userConfirmationPin: pin })).max(999),
});
export type PapersFile = Readonly<z.infer<typeof papersFileSchema>>;

/** 999 users with the longest PINs and the largest card, in bytes. */
const fileLimit = 512 * 1024;

/** Where the demo's papers lie in the bank's data folder. */
export function papersFile(dataDir: string): KeptPath {
  return bankFile(dataDir, 'bankPapers');
}

/** @throws BankStartError where they cannot be read now */
export const findPapers = (dataDir: string, care: FileCare = {}) => readBankFile(papersFile(dataDir), papersFileSchema, fileLimit, care);

/** @throws what node:fs throws */
export function writePapers(dataDir: string, papers: PapersFile, { disk }: FileCare = {}): void {
  writeWholeSync(papersFile(dataDir), JSON.stringify(papers, null, 2), disk === undefined ? {} : { disk });
}

/** What a bank without its papers is good for, for a sentence. */
export const papersLost = 'the secrets that stood on it are nowhere else, so begin with another folder (--data), or start Kaitsu, which makes new papers';

function papersOf(dataDir: string): PapersFile {
  const found = findPapers(dataDir);
  if (found.kind === 'value') return found.value;
  throw new BankStartError(`${papersFile(dataDir)} is ${found.kind === 'absent' ? 'missing' : `damaged (${found.wrong})`}: ${papersLost}.`);
}

/** @returns the demo's papers, with how the contract stands now @throws BankStartError where there are none that fit the bank's records */
export function readPapers(database: BankDatabase, dataDir: string): PracticePapers {
  const { customerCard, applicationForm } = papersOf(dataDir);
  const contract = findContract(database, customerCard.contractorId);
  if (contract === null) throw new BankStartError(`${papersFile(dataDir)} names a contract that the bank does not have: ${papersLost}.`);
  return { customerCard, applicationForm, contractStatus: contract.status, situation: readSituation(dataDir) };
}

/** @returns the demo company's users with their PINs, from the papers @throws as readPapers */
export function readUserPapers(dataDir: string): PapersFile['users'] {
  return papersOf(dataDir).users;
}
