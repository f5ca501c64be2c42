import { z } from 'zod';
import { lockContract } from '../accounts/contracts.ts';
import { addUser, readUsers } from '../accounts/users.ts';
import { days, minutes } from '../clock.ts';
import type { Stage } from '../control.ts';
import { change, inTransaction, readRow } from '../storage/database.ts';
import { demoUser } from '../storage/seed.ts';
import type { SituationScene } from './situation.ts';

/**
 * Brings the bank's records to where a scenario begins. What a situation changes is put back when it ends; this stays, for the
 * practice of a scenario is thrown away as a whole.
 */

/** decoyHash: of a PIN that nobody knows, for users who are added. */
export type StageScene = SituationScene & { readonly decoyHash: string };

/** Changes all that the scenario names, or nothing. */
export function setStage(scene: StageScene, stage: Stage): void {
  inTransaction(scene.database, () => {
    if (stage.users !== undefined) setUsers(scene, stage.users);
    if (stage.revoked === true) revoke(scene);
    if (stage.contract !== undefined) setContract(scene, stage.contract);
    if (stage.attemptsLeft !== undefined) setAttemptsLeft(scene, stage.attemptsLeft);
  });
}

/** @returns by how many milliseconds the bank's clock is to be ahead; null where the scenario leaves it alone */
export function clockOfStage({ database, contractorId, profile, now }: SituationScene, { certificateEndsInDays, clockAhead }: Stage): number | null {
  if (certificateEndsInDays === undefined) return clockAhead === undefined ? null : clockAhead * minutes;
  const sql = 'SELECT max(not_after) AS last FROM certificates WHERE contractor_id = ?';
  const last = readRow(database, z.object({ last: z.string().nullable() }), sql, contractorId)?.last ?? null;
  const left = last === null ? profile.certificate.validityDays * days : Date.parse(last) - now.getTime();
  // Some hours on, so that the number of whole days stays what it is for as long as somebody practises.
  return left - certificateEndsInDays * days - (certificateEndsInDays < 0 ? -slack : slack);
}

const slack = 12 * 60 * minutes;

function setContract({ database, contractorId }: StageScene, status: NonNullable<Stage['contract']>): void {
  if (status === 'locked') lockContract(database, contractorId);
  else change(database, 'UPDATE contracts SET status = ?, certificate_issued = ? WHERE contractor_id = ?', status, status === 'active' ? 1 : 0, contractorId);
}

function setAttemptsLeft({ database, contractorId, profile, now }: StageScene, left: number): void {
  const wrong = Math.max(0, profile.wrongAttemptLimit - left);
  change(
    database,
    'INSERT OR REPLACE INTO attempts (contractor_id, user_id, wrong, counted_at) VALUES (?, ?, ?, ?)',
    contractorId,
    '',
    wrong,
    now.toISOString(),
  );
}

function revoke({ database, contractorId, now }: StageScene): void {
  change(database, 'UPDATE certificates SET revoked_at = ? WHERE contractor_id = ? AND revoked_at IS NULL', now.toISOString(), contractorId);
}

/** The first so many stay, or others join them; the locked ones come behind the first, who is always there to be used. */
function setUsers({ database, contractorId, profile, now, decoyHash }: StageScene, { count, locked }: NonNullable<Stage['users']>): void {
  const wanted = Array.from({ length: count }, (_, index) => demoUser(index + 1));
  for (const { userId } of readUsers(database, contractorId).filter((user) => !wanted.some(({ userId: id }) => id === user.userId)))
    change(database, 'DELETE FROM users WHERE contractor_id = ? AND user_id = ?', contractorId, userId);
  const there = new Set(readUsers(database, contractorId).map(({ userId }) => userId));
  for (const { userId, name } of wanted.filter((user) => !there.has(user.userId)))
    addUser(database, contractorId, { userId, name, logonHash: decoyHash, confirmationHash: decoyHash });
  change(database, "DELETE FROM attempts WHERE contractor_id = ? AND user_id <> ''", contractorId);
  const sql = 'INSERT INTO attempts (contractor_id, user_id, wrong, locked, counted_at) VALUES (?, ?, ?, 1, ?)';
  const first = count === locked ? 0 : 1;
  for (const { userId } of wanted.slice(first, first + locked)) change(database, sql, contractorId, userId, profile.wrongAttemptLimit, now.toISOString());
}
