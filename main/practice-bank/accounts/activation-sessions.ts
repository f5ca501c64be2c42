import { randomInt } from 'node:crypto';
import { z } from 'zod';
import { type ContractorId, contractorIdSchema } from '../../../preload/contract/identities.ts';
import { failure, type Outcome, success } from '../../../preload/contract/problem.ts';
import type { CardPosition } from '../../../preload/contract/procedure.ts';
import type { BankParts } from '../bank-parts.ts';
import { type BankDatabase, change, readRow } from '../storage/database.ts';
import { fingerprint } from './secrets.ts';

const sessionSchema = z.object({
  token_hash: z.string(),
  contractor_id: contractorIdSchema,
  expires_at: z.string(),
  next: z.enum(['pins', 'oneTimePassword', 'certificate', 'logon']),
  row_number: z.int().nullable(),
  column_number: z.int().nullable(),
  logon_hash: z.string().nullable(),
  confirmation_hash: z.string().nullable(),
  email: z.string().nullable(),
  sealed_grant: z.string().nullable(),
});
export type ActivationSession = Readonly<z.infer<typeof sessionSchema>>;

/**
 * Finds the open session of a bearer token.
 * @param token as it came in the Authorization header, or null
 * @returns session-expired alike for none, an unknown, a closed and an expired one
 */
export function findSession(parts: Pick<BankParts, 'database' | 'clock'>, token: string | null): Outcome<ActivationSession> {
  if (token === null) return failure('session-expired');
  const session = readRow(parts.database, sessionSchema, 'SELECT * FROM activation_sessions WHERE token_hash = ?', fingerprint(token));
  if (session === null || Date.parse(session.expires_at) <= parts.clock.now().getTime()) return failure('session-expired');
  return success(session);
}

/** Opens a session in place of the contract's older one, at its first step. cell: on the card, where that step is the one-time password. */
export function replaceSession(
  database: BankDatabase,
  session: { readonly tokenHash: string; readonly contractorId: ContractorId; readonly expiresAt: string; readonly cell: CardPosition | null },
): void {
  const { tokenHash, contractorId, expiresAt, cell } = session;
  closeSession(database, contractorId);
  const sql = 'INSERT INTO activation_sessions (token_hash, contractor_id, expires_at, next, row_number, column_number) VALUES (?, ?, ?, ?, ?, ?)';
  change(database, sql, tokenHash, contractorId, expiresAt, cell === null ? 'pins' : 'oneTimePassword', cell?.row ?? null, cell?.column ?? null);
}

/** A position on the card, by chance; the one there is where the card has only one. */
export function drawPosition({ profile }: Pick<BankParts, 'profile'>): CardPosition {
  const { grid } = profile.oneTimePassword;
  return grid === null ? { row: 1, column: 1 } : { row: 1 + randomInt(grid.rows), column: 1 + randomInt(grid.columns) };
}

/** Closes the contract's session, if one is open. */
export function closeSession(database: BankDatabase, contractorId: ContractorId): void {
  change(database, 'DELETE FROM activation_sessions WHERE contractor_id = ?', contractorId);
}

/** Where on the card the one-time password stands; null where the card has only one. */
export function positionOf(parts: Pick<BankParts, 'profile'>, session: ActivationSession): CardPosition | null {
  if (parts.profile.oneTimePassword.grid === null || session.row_number === null || session.column_number === null) return null;
  return { row: session.row_number, column: session.column_number };
}
