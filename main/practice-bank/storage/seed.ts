import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { z } from 'zod';
import { contractorIdLength, registrationPinLength } from '../../../preload/contract/fields.ts';
import { type ContractorId, contractorIdSchema } from '../../../preload/contract/identities.ts';
import { applicationFormSchema, customerCardSchema, type PracticePapers } from '../../../preload/contract/practice.ts';
import type { BankProfile } from '../../bank/profile.ts';
import { findContract } from '../accounts/contracts.ts';
import { hashPin, randomDigits } from '../accounts/secrets.ts';
import { addUser } from '../accounts/users.ts';
import { days } from '../clock.ts';
import { readSituation } from '../situations/situation-file.ts';
import { type BankDatabase, change, inTransaction, readRow } from './database.ts';

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

export const usualDemoUsers = 12;
const departments = [
  '経理課',
  '総務課',
  '営業一課',
  '営業二課',
  '購買課',
  '人事課',
  '大阪支店',
  '名古屋支店',
  '福岡支店',
  '海外課',
  '情報システム課',
  '監査室',
];

/** A demo user by number: no person, but a desk. Every fourth has forgotten the PIN and is locked; one in ten is suspended. */
function demoUser(number: number): { readonly userId: string; readonly name: string; readonly locked: boolean; readonly suspended: boolean } {
  const desk = departments[(number - 1) % departments.length] ?? '';
  const name = `${desk} 担当${Math.ceil(number / departments.length)}`;
  return { userId: `user${String(number).padStart(2, '0')}`, name, locked: number % 4 === 3, suspended: number % 10 === 9 };
}

/** A PIN that follows the rule of any profile: letters and digits, of the least length. */
function inventPin(length: number): string {
  return `k${randomDigits(Math.max(1, length - 1))}`;
}

function inventPapers(profile: BankProfile, userCount: number): PapersFile {
  const { grid, length } = profile.oneTimePassword;
  const { rows, columns } = grid ?? { rows: 1, columns: 1 };
  // The leading 9 marks the ID as a demo's at a glance.
  const contractorId = contractorIdSchema.parse(`9${randomDigits(contractorIdLength - 1)}`);
  return {
    customerCard: { contractorId, oneTimePasswords: Array.from({ length: rows }, () => Array.from({ length: columns }, () => randomDigits(length))) },
    applicationForm: { organization, representative, registrationPin: randomDigits(registrationPinLength) },
    users: Array.from({ length: userCount }, (_, index) => ({
      userId: demoUser(index + 1).userId,
      userLogonPin: inventPin(profile.pinRule.minLength),
      userConfirmationPin: inventPin(profile.pinRule.minLength),
    })),
  };
}

type Seed = {
  readonly database: BankDatabase;
  readonly dataDir: string;
  readonly profile: BankProfile;
  readonly cost: number;
  readonly users: number;
  readonly now: Date;
};

/**
 * Opens the demo company's contract, locked, at first start; later starts leave all as it is.
 * @param seed cost: scrypt's N; users: how many; now: the bank's time
 */
export async function seedDemo({ database, dataDir, profile, cost, users: userCount, now }: Seed): Promise<void> {
  if (hasContracts(database)) return;
  const papers = inventPapers(profile, userCount);
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
    for (const [index, user] of users.entries()) seedUser(database, contractorId, profile, now, index + 1, user);
    // Before the commit: a crash in between leaves papers that the next first start replaces.
    writeFileAtomic.sync(papersFile(dataDir), JSON.stringify(papers, null, 2), { mode: 0o600 });
  });
}

type HashedUser = { readonly userId: string; readonly logonHash: string; readonly confirmationHash: string };

function seedUser(database: BankDatabase, contractorId: ContractorId, profile: BankProfile, now: Date, number: number, user: HashedUser): void {
  const { name, locked, suspended } = demoUser(number);
  // The first has never logged on; the others did so some days ago.
  const lastLogonAt = number === 1 ? null : new Date(now.getTime() - ((number * 7) % 60) * days).toISOString();
  addUser(database, contractorId, { ...user, name, suspended, lastLogonAt });
  const lockSql = 'INSERT INTO attempts (contractor_id, user_id, wrong, locked, counted_at) VALUES (?, ?, ?, 1, ?)';
  if (locked) change(database, lockSql, contractorId, user.userId, profile.wrongAttemptLimit, now.toISOString());
}

function hasContracts(database: BankDatabase): boolean {
  return readRow(database, z.object({ contractor_id: contractorIdSchema }), 'SELECT contractor_id FROM contracts LIMIT 1') !== null;
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
