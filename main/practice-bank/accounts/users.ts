import { z } from 'zod';
import type { ContractorId } from '../../../preload/contract/identities.ts';
import type { BankUser } from '../../protocol/protocol.ts';
import { type BankDatabase, change, readRow, readRows } from '../storage/database.ts';

/** The users of a contract as the bank keeps them. */

const userRow = z.object({
  user_id: z.string(),
  name: z.string(),
  suspended: z.int(),
  locked: z.int(),
  last_logon_at: z.string().nullable(),
});

const listSql = `SELECT users.user_id, users.name, users.suspended, coalesce(attempts.locked, 0) AS locked, users.last_logon_at
  FROM users LEFT JOIN attempts ON attempts.contractor_id = users.contractor_id AND attempts.user_id = users.user_id
  WHERE users.contractor_id = ?`;

function userOf(row: z.infer<typeof userRow>): BankUser {
  return { userId: row.user_id, name: row.name, locked: row.locked === 1, suspended: row.suspended === 1, lastLogonAt: row.last_logon_at };
}

/** @returns all users of a contract, by their IDs */
export function readUsers(database: BankDatabase, contractorId: ContractorId): readonly BankUser[] {
  return readRows(database, userRow, `${listSql} ORDER BY users.user_id COLLATE NOCASE, users.user_id`, contractorId).map(userOf);
}

/** @returns the user, or null where the contract has none of this ID */
export function findUser(database: BankDatabase, contractorId: ContractorId, userId: string): BankUser | null {
  const row = readRow(database, userRow, `${listSql} AND users.user_id = ?`, contractorId, userId);
  return row === null ? null : userOf(row);
}

/** A user as the bank enters one. */
export type UserEntry = {
  readonly userId: string;
  readonly name: string;
  readonly logonHash: string;
  readonly confirmationHash: string;
  readonly suspended?: boolean;
  readonly lastLogonAt?: string | null;
};

export function addUser(database: BankDatabase, contractorId: ContractorId, user: UserEntry): void {
  const sql = 'INSERT INTO users (contractor_id, user_id, name, logon_hash, confirmation_hash, suspended, last_logon_at) VALUES (?, ?, ?, ?, ?, ?, ?)';
  const { userId, name, logonHash, confirmationHash, suspended = false, lastLogonAt = null } = user;
  change(database, sql, contractorId, userId, name, logonHash, confirmationHash, suspended ? 1 : 0, lastLogonAt);
}

export function changeUser(
  database: BankDatabase,
  contractorId: ContractorId,
  user: { readonly userId: string; readonly name: string; readonly suspended: boolean },
): void {
  const sql = 'UPDATE users SET name = ?, suspended = ? WHERE contractor_id = ? AND user_id = ?';
  change(database, sql, user.name, user.suspended ? 1 : 0, contractorId, user.userId);
}

export function setUserPins(database: BankDatabase, contractorId: ContractorId, user: Omit<UserEntry, 'name'>): void {
  const sql = 'UPDATE users SET logon_hash = ?, confirmation_hash = ? WHERE contractor_id = ? AND user_id = ?';
  change(database, sql, user.logonHash, user.confirmationHash, contractorId, user.userId);
}
