import { z } from 'zod';
import type { ContractorId } from '../../../preload/contract/identities.ts';
import type { ProblemCode } from '../../../preload/contract/problem-numbers.ts';
import type { SituationCode } from '../../../preload/contract/situations.ts';
import type { BankProfile } from '../../bank/profile.ts';
import { findContract, lockContract } from '../accounts/contracts.ts';
import type { BankParts } from '../bank-parts.ts';
import { days } from '../clock.ts';
import { type BankDatabase, change, inTransaction, readRow } from '../storage/database.ts';
import { neighbour, openNeighbour } from './neighbour.ts';
import { noteChanges, takeBackChanges } from './situation-changes.ts';

/**
 * What a situation means inside the bank: its records are changed when it begins and put back when it ends;
 * its clock and its rules are others for as long as it lasts. The refusals themselves are the bank's usual ones.
 */

/** Whose records are changed, and by which rules. */
export type SituationScene = { readonly database: BankDatabase; readonly contractorId: ContractorId; readonly profile: BankProfile; readonly now: Date };

/**
 * Ends the situation that is, putting back what it changed, and begins another one.
 * @param code null: as usual
 * @returns false where the contract does not exist
 */
export function beginSituation(scene: SituationScene, code: SituationCode | null): boolean {
  const { database, contractorId } = scene;
  return inTransaction(database, () => {
    takeBackChanges(database);
    noteChanges(database, () => changeRecords(scene, code));
    return findContract(database, contractorId) !== null;
  });
}

/** Changes the bank's records as the beginning of a situation demands. Most situations change none. */
function changeRecords({ database, contractorId, profile, now }: SituationScene, code: SituationCode | null): void {
  const run = (sql: string, ...values: readonly (string | number)[]) => change(database, sql, ...values);
  switch (code) {
    case 'activation-not-released':
      lockContract(database, contractorId);
      break;
    case 'pin-locked':
      run(
        'INSERT OR REPLACE INTO attempts (contractor_id, user_id, wrong, counted_at) VALUES (?, ?, ?, ?)',
        contractorId,
        '',
        profile.wrongAttemptLimit - 1,
        now.toISOString(),
      );
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
    case 'logged-off':
      run('UPDATE administrator_sessions SET expires_at = ? WHERE contractor_id = ?', new Date(now.getTime() - 1000).toISOString(), contractorId);
      break;
    case 'step-out-of-order':
      // Released again by the branch after the activation: the logon comes before its turn.
      run("UPDATE contracts SET status = 'released' WHERE contractor_id = ?", contractorId);
      break;
    case 'user-suspended':
      run('UPDATE users SET suspended = 1 WHERE contractor_id = ?', contractorId);
      break;
    case 'certificate-wrong-contract':
    case 'certificate-wrong-chosen':
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
}

function giveToNeighbour(database: BankDatabase, contractorId: ContractorId): void {
  openNeighbour(database, contractorId);
  change(database, 'UPDATE certificates SET contractor_id = ? WHERE contractor_id = ?', neighbour, contractorId);
}

/**
 * By how many milliseconds the bank's clock is ahead in a situation that begins now: counted from the end of the
 * contract's certificate, so that a renewed one can come to its end as well.
 */
export function clockAhead({ database, contractorId, profile, now }: SituationScene, code: SituationCode | null): number {
  const { validityDays, renewalWindowDays, graceDays } = profile.certificate;
  const sql = 'SELECT max(not_after) AS last FROM certificates WHERE contractor_id = ?';
  const last = readRow(database, z.object({ last: z.string().nullable() }), sql, contractorId)?.last ?? null;
  const left = last === null ? validityDays * days : Date.parse(last) - now.getTime();
  switch (code) {
    case 'certificate-expires-soon':
      return Math.max(0, left - (renewalWindowDays / 2) * days);
    case 'certificate-expired':
      return Math.max(0, left + days);
    case 'certificate-expired-paper-form':
    case 'certificate-expired-revoke-first':
      return Math.max(0, left + (graceDays + 1) * days);
    default:
      return 0;
  }
}

/** The rules by which the bank works in a situation. */
function situatedProfile(code: SituationCode | null, profile: BankProfile): BankProfile {
  const { certificate, pinRule, users } = profile;
  // Stricter than the profile that the program has: whatever the window lets through is refused here.
  const longer = (rule: { readonly maxLength: number }) => ({ minLength: rule.maxLength + 1, maxLength: rule.maxLength + 1 });
  switch (code) {
    case 'certificate-request-refused':
    case 'certificate-attributes-demanded':
      return { ...profile, certificate: { ...certificate, keyBits: 4096 } };
    case 'certificate-mismatch':
      // Issued to end before it begins to be of use.
      return { ...profile, certificate: { ...certificate, validityDays: -1 } };
    case 'pin-rule-violated':
      return { ...profile, pinRule: { ...pinRule, ...longer(pinRule) } };
    case 'user-id-rule-violated':
      return { ...profile, users: { ...users, idRule: longer(users.idRule) } };
    case 'user-limit-reached':
      return { ...profile, users: { ...users, limit: 0 } };
    default:
      return profile;
  }
}

/** Situations in which an entry counts as wrong whatever was entered: the code itself says which entry. */
const wrongEntryCodes: ReadonlySet<ProblemCode> = new Set([
  'identification-refused',
  'registration-pin-refused',
  'one-time-password-refused',
  'logon-refused',
  'confirmation-refused',
]);

/**
 * The bank's departments as they work in the situation of the moment.
 * @param situation read again at each question
 * @param ahead by how many milliseconds its clock is ahead, read again as well
 */
export function situate(parts: BankParts, situation: () => SituationCode | null, ahead: () => number): BankParts {
  const { clock, profile } = parts;
  return {
    ...parts,
    clock: { now: () => new Date(clock.now().getTime() + ahead()) },
    forcesWrongEntry: (code) => wrongEntryCodes.has(code) && situation() === code,
    recordSituationChange: (codes, work) => (codes.some((code) => code === situation()) ? noteChanges(parts.database, work) : work()),
    get profile() {
      return situatedProfile(situation(), profile);
    },
  };
}
