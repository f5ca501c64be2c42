import { z } from 'zod';
import type { ContractorId, Serial } from '../../../preload/contract/identities.ts';
import { failure, type Outcome, success } from '../../../preload/contract/problem.ts';
import type { LogonCheck, LogonReply, LogonRequest } from '../../protocol/protocol.ts';
import type { BankParts } from '../bank-parts.ts';
import { recogniseValidCertificate } from '../certificates/client-certificate.ts';
import { change, readRow } from '../storage/database.ts';
import { openAdministratorSession } from './administrator-sessions.ts';
import { type Contract, clearWrong, findContract } from './contracts.ts';
import { checkCounted } from './pin-check.ts';

/**
 * Whom the presented certificate would log on.
 * @param contractorId whose certificate it must be; null: any contract's
 * @returns a certificate-… code
 */
export function checkLogon(
  parts: BankParts,
  certificate: Buffer | null,
  contractorId: ContractorId | null,
): Outcome<LogonCheck & { readonly certificateSerial: Serial }> {
  const recognised = recogniseValidCertificate(parts, certificate);
  if (!recognised.ok) return recognised;
  const { serial, notAfter } = recognised.value;
  if (contractorId !== null && recognised.value.contractorId !== contractorId) return failure('certificate-wrong-contract');
  const contract = findContract(parts.database, recognised.value.contractorId);
  if (contract === null) throw new Error('a certificate names no contract');
  return success({ contractorId: contract.contractor_id, organization: contract.organization, certificateSerial: serial, certificateNotAfter: notAfter });
}

/**
 * Logs on: the certificate first, then the PIN. A locked contract lets nobody in, users included.
 * @returns a certificate-… code, pin-locked, logon-refused, user-suspended, step-out-of-order (released, not activated yet)
 */
export async function logOn(parts: BankParts, certificate: Buffer | null, request: LogonRequest): Promise<Outcome<LogonReply>> {
  const check = checkLogon(parts, certificate, request.contractorId);
  if (!check.ok) return check;
  return parts.queue(request.contractorId, async () => {
    const contract = findContract(parts.database, request.contractorId);
    if (contract === null) throw new Error('a certificate names no contract');
    if (contract.status === 'locked') return failure('pin-locked', { attemptsLeft: 0 });
    if (contract.status === 'released') return failure('step-out-of-order');
    return request.role === 'administrator'
      ? logOnAdministrator(parts, contract, check.value.certificateSerial, request.logonPin)
      : logOnUser(parts, contract, request);
  });
}

async function logOnAdministrator(parts: BankParts, contract: Contract, serial: Serial, logonPin: string): Promise<Outcome<LogonReply>> {
  const counter = { contractorId: contract.contractor_id, userId: '' };
  const checked = await checkCounted(parts, counter, logonPin, contract.logon_hash, { code: 'logon-refused', field: 'logonPin' });
  if (!checked.ok) return checked;
  const loggedOnAt = parts.clock.now().toISOString();
  return parts.settle(() => {
    clearWrong(parts.database, counter);
    change(parts.database, 'UPDATE contracts SET last_logon_at = ? WHERE contractor_id = ?', loggedOnAt, contract.contractor_id);
    const session = openAdministratorSession(parts, contract.contractor_id, serial);
    return success({ ...replyOf(contract, loggedOnAt, contract.last_logon_at), role: 'administrator', session });
  });
}

const userSchema = z.object({ logon_hash: z.string(), suspended: z.int(), last_logon_at: z.string().nullable() });

async function logOnUser(
  parts: BankParts,
  contract: Contract,
  request: { readonly userId: string; readonly userLogonPin: string },
): Promise<Outcome<LogonReply>> {
  const counter = { contractorId: contract.contractor_id, userId: request.userId };
  const sql = 'SELECT logon_hash, suspended, last_logon_at FROM users WHERE contractor_id = ? AND user_id = ?';
  const user = readRow(parts.database, userSchema, sql, contract.contractor_id, request.userId);
  const checked = await checkCounted(parts, counter, request.userLogonPin, user?.logon_hash ?? null, { code: 'logon-refused', field: 'logonPin' });
  if (!checked.ok) return checked;
  // Told only to a person who knows the PIN.
  if (user?.suspended === 1) return failure('user-suspended');
  const loggedOnAt = parts.clock.now().toISOString();
  return parts.settle(() => {
    clearWrong(parts.database, counter);
    const update = 'UPDATE users SET last_logon_at = ? WHERE contractor_id = ? AND user_id = ?';
    change(parts.database, update, loggedOnAt, contract.contractor_id, request.userId);
    return success({ ...replyOf(contract, loggedOnAt, user?.last_logon_at ?? null), role: 'user', session: null });
  });
}

function replyOf(contract: Contract, loggedOnAt: string, lastLogonAt: string | null): Omit<LogonReply, 'role' | 'session'> {
  return { contractorId: contract.contractor_id, organization: contract.organization, loggedOnAt, lastLogonAt };
}
