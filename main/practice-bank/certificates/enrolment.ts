import { X509Certificate } from 'node:crypto';
import { z } from 'zod';
import { type ContractorId, contractorIdSchema, type Serial, serialSchema } from '../../../preload/contract/identities.ts';
import { failure, type Outcome, success } from '../../../preload/contract/problem.ts';
import { validityOf } from '../../../preload/contract/validity.ts';
import { closeSession } from '../accounts/activation-sessions.ts';
import { type Contract, findContract, revokeCertificate } from '../accounts/contracts.ts';
import { fingerprint, sameFingerprint } from '../accounts/secrets.ts';
import type { BankParts } from '../bank-parts.ts';
import { days, instantAfter } from '../clock.ts';
import { change, inTransaction, readRow } from '../storage/database.ts';
import { backdated, makeClientCertificate } from './authority.ts';
import { makeSerial } from './certificate-maker.ts';
import { type CertificateRequest, decodeBase64, namesContractor, readCertificateRequest } from './certificate-request.ts';
import type { PresentedCertificate } from './client-certificate.ts';

/** The certificate (PEM), or in how many seconds to ask again (RFC 7030 section 4.2.3). */
export type EnrolmentAnswer = { readonly certificate: string } | { readonly retryAfter: number };

const grantSchema = z.object({
  contractor_id: contractorIdSchema,
  secret_hash: z.string(),
  enrol_before: z.string(),
  request_hash: z.string().nullable(),
  ready_at: z.string().nullable(),
  serial: serialSchema.nullable(),
});
type Grant = Readonly<z.infer<typeof grantSchema>>;
const pemRow = z.object({ pem: z.string() });

/** Who enrols, by HTTP Basic (RFC 7617). */
export type EnrolmentCredentials = { readonly contractorId: ContractorId; readonly secret: string };

/** Whether the credentials belong to a grant that still runs. @returns enrolment-refused, enrolment-deadline-passed */
function findGrant(parts: BankParts, credentials: EnrolmentCredentials | null): Outcome<Grant> {
  if (credentials === null) return failure('enrolment-refused');
  const grant = readRow(parts.database, grantSchema, 'SELECT * FROM grants WHERE contractor_id = ?', credentials.contractorId);
  if (grant === null || !sameFingerprint(grant.secret_hash, fingerprint(credentials.secret))) return failure('enrolment-refused');
  return Date.parse(grant.enrol_before) <= parts.clock.now().getTime() ? failure('enrolment-deadline-passed') : success(grant);
}

function readRequest(parts: BankParts, body: string, contractorId: ContractorId): Outcome<{ readonly hash: string; readonly request: CertificateRequest }> {
  const der = decodeBase64(body);
  if (der === null) return failure('certificate-request-refused');
  const request = readCertificateRequest(der, parts.profile.certificate.keyBits);
  if (!request.ok) return request;
  return namesContractor(request.value, contractorId) ? success({ hash: fingerprint(der), request: request.value }) : failure('certificate-request-refused');
}

/**
 * RFC 7030 section 4.2.1, with the secret that the activation gave. It is good for one certificate: the
 * same request gets the same certificate again (the client may have lost the answer), another one none, unless
 * the profile says that the right brings a new one for a new key (reissueWithinGrant).
 * @param body base64 of the PKCS#10 request
 * @returns enrolment-refused, enrolment-deadline-passed, certificate-request-refused
 */
export function enrol(parts: BankParts, credentials: EnrolmentCredentials | null, body: string): Outcome<EnrolmentAnswer> {
  const found = findGrant(parts, credentials);
  if (!found.ok) return found;
  const read = readRequest(parts, body, found.value.contractor_id);
  if (!read.ok) return read;
  const { hash, request } = read.value;
  return whileIssuing(parts, (): Outcome<EnrolmentAnswer> => {
    const current = findGrant(parts, credentials);
    if (!current.ok) return current;
    const grant = current.value;
    if (grant.serial !== null && grant.request_hash === hash) return again(parts, grant.serial);
    // Another key: the first certificate goes where the bank gives a second one, so that never two are good by one right.
    if (grant.serial !== null && !parts.profile.certificate.reissueWithinGrant) return failure('enrolment-refused');
    if (grant.serial !== null) takeBack(parts, grant.contractor_id, grant.serial);
    const waiting = waitFor(parts, grant, hash);
    if (waiting > 0) return success({ retryAfter: waiting });
    const contract = findContract(parts.database, grant.contractor_id);
    if (contract === null || !mayEnrol(parts, contract)) return failure('enrolment-refused');
    const { serial, certificate } = issue(parts, contract, request, hash, null);
    change(parts.database, 'UPDATE grants SET request_hash = ?, serial = ? WHERE contractor_id = ?', hash, serial, grant.contractor_id);
    change(parts.database, 'UPDATE contracts SET certificate_issued = 1 WHERE contractor_id = ?', grant.contractor_id);
    closeSession(parts.database, grant.contractor_id);
    return success({ certificate });
  });
}

/** The activation comes before the certificate, or, where the profile says so, after it. */
function mayEnrol({ profile }: BankParts, { status }: Contract): boolean {
  return status === 'active' || (status === 'released' && profile.stepOrder === 'certificateFirst');
}

/** In one transaction. A certificate that the practice makes useless is its doing, and goes when the situation ends. */
function whileIssuing<T>(parts: BankParts, work: () => T): T {
  return inTransaction(parts.database, () => parts.recordSituationChange(['certificate-mismatch'], work));
}

function takeBack(parts: BankParts, contractorId: ContractorId, serial: Serial): void {
  revokeCertificate(parts.database, serial, parts.clock.now());
  change(parts.database, 'UPDATE grants SET serial = NULL, ready_at = NULL WHERE contractor_id = ?', contractorId);
}

function again(parts: BankParts, serial: Serial): Outcome<EnrolmentAnswer> {
  const row = readRow(parts.database, pemRow, 'SELECT pem FROM certificates WHERE serial = ?', serial);
  if (row === null) throw new Error('an issued certificate vanished');
  return success({ certificate: row.pem });
}

/** Seconds until the request is answered; a request that is seen for the first time starts the wait. */
function waitFor(parts: BankParts, grant: Grant, hash: string): number {
  if (parts.issueDelaySeconds === 0) return 0;
  if (grant.request_hash === hash && grant.ready_at !== null) {
    return Math.ceil(Math.max(0, Date.parse(grant.ready_at) - parts.clock.now().getTime()) / 1000);
  }
  const readyAt = instantAfter(parts.clock, parts.issueDelaySeconds * 1000);
  change(parts.database, 'UPDATE grants SET request_hash = ?, ready_at = ? WHERE contractor_id = ?', hash, readyAt, grant.contractor_id);
  return parts.issueDelaySeconds;
}

function issue(
  parts: BankParts,
  contract: Contract,
  request: CertificateRequest,
  hash: string,
  renews: string | null,
): { readonly serial: Serial; readonly certificate: string } {
  const now = parts.clock.now().getTime();
  const serial = makeSerial();
  const validity = {
    notBefore: new Date(parts.usualClock.now().getTime() - backdated),
    notAfter: new Date(now + parts.profile.certificate.validityDays * days),
  };
  const applicant = { contractorId: contract.contractor_id, organization: contract.organization, publicKey: request.publicKey };
  const certificate = makeClientCertificate(parts.authority.issuing, applicant, validity, serial);
  // X.509 counts in whole seconds.
  const notAfter = new Date(new X509Certificate(certificate).validTo).toISOString();
  const sql = 'INSERT INTO certificates (serial, contractor_id, request_hash, renews, pem, not_after) VALUES (?, ?, ?, ?, ?, ?)';
  change(parts.database, sql, serial, contract.contractor_id, hash, renews, certificate, notAfter);
  return { serial, certificate };
}

/**
 * RFC 7030 section 4.2.2: a new certificate for the holder of one that is about to expire, or expired no
 * longer ago than the profile's grace. Repeating the request gets the same certificate.
 * @param current a certificate of this bank, not revoked
 * @returns certificate-expired (the time for a renewal is over), certificate-request-refused (also: too early), pin-locked
 */
export function reenrol(parts: BankParts, current: PresentedCertificate, body: string): Outcome<EnrolmentAnswer> {
  const { kind } = validityOf(current.notAfter, parts.clock.now(), parts.profile.certificate);
  if (kind === 'notDue') return failure('certificate-request-refused');
  if (kind !== 'due' && kind !== 'expired') return failure('certificate-expired');
  const read = readRequest(parts, body, current.contractorId);
  if (!read.ok) return read;
  const { hash, request } = read.value;
  return whileIssuing(parts, (): Outcome<EnrolmentAnswer> => {
    const contract = findContract(parts.database, current.contractorId);
    if (contract === null || contract.status === 'locked') return failure('pin-locked', { attemptsLeft: 0 });
    if (!sameSubject(request, contract)) return failure('certificate-request-refused');
    const sql = 'SELECT pem FROM certificates WHERE renews = ? AND request_hash = ?';
    const earlier = readRow(parts.database, pemRow, sql, current.serial, hash);
    return success({ certificate: earlier?.pem ?? issue(parts, contract, request, hash, current.serial).certificate });
  });
}

/** RFC 7030 section 4.2.2: the subject must be the one of the certificate to be renewed. */
function sameSubject(request: CertificateRequest, contract: Contract): boolean {
  const expected = ['2.5.4.10', contract.organization, '2.5.4.3', contract.contractor_id];
  return JSON.stringify(request.subject.flatMap(({ type, value }) => [type, value])) === JSON.stringify(expected);
}
