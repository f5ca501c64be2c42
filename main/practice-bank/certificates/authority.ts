import { createPrivateKey, X509Certificate } from 'node:crypto';
import { isIP } from 'node:net';
import { z } from 'zod';
import type { ContractorId, Serial } from '../../../preload/contract/identities.ts';
import { bankFile, type KeptPath } from '../../support/kept-files.ts';
import { writeWholeSync } from '../../support/whole-file-sync.ts';
import { days } from '../clock.ts';
import { type FileCare, readBankFile, setDamagedAside } from '../storage/bank-file.ts';
import { type Credential, makeCertificate, makeKeyPair, type SubjectName } from './certificate-maker.ts';

/** The bank's own certificate authority: a root that is pinned by clients, and the authority under it that issues. */
export type Authority = { readonly root: Credential; readonly issuing: Credential; readonly server: Credential };

/** A key and a certificate, in PEM. */
const credentialSchema = z.object({ key: z.string().max(8_192), certificate: z.string().max(8_192) });
const authorityFileSchema = z.object({ root: credentialSchema, issuing: credentialSchema });

const keyBits = 2048;
const rootDays = 20 * 365;
const issuingDays = 15 * 365;
const serverDays = 397;
/** A server certificate with less than this left is replaced at the next start. */
const renewServerDays = 30;
/** Clocks differ: a certificate is valid a little before it was made. */
export const backdated = 5 * 60_000;

/** The largest of these files, in bytes. */
const fileLimit = 64 * 1024;

/**
 * Reads the authority from the data folder; makes at first start what is missing, and a new server
 * certificate when the old one runs out. Synchronous, so that it can be done under the database's lock:
 * two processes that start at once do not make two authorities.
 * @param now the machine's time: clients check the server certificate against theirs
 * @param host the host by which the profile says that customers reach it; the certificate names it besides this computer's own names
 * @throws BankStartError where it cannot be read now, or is damaged and may not be mended
 */
export function ensureAuthority(dataDir: string, now: Date, care: FileCare = {}, host: string | null = null): Authority {
  const authority = readOrMake({
    path: bankFile(dataDir, 'bankAuthority'),
    schema: authorityFileSchema,
    good: ({ root, issuing }) => isSound(root) && isSound(issuing),
    make: () => makeAuthority(now),
    lost: 'a new authority is made then, and certificates that were issued so far are no longer taken',
    care,
  });
  const isCurrent = (server: Credential) => {
    const certificate = new X509Certificate(server.certificate);
    const runsOn = Date.parse(certificate.validTo) - now.getTime() > renewServerDays * days;
    return runsOn && (host === null || (isIP(host) === 0 ? certificate.checkHost(host) : certificate.checkIP(host)) !== undefined);
  };
  const server = readOrMake({
    path: bankFile(dataDir, 'bankServer'),
    schema: credentialSchema,
    good: (kept) => isSound(kept) && isIssuedBy(kept, authority.issuing),
    isCurrent,
    make: () => makeServer(authority.issuing, now, host),
    lost: 'a new one is made then',
    // It can be made again at any time, and nobody pins it.
    care: { ...care, mends: true },
  });
  // For those who integrate: what curl --cacert and a browser take. No secret.
  writeWholeSync(authorityFile(dataDir), authority.root.certificate, { mode: 0o644, ...care });
  return { ...authority, server };
}

/** Where the root's certificate (PEM) lies in the bank's data folder. */
export function authorityFile(dataDir: string): KeptPath {
  return bankFile(dataDir, 'bankRoot');
}

type Kept<T> = {
  readonly path: KeptPath;
  readonly schema: z.ZodType<T>;
  readonly good: (value: T) => boolean;
  readonly isCurrent?: (value: T) => boolean;
  readonly make: () => T;
  /** What is lost where it is damaged, for a sentence. */
  readonly lost: string;
  readonly care: FileCare;
};

function readOrMake<T>({ path, schema, good, isCurrent = () => true, make, lost, care }: Kept<T>): T {
  const found = readBankFile(path, schema, fileLimit, care);
  const isGood = found.kind === 'value' && good(found.value);
  if (isGood && isCurrent(found.value)) return found.value;
  if (found.kind !== 'absent' && !isGood) setDamagedAside(path, found.kind === 'damaged' ? found.wrong : 'its keys and certificates are none', lost, care);
  const made = make();
  writeWholeSync(path, JSON.stringify(made), care);
  return made;
}

/** Whether key and certificate can be read and belong together. */
function isSound({ key, certificate }: Credential): boolean {
  try {
    return new X509Certificate(certificate).checkPrivateKey(createPrivateKey(key));
  } catch {
    return false;
  }
}

function isIssuedBy({ certificate }: Credential, issuing: Credential): boolean {
  return new X509Certificate(certificate).checkIssued(new X509Certificate(issuing.certificate));
}

const authorityUse = (pathLength?: number) => [
  { name: 'basicConstraints', critical: true, cA: true, ...(pathLength === undefined ? {} : { pathLenConstraint: pathLength }) },
  { name: 'keyUsage', critical: true, keyCertSign: true, cRLSign: true },
];

function makeAuthority(now: Date): { readonly root: Credential; readonly issuing: Credential } {
  const root = makeAuthorityCredential({ commonName: 'Kaitsu Practice Bank Root CA' }, null, rootDays, authorityUse(), now);
  const issuing = makeAuthorityCredential({ commonName: 'Kaitsu Practice Bank Issuing CA' }, root, issuingDays, authorityUse(0), now);
  return { root, issuing };
}

function makeAuthorityCredential(
  subject: SubjectName,
  issuer: Credential | null,
  validityDays: number,
  extensions: readonly Readonly<Record<string, unknown>>[],
  now: Date,
): Credential {
  const { privateKey, publicKey } = makeKeyPair(keyBits);
  const notBefore = new Date(now.getTime() - backdated);
  const notAfter = new Date(now.getTime() + validityDays * days);
  const certificate = makeCertificate({ subject, publicKey, issuer, signingKey: issuer?.key ?? privateKey, notBefore, notAfter, extensions });
  return { key: privateKey, certificate };
}

function makeServer(issuing: Credential, now: Date, host: string | null = null): Credential {
  const own = host === null ? [] : [isIP(host) === 0 ? { type: 2, value: host } : { type: 7, ip: host }];
  const altNames = [{ type: 2, value: 'localhost' }, { type: 7, ip: '127.0.0.1' }, ...own];
  const extensions = [
    { name: 'basicConstraints', critical: true, cA: false },
    { name: 'keyUsage', critical: true, digitalSignature: true, keyEncipherment: true },
    { name: 'extKeyUsage', serverAuth: true },
    { name: 'subjectAltName', altNames },
  ];
  return makeAuthorityCredential({ commonName: 'localhost' }, issuing, serverDays, extensions, now);
}

/** A server certificate for the same name, by an authority that nobody knows. @returns key and chain, PEM */
export function makeOtherServer(now: Date): { readonly key: string; readonly cert: string } {
  const { issuing } = makeAuthority(now);
  const server = makeServer(issuing, now);
  return { key: server.key, cert: `${server.certificate}${issuing.certificate}` };
}

/**
 * Makes a client certificate: CN = contractorId, O = the company, for TLS client authentication.
 * @param publicKey SPKI PEM of the applicant
 */
export function makeClientCertificate(
  issuing: Credential,
  applicant: { readonly contractorId: ContractorId; readonly organization: string; readonly publicKey: string },
  validity: { readonly notBefore: Date; readonly notAfter: Date },
  serial: Serial,
): string {
  const subject = { commonName: applicant.contractorId, organization: applicant.organization };
  const extensions = [
    { name: 'basicConstraints', critical: true, cA: false },
    { name: 'keyUsage', critical: true, digitalSignature: true, keyEncipherment: true },
    { name: 'extKeyUsage', clientAuth: true },
  ];
  return makeCertificate({ subject, publicKey: applicant.publicKey, issuer: issuing, signingKey: issuing.key, ...validity, extensions }, serial);
}
