import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { z } from 'zod';
import { contractorIdLength, registrationPinLength } from '../../preload/contract/fields.ts';
import { applicationFormSchema, customerCardSchema, type PracticePapers } from '../../preload/contract/practice.ts';
import type { BankProfile } from '../bank/profile.ts';
import { findContract } from './contracts.ts';
import { type BankDatabase, change, inTransaction, readRow } from './database.ts';
import { hashPin, randomDigits } from './secrets.ts';
import { readSituation } from './situation-file.ts';

/**
 * papers.json plays the paper on the demo customer's desk: the card and the form that a real bank sends
 * by post. It is the one place where these secrets stand in clear, and the bank itself never reads it
 * to check an entry: its database has hashes only.
 */
const papersFileSchema = z.object({
  customerCard: customerCardSchema,
  applicationForm: applicationFormSchema,
  /** What the administrator gave the company's users. */
  users: z.array(z.object({ userId: z.string(), userLogonPin: z.string(), userConfirmationPin: z.string() })),
});
type PapersFile = Readonly<z.infer<typeof papersFileSchema>>;

/** Where the demo's papers lie in the bank's data folder. */
export function papersFile(dataDir: string): string {
  return join(dataDir, 'papers.json');
}

const organization = '株式会社サンプル商事';
const representative = '代表取締役（見本）';

/** A PIN that follows the rule of any profile: letters and digits, of the least length. */
function inventPin(length: number): string {
  return `k${randomDigits(Math.max(1, length - 1))}`;
}

function inventPapers(profile: BankProfile): PapersFile {
  const { grid, length } = profile.oneTimePassword;
  const { rows, columns } = grid ?? { rows: 1, columns: 1 };
  // The leading 9 marks the ID as a demo's at a glance.
  const contractorId = `9${randomDigits(contractorIdLength - 1)}`;
  return {
    customerCard: { contractorId, oneTimePasswords: Array.from({ length: rows }, () => Array.from({ length: columns }, () => randomDigits(length))) },
    applicationForm: { organization, representative, registrationPin: randomDigits(registrationPinLength) },
    users: ['user01', 'user02'].map((userId) => ({
      userId,
      userLogonPin: inventPin(profile.pinRule.minLength),
      userConfirmationPin: inventPin(profile.pinRule.minLength),
    })),
  };
}

/**
 * Opens the demo company's contract, locked, at first start; later starts leave all as it is.
 * @param cost scrypt's N
 */
export async function seedDemo(database: BankDatabase, dataDir: string, profile: BankProfile, cost: number): Promise<void> {
  if (hasContracts(database)) return;
  const papers = inventPapers(profile);
  const registrationHash = await hashPin(papers.applicationForm.registrationPin, cost);
  const cells = await Promise.all(
    papers.customerCard.oneTimePasswords.flatMap((row, rowIndex) =>
      row.map(async (password, columnIndex) => ({ row: rowIndex + 1, column: columnIndex + 1, hash: await hashPin(password, cost) })),
    ),
  );
  const users = await Promise.all(
    papers.users.map(async (user) => ({
      userId: user.userId,
      logonHash: await hashPin(user.userLogonPin, cost),
      confirmationHash: await hashPin(user.userConfirmationPin, cost),
    })),
  );
  inTransaction(database, () => {
    // Another process may have been first.
    if (hasContracts(database)) return;
    const { contractorId } = papers.customerCard;
    const contractSql = "INSERT INTO contracts (contractor_id, organization, representative, status, registration_hash) VALUES (?, ?, ?, 'locked', ?)";
    change(database, contractSql, contractorId, organization, representative, registrationHash);
    for (const cell of cells) change(database, 'INSERT INTO card_cells VALUES (?, ?, ?, ?)', contractorId, cell.row, cell.column, cell.hash);
    const userSql = 'INSERT INTO users (contractor_id, user_id, logon_hash, confirmation_hash) VALUES (?, ?, ?, ?)';
    for (const user of users) change(database, userSql, contractorId, user.userId, user.logonHash, user.confirmationHash);
    // Before the commit: a crash in between leaves papers that the next first start replaces.
    writeFileAtomic.sync(papersFile(dataDir), JSON.stringify(papers, null, 2), { mode: 0o600 });
  });
}

function hasContracts(database: BankDatabase): boolean {
  return readRow(database, z.object({ contractor_id: z.string() }), 'SELECT contractor_id FROM contracts LIMIT 1') !== null;
}

/** @returns the demo's papers, with how the contract stands now */
export function readPapers(database: BankDatabase, dataDir: string): PracticePapers {
  const { customerCard, applicationForm } = papersFileSchema.parse(JSON.parse(readFileSync(papersFile(dataDir), 'utf8')));
  const contract = findContract(database, customerCard.contractorId);
  if (contract === null) throw new Error('the demo papers name no contract');
  return { customerCard, applicationForm, contractStatus: contract.status, situation: readSituation(dataDir) };
}

/** @returns the demo company's users with their PINs, from the papers */
export function readUserPapers(dataDir: string): PapersFile['users'] {
  return papersFileSchema.parse(JSON.parse(readFileSync(papersFile(dataDir), 'utf8'))).users;
}
