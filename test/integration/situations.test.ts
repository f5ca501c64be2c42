import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import { chooseStore } from '../../main/certificate/stores/choose-store.ts';
import { type Run, runTool } from '../../main/certificate/stores/run.ts';
import { createKeychain } from '../../main/keychain/keychain.ts';
import type { Keytar } from '../../main/keychain/keytar-port.ts';
import { decorate } from '../../main/practice/decorate.ts';
import { readSituation } from '../../main/practice-bank/situations/situation-file.ts';
import type { Grant } from '../../main/procedure/ports.ts';
import { createServices } from '../../main/services.ts';
import type { Clock } from '../../main/support/ports.ts';
import { Redacted } from '../../main/support/redacted.ts';
import { systemClock } from '../../main/support/system-clock.ts';
import type { Outcome } from '../../preload/contract/problem.ts';
import { type SituationCode, situationCodes } from '../../preload/contract/situations.ts';
import { createMemoryLog } from '../../tools/log/memory-log.ts';
import { realPorts } from '../support/practice-ports.ts';
import type { SeenInProgram } from '../support/program-situations.ts';
import { cheapScrypt, confirmationPin, logonPin, obtainGrant, profile, startTestBank, type TestBank } from './practice-bank-client.ts';

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
  'certificate-attributes-demanded': 'retrieve',
  'enrolment-answer-lost': 'retrieve',
  'certificate-not-asked': 'log on',
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

/** Seconds of waiting each time; they change nothing in the bank. */
const slow: ReadonlySet<SituationCode> = new Set(['bank-timeout', 'bank-unreachable', 'answer-stopped-after-pin', 'enrolment-answer-lost']);

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
function createWorld(run: Run = runTool) {
  const folder = mkdtempSync(join(tmpdir(), 'kaitsu-situation-'));
  folders.push(folder);
  const keytar = memoryKeytar();
  const locate = async () => ({ ok: true, value: { baseUrl: `https://127.0.0.1:${bank.bank.port}`, authority: bank.bank.authority } }) as const;
  const situation = () => readSituation(bank.dataDir);
  const ports = decorate(realPorts({ locate, loadKeytar: async () => keytar, run }), situation);
  const keychain = createKeychain({ load: ports.loadKeytar, scope: 'sandbox', clock: systemClock, log });
  const store = chooseStore({ platform: 'linux', home: folder, dataHome: undefined, temporary: folder, run: ports.run, log });
  // Only where no answer comes is it not waited for as long as in earnest.
  const hurried = (wait: number) => (slow.has(situation() ?? 'internal') ? Math.min(wait, 2_000) : wait);
  const clock: Clock = { ...systemClock, after: (wait, run) => systemClock.after(hurried(wait), run) };
  return createServices({ ports, profile, keychain, store, folder, environment: {}, clock, log });
}
type World = ReturnType<typeof createWorld>;

const entries = () => ({ contractorId: bank.contractorId, registrationPin: new Redacted(bank.registrationPin) });
const retrieve = (world: World, grant: Grant) => world.certificate.retrieve(grant, () => undefined, signal());

async function diagnosisOf(world: World) {
  const diagnosis = await world.diagnose();
  if (!diagnosis.ok) throw new Error('no bank');
  return diagnosis.value;
}

async function withCertificate(world: World): Promise<void> {
  expect(await retrieve(world, await obtainGrant(bank))).toMatchObject({ ok: true });
  await (await diagnosisOf(world)).noteThisPc();
}

const codeOf = (outcome: Outcome<unknown>) => (outcome.ok ? null : outcome.problem.code);

/** Where the person stands. act: what they do there, and the problem's code that comes of it; usual: what works there as a rule. */
type Standing = { readonly act: () => Promise<string | null>; readonly usual: () => Promise<string | null> };

/** Leads up to the stage, while all is as usual. */
async function leadUp(world: World, stage: Stage): Promise<Standing> {
  const identify = async () => codeOf(await world.bank.identify(entries(), signal()));
  const logOn = async () => codeOf(await world.bank.logOn({ contractorId: bank.contractorId, logonPin: new Redacted(logonPin) }, signal()));
  switch (stage) {
    case 'identify':
      bank.bank.releaseLock(bank.contractorId);
      return { act: identify, usual: identify };
    case 'mistype': {
      bank.bank.releaseLock(bank.contractorId);
      const registrationPin = new Redacted(bank.registrationPin === '0000' ? '0001' : '0000');
      return { act: async () => codeOf(await world.bank.identify({ ...entries(), registrationPin }, signal())), usual: identify };
    }
    case 'set PINs': {
      bank.bank.releaseLock(bank.contractorId);
      const opened = await world.bank.identify(entries(), signal());
      const token = opened.ok ? opened.value.token : new Redacted('');
      const { registrationPin } = entries();
      const pins = { registrationPin, logonPin: new Redacted(logonPin), confirmationPin: new Redacted(confirmationPin), email: null, holder: null };
      const act = async () => codeOf(await world.bank.setPins(token, pins, signal()));
      return { act, usual: act };
    }
    case 'retrieve': {
      const grant = await obtainGrant(bank);
      const act = async () => codeOf(await retrieve(world, grant));
      return { act, usual: act };
    }
    case 'identify again':
      await withCertificate(world);
      return { act: identify, usual: logOn };
    case 'log on':
      await withCertificate(world);
      return { act: logOn, usual: logOn };
    case 'come back': {
      await withCertificate(world);
      const diagnosis = await diagnosisOf(world);
      return { act: () => diagnosis.examine(bank.contractorId, signal()), usual: logOn };
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
  const { act, usual } = await leadUp(createWorld(), stages[code]);
  expect(bank.bank.setSituation(code)).toBe(true);
  expect(await act()).toBe(code);
  expect(bank.bank.papers().situation).toBe(code);
  bank.bank.setSituation(null);
  expect(bank.bank.papers().situation).toBeNull();
  expect(await usual()).toBeNull();
});

/** They change the bank's records: whatever follows one of them must not meet what it left behind. */
const stubborn = [
  'pin-locked',
  'activation-not-released',
  'enrolment-refused',
  'activation-already-done',
  'step-out-of-order',
  'certificate-revoked',
  'certificate-untrusted',
  'certificate-wrong-chosen',
  'identification-refused',
] as const satisfies readonly SituationCode[];

const later = situationCodes.filter(isServiceSituation).filter((code) => !slow.has(code));

/** Each of them comes before a third of the others: all pairs would take minutes. */
const before = (code: SituationCode) => stubborn.filter((_first, index) => (index + situationCodes.indexOf(code)) % 3 === 0);

test.each(later)('%s gives its own problem after situations that change the bank, without a return to the usual', async (code) => {
  const world = createWorld();
  // A session and a right to a certificate are used up by what is done with them; anywhere else the person stays where they are.
  const usedUp = stages[code] === 'set PINs' || stages[code] === 'retrieve';
  let standing = await leadUp(world, stages[code]);
  for (const first of usedUp ? stubborn.slice(0, 3) : before(code)) {
    bank.bank.setSituation(first);
    // What the person does in the first one is refused, or fails in some way of its own. A mistake would count for good.
    if (!usedUp && stages[code] !== 'mistype') await standing.act();
    bank.bank.setSituation(code);
    expect(await standing.act(), `after ${first}`).toBe(code);
    bank.bank.setSituation(null);
    expect(await standing.usual(), `after ${first} and ${code}`).toBeNull();
    if (usedUp) standing = await leadUp(world, stages[code]);
  }
});

test('an older certificate that the store refused is put there when it no longer refuses', async () => {
  let refuses = false;
  const run: Run = async (command, args, options) =>
    refuses && args.some((word) => word.includes('pk12util -i')) ? { kind: 'ended', code: 1, stdout: '', stderr: '' } : runTool(command, args, options);
  const { act } = await leadUp(createWorld(run), 'come back');
  bank.bank.setSituation('certificates-piled-up');
  refuses = true;
  expect(await act()).toBeNull();
  refuses = false;
  expect(await act()).toBe('certificates-piled-up');
  bank.bank.setSituation(null);
  expect(await act()).toBeNull();
});
