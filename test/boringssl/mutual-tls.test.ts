import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { chooseStore } from '../../main/certificate/stores/choose-store.ts';
import { createKeychain } from '../../main/keychain/keychain.ts';
import { days } from '../../main/practice-bank/clock.ts';
import type { Grant } from '../../main/procedure/ports.ts';
import { createServices } from '../../main/services.ts';
import { Redacted } from '../../main/support/redacted.ts';
import { systemClock } from '../../main/support/system-clock.ts';
import { contractorIdSchema } from '../../preload/contract/identities.ts';
import type { CertificateSummary } from '../../preload/contract/procedure.ts';
import { createMemoryLog } from '../../tools/log/memory-log.ts';
import { logonPin, profile } from '../integration/practice-bank-client.ts';
import { realPorts } from '../support/practice-ports.ts';

/** The program's own services on BoringSSL, against a bank on OpenSSL: the way of the certificate over mutual TLS. */

const introduction = z.object({
  baseUrl: z.string(),
  authority: z.string(),
  grant: z.object({ contractorId: contractorIdSchema, organization: z.string(), enrolmentSecret: z.string(), enrolBefore: z.string() }),
});
const never = () => new AbortController().signal;
const log = createMemoryLog();
const secrets = new Map<string, string>();
let home: string;
let child: ChildProcess;
let lines: AsyncIterator<string>;
let bank: z.infer<typeof introduction>;
let ahead = 0;
let held: CertificateSummary;

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'kaitsu-mutual-'));
  child = spawn(process.env.KAITSU_NODE ?? 'node', [join(import.meta.dirname, 'bank-in-node.mjs')], { stdio: ['pipe', 'pipe', 'inherit'] });
  if (child.stdout === null) throw new Error('no output');
  lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  bank = introduction.parse(JSON.parse(String((await lines.next()).value)));
}, 60_000);
afterAll(async () => {
  const ended = child.exitCode === null ? new Promise((resolve) => child.once('exit', resolve)) : null;
  child.stdin?.end();
  await ended;
  rmSync(home, { recursive: true, force: true });
});

/** Moves the bank's clock and this PC's on alike. */
async function advance(milliseconds: number): Promise<void> {
  child.stdin?.write(`${milliseconds}\n`);
  await lines.next();
  ahead += milliseconds;
}

/** The program as after a start. */
function program() {
  const clock = { ...systemClock, now: () => new Date(Date.now() + ahead) };
  const keytar = {
    getPassword: async (_service: string, account: string) => secrets.get(account) ?? null,
    setPassword: async (_service: string, account: string, secret: string) => void secrets.set(account, secret),
    deletePassword: async (_service: string, account: string) => secrets.delete(account),
  };
  const locate = async () => ({ ok: true, value: { baseUrl: bank.baseUrl, authority: bank.authority } }) as const;
  return createServices({
    ports: realPorts({ locate, loadKeytar: async () => keytar }),
    profile,
    keychain: createKeychain({ load: async () => keytar, scope: 'sandbox', clock, log }),
    store: chooseStore({ platform: 'linux', home, dataHome: undefined, temporary: home, log }),
    folder: home,
    environment: {},
    clock,
    log,
  });
}

const grant = (): Grant => ({ ...bank.grant, enrolmentSecret: new Redacted(bank.grant.enrolmentSecret) });
const standing = () => execFileSync('certutil', ['-L', '-d', `sql:${join(home, '.pki', 'nssdb')}`], { encoding: 'utf8' }).match(/u,u,u/gu)?.length ?? 0;

test('it is BoringSSL that is tried here', () => {
  expect(process.versions).toHaveProperty('boringssl');
});

test('the certificate is retrieved, installed and tried', async () => {
  const stages: string[] = [];
  const outcome = await program().certificate.retrieve(grant(), (stage) => stages.push(stage), never());
  if (!outcome.ok) throw new Error(outcome.problem.code);
  held = outcome.value;
  expect(stages).toEqual(['key', 'request', 'sent', 'checked', 'installed', 'tried']);
  expect(standing()).toBe(1);
});

test('after a start it is found by its bundle, and logs on with the new PIN', async () => {
  const services = program();
  expect(await services.certificate.find(never())).toMatchObject({ ok: true, value: { certificate: { serial: held.serial } } });
  expect(await services.bank.logOn({ contractorId: grant().contractorId, logonPin: new Redacted(logonPin) }, never())).toMatchObject({ ok: true });
  expect(await services.bank.logOn({ contractorId: grant().contractorId, logonPin: new Redacted('Chigau123') }, never())).toMatchObject({
    ok: false,
    problem: { code: 'logon-refused' },
  });
});

test('it is renewed by showing itself, and the old one is gone', async () => {
  await advance(345 * days);
  const renewed = await program().certificate.renew({ contractorId: grant().contractorId, serial: held.serial }, () => undefined, never());
  if (!renewed.ok) throw new Error(renewed.problem.code);
  expect(renewed.value.serial).not.toBe(held.serial);
  expect(standing()).toBe(1);
  expect(readdirSync(join(home, 'certificates'))).toEqual([`${grant().contractorId}-${renewed.value.serial}.p12`]);
  expect(await program().bank.logOn({ contractorId: grant().contractorId, logonPin: new Redacted(logonPin) }, never())).toMatchObject({ ok: true });
});
