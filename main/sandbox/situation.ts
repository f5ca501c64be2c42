import { z } from 'zod';
import type { SituationCode } from '../../preload/contract/situations.ts';
import type { BankProfile } from '../bank/profile.ts';
import type { BankParts } from './bank-parts.ts';
import { days } from './clock.ts';
import { lockContract } from './contracts.ts';
import { type BankDatabase, change, inTransaction, readRow } from './database.ts';

/**
 * What a situation means inside the bank: its records are changed once, when it begins; its clock and its
 * rules are others for as long as it lasts. The refusals themselves are the bank's usual ones.
 */

/** Whose records are changed, and by which rules. */
export type SituationScene = { readonly database: BankDatabase; readonly contractorId: string; readonly profile: BankProfile; readonly now: Date };

/** Another company's contract: certificates are put down to it by mistake. */
const neighbour = '90000000000';

/**
 * Changes the bank's records as the beginning of a situation demands. Most situations change none.
 * @returns false where the contract does not exist
 */
export function beginSituation(scene: SituationScene, code: SituationCode | null): boolean {
  const { database, contractorId, profile, now } = scene;
  if (code === 'activation-not-released') return lockContract(database, contractorId);
  const run = (sql: string, ...values: readonly (string | number)[]) => change(database, sql, ...values);
  return inTransaction(database, () => {
    switch (code) {
      case 'pin-locked':
        run('INSERT OR REPLACE INTO attempts (contractor_id, user_id, wrong) VALUES (?, ?, ?)', contractorId, '', profile.wrongAttemptLimit - 1);
        break;
      case 'activation-already-done':
      case 'sole-administrator-stuck':
        run("UPDATE contracts SET status = 'active', certificate_issued = 1 WHERE contractor_id = ?", contractorId);
        break;
      case 'session-expired':
        run('UPDATE activation_sessions SET expires_at = ? WHERE contractor_id = ?', new Date(now.getTime() - 1000).toISOString(), contractorId);
        break;
      case 'certificate-revoked':
        run('UPDATE certificates SET revoked_at = ? WHERE contractor_id = ? AND revoked_at IS NULL', now.toISOString(), contractorId);
        break;
      case 'certificate-untrusted':
        run('UPDATE grants SET serial = NULL WHERE contractor_id = ?', contractorId);
        run('DELETE FROM certificates WHERE contractor_id = ?', contractorId);
        break;
      case 'certificate-wrong-contract':
        giveToNeighbour(database, contractorId);
        break;
      case 'enrolment-refused':
        run('DELETE FROM grants WHERE contractor_id = ?', contractorId);
        break;
      case 'enrolment-deadline-passed':
        run('UPDATE grants SET enrol_before = ? WHERE contractor_id = ?', new Date(now.getTime() - 1000).toISOString(), contractorId);
        break;
      default:
        break;
    }
    return readRow(database, z.object({ found: z.int() }), 'SELECT count(*) AS found FROM contracts WHERE contractor_id = ?', contractorId)?.found === 1;
  });
}

function giveToNeighbour(database: BankDatabase, contractorId: string): void {
  const sql = `INSERT OR IGNORE INTO contracts (contractor_id, organization, representative, status, registration_hash)
    SELECT ?, organization, representative, 'active', registration_hash FROM contracts WHERE contractor_id = ?`;
  change(database, sql, neighbour, contractorId);
  change(database, 'UPDATE certificates SET contractor_id = ? WHERE contractor_id = ?', neighbour, contractorId);
}

/** By how many milliseconds the bank's clock is ahead in a situation. */
function clockAhead(code: SituationCode | null, { certificate }: BankProfile): number {
  if (code === 'certificate-expired') return (certificate.validityDays + 1) * days;
  if (code === 'certificate-expired-paper-form') return (certificate.validityDays + certificate.graceDays + 1) * days;
  return 0;
}

/** The rules by which the bank works in a situation. */
function situatedProfile(code: SituationCode | null, profile: BankProfile): BankProfile {
  const certificate = profile.certificate;
  if (code === 'certificate-request-refused') return { ...profile, certificate: { ...certificate, keyBits: 4096 } };
  // Issued to end before it begins to be of use.
  if (code === 'certificate-mismatch') return { ...profile, certificate: { ...certificate, validityDays: -1 } };
  return profile;
}

/**
 * The bank's departments as they work in the situation of the moment.
 * @param situation read anew at each question
 */
export function situate(parts: BankParts, situation: () => SituationCode | null): BankParts {
  const { clock, profile } = parts;
  return {
    ...parts,
    clock: { now: () => new Date(clock.now().getTime() + clockAhead(situation(), profile)) },
    get profile() {
      return situatedProfile(situation(), profile);
    },
  };
}
