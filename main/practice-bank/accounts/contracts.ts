import { z } from 'zod';
import { type ContractorId, contractorIdSchema, type Serial } from '../../../preload/contract/identities.ts';
import { days } from '../clock.ts';
import { type BankDatabase, change, inTransaction, readRow } from '../storage/database.ts';

const contractSchema = z.object({
  contractor_id: contractorIdSchema,
  organization: z.string(),
  representative: z.string(),
  status: z.enum(['locked', 'released', 'active']),
  registration_hash: z.string(),
  logon_hash: z.string().nullable(),
  confirmation_hash: z.string().nullable(),
  certificate_issued: z.int(),
  last_logon_at: z.string().nullable(),
});
export type Contract = Readonly<z.infer<typeof contractSchema>>;

const contractColumns = `contractor_id, organization, representative, status, registration_hash, logon_hash, confirmation_hash, certificate_issued,
  last_logon_at`;

/** @returns the contract, or null where there is none of this ID */
export function findContract(database: BankDatabase, contractorId: ContractorId): Contract | null {
  return readRow(database, contractSchema, `SELECT ${contractColumns} FROM contracts WHERE contractor_id = ?`, contractorId);
}

const wrongSchema = z.object({ wrong: z.int() });

/** Whose wrong attempts are meant: a contract's (userId ''), or one of its users'. The contract need not exist. */
export type Counted = { readonly contractorId: ContractorId; readonly userId: string };

/** @returns the wrong attempts since the last right entry, release or (a user's) new PINs */
export function countWrong(database: BankDatabase, { contractorId, userId }: Counted): number {
  return readRow(database, wrongSchema, 'SELECT wrong FROM attempts WHERE contractor_id = ? AND user_id = ?', contractorId, userId)?.wrong ?? 0;
}

/**
 * Counts one wrong attempt; the one that reaches the limit locks the contract or the user.
 * @returns attempts left
 */
export function addWrong(database: BankDatabase, counted: Counted, limit: number, now: Date): number {
  return inTransaction(database, () => {
    forgetStrangers(database, now);
    const sql = `INSERT INTO attempts (contractor_id, user_id, wrong, counted_at) VALUES (?, ?, 1, ?)
      ON CONFLICT DO UPDATE SET wrong = wrong + 1, counted_at = excluded.counted_at`;
    change(database, sql, counted.contractorId, counted.userId, now.toISOString());
    const left = Math.max(0, limit - countWrong(database, counted));
    if (left === 0 && counted.userId === '') lockNow(database, counted.contractorId);
    else if (left === 0) lockUser(database, counted);
    return left;
  });
}

/**
 * How long the counter of an ID that does not exist is kept, in milliseconds: who guesses IDs must not
 * fill the database, nor learn within any useful time which IDs exist by whose lock passes away.
 */
const strangersKept = 366 * days;

/** Forgets the counters of contracts and users that do not exist, where nobody has tried for long. */
function forgetStrangers(database: BankDatabase, now: Date): void {
  const sql = `DELETE FROM attempts WHERE counted_at < ?
    AND (contractor_id NOT IN (SELECT contractor_id FROM contracts)
      OR user_id <> '' AND NOT EXISTS (SELECT 1 FROM users WHERE users.contractor_id = attempts.contractor_id AND users.user_id = attempts.user_id))`;
  change(database, sql, new Date(now.getTime() - strangersKept).toISOString());
}

/** Forgets the wrong attempts of one counter. */
export function clearWrong(database: BankDatabase, { contractorId, userId }: Counted): void {
  change(database, 'DELETE FROM attempts WHERE contractor_id = ? AND user_id = ?', contractorId, userId);
}

function lockUser(database: BankDatabase, { contractorId, userId }: Counted): void {
  change(database, 'UPDATE attempts SET locked = 1 WHERE contractor_id = ? AND user_id = ?', contractorId, userId);
}

/** Forgets the contract's and its users' wrong attempts; who is locked stays so until the PINs are overwritten. */
function clearAllWrong(database: BankDatabase, contractorId: ContractorId): void {
  change(database, "DELETE FROM attempts WHERE contractor_id = ? AND (user_id = '' OR locked = 0)", contractorId);
}

/** A lock ends whatever was under way: the open sessions and the right to a certificate. */
function lockNow(database: BankDatabase, contractorId: ContractorId): void {
  change(database, 'DELETE FROM activation_sessions WHERE contractor_id = ?', contractorId);
  change(database, 'DELETE FROM administrator_sessions WHERE contractor_id = ?', contractorId);
  change(database, 'DELETE FROM grants WHERE contractor_id = ?', contractorId);
  change(database, "UPDATE contracts SET status = 'locked' WHERE contractor_id = ?", contractorId);
}

/**
 * The branch lifts the lock (manual 1 (2)): the counters of the contract and its users begin again, and
 * the activation may follow. The old PINs no longer hold. Users who are locked stay so: the administrator
 * gives them new PINs (manual 3).
 * @returns false where there is no such contract
 */
export function releaseContract(database: BankDatabase, contractorId: ContractorId): boolean {
  return inTransaction(database, () => {
    lockNow(database, contractorId);
    clearAllWrong(database, contractorId);
    const sql = "UPDATE contracts SET status = 'released', certificate_issued = 0, logon_hash = NULL, confirmation_hash = NULL WHERE contractor_id = ?";
    return change(database, sql, contractorId) > 0;
  });
}

/**
 * Puts the contract under lock again, as if the PINs had been mistaken once too often before.
 * @returns false where there is no such contract
 */
export function lockContract(database: BankDatabase, contractorId: ContractorId): boolean {
  return inTransaction(database, () => {
    lockNow(database, contractorId);
    clearAllWrong(database, contractorId);
    return findContract(database, contractorId) !== null;
  });
}

/** @returns false where no certificate has this serial or it is revoked already */
export function revokeCertificate(database: BankDatabase, serial: Serial, now: Date): boolean {
  const sql = 'UPDATE certificates SET revoked_at = ? WHERE serial = ? AND revoked_at IS NULL';
  return change(database, sql, now.toISOString(), serial) > 0;
}
