import { z } from 'zod';
import { contractorIdLength, registrationPinLength } from '../../../preload/contract/fields.ts';
import { type ContractorId, contractorIdSchema } from '../../../preload/contract/identities.ts';
import type { BankProfile } from '../../bank/profile.ts';
import { findContract } from '../accounts/contracts.ts';
import { hashPin, randomDigits } from '../accounts/secrets.ts';
import { addUser, readUsers, setUserPins } from '../accounts/users.ts';
import { days } from '../clock.ts';
import { neighbour } from '../situations/neighbour.ts';
import { BankStartError } from '../start-error.ts';
import { type FileCare, setDamagedAside } from './bank-file.ts';
import { type BankDatabase, change, inTransaction, readRow } from './database.ts';
import { findPapers, type PapersFile, papersFile, papersLost, writePapers } from './papers.ts';

/** The demo company: its contract, its users, and the paper that is sent to it. */

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
export function demoUser(number: number): { readonly userId: string; readonly name: string; readonly locked: boolean; readonly suspended: boolean } {
  const desk = departments[(number - 1) % departments.length] ?? '';
  const name = `${desk} 担当${Math.ceil(number / departments.length)}`;
  return { userId: `user${String(number).padStart(2, '0')}`, name, locked: number % 4 === 3, suspended: number % 10 === 9 };
}

/** A PIN that follows the rule of any profile: letters and digits, of the least length. */
function inventPin(length: number): string {
  return `k${randomDigits(Math.max(1, length - 1))}`;
}

function inventPapers(profile: BankProfile, contractorId: ContractorId, userIds: readonly string[]): PapersFile {
  const { grid, length } = profile.oneTimePassword;
  const { rows, columns } = grid ?? { rows: 1, columns: 1 };
  return {
    customerCard: { contractorId, oneTimePasswords: Array.from({ length: rows }, () => Array.from({ length: columns }, () => randomDigits(length))) },
    applicationForm: { organization, representative, registrationPin: randomDigits(registrationPinLength) },
    users: userIds.map((userId) => ({
      userId,
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
  readonly care?: FileCare;
};

/**
 * Opens the demo company's contract, locked, at first start; later starts leave all as it is, and only see to it that
 * there are papers.
 * @param seed cost: scrypt's N; users: how many; now: the bank's time
 * @throws BankStartError where the papers of a contract are damaged and may not be mended, or cannot be read now
 */
export async function seedDemo(seed: Seed): Promise<void> {
  const { database, dataDir, profile, users: userCount, now } = seed;
  const demo = demoContract(database);
  if (demo !== null) return ensurePapers(seed, demo);
  const userIds = Array.from({ length: userCount }, (_, index) => demoUser(index + 1).userId);
  // The leading 9 marks the ID as a demo's at a glance.
  const papers = inventPapers(profile, contractorIdSchema.parse(`9${randomDigits(contractorIdLength - 1)}`), userIds);
  const hashed = await hashPapers(papers, seed.cost);
  inTransaction(database, () => {
    // Another process may have been first.
    if (demoContract(database) !== null) return;
    const { contractorId } = papers.customerCard;
    const contractSql = "INSERT INTO contracts (contractor_id, organization, representative, status, registration_hash) VALUES (?, ?, ?, 'locked', ?)";
    change(database, contractSql, contractorId, organization, representative, hashed.registration);
    giveCard(database, contractorId, hashed);
    for (const [index, user] of hashed.users.entries()) seedUser(database, contractorId, profile, now, index + 1, user);
    // Before the commit: a crash in between leaves papers that the next first start replaces.
    writePapers(dataDir, papers, seed.care);
  });
}

/** As a bank that sends a new card and a new form by post: the contract stays as it stands, what was on the lost paper holds no longer. */
async function ensurePapers({ database, dataDir, profile, cost, care = {} }: Seed, contractorId: ContractorId): Promise<void> {
  const found = findPapers(dataDir, care);
  const isSound = found.kind === 'value' && findContract(database, found.value.customerCard.contractorId) !== null;
  if (isSound) return;
  const path = papersFile(dataDir);
  if (found.kind !== 'absent') setDamagedAside(path, found.kind === 'damaged' ? found.wrong : 'the bank has no such contract', papersLost, care);
  else if (care.mends !== true) throw new BankStartError(`${path} is missing: ${papersLost}.`);
  const papers = inventPapers(
    profile,
    contractorId,
    readUsers(database, contractorId).map(({ userId }) => userId),
  );
  const hashed = await hashPapers(papers, cost);
  inTransaction(database, () => {
    change(database, 'UPDATE contracts SET registration_hash = ? WHERE contractor_id = ?', hashed.registration, contractorId);
    change(database, 'DELETE FROM card_cells WHERE contractor_id = ?', contractorId);
    giveCard(database, contractorId, hashed);
    for (const user of hashed.users) setUserPins(database, contractorId, user);
    writePapers(dataDir, papers, care);
  });
}

type HashedPapers = {
  readonly registration: string;
  readonly cells: readonly { readonly row: number; readonly column: number; readonly hash: string }[];
  readonly users: readonly HashedUser[];
};

async function hashPapers({ customerCard, applicationForm, users }: PapersFile, cost: number): Promise<HashedPapers> {
  const registration = await hashPin(applicationForm.registrationPin, cost);
  const cells = await Promise.all(
    customerCard.oneTimePasswords.flatMap((row, rowIndex) =>
      row.map(async (password, columnIndex) => ({ row: rowIndex + 1, column: columnIndex + 1, hash: await hashPin(password, cost) })),
    ),
  );
  const hashedUsers = users.map(async ({ userId, userLogonPin, userConfirmationPin }) => ({
    userId,
    logonHash: await hashPin(userLogonPin, cost),
    confirmationHash: await hashPin(userConfirmationPin, cost),
  }));
  return { registration, cells, users: await Promise.all(hashedUsers) };
}

function giveCard(database: BankDatabase, contractorId: ContractorId, { cells }: HashedPapers): void {
  for (const cell of cells) change(database, 'INSERT INTO card_cells VALUES (?, ?, ?, ?)', contractorId, cell.row, cell.column, cell.hash);
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

/** @returns the ID of the demo company's contract; null before the first start */
function demoContract(database: BankDatabase): ContractorId | null {
  const sql = 'SELECT contractor_id FROM contracts WHERE contractor_id <> ? LIMIT 1';
  return readRow(database, z.object({ contractor_id: contractorIdSchema }), sql, neighbour)?.contractor_id ?? null;
}
