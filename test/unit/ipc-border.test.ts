import { beforeEach, describe, expect, test, vi } from 'vitest';
import { createPublishedStates } from '../../main/ipc/published-states.ts';
import { registerContract, type WindowRequests } from '../../main/ipc/register.ts';
import { fetchChannel, type RequestHandlers, requestChannel, type StateName, type StateValue } from '../../preload/contract/contract.ts';
import { noSupport } from '../../preload/contract/support.ts';
import { preflight } from '../../renderer/help/samples/preflight.ts';
import { noReminders, noUpdates, practicePlaces, usualSettings } from '../../renderer/reproduction/samples/published.ts';
import { releaseRequest } from '../../tools/window/snapshots.ts';

const channels = new Map<string, Parameters<WindowRequests['handle']>[1]>();
const requests: WindowRequests = { handle: (channel, listener) => void channels.set(channel, listener) };

const origin = 'app://renderer';
const page = { id: 1, isDestroyed: () => false, send: vi.fn() };
const ours = { sender: page, senderFrame: { parent: null, url: `${origin}/index.html` } };
const accepted = { ok: true } as const;

const states: { [S in StateName]: StateValue<S> } = {
  releaseRequest: releaseRequest(),
  preflight: preflight(),
  places: practicePlaces,
  settings: usualSettings,
  reminders: noReminders,
  updates: noUpdates,
  support: noSupport,
  procedure: { state: { step: 'locked' }, interruptedAt: null, notice: null, offer: null },
  users: { screen: 'closed' },
  record: { available: false, open: false, savedAs: null },
  bundle: { open: false, savedAs: null },
  handOver: { open: false, savedAs: null },
  preferences: { language: 'ja', theme: 'system', textSize: 'standard', shuffledKeys: false, updates: true },
  bank: {
    name: { ja: '銀行', en: 'Bank', ko: '은행' },
    practice: true,
    pinRule: { minLength: 6, maxLength: 12, symbols: '' },
    oneTimePasswordLength: 2,
    cardGrid: { rows: 5, columns: 10 },
    stepOrder: 'activationFirst',
    wrongAttemptLimit: 7,
    sessionMinutes: 10,
    certificate: { retrievalDeadlineDays: 80, validityDays: 365, renewalWindowDays: 30, graceDays: 80, renewalClosesAt: null, afterGrace: 'paperForm' },
    users: { limit: 99, idRule: { minLength: 4, maxLength: 12 } },
    website: null,
    support: { phone: '0', hours: { ja: '平日', en: 'Weekdays', ko: '평일' } },
  },
};

const logLines: string[] = [];
const write = (event: string, details?: unknown) => void logLines.push(JSON.stringify([event, details]));
const log = {
  info: write,
  warn: write,
  error: (event: string, details?: unknown) => {
    write(event, details);
    return 'REF12345';
  },
};

function register(identify: (input: unknown) => Promise<unknown>) {
  const step = async () => accepted;
  const procedure = new Proxy({}, { get: (_target, name) => (name === 'identify' ? identify : step) });
  const handlers = {
    procedure,
    users: new Proxy({}, { get: () => step }),
    releaseRequest: procedure,
    record: procedure,
    bundle: procedure,
    handOver: procedure,
    bank: { openWebsite: step },
    places: procedure,
    settings: procedure,
    reminders: procedure,
    updates: procedure,
    support: procedure,
    replay: procedure,
    preflight: { run: step },
    proxy: { signIn: step },
    window: { noteEntry: step, end: step },
    preferences: { change: step },
    certificate: { tidyUp: step, undoTidyUp: step },
    practice: { readPapers: step, releaseLock: step, lockAgain: step, setSituation: step, readScenarios: step, openScenario: step, leaveScenario: step },
  } as unknown as RequestHandlers;
  // biome-ignore lint/suspicious/noExplicitAny: the page is a double for a WebContents
  const window = () => page as any;
  const published = createPublishedStates(states, window);
  registerContract({ requests, handlers, states: published, window, origin, log });
  return published;
}

const identifyChannel = requestChannel('procedure', 'identify');
const call = (event: unknown, input?: unknown, channel = identifyChannel) =>
  // biome-ignore lint/suspicious/noExplicitAny: what arrives may be anything
  Promise.resolve(channels.get(channel)?.(event as any, input));
const entry = { contractorId: '12345678901', registrationPin: '4711' };

beforeEach(() => {
  channels.clear();
  logLines.length = 0;
  page.send.mockClear();
});

describe('the border', () => {
  test('answers our own page', async () => {
    register(async () => accepted);
    expect(await call(ours, entry)).toEqual(accepted);
  });

  test.each([
    ['another window', { ...ours, sender: { ...page, id: 2 } }],
    ['a frame inside our page', { ...ours, senderFrame: { parent: {}, url: `${origin}/index.html` } }],
    ['a page from elsewhere', { ...ours, senderFrame: { parent: null, url: 'https://example.com/' } }],
    ['a page whose address only begins like ours', { ...ours, senderFrame: { parent: null, url: 'app://renderer.example/' } }],
    ['a frame that is gone', { ...ours, senderFrame: null }],
  ])('refuses %s, and asks no handler', async (_who, event) => {
    const asked = vi.fn(async () => accepted);
    register(asked);
    expect(await call(event, entry)).toMatchObject({ ok: false, problem: { code: 'sender-refused' } });
    await expect(async () => call(event, undefined, fetchChannel('procedure'))).rejects.toThrow('refused');
    expect(asked).not.toHaveBeenCalled();
  });

  test.each([[undefined], [{}], [{ ...entry, contractorId: 'x'.repeat(11) }], [{ contractorId: '12345678901' }], ['text']])(
    'refuses an input that the contract does not know (%j), without a word of it in the log',
    async (input) => {
      const asked = vi.fn(async () => accepted);
      register(asked);
      expect(await call(ours, input)).toMatchObject({ ok: false, problem: { code: 'input-invalid' } });
      expect(asked).not.toHaveBeenCalled();
      expect(logLines.join()).not.toContain('xxxxxxxxxxx');
    },
  );

  test('turns a bug into a problem with a reference, not into an exception for the page', async () => {
    register(async () => {
      throw new Error('bug');
    });
    expect(await call(ours, entry)).toMatchObject({ ok: false, problem: { code: 'internal', reference: 'REF12345' } });
  });

  test('publishes nothing that the contract does not name, so that a secret put there by mistake stays', () => {
    const published = register(async () => accepted);
    published.publish('procedure', { ...states.procedure, token: 'SECRET' } as StateValue<'procedure'>);
    expect(JSON.stringify(page.send.mock.calls)).not.toContain('SECRET');
    expect(page.send.mock.calls[0]?.[1]).toEqual({ revision: 2, value: states.procedure });
    expect(published.read('procedure').revision).toBe(2);
  });
});
