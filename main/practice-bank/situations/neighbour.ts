import { type ContractorId, contractorIdSchema } from '../../../preload/contract/identities.ts';
import { type BankDatabase, change } from '../storage/database.ts';

/** Another company's contract, for the practice: what is put down to it by mistake is missing at one's own. */
export const neighbour = contractorIdSchema.parse('90000000000');

/** Opens the neighbour's contract unless it is there. */
export function openNeighbour(database: BankDatabase, contractorId: ContractorId): void {
  const sql = `INSERT OR IGNORE INTO contracts (contractor_id, organization, representative, status, registration_hash)
    SELECT ?, organization, representative, 'active', registration_hash FROM contracts WHERE contractor_id = ?`;
  change(database, sql, neighbour, contractorId);
}

/** Takes a user away from the contract. A lock there stays: the counter remains. */
export function moveUserAway(database: BankDatabase, contractorId: ContractorId, userId: string): void {
  openNeighbour(database, contractorId);
  change(database, 'UPDATE OR IGNORE users SET contractor_id = ? WHERE contractor_id = ? AND user_id = ?', neighbour, contractorId, userId);
}
