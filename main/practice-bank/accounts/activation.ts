import { randomInt } from 'node:crypto';
import { z } from 'zod';
import { checkEmail, checkPin } from '../../../preload/contract/fields.ts';
import type { ContractorId } from '../../../preload/contract/identities.ts';
import { failure, type Outcome, success } from '../../../preload/contract/problem.ts';
import type { CardPosition } from '../../../preload/contract/procedure.ts';
import {
  type EnrolmentGrant,
  enrolmentGrantSchema,
  type oneTimePasswordRequestSchema,
  type openSessionReplySchema,
  type openSessionRequestSchema,
  type SessionStatus,
  type setPinsReplySchema,
  type setPinsRequestSchema,
} from '../../protocol/protocol.ts';
import type { BankParts } from '../bank-parts.ts';
import { days, instantAfter, minutes } from '../clock.ts';
import { change, readRow } from '../storage/database.ts';
import { type ActivationSession, closeSession, findSession, positionOf, replaceSession } from './activation-sessions.ts';
import { type Contract, findContract } from './contracts.ts';
import { checkCounted } from './pin-check.ts';
import { fingerprint, hashPin, makeToken, seal, unseal } from './secrets.ts';

type OpenSessionReply = z.infer<typeof openSessionReplySchema>;
type SetPinsReply = z.infer<typeof setPinsReplySchema>;
const ownCounter = (contractorId: ContractorId) => ({ contractorId, userId: '' });

/** Whether the branch's release (or an activation that never came to its certificate) allows an activation now. */
function mayActivate(contract: Contract): Outcome<void> {
  switch (contract.status) {
    case 'locked':
      return failure('activation-not-released');
    case 'released':
      return success(undefined);
    case 'active':
      return contract.certificate_issued === 0 ? success(undefined) : failure('activation-already-done');
    default: {
      const never: never = contract.status;
      return never;
    }
  }
}

/**
 * Manual 2 (3): contractor ID and registration PIN open a session, which replaces an older one.
 * @returns identification-refused, pin-locked, activation-not-released or activation-already-done
 */
export function openSession(parts: BankParts, input: z.infer<typeof openSessionRequestSchema>): Promise<Outcome<OpenSessionReply>> {
  const { contractorId, registrationPin } = input;
  return parts.queue(contractorId, async () => {
    const hash = findContract(parts.database, contractorId)?.registration_hash ?? null;
    const checked = await checkCounted(parts, ownCounter(contractorId), registrationPin, hash, { code: 'identification-refused' });
    if (!checked.ok) return checked;
    return parts.settle((): Outcome<OpenSessionReply> => {
      const contract = findContract(parts.database, contractorId);
      if (contract === null) throw new Error('a contract vanished while its PIN was checked');
      const allowed = mayActivate(contract);
      if (!allowed.ok) return allowed;
      const token = makeToken();
      const expiresAt = instantAfter(parts.clock, parts.profile.sessionMinutes * minutes);
      replaceSession(parts.database, { tokenHash: fingerprint(token), contractorId, expiresAt });
      return success({ token, expiresAt });
    });
  });
}

/**
 * Where the session stands: how a client goes on after a crash, the grant included.
 * @returns session-expired for whatever is no open session
 */
export function readStatus(parts: BankParts, token: string | null): Outcome<SessionStatus> {
  const found = findSession(parts, token);
  if (!found.ok || token === null) return found.ok ? failure('session-expired') : found;
  const { contractor_id: contractorId, expires_at: expiresAt, next, sealed_grant: sealedGrant } = found.value;
  switch (next) {
    case 'pins':
      return success({ next, contractorId, expiresAt });
    case 'oneTimePassword':
      return success({ next, contractorId, expiresAt, position: positionOf(parts, found.value) });
    case 'certificate': {
      if (sealedGrant === null) throw new Error('a session at its end has no grant');
      return success({ next, contractorId, expiresAt, grant: enrolmentGrantSchema.parse(JSON.parse(unseal(sealedGrant, token, 'grant'))) });
    }
    default: {
      const never: never = next;
      return never;
    }
  }
}

/** Closes the session; closing none is no error. */
export function abandonSession(parts: BankParts, token: string | null): Outcome<void> {
  const found = findSession(parts, token);
  if (!found.ok) return found;
  return parts.settle(() => {
    closeSession(parts.database, found.value.contractor_id);
    return success(undefined);
  });
}

/** Runs a step inside the contract's queue, with the session looked up again there: a lock may have ended it meanwhile. */
async function withSession<T>(
  parts: BankParts,
  token: string | null,
  step: ActivationSession['next'],
  work: (session: ActivationSession, token: string) => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  const seen = findSession(parts, token);
  if (!seen.ok) return seen;
  return parts.queue(seen.value.contractor_id, async () => {
    const found = findSession(parts, token);
    if (!found.ok || token === null) return found.ok ? failure('session-expired') : found;
    return found.value.next === step ? work(found.value, token) : failure('step-out-of-order');
  });
}

/**
 * Manual 2 (4): the registration PIN once more (①) and the new PINs. They are only noted on the session;
 * they become the contract's with the right one-time password. The bank names the card's position here,
 * and does not name another one in this session.
 * @returns pin-rule-violated, request-malformed (e-mail), registration-pin-refused, pin-locked, step-out-of-order, session-expired
 */
export function setPins(parts: BankParts, token: string | null, input: z.infer<typeof setPinsRequestSchema>): Promise<Outcome<SetPinsReply>> {
  return withSession(parts, token, 'pins', async (session) => {
    const ruled = checkNewPins(parts, input);
    if (!ruled.ok) return ruled;
    const contract = findContract(parts.database, session.contractor_id);
    const refusal = { code: 'registration-pin-refused', field: 'registrationPin' } as const;
    const checked = await checkCounted(parts, ownCounter(session.contractor_id), input.registrationPin, contract?.registration_hash ?? null, refusal);
    if (!checked.ok) return checked;
    const [logonHash, confirmationHash] = await Promise.all([hashPin(input.logonPin, parts.scryptCost), hashPin(input.confirmationPin, parts.scryptCost)]);
    const cell = drawPosition(parts);
    const sql = `UPDATE activation_sessions SET next = 'oneTimePassword', row_number = ?, column_number = ?, logon_hash = ?, confirmation_hash = ?, email = ?
      WHERE token_hash = ?`;
    return parts.settle(() => {
      const changed = change(parts.database, sql, cell.row, cell.column, logonHash, confirmationHash, input.email || null, session.token_hash);
      return changed === 0 ? failure('session-expired') : success({ position: parts.profile.oneTimePassword.grid === null ? null : cell });
    });
  });
}

function checkNewPins(parts: BankParts, input: z.infer<typeof setPinsRequestSchema>): Outcome<void> {
  const rule = parts.profile.pinRule;
  if (checkPin(input.logonPin, rule) !== null) return failure('pin-rule-violated', { field: 'logonPin' });
  if (checkPin(input.confirmationPin, rule) !== null) return failure('pin-rule-violated', { field: 'confirmationPin' });
  return checkEmail(input.email ?? '') === null ? success(undefined) : failure('request-malformed', { field: 'email' });
}

function drawPosition(parts: BankParts): CardPosition {
  const grid = parts.profile.oneTimePassword.grid;
  return grid === null ? { row: 1, column: 1 } : { row: 1 + randomInt(grid.rows), column: 1 + randomInt(grid.columns) };
}

/**
 * Manual 2 (5): the one-time password. A right one makes the new PINs the contract's and gives the right
 * to one certificate; both in one transaction.
 * @returns one-time-password-refused, pin-locked, activation-already-done, step-out-of-order, session-expired
 */
export function confirmOneTimePassword(
  parts: BankParts,
  token: string | null,
  input: z.infer<typeof oneTimePasswordRequestSchema>,
): Promise<Outcome<EnrolmentGrant>> {
  return withSession(parts, token, 'oneTimePassword', async (session, heldToken) => {
    const cellSql = 'SELECT hash FROM card_cells WHERE contractor_id = ? AND row_number = ? AND column_number = ?';
    const cell = readRow(parts.database, z.object({ hash: z.string() }), cellSql, session.contractor_id, session.row_number, session.column_number);
    const refusal = { code: 'one-time-password-refused', field: 'oneTimePassword' } as const;
    const checked = await checkCounted(parts, ownCounter(session.contractor_id), input.oneTimePassword, cell?.hash ?? null, refusal);
    return checked.ok ? parts.settle(() => activate(parts, session, heldToken)) : checked;
  });
}

function activate(parts: BankParts, session: ActivationSession, token: string): Outcome<EnrolmentGrant> {
  const { database, profile } = parts;
  const contract = findContract(database, session.contractor_id);
  if (contract === null || !findSession(parts, token).ok) return failure('session-expired');
  const allowed = mayActivate(contract);
  if (!allowed.ok) return allowed;
  const enrolBefore = instantAfter(parts.clock, profile.certificate.retrievalDeadlineDays * days);
  const grant = { contractorId: contract.contractor_id, organization: contract.organization, enrolmentSecret: makeToken(), enrolBefore };
  const pinsSql = `UPDATE contracts SET status = 'active', certificate_issued = 0, logon_hash = ?, confirmation_hash = ?, email = coalesce(?, email)
    WHERE contractor_id = ?`;
  change(database, pinsSql, session.logon_hash, session.confirmation_hash, session.email, grant.contractorId);
  const grantSql = 'INSERT OR REPLACE INTO grants (contractor_id, secret_hash, enrol_before) VALUES (?, ?, ?)';
  change(database, grantSql, grant.contractorId, fingerprint(grant.enrolmentSecret), enrolBefore);
  const sessionSql = "UPDATE activation_sessions SET next = 'certificate', logon_hash = NULL, confirmation_hash = NULL, sealed_grant = ? WHERE token_hash = ?";
  change(database, sessionSql, seal(JSON.stringify(grant), token, 'grant'), session.token_hash);
  return success(grant);
}
