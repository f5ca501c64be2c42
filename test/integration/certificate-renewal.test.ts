import { execFileSync } from 'node:child_process';
import { createPrivateKey, X509Certificate } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { makeRenewalRequest } from '../../main/certificate/certificate-request.ts';
import { chooseStore } from '../../main/certificate/stores/choose-store.ts';
import type { CertificateStore } from '../../main/certificate/stores/store.ts';
import { createKeychain } from '../../main/keychain/keychain.ts';
import type { Keytar } from '../../main/keychain/keytar-port.ts';
import { days } from '../../main/practice-bank/clock.ts';
import { openDatabase, readRow } from '../../main/practice-bank/storage/database.ts';
import { createServices } from '../../main/services.ts';
import { Redacted } from '../../main/support/redacted.ts';
import { systemClock } from '../../main/support/system-clock.ts';
import { failure } from '../../preload/contract/problem.ts';
import type { CertificateSummary, RetrievalStage } from '../../preload/contract/procedure.ts';
import { createMemoryLog } from '../../tools/log/memory-log.ts';
import { realPorts } from '../support/practice-ports.ts';
import { logonPin, makeRequest, obtainGrant, profile, startTestBank, type TestBank } from './practice-bank-client.ts';

/** The renewal by the program's own services, against the practice bank over TLS, on a PC whose clock goes with the bank's. */

const log = createMemoryLog();
const never = () => new AbortController().signal;
const root = mkdtempSync(join(tmpdir(), 'kaitsu-renewal-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

let bank: TestBank;
let home: string;
let secrets: Map<string, string>;
let old: CertificateSummary;

/** The program as after a start: files, keychain and store are those of before. */
function program(store: (usual: CertificateStore) => CertificateStore = (usual) => usual) {
  const keytar: Keytar = {
    getPassword: async (_service, account) => secrets.get(account) ?? null,
    setPassword: async (_service, account, secret) => void secrets.set(account, secret),
    deletePassword: async (_service, account) => secrets.delete(account),
  };
  const clock = { ...systemClock, now: () => bank.clock.now() };
  const locate = async () => ({ ok: true, value: { baseUrl: `https://127.0.0.1:${bank.bank.port}`, authority: bank.bank.authority } }) as const;
  return createServices({
    ports: realPorts({ locate, loadKeytar: async () => keytar }),
    profile,
    keychain: createKeychain({ load: async () => keytar, scope: 'sandbox', clock, log }),
    store: store(chooseStore({ platform: 'linux', home, dataHome: undefined, temporary: home, log })),
    folder: home,
    environment: {},
    clock,
    log,
  });
}
type Services = ReturnType<typeof program>;

const renew = (services: Services, onStage: (stage: RetrievalStage) => void = () => undefined, signal = never()) =>
  services.certificate.renew({ contractorId: bank.contractorId, serial: old.serial }, onStage, signal);

/** What the browser would be offered, by serial number. */
function standing(): readonly string[] {
  const certutil = (...args: string[]) => execFileSync('certutil', [...args, '-d', `sql:${join(home, '.pki', 'nssdb')}`], { encoding: 'utf8' });
  const names = certutil('-L').matchAll(/^(Kaitsu .+?) +u,u,u *$/gmu);
  const pems = [...names].flatMap(([, name = '']) => certutil('-L', '-n', name, '-a').match(/-----BEGIN[\s\S]+?END CERTIFICATE-----/gu) ?? []);
  return pems.map((pem) => new X509Certificate(pem).serialNumber).sort();
}
const files = () => readdirSync(join(home, 'certificates')).sort();
const bundleOf = (serial: string) => `${bank.contractorId}-${serial}.p12`;

/** How many certificates the bank has made in place of others. */
function renewals(): number {
  const database = openDatabase(bank.dataDir);
  try {
    return readRow(database, z.object({ made: z.int() }), 'SELECT count(*) AS made FROM certificates WHERE renews IS NOT NULL')?.made ?? -1;
  } finally {
    database.close();
  }
}

const logsOn = async (services: Services) => (await services.bank.logOn({ contractorId: bank.contractorId, logonPin: new Redacted(logonPin) }, never())).ok;

beforeEach(async () => {
  bank = await startTestBank();
  home = mkdtempSync(join(root, 'home-'));
  secrets = new Map();
  const retrieved = await program().certificate.retrieve(await obtainGrant(bank), () => undefined, never());
  if (!retrieved.ok) throw new Error(retrieved.problem.code);
  old = retrieved.value;
});
afterEach(() => bank.end());

/** The certificate lasts 365 days, and is renewed from the 335th on. */
const whenDue = () => bank.clock.advance(345 * days);

describe('A certificate that ends soon', () => {
  test('is renewed: the new one logs on, and the old one is gone from store, disk and keychain', async () => {
    whenDue();
    const services = program();
    const stages: string[] = [];
    const outcome = await renew(services, (stage) => stages.push(stage));
    if (!outcome.ok) throw new Error(outcome.problem.code);
    expect(stages).toEqual(['key', 'request', 'sent', 'checked', 'installed', 'tried']);
    const { serial, subject, notAfter } = outcome.value;
    expect([serial === old.serial, subject]).toEqual([false, old.subject]);
    // X.509 counts whole seconds: each end is rounded by itself.
    expect(Math.abs(Date.parse(notAfter) - Date.parse(old.notAfter) - 345 * days)).toBeLessThanOrEqual(2000);
    expect(standing()).toEqual([serial]);
    expect(files()).toEqual([bundleOf(serial)]);
    expect([...secrets.keys()].filter((name) => /^(certificate|pending-key)\//u.test(name))).toEqual([`certificate/${bank.contractorId}-${serial}`]);
    expect(await logsOn(services)).toBe(true);
    bank.clock.advance(300 * days);
    expect(await logsOn(services)).toBe(true);
  });

  test('is renewed again a year later', async () => {
    for (const _ of [1, 2]) {
      whenDue();
      const outcome = await renew(program());
      if (!outcome.ok) throw new Error(outcome.problem.code);
      old = outcome.value;
    }
    expect(standing()).toEqual([old.serial]);
    expect(renewals()).toBe(2);
  });

  test('is not renewed before its time, and stays as it is', async () => {
    const services = program();
    expect(await renew(services)).toMatchObject({ ok: false, problem: { code: 'certificate-request-refused' } });
    expect(standing()).toEqual([old.serial]);
    expect(await logsOn(services)).toBe(true);
  });
});

describe('An expired certificate', () => {
  test('is renewed within the days of grace, and logs on again', async () => {
    bank.clock.advance(370 * days);
    const services = program();
    expect(await services.bank.logOn({ contractorId: bank.contractorId, logonPin: new Redacted(logonPin) }, never())).toMatchObject({
      problem: { code: 'certificate-expired' },
    });
    expect(await services.certificate.find(never())).toMatchObject({ ok: true, value: { certificate: { serial: old.serial } } });
    expect(await renew(services)).toMatchObject({ ok: true });
    expect(await logsOn(services)).toBe(true);
  });

  test('is refused after them with what the bank wants instead, and nothing is lost', async () => {
    bank.clock.advance(446 * days);
    expect(await renew(program())).toMatchObject({ ok: false, problem: { code: 'certificate-expired-paper-form' } });
    expect(standing()).toEqual([old.serial]);
    expect(files()).toContain(bundleOf(old.serial));
  });
});

describe('Whatever moment the program dies at, the next start ends with the new certificate alone', () => {
  test.each(['key', 'request', 'sent', 'checked', 'installed', 'tried'] as const)('as the stage %s begins', async (dead) => {
    whenDue();
    const plug = (stage: RetrievalStage) => {
      if (stage === dead) throw new Error('plug');
    };
    await expect(renew(program(), plug)).rejects.toThrow('plug');
    const services = program();
    const stages: string[] = [];
    const outcome = await renew(services, (stage) => stages.push(stage));
    if (!outcome.ok) throw new Error(outcome.problem.code);
    expect(stages[0]).toBe(dead === 'installed' || dead === 'tried' ? 'installed' : 'key');
    expect(standing()).toEqual([outcome.value.serial]);
    expect(files()).toEqual([bundleOf(outcome.value.serial)]);
    expect(renewals()).toBe(1);
    expect(await logsOn(services)).toBe(true);
  });

  test('also when it died before the journal knew, with the old one gone already', async () => {
    whenDue();
    const first = await renew(program());
    expect(await renew(program())).toEqual(first);
    expect(renewals()).toBe(1);
  });
});

describe('What stands in the way of a renewal', () => {
  test.each(['key', 'request', 'sent', 'checked', 'installed'] as const)('a cancel at %s leaves the old certificate as it was', async (stage) => {
    whenDue();
    const cancel = new AbortController();
    const services = program();
    const outcome = await renew(services, (now) => (now === stage ? cancel.abort() : undefined), cancel.signal);
    expect(outcome).toMatchObject({ ok: false, problem: { code: 'cancelled' } });
    expect(standing()).toEqual([old.serial]);
    expect(files().filter((name) => name.endsWith('.p12'))).toEqual([bundleOf(old.serial)]);
    expect(await logsOn(services)).toBe(true);
    expect(await renew(services)).toMatchObject({ ok: true });
    expect(renewals()).toBe(1);
  });

  test('a cancel while the new one is tried comes too late: it ends well', async () => {
    whenDue();
    const cancel = new AbortController();
    expect(await renew(program(), (now) => (now === 'tried' ? cancel.abort() : undefined), cancel.signal)).toMatchObject({ ok: true });
    expect(standing()).not.toContain(old.serial);
  });

  test('a trial that the bank does not answer keeps the old certificate; the next try only tries again', async () => {
    whenDue();
    const services = program();
    const broken = await renew(services, (stage) => stage === 'installed' && bank.bank.setSituation('bank-unreachable'));
    expect(broken).toMatchObject({ ok: false, problem: { code: 'bank-unreachable' } });
    expect(standing()).toContain(old.serial);
    bank.bank.setSituation(null);
    const stages: string[] = [];
    const outcome = await renew(services, (stage) => stages.push(stage));
    expect(stages).toEqual(['installed', 'tried']);
    expect(standing()).toEqual([outcome.ok ? outcome.value.serial : '']);
  });

  test('an old certificate that cannot be removed does not stop anybody; the PC is found to have one too many', async () => {
    whenDue();
    const stubborn = program((usual) => ({ ...usual, remove: async () => failure('certificate-store-refused') }));
    expect(await renew(stubborn)).toMatchObject({ ok: true });
    expect(standing()).toContain(old.serial);
    const diagnosis = await program().diagnose();
    expect(diagnosis.ok && (await diagnosis.value.examine(bank.contractorId, never()))).toBe('certificates-piled-up');
  });

  test("a certificate whose copy for Kaitsu is gone, while the browser's is there", async () => {
    whenDue();
    rmSync(join(home, 'certificates'), { recursive: true });
    expect(await renew(program())).toMatchObject({ ok: false, problem: { code: 'certificate-in-browser-only' } });
  });

  test('a certificate that is no longer on this PC', async () => {
    whenDue();
    rmSync(join(home, 'certificates'), { recursive: true });
    rmSync(join(home, '.pki'), { recursive: true });
    expect(await renew(program())).toMatchObject({ ok: false, problem: { code: 'certificate-required' } });
  });
});

test.each([
  ['a plain subject', []],
  ['another name beside', ['-addext', 'subjectAltName=email:soumu@example.co.jp,otherName:1.3.6.1.4.1.311.20.2.3;UTF8:12345678901@bank.example']],
])('The request names whom the old certificate names, byte for byte, whatever the bank has put into it: %s', async (_what, more) => {
  const folder = mkdtempSync(join(root, 'subject-'));
  const openssl = (...args: string[]) => execFileSync('openssl', args, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  const subject = '/C=JP/O=株式会社開通商事/OU=経理部/CN=12345678901';
  openssl('req', '-x509', '-newkey', 'rsa:2048', '-noenc', '-keyout', 'old.key', '-out', 'old.pem', '-utf8', '-subj', subject, '-days', '30', ...more);
  const certificate = new X509Certificate(openssl('x509', '-in', 'old.pem'));
  writeFileSync(join(folder, 'new.csr'), await makeRenewalRequest(createPrivateKey(makeRequest('unused').key), certificate));
  const request = (...shown: string[]) => openssl('req', '-inform', 'DER', '-in', 'new.csr', '-verify', '-noout', ...shown);
  const bytes = ['-subject', '-nameopt', 'RFC2253,show_type,dump_all,dump_der'];
  expect(request(...bytes)).toBe(openssl('x509', '-in', 'old.pem', '-noout', ...bytes));
  const alternative = (text: string) => /Subject Alternative Name:[^\n]*\n *(.+)/u.exec(text)?.[1] ?? null;
  expect(alternative(request('-text'))).toBe(alternative(openssl('x509', '-in', 'old.pem', '-noout', '-text')));
  expect(alternative(request('-text')) === null).toBe(more.length === 0);
});
