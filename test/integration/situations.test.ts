import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import { chooseStore } from '../../main/certificate/stores/choose-store.ts';
import { runTool } from '../../main/certificate/stores/run.ts';
import { createKeychain } from '../../main/keychain/keychain.ts';
import type { Keytar } from '../../main/keychain/keytar-port.ts';
import { failingKeytar, failingTools } from '../../main/practice/faults.ts';
import type { Grant } from '../../main/procedure/ports.ts';
import { readSituation } from '../../main/sandbox/situation-file.ts';
import { createServices } from '../../main/services.ts';
import { systemClock } from '../../main/support/system-clock.ts';
import type { Outcome } from '../../preload/contract/problem.ts';
import { type SituationCode, situationCodes } from '../../preload/contract/situations.ts';
import { createMemoryLog } from '../support/memory-log.ts';
import type { SeenInProgram } from '../support/program-situations.ts';
import { activate, cheapScrypt, confirmationPin, logonPin, profile, startTestBank, type TestBank } from './sandbox-client.ts';

/**
 * Situations of the practice, with the program's own services against the real practice bank: what
 * comes out is the problem that the situation is named after.
 */

/** What the person does when it happens. */
type Stage = 'identify' | 'mistype' | 'set PINs' | 'retrieve' | 'log on' | 'identify again' | 'come back';

const stages: Readonly<Record<Exclude<SituationCode, SeenInProgram>, Stage>> = {
  'pin-locked': 'mistype',
  'activation-not-released': 'identify',
  'activation-already-done': 'identify again',
  'session-expired': 'set PINs',
  'certificate-expires-soon': 'come back',
  'certificate-expired': 'log on',
  'certificate-expired-paper-form': 'log on',
  'certificate-revoked': 'log on',
  'certificate-untrusted': 'log on',
  'certificate-wrong-contract': 'log on',
  'sole-administrator-stuck': 'identify',
  'enrolment-refused': 'retrieve',
  'enrolment-deadline-passed': 'retrieve',
  'certificate-request-refused': 'retrieve',
  'certificate-mismatch': 'retrieve',
  'too-many-requests': 'identify',
  'bank-closed': 'identify',
  'bank-failure': 'identify',
  'bank-unreachable': 'identify',
  'bank-timeout': 'identify',
  'bank-untrusted': 'identify',
  'bank-answer-invalid': 'identify',
  'answer-stopped-after-pin': 'log on',
  'certificate-not-offered': 'log on',
  'request-malformed': 'identify',
  'content-too-large': 'identify',
  'content-type-unsupported': 'identify',
  'idempotency-key-missing': 'identify',
  'idempotency-key-reused': 'identify',
  'not-found': 'identify',
  'method-not-allowed': 'identify',
  'certificate-store-missing': 'retrieve',
  'certificate-store-refused': 'retrieve',
  'certificate-absent-on-pc': 'come back',
  'other-os-user': 'come back',
  'remote-session': 'come back',
  'key-cannot-sign': 'come back',
  'keychain-missing': 'retrieve',
  'keychain-locked': 'retrieve',
  'keychain-refused': 'retrieve',
};

/** The others are seen where the person sees them: situations-in-program.test.ts. */
function isServiceSituation(code: SituationCode): code is keyof typeof stages {
  return code in stages;
}

const log = createMemoryLog();
const signal = () => AbortSignal.timeout(40_000);
const folders: string[] = [];
let bank: TestBank;

function memoryKeytar(): Keytar {
  const kept = new Map<string, string>();
  const at = (service: string, account: string) => `${service} / ${account}`;
  return {
    getPassword: async (service, account) => kept.get(at(service, account)) ?? null,
    setPassword: async (service, account, secret) => void kept.set(at(service, account), secret),
    deletePassword: async (service, account) => kept.delete(at(service, account)),
  };
}

/** The program's services, as main/program.ts composes them, on a home of their own. */
function createWorld() {
  const folder = mkdtempSync(join(tmpdir(), 'kaitsu-situation-'));
  folders.push(folder);
  const fault = () => readSituation(bank.dataDir);
  const keytar = memoryKeytar();
  const keychain = createKeychain({ load: failingKeytar(async () => keytar, fault), profileId: 'sandbox', clock: systemClock, log });
  const store = chooseStore({ platform: 'linux', home: folder, dataHome: undefined, temporary: folder, run: failingTools(runTool, fault), log });
  const locate = async () => ({ ok: true, value: { baseUrl: `https://127.0.0.1:${bank.bank.port}`, authority: bank.bank.authority } }) as const;
  return createServices({ locate, profile, keychain, store, folder, clock: systemClock, log, fault, limits: { answerMs: 2_000 } });
}
type World = ReturnType<typeof createWorld>;

const entries = () => ({ contractorId: bank.contractorId, registrationPin: bank.registrationPin });
const retrieve = (world: World, grant: Grant) => world.certificate.retrieve(grant, () => undefined, signal());
const obtainGrant = async (): Promise<Grant> => ({ contractorId: bank.contractorId, ...(await activate(bank)) });

async function diagnosisOf(world: World) {
  const diagnosis = await world.diagnose();
  if (!diagnosis.ok) throw new Error('no bank');
  return diagnosis.value;
}

async function withCertificate(world: World): Promise<void> {
  expect(await retrieve(world, await obtainGrant())).toMatchObject({ ok: true });
  await (await diagnosisOf(world)).noteThisPc();
}

const codeOf = (outcome: Outcome<unknown>) => (outcome.ok ? null : outcome.problem.code);

/** Leads up to the stage, lets the situation begin, and does what the person does then. @returns the problem's code */
async function play(world: World, stage: Stage, begin: () => void): Promise<string | null> {
  switch (stage) {
    case 'identify':
      bank.bank.releaseLock(bank.contractorId);
      begin();
      return codeOf(await world.bank.identify(entries(), signal()));
    case 'mistype': {
      bank.bank.releaseLock(bank.contractorId);
      begin();
      const registrationPin = bank.registrationPin === '0000' ? '0001' : '0000';
      return codeOf(await world.bank.identify({ ...entries(), registrationPin }, signal()));
    }
    case 'set PINs': {
      bank.bank.releaseLock(bank.contractorId);
      const opened = await world.bank.identify(entries(), signal());
      begin();
      const token = opened.ok ? opened.value.token : '';
      return codeOf(await world.bank.setPins(token, { registrationPin: bank.registrationPin, logonPin, confirmationPin, email: null }, signal()));
    }
    case 'retrieve': {
      const grant = await obtainGrant();
      begin();
      return codeOf(await retrieve(world, grant));
    }
    case 'identify again':
      await withCertificate(world);
      begin();
      return codeOf(await world.bank.identify(entries(), signal()));
    case 'log on':
      await withCertificate(world);
      begin();
      return codeOf(await world.bank.logOn({ contractorId: bank.contractorId, logonPin }, signal()));
    case 'come back': {
      await withCertificate(world);
      begin();
      return (await diagnosisOf(world)).examine(bank.contractorId, signal());
    }
    default:
      return stage satisfies never;
  }
}

beforeEach(async () => {
  bank = await startTestBank({ clock: systemClock, scryptCost: cheapScrypt });
});
afterEach(() => bank.end());
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

test.each(situationCodes.filter(isServiceSituation))('in the situation %s that very problem arises, and afterwards all is as usual', async (code) => {
  const world = createWorld();
  expect(await play(world, stages[code], () => expect(bank.bank.setSituation(code)).toBe(true))).toBe(code);
  expect(bank.bank.papers().situation).toBe(code);
  bank.bank.setSituation(null);
  expect(bank.bank.papers().situation).toBeNull();
  bank.bank.releaseLock(bank.contractorId);
  expect(await world.bank.identify(entries(), signal())).toMatchObject({ ok: true });
});
