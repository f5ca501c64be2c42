import { z } from 'zod';
import { checkEmail, checkPin } from '../../../preload/contract/fields.ts';
import type { ContractorId } from '../../../preload/contract/identities.ts';
import { failure, type Outcome, success } from '../../../preload/contract/problem.ts';
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
import { recogniseValidCertificate } from '../certificates/client-certificate.ts';
import { days, instantAfter, minutes } from '../clock.ts';
import { type BankDatabase, change, readRow } from '../storage/database.ts';
import { type ActivationSession, closeSession, drawPosition, findSession, positionOf, replaceSession } from './activation-sessions.ts';
import { type Contract, findContract } from './contracts.ts';
import { checkCounted } from './pin-check.ts';
import { fingerprint, hashPin, makeToken, seal, unseal } from './secrets.ts';

type OpenSessionReply = z.infer<typeof openSessionReplySchema>;
type SetPinsReply = z.infer<typeof setPinsReplySchema>;
const ownCounter = (contractorId: ContractorId) => ({ contractorId, userId: '' });

/** Where the certificate comes first, the new PINs are for its holder. */
const certificateFirst = ({ profile }: BankParts): boolean => profile.stepOrder === 'certificateFirst';

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
 * Manual 2 (3): contractor ID and registration PIN open a session, which replaces an older one. Where the certificate comes
 * first, the session is for that until it was issued, and for the PINs afterwards.
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
      const forCertificate = certificateFirst(parts) && contract.certificate_issued === 0;
      replaceSession(parts.database, { tokenHash: fingerprint(token), contractorId, expiresAt, cell: forCertificate ? drawPosition(parts) : null });
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
    case 'logon':
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
 * Manual 2 (4): the registration PIN once more (①) and the new PINs. In the manual's order they are only noted on the
 * session; they become the contract's with the right one-time password. The bank names the card's position here,
 * and does not name another one in this session. Where the certificate comes first, they become the contract's at once.
 * @param certificate as presented, or null
 * @returns pin-rule-violated, request-malformed (e-mail), registration-pin-refused, pin-locked, step-out-of-order, session-expired;
 *   where the certificate comes first, also a certificate-… code
 */
export function setPins(
  parts: BankParts,
  token: string | null,
  input: z.infer<typeof setPinsRequestSchema>,
  certificate: Buffer | null,
): Promise<Outcome<SetPinsReply>> {
  return withSession(parts, token, 'pins', async (session) => {
    const holds = certificateFirst(parts) ? checkHolder(parts, certificate, session.contractor_id) : success(undefined);
    if (!holds.ok) return holds;
    const ruled = checkNewPins(parts, input);
    if (!ruled.ok) return ruled;
    const contract = findContract(parts.database, session.contractor_id);
    const refusal = { code: 'registration-pin-refused', field: 'registrationPin' } as const;
    const checked = await checkCounted(parts, ownCounter(session.contractor_id), input.registrationPin, contract?.registration_hash ?? null, refusal);
    if (!checked.ok) return checked;
    const [logonHash, confirmationHash] = await Promise.all([hashPin(input.logonPin, parts.scryptCost), hashPin(input.confirmationPin, parts.scryptCost)]);
    const pins: HashedPins = { logon_hash: logonHash, confirmation_hash: confirmationHash, email: input.email || null };
    return parts.settle(() => (certificateFirst(parts) ? takePins(parts, session, pins) : notePins(parts, session, pins)));
  });
}

type HashedPins = { readonly logon_hash: string | null; readonly confirmation_hash: string | null; readonly email: string | null };

/** The PINs come with a certificate of this very contract: it stands for the one-time password that brought it. */
function checkHolder(parts: BankParts, certificate: Buffer | null, contractorId: ContractorId): Outcome<void> {
  const recognised = recogniseValidCertificate(parts, certificate);
  if (!recognised.ok) return recognised;
  return recognised.value.contractorId === contractorId ? success(undefined) : failure('certificate-wrong-contract');
}

function notePins(parts: BankParts, { token_hash: tokenHash }: ActivationSession, pins: HashedPins): Outcome<SetPinsReply> {
  const cell = drawPosition(parts);
  const sql = `UPDATE activation_sessions SET next = 'oneTimePassword', row_number = ?, column_number = ?, logon_hash = ?, confirmation_hash = ?, email = ?
    WHERE token_hash = ?`;
  const changed = change(parts.database, sql, cell.row, cell.column, pins.logon_hash, pins.confirmation_hash, pins.email, tokenHash);
  return changed === 0 ? failure('session-expired') : success({ position: parts.profile.oneTimePassword.grid === null ? null : cell });
}

function takePins({ database }: BankParts, { token_hash: tokenHash, contractor_id: contractorId }: ActivationSession, pins: HashedPins): Outcome<SetPinsReply> {
  if (change(database, "UPDATE activation_sessions SET next = 'logon' WHERE token_hash = ?", tokenHash) === 0) return failure('session-expired');
  activateContract(database, contractorId, pins);
  return success({ position: null });
}

function activateContract(database: BankDatabase, contractorId: ContractorId, pins: HashedPins): void {
  const sql = "UPDATE contracts SET status = 'active', logon_hash = ?, confirmation_hash = ?, email = coalesce(?, email) WHERE contractor_id = ?";
  change(database, sql, pins.logon_hash, pins.confirmation_hash, pins.email, contractorId);
}

function checkNewPins(parts: BankParts, input: z.infer<typeof setPinsRequestSchema>): Outcome<void> {
  const rule = parts.profile.pinRule;
  if (checkPin(input.logonPin, rule) !== null) return failure('pin-rule-violated', { field: 'logonPin' });
  if (checkPin(input.confirmationPin, rule) !== null) return failure('pin-rule-violated', { field: 'confirmationPin' });
  return checkEmail(input.email ?? '') === null ? success(undefined) : failure('request-malformed', { field: 'email' });
}

/**
 * Manual 2 (5): the one-time password. A right one gives the right to one certificate and, in the manual's order, makes
 * the new PINs the contract's; both in one transaction.
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
    return checked.ok ? parts.settle(() => giveRight(parts, session, heldToken)) : checked;
  });
}

function giveRight(parts: BankParts, session: ActivationSession, token: string): Outcome<EnrolmentGrant> {
  const { database, profile } = parts;
  const contract = findContract(database, session.contractor_id);
  if (contract === null || !findSession(parts, token).ok) return failure('session-expired');
  const allowed = mayActivate(contract);
  if (!allowed.ok) return allowed;
  const enrolBefore = instantAfter(parts.clock, profile.certificate.retrievalDeadlineDays * days);
  const grant = { contractorId: contract.contractor_id, organization: contract.organization, enrolmentSecret: makeToken(), enrolBefore };
  if (!certificateFirst(parts)) activateContract(database, grant.contractorId, session);
  change(database, 'UPDATE contracts SET certificate_issued = 0 WHERE contractor_id = ?', grant.contractorId);
  const grantSql = 'INSERT OR REPLACE INTO grants (contractor_id, secret_hash, enrol_before) VALUES (?, ?, ?)';
  change(database, grantSql, grant.contractorId, fingerprint(grant.enrolmentSecret), enrolBefore);
  const sessionSql = "UPDATE activation_sessions SET next = 'certificate', logon_hash = NULL, confirmation_hash = NULL, sealed_grant = ? WHERE token_hash = ?";
  change(database, sessionSql, seal(JSON.stringify(grant), token, 'grant'), session.token_hash);
  return success(grant);
}
