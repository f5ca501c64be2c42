import { z } from 'zod';
import { type ContractorId, contractorIdSchema, type Serial, serialSchema } from '../../../preload/contract/identities.ts';
import { failure, type Outcome, success } from '../../../preload/contract/problem.ts';
import type { LogonReply } from '../../protocol/protocol.ts';
import type { BankParts } from '../bank-parts.ts';
import { recogniseValidCertificate } from '../certificates/client-certificate.ts';
import { instantAfter, minutes } from '../clock.ts';
import { change, readRow } from '../storage/database.ts';
import { fingerprint, makeToken } from './secrets.ts';

const sessionSchema = z.object({ contractor_id: contractorIdSchema, serial: serialSchema, expires_at: z.string() });

/** What came with a request: the certificate of the connection, and the bearer token. */
export type Credentials = { readonly certificate: Buffer | null; readonly token: string | null };

/**
 * Opens the session of an administrator who just logged on, in place of the contract's older one.
 * @param serial the certificate with which they did
 * @returns token and after how many idle seconds it ends, as the logon answers them
 */
export function openAdministratorSession(parts: BankParts, contractorId: ContractorId, serial: Serial): NonNullable<LogonReply['session']> {
  const token = makeToken();
  const idle = parts.profile.sessionMinutes * minutes;
  const sql = 'INSERT OR REPLACE INTO administrator_sessions (token_hash, contractor_id, serial, expires_at) VALUES (?, ?, ?, ?)';
  change(parts.database, sql, fingerprint(token), contractorId, serial, instantAfter(parts.clock, idle));
  return { token, idleSeconds: idle / 1000 };
}

/**
 * Whose administrator asks. Every good question prolongs the session.
 * @returns the contractor ID; a certificate-… code, or session-expired alike for no token, an unknown one,
 *   an expired one, and one that another certificate got
 */
export function findAdministrator(parts: BankParts, { certificate, token }: Credentials): Outcome<ContractorId> {
  const recognised = recogniseValidCertificate(parts, certificate);
  if (!recognised.ok) return recognised;
  if (token === null) return failure('session-expired');
  const sql = 'SELECT contractor_id, serial, expires_at FROM administrator_sessions WHERE token_hash = ?';
  const session = readRow(parts.database, sessionSchema, sql, fingerprint(token));
  if (session === null || session.serial !== recognised.value.serial || Date.parse(session.expires_at) <= parts.clock.now().getTime())
    return failure('session-expired');
  const expiresAt = instantAfter(parts.clock, parts.profile.sessionMinutes * minutes);
  change(parts.database, 'UPDATE administrator_sessions SET expires_at = ? WHERE token_hash = ?', expiresAt, fingerprint(token));
  return success(session.contractor_id);
}

/** Logs the administrator off. @returns session-expired or a certificate-… code where nobody was logged on */
export function closeAdministratorSession(parts: BankParts, credentials: Credentials): Outcome<void> {
  const found = findAdministrator(parts, credentials);
  if (!found.ok) return found;
  return parts.settle(() => {
    change(parts.database, 'DELETE FROM administrator_sessions WHERE contractor_id = ?', found.value);
    return success(undefined);
  });
}
