import { randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { type RequestOptions, request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import forge from 'node-forge';
import builtInProfile from '../../assets/bank-profiles/practice.json';
import { type BankProfile, bankProfileSchema } from '../../main/bank/profile.ts';
import { makeKeyPair } from '../../main/practice-bank/certificates/certificate-maker.ts';
import { type PracticeBank, type PracticeBankOptions, startPracticeBank } from '../../main/practice-bank/server.ts';
import { readUserPapers } from '../../main/practice-bank/storage/papers.ts';
import type { Grant } from '../../main/procedure/ports.ts';
import {
  enrolmentGrantSchema,
  openSessionReplySchema,
  type ProblemDetails,
  paths,
  problemDetailsSchema,
  setPinsReplySchema,
} from '../../main/protocol/protocol.ts';
import { Redacted } from '../../main/support/redacted.ts';
import type { ContractorId } from '../../preload/contract/identities.ts';

export const profile: BankProfile = bankProfileSchema.parse(builtInProfile);
export const logonPin = 'Sakura2024';
export const confirmationPin = 'Momiji9x';

/** A key and its certificate, PEM: what a client shows at mutual TLS. */
export type Identity = { readonly key: string; readonly cert: string };

export type Answer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
  /** The body as JSON; throws where it is none. */
  json(): unknown;
};

export type Call = {
  readonly headers?: Readonly<Record<string, string>>;
  /** A string or bytes go as they are, anything else as JSON. */
  readonly body?: unknown;
  readonly identity?: Identity | undefined;
  readonly token?: string | undefined;
  /** null: none is sent. */
  readonly key?: string | null;
};

/** The clock of a bank under test: the machine's, moved on by hand. */
export function movableClock(): { now(): Date; advance(milliseconds: number): void } {
  let offset = 0;
  return {
    now: () => new Date(Date.now() + offset),
    advance: (milliseconds) => {
      offset += milliseconds;
    },
  };
}

export type TestBank = {
  readonly bank: PracticeBank;
  readonly dataDir: string;
  readonly contractorId: ContractorId;
  readonly registrationPin: string;
  readonly users: ReturnType<typeof readUserPapers>;
  readonly clock: ReturnType<typeof movableClock>;
  call(method: string, path: string, call?: Call): Promise<Answer>;
  /** What stands on the card at this position. */
  cell(row: number, column: number): string;
  end(): Promise<void>;
};

/** Tests hash cheaply; one test of its own looks at the usual cost. */
export const cheapScrypt = 2 ** 4;

/** Keys take long to make: within a test file all fresh banks get the first one's authority. */
const authorityFiles = new Map<string, Buffer>();

function freshDataDir(): string {
  const dataDir = mkdtempSync(join(tmpdir(), 'kaitsu-bank-'));
  layAuthority(dataDir);
  return dataDir;
}

/** Gives a bank that is to be started the authority of the first one of this test file. */
export function layAuthority(dataDir: string): void {
  mkdirSync(dataDir, { recursive: true });
  for (const [name, content] of authorityFiles) writeFileSync(join(dataDir, name), content, { mode: 0o600 });
}

/** Starts a bank on a fresh data folder (or on a given one) and a client that trusts it. */
export async function startTestBank(options: Partial<PracticeBankOptions> = {}): Promise<TestBank> {
  const dataDir = options.dataDir ?? freshDataDir();
  const clock = movableClock();
  const bank = await startPracticeBank({ dataDir, port: 0, profile, clock, issueDelaySeconds: 0, scryptCost: cheapScrypt, ...options });
  for (const name of ['authority.json', 'server.json']) authorityFiles.set(name, readFileSync(join(dataDir, name)));
  const { customerCard, applicationForm } = bank.papers();
  return {
    bank,
    dataDir,
    clock,
    contractorId: customerCard.contractorId,
    registrationPin: applicationForm.registrationPin,
    users: readUserPapers(dataDir),
    call: (method, path, call = {}) => send(bank, method, path, call),
    cell: (row, column) => customerCard.oneTimePasswords[row - 1]?.[column - 1] ?? '',
    async end() {
      await bank.stop();
      if (options.dataDir === undefined) rmSync(dataDir, { recursive: true });
    },
  };
}

function bytesOf(body: unknown): string | Uint8Array | undefined {
  return body === undefined || typeof body === 'string' || body instanceof Uint8Array ? body : JSON.stringify(body);
}

export function send(
  bank: Pick<PracticeBank, 'port' | 'authority'>,
  method: string,
  path: string,
  { headers, body, identity, token, key = randomUUID() }: Call,
): Promise<Answer> {
  const content = bytesOf(body);
  const options: RequestOptions = {
    host: '127.0.0.1',
    port: bank.port,
    method,
    path,
    ca: bank.authority,
    agent: false,
    headers: {
      ...(content === undefined ? {} : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(content) }),
      ...(key === null || method === 'GET' ? {} : { 'idempotency-key': key }),
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...headers,
    },
    ...identity,
  };
  return new Promise((resolve, reject) => {
    const outgoing = request(options, (incoming) => {
      const chunks: Buffer[] = [];
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
      incoming.on('error', reject);
      incoming.on('end', () => {
        const text = Buffer.concat(chunks).toString('utf8');
        resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, text, json: () => JSON.parse(text) });
      });
    });
    outgoing.on('error', reject);
    outgoing.end(content);
  });
}

/** The answer's problem details; fails where the answer is none. */
export function problemOf(answer: Answer): ProblemDetails {
  if (answer.headers['content-type'] !== 'application/problem+json') throw new Error(`no problem details: ${answer.status} ${answer.text}`);
  const problem = problemDetailsSchema.parse(answer.json());
  if (problem.status !== answer.status || problem.type !== `urn:kaitsu:problem:${problem.code}`) throw new Error('status or type differ');
  return problem;
}

export function identify(test: TestBank, entries: { readonly contractorId?: string; readonly registrationPin?: string } = {}, key?: string): Promise<Answer> {
  const { contractorId, registrationPin } = test;
  return test.call('POST', paths.activationSessions, { body: { contractorId, registrationPin, ...entries }, ...(key === undefined ? {} : { key }) });
}

/** Opens a session of a released contract. */
export async function openSession(test: TestBank): Promise<string> {
  return openSessionReplySchema.parse((await identify(test)).json()).token;
}

export function sendPins(test: TestBank, token: string, entries: Readonly<Record<string, string>> = {}): Promise<Answer> {
  return test.call('PUT', paths.activationPins, { token, body: { registrationPin: test.registrationPin, logonPin, confirmationPin, ...entries } });
}

/** Goes on to the one-time password, and says what the card has there. */
export async function reachOneTimePassword(test: TestBank): Promise<{ readonly token: string; readonly right: string; readonly wrong: string }> {
  const token = await openSession(test);
  const { position } = setPinsReplySchema.parse((await sendPins(test, token)).json());
  const right = test.cell(position?.row ?? 1, position?.column ?? 1);
  return { token, right, wrong: right === '00' ? '01' : '00' };
}

export function sendOneTimePassword(test: TestBank, token: string, oneTimePassword: string): Promise<Answer> {
  return test.call('POST', paths.activationOneTimePassword, { token, body: { oneTimePassword } });
}

/** The whole activation, from the branch's release to the grant. */
export async function activate(
  test: TestBank,
): Promise<{ readonly token: string; readonly enrolmentSecret: string; readonly organization: string; readonly enrolBefore: string }> {
  test.bank.releaseLock(test.contractorId);
  const { token, right } = await reachOneTimePassword(test);
  return { token, ...enrolmentGrantSchema.parse((await sendOneTimePassword(test, token, right)).json()) };
}

/** As activate; what it brings is what the program keeps. */
export async function obtainGrant(test: TestBank): Promise<Grant> {
  const { organization, enrolmentSecret, enrolBefore } = await activate(test);
  return { contractorId: test.contractorId, organization, enrolmentSecret: new Redacted(enrolmentSecret), enrolBefore };
}

export type CertificateRequest = { readonly key: string; readonly base64: string };

type KeyPair = { readonly privateKey: string; readonly publicKey: string };
const keyPairs = new Map<number, KeyPair[]>();

/** Keys take long to make: within a test file two of each size are used in turn, so that two requests in a row differ. */
function keyPair(modulusLength: number): KeyPair {
  const pool = keyPairs.get(modulusLength) ?? [];
  keyPairs.set(modulusLength, pool);
  const next = pool.length < 2 ? makeKeyPair(modulusLength) : pool.shift();
  if (next === undefined) throw new Error('no key');
  pool.push(next);
  return next;
}

/** A PKCS#10 request, in base64 as EST carries it; its key is another one than the last request's. */
export function makeRequest(commonName: string, more: { readonly bits?: number; readonly organization?: string } = {}): CertificateRequest {
  const { privateKey, publicKey } = keyPair(more.bits ?? 2048);
  const csr = forge.pki.createCertificationRequest();
  csr.publicKey = forge.pki.publicKeyFromPem(publicKey);
  const utf8: number = forge.asn1.Type.UTF8;
  const organization = more.organization === undefined ? [] : [{ shortName: 'O', value: more.organization, valueTagClass: utf8 }];
  csr.setSubject([...organization, { shortName: 'CN', value: commonName }]);
  csr.sign(forge.pki.privateKeyFromPem(privateKey), forge.md.sha256.create());
  return { key: privateKey, base64: forge.util.encode64(forge.asn1.toDer(forge.pki.certificationRequestToAsn1(csr)).getBytes()) };
}

export function basic(contractorId: string, secret: string): string {
  return `Basic ${Buffer.from(`${contractorId}:${secret}`).toString('base64')}`;
}

export function enrol(test: TestBank, secret: string, base64: string, contractorId: string = test.contractorId): Promise<Answer> {
  const headers = { 'content-type': 'application/pkcs10', authorization: basic(contractorId, secret) };
  return test.call('POST', paths.simpleEnroll, { headers, body: base64, key: null });
}

/** The certificates of a certs-only PKCS#7, PEM. */
export function certificatesOf(answer: Answer): readonly string[] {
  const der = forge.util.decode64(answer.text.replace(/\s/gu, ''));
  const message = forge.pkcs7.messageFromAsn1(forge.asn1.fromDer(der));
  return 'certificates' in message ? message.certificates.map((certificate) => forge.pki.certificateToPem(certificate)) : [];
}

/** Activates and retrieves: a contract as it is at the procedure's end. */
export async function obtainIdentity(test: TestBank): Promise<Identity> {
  const grant = await activate(test);
  const request = makeRequest(test.contractorId);
  const [cert = ''] = certificatesOf(await enrol(test, grant.enrolmentSecret, request.base64));
  return { key: request.key, cert };
}

export function logOn(test: TestBank, identity: Identity | null, entries: Readonly<Record<string, string>> = {}): Promise<Answer> {
  const body = { role: 'administrator', contractorId: test.contractorId, ...(entries.role === 'user' ? {} : { logonPin }), ...entries };
  return test.call('POST', paths.logon, { body, ...(identity === null ? {} : { identity }) });
}
