import { X509Certificate } from 'node:crypto';
import type { Socket } from 'node:net';
import { TLSSocket } from 'node:tls';
import { z } from 'zod';
import { type ContractorId, contractorIdSchema, type Serial, serialSchema } from '../../../preload/contract/identities.ts';
import { failure, type Outcome, success } from '../../../preload/contract/problem.ts';
import type { BankParts } from '../bank-parts.ts';
import { readRow } from '../storage/database.ts';

/** A certificate of this bank that came with a connection; whether it may be used is said besides. */
export type PresentedCertificate = {
  readonly contractorId: ContractorId;
  readonly serial: Serial;
  readonly notAfter: string;
  readonly pem: string;
  readonly expired: boolean;
};

const issuedSchema = z.object({ contractor_id: contractorIdSchema, pem: z.string(), not_after: z.string(), revoked_at: z.string().nullable() });

/** @returns the DER of the certificate that the other side proved to hold, or null */
export function peerCertificate(socket: Socket): Buffer | null {
  if (!(socket instanceof TLSSocket)) return null;
  // An empty object where none was presented.
  const certificate = socket.getPeerCertificate();
  return certificate?.raw instanceof Buffer ? certificate.raw : null;
}

/**
 * Decides on a client certificate by the bank's own records and clock; TLS proved only that the other
 * side holds the key. Expiry is left to the caller: a renewal is allowed some time after it.
 * @param der as presented, or null
 * @returns certificate-required, certificate-untrusted or certificate-revoked
 */
export function recogniseCertificate(parts: BankParts, der: Buffer | null): Outcome<PresentedCertificate> {
  if (der === null) return failure('certificate-required');
  const presented = parseCertificate(der);
  const issuer = new X509Certificate(parts.authority.issuing.certificate);
  if (presented === null || !presented.verify(issuer.publicKey)) return failure('certificate-untrusted');
  const serial = serialSchema.parse(presented.serialNumber.toUpperCase());
  const issued = readRow(parts.database, issuedSchema, 'SELECT contractor_id, pem, not_after, revoked_at FROM certificates WHERE serial = ?', serial);
  if (issued === null || !new X509Certificate(issued.pem).raw.equals(der)) return failure('certificate-untrusted');
  if (issued.revoked_at !== null) return failure('certificate-revoked');
  const expired = Date.parse(issued.not_after) <= parts.clock.now().getTime();
  return success({ contractorId: issued.contractor_id, serial, notAfter: issued.not_after, pem: issued.pem, expired });
}

function parseCertificate(der: Buffer): X509Certificate | null {
  try {
    return new X509Certificate(der);
  } catch {
    return null;
  }
}

/** As recogniseCertificate, for a logon: certificate-expired as well. */
export function recogniseValidCertificate(parts: BankParts, der: Buffer | null): Outcome<PresentedCertificate> {
  const recognised = recogniseCertificate(parts, der);
  return recognised.ok && recognised.value.expired ? failure('certificate-expired') : recognised;
}
