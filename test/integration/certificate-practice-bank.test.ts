import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createBankClient } from '../../main/bank/bank-client.ts';
import { createHttpClient, type HttpClient } from '../../main/bank/http-client.ts';
import { makeCertificateRequest } from '../../main/certificate/certificate-request.ts';
import { createEstClient } from '../../main/certificate/est-client.ts';
import { generateKey } from '../../main/certificate/key.ts';
import { createCertificateRetriever, type FullRetriever } from '../../main/certificate/retrieval.ts';
import { createNssStore } from '../../main/certificate/stores/nss.ts';
import { subjectValues } from '../../main/certificate/x509.ts';
import { days } from '../../main/practice-bank/clock.ts';
import type { Grant } from '../../main/procedure/ports.ts';
import { systemClock } from '../../main/support/system-clock.ts';
import { success } from '../../preload/contract/problem.ts';
import { memoryPassphrases } from '../../tools/est/certificate-place.ts';
import { createMemoryLog } from '../../tools/log/memory-log.ts';
import { obtainGrant, startTestBank, type TestBank } from './practice-bank-client.ts';

const log = createMemoryLog();
const never = () => new AbortController().signal;
let dir: string;
let bank: TestBank;
let grant: Grant;
let retriever: FullRetriever;
let http: HttpClient;

const settings = () => ({ baseUrl: `https://127.0.0.1:${bank.bank.port}`, authority: bank.bank.authority, clock: systemClock, random: Math.random, log });

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'kaitsu-retrieval-'));
  bank = await startTestBank({ issueDelaySeconds: 2, clock: systemClock });
  grant = await obtainGrant(bank);
  http = createHttpClient(settings());
  const client = createBankClient({
    http,
    openIdentityClient: (identity) => createHttpClient({ ...settings(), identity }),
    readIdentity: (contractorId) => retriever.readIdentity(contractorId),
    newIdempotencyKey: randomUUID,
    clock: systemClock,
    log,
  });
  retriever = createCertificateRetriever({
    keychain: memoryPassphrases(),
    send: http.send,
    openIdentityClient: (identity) => createHttpClient({ ...settings(), identity }),
    tryLogon: client.checkLogon,
    store: createNssStore({ home: dir, temporary: dir }),
    dataDir: join(dir, 'data'),
    profile: {},
    authority: async () => success(bank.bank.authority),
    clock: systemClock,
    log,
  });
});
afterAll(async () => {
  await http.close();
  await bank.end();
  rmSync(dir, { recursive: true, force: true });
});

test('After the activation the certificate comes from the bank, stands in the store and logs on', async () => {
  retriever.prepare();
  const stages: string[] = [];
  const outcome = await retriever.retrieve(grant, (stage, until) => stages.push(until === null ? stage : `${stage} until`), never());
  expect(outcome).toMatchObject({ ok: true, value: { subject: `CN=${bank.contractorId},O=${grant.organization}`, store: 'nss' } });
  expect(stages).toEqual(['key', 'request', 'sent', 'waiting until', 'checked', 'installed', 'tried']);
  expect(execFileSync('certutil', ['-L', '-d', `sql:${join(dir, '.pki/nssdb')}`], { encoding: 'utf8' })).toMatch(
    new RegExp(`Kaitsu ${bank.contractorId} \\w+\\s+u,u,u`, 'u'),
  );
});

test('The same right brings no second certificate to another PC', async () => {
  const request = await makeCertificateRequest(await generateKey(2048), grant);
  const est = createEstClient({ send: http.send, clock: systemClock });
  const again = await est.simpleEnroll({ request, signal: never() }, { name: grant.contractorId, secret: grant.enrolmentSecret });
  expect(again).toMatchObject({ ok: false, problem: { code: 'enrolment-refused' } });
});

test('The certificate renews itself by showing itself, once the bank says it is time', async () => {
  const identity = await retriever.readIdentity(bank.contractorId);
  if (!identity.ok) throw new Error(identity.problem.code);
  const own = createHttpClient({ ...settings(), identity: identity.value });
  const est = createEstClient({ send: own.send, clock: systemClock });
  const request = await makeCertificateRequest(await generateKey(2048), grant);
  expect(await est.simpleReenroll({ request, signal: never() })).toMatchObject({ ok: false, problem: { code: 'certificate-request-refused' } });
  await own.close();
  const later = { now: () => new Date(Date.now() + 350 * days) };
  const { dataDir } = bank;
  await bank.bank.stop();
  bank = await startTestBank({ dataDir, clock: later });
  const renewing = createHttpClient({ ...settings(), identity: identity.value });
  const renewed = await createEstClient({ send: renewing.send, clock: systemClock }).simpleReenroll({ request, signal: never() });
  await renewing.close();
  expect(renewed.ok && renewed.value.map((one) => subjectValues(one, 'CN'))).toEqual([[bank.contractorId]]);
});
