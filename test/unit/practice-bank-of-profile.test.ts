import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { loadBankProfile } from '../../main/bank/load-profile.ts';
import type { BankProfile } from '../../main/bank/profile.ts';
import type { Registration, WindowRequests } from '../../main/ipc/register.ts';
import { readSituation, writeSituation } from '../../main/practice-bank/situations/situation-file.ts';
import { composeProgram, practiceOf } from '../../main/program.ts';
import { systemClock } from '../../main/support/system-clock.ts';
import { requestChannel } from '../../preload/contract/contract.ts';
import { situationCodes } from '../../preload/contract/situations.ts';
import { noScenarios, onePlace } from '../support/one-place.ts';
import { realPorts } from '../support/practice-ports.ts';
import { createTestAuthority } from '../support/test-authority.ts';

const log = { info: () => undefined, warn: () => undefined, error: () => 'REF00001' };
const folder = mkdtempSync(join(tmpdir(), 'kaitsu-practice-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function profileWith(changed: Partial<BankProfile>): Promise<BankProfile> {
  const profile = await loadBankProfile(null, log);
  if (!profile.ok) throw new Error('no profile');
  return { ...profile.value, ...changed };
}

const noFork = () => expect.fail('no process is started');
const loadKeytar = () => expect.fail('no keychain is opened');
const practiceWith = async (changed: Partial<BankProfile>, home = folder, fork = noFork) =>
  practiceOf(await profileWith(changed), { folder: home, fork, scenarios: noScenarios, clock: systemClock, log });

test('a practice bank whose process cannot be made is said with a reference, and tried again at the next question', async () => {
  let tries = 0;
  const fork = () => {
    tries += 1;
    throw new Error('no more processes');
  };
  const bound: Registration[] = [];
  const real = { ...realPorts({ locate: noFork, loadKeytar }), registerContract: (registration: Registration) => void bound.push(registration) };
  const ports = (await practiceWith({}, '/nowhere', fork))?.decorate(real);
  expect(await ports?.locate()).toEqual({ ok: false, problem: { code: 'internal', reference: 'REF00001' } });
  ports?.registerContract({ handlers: { procedure: {}, users: {}, releaseRequest: {} } } as never);
  expect(await bound[0]?.handlers.practice.readPapers(undefined)).toMatchObject({ ok: false, problem: { code: 'internal' } });
  expect(tries).toBe(2);
});

describe('the faults of the practice', () => {
  const real = { baseUrl: 'https://bank.example', authority: createTestAuthority('Real').certificate };
  const dataDir = join(folder, 'sandbox-bank');

  test.each(situationCodes)('cannot be reached with a real bank, whatever lies in the practice folder (%s)', async (code) => {
    writeSituation(dataDir, code);
    expect(readSituation(dataDir)).toBe(code);
    expect(await practiceWith({})).not.toBeNull();
    expect(await practiceWith(real)).toBeNull();
    expect(await practiceWith({ ...real, practice: false })).toBeNull();
    expect(await practiceWith({ practice: false })).toBeNull();
  });

  test('are told of when one is chosen, and never with a real bank', async () => {
    const told: string[] = [];
    (await practiceWith({}))?.onSituation(() => told.push('practice'));
    (await practiceWith(real))?.onSituation(() => told.push('real'));
    (await practiceWith({ practice: false }))?.onSituation(() => told.push('not for practice'));
    await new Promise((resolve) => setTimeout(resolve, 50));
    writeSituation(dataDir, null);
    await expect.poll(() => told, { timeout: 5_000 }).toEqual(['practice']);
  });

  test('cannot be switched on by the window either', async () => {
    const page = { id: 1, isDestroyed: () => false, send: () => undefined };
    const ours = { sender: page, senderFrame: { parent: null, url: 'app://renderer/index.html' } };
    const channels = new Map<string, Parameters<WindowRequests['handle']>[1]>();
    const program = await composeProgram({ ...host, profile: await profileWith({ ...real, practice: false }) });
    program.answer({
      requests: { handle: (channel, listener) => void channels.set(channel, listener) },
      window: () => page as never,
      origin: 'app://renderer',
    });
    const ask = (name: string, input?: unknown) => channels.get(requestChannel('practice', name))?.(ours, input);
    expect(await ask('setSituation', { code: 'internal' })).toMatchObject({ ok: false, problem: { code: 'not-now' } });
    expect(await ask('readPapers')).toMatchObject({ ok: false, problem: { code: 'not-now' } });
    expect(await program.locate()).toEqual({ ok: true, value: real });
    await program.end();
  });
});

/** A PC for a program that is never asked for more than its border. */
const host = {
  ...onePlace(folder, 'sandbox'),
  platform: 'linux',
  home: folder,
  dataHome: undefined,
  temporary: folder,
  userId: 1000,
  environment: {},
  locale: 'ja',
  fork: noFork,
  loadKeytar,
  run: async () => ({ kind: 'missing' as const }),
  resolveProxy: async () => 'DIRECT',
  documentOutput: {
    print: async () => 'cancelled' as const,
    makePdf: async () => new Uint8Array(),
    askWhere: async () => null,
    write: async () => ({ ok: true, value: undefined }) as const,
    showInFolder: () => undefined,
  },
  documents: () => folder,
  openWebsite: async () => true,
  version: '0.0.0',
  notify: () => undefined,
  installation: null,
  setTheme: () => undefined,
  endProgram: () => undefined,
  contents: () => null,
  clock: systemClock,
  log,
} as const;
