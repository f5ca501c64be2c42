import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createEventRecord } from '../../main/event-record/event-record.ts';
import { pathTemplate, recordedClients, recordedRequests, recordedRun } from '../../main/event-record/recorded-ports.ts';
import { stateWritten } from '../../main/event-record/written.ts';
import { writtenStates } from '../../main/event-record/written-states.ts';
import { createPublishedStates } from '../../main/ipc/published-states.ts';
import { registerContract, type WindowRequests } from '../../main/ipc/register.ts';
import { contract, type RequestHandlers, requestChannel, type StateName, type StateValue } from '../../preload/contract/contract.ts';
import { recordedEventSchema } from '../../preload/contract/recorded-event.ts';
import { recordedStateSchema } from '../../preload/contract/recorded-state.ts';
import { publishedFrom } from '../../preload/contract/replayed-state.ts';
import { allScenes } from '../../tools/gallery/scenes/all.ts';
import { createMemoryLog } from '../../tools/log/memory-log.ts';
import { publishedStates } from '../../tools/window/published.ts';
import { leaksIn, markedSecret } from '../support/leaks.ts';
import { manualClock } from '../support/manual-clock.ts';
import { recordFolderForTest } from '../support/record-folder.ts';

/** Marked secrets go in wherever something can go in; none of them may be in the files. */

let place: ReturnType<typeof recordFolderForTest>;
beforeEach(() => {
  place = recordFolderForTest();
});
afterEach(() => place.remove());

const clock = manualClock(new Date('2026-03-14T01:02:03.456Z'));
const record = () => createEventRecord({ folder: place.folder, clock, log: createMemoryLog() });
const secret = markedSecret('Mark');

describe('the search for leaks', () => {
  const ways: readonly (readonly [string, (text: string) => Buffer])[] = [
    ['UTF-8', (text) => Buffer.from(text)],
    ['UTF-16', (text) => Buffer.from(text, 'utf16le')],
    ['base64', (text) => Buffer.from(Buffer.from(text).toString('base64'))],
    ['base64url', (text) => Buffer.from(Buffer.from(text).toString('base64url'))],
    ['base64 of UTF-16', (text) => Buffer.from(Buffer.from(text, 'utf16le').toString('base64'))],
    ['hex', (text) => Buffer.from(Buffer.from(text).toString('hex'))],
    ['URL encoding', (text) => Buffer.from([...Buffer.from(text)].map((byte) => `%${byte.toString(16)}`).join(''))],
  ];
  test.each(ways)('finds a secret in %s, whatever stands around it', (_form, write) => {
    fc.assert(
      fc.property(fc.string({ maxLength: 9 }), fc.string({ maxLength: 9 }), (before, after) => leaksIn(write(before + secret + after), [secret]).length > 0),
    );
  });
});

const origin = 'app://renderer';
const page = { id: 1, isDestroyed: () => false, send: () => undefined };
const ours = { sender: page, senderFrame: { parent: null, url: `${origin}/index.html` } };

/** Objects in which the secret may stand as a value, a key, in a list, or deep inside. */
const holding = fc.letrec<{ any: unknown }>((tie) => ({
  any: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom<unknown>(secret, `x${secret}y`, 7, null, true),
    fc.array(tie('any'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom('logonPin', 'registrationPin', 'value', 'search', 'text', secret), tie('any'), { maxKeys: 4 }),
  ),
})).any;

/** Inputs as the contract takes them, with a secret wherever a text may stand. */
const fittingInputs: Readonly<Record<string, object>> = {
  'procedure.identify': { contractorId: '12345678901', registrationPin: '4711' },
  'procedure.setPins': {
    registrationPin: '4711',
    logonPin: secret,
    logonPinReentry: secret,
    confirmationPin: secret,
    confirmationPinReentry: secret,
    email: '',
  },
  'procedure.logOn': { logonPin: secret },
  'users.search': { search: secret, lockedOnly: false, page: 1 },
  'users.overwritePins': {
    userLogonPin: secret,
    userLogonPinReentry: secret,
    userConfirmationPin: secret,
    userConfirmationPinReentry: secret,
    confirmationPin: secret,
  },
  'users.change': { userName: secret, suspended: false, confirmationPin: secret },
  'proxy.signIn': { name: secret, password: secret },
  'places.offerFile': { text: secret },
  'places.confirmFile': { fingerprint: secret },
};

test("nothing of any request's input is in the record, whether it is taken, refused or breaks", async () => {
  const events = record();
  events.begin();
  const channels = new Map<string, Parameters<WindowRequests['handle']>[1]>();
  let turn = 0;
  /** As a handler must not be: it repeats its input. */
  const answer = async (input: unknown) => {
    turn += 1;
    if (turn % 3 === 0) throw new Error(`broken by ${JSON.stringify(input)}`);
    return turn % 3 === 1
      ? { ok: true, value: input }
      : { ok: false, problem: { code: 'bank-failure', remark: { from: 'bank', text: JSON.stringify(input) } } };
  };
  const handlers = Object.fromEntries(
    Object.keys(contract.requests).map((group) => [group, new Proxy({}, { get: () => answer })]),
  ) as unknown as RequestHandlers;
  const requests: WindowRequests = { handle: (channel, listener) => void channels.set(channel, listener) };
  const states = { read: () => ({ revision: 1, value: null }), publish: () => undefined } as never;
  registerContract({
    requests,
    handlers,
    states,
    window: () => page as never,
    origin,
    noteRequest: recordedRequests({ notes: events, clock }),
    log: createMemoryLog(),
  });
  const names = Object.entries(contract.requests).flatMap(([group, named]) => Object.keys(named).map((name) => [group, name] as const));

  await fc.assert(
    fc.asyncProperty(holding, async (input) => {
      for (const [group, name] of names) {
        const listener = channels.get(requestChannel(group, name));
        await listener?.(ours, input);
        await listener?.(ours, fittingInputs[`${group}.${name}`]);
      }
    }),
    { numRuns: 15 },
  );
  await events.end();
  const [file = ''] = place.names();
  const noted = place.lines(file).map(({ event }) => event);
  expect(new Set(noted.map(({ request }) => request)).size).toBe(names.length);
  expect(new Set(noted.map(({ problem }) => problem))).toEqual(new Set([null, 'input-invalid', 'internal']));
  expect(leaksIn(place.bytes(), [secret])).toEqual([]);
}, 60_000);

/** Puts a field that nobody has declared into each object of a value. */
function withUndeclared(value: unknown, name: string, hidden: unknown): unknown {
  if (Array.isArray(value)) return value.map((one) => withUndeclared(one, name, hidden));
  if (typeof value !== 'object' || value === null) return value;
  return { ...Object.fromEntries(Object.entries(value).map(([key, one]) => [key, withUndeclared(one, name, hidden)])), [name]: hidden };
}

type AllStates = { readonly [S in StateName]: StateValue<S> };
const everyScene = allScenes.map((scene) => publishedStates(scene) as AllStates);
const stateNames = Object.keys(contract.states) as StateName[];

describe('a field that is not declared', () => {
  test('is not written, in any state, at any depth, whatever it holds; what is declared is', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...everyScene),
        fc.constantFrom('registrationPin', 'token', 'memo', secret),
        holding,
        async (published, name, hidden) => {
          const events = record();
          for (const state of stateNames) events.noteState(state, withUndeclared(published[state], name, hidden) as StateValue<typeof state>);
          events.begin();
          await events.end();
        },
      ),
      { numRuns: 60 },
    );
    expect(leaksIn(place.bytes(), [secret])).toEqual([]);
    const written = place.names().flatMap((name) => place.lines(name));
    expect(new Set(written.map(({ event }) => event.state)).size).toBe(stateNames.length);
  });

  test('of a state that is published reaches neither the window nor the record', async () => {
    const events = record();
    events.begin();
    const published = everyScene[0] ?? expect.fail();
    const states = createPublishedStates(published, () => null, events.noteState);
    for (const state of stateNames) states.publish(state, { ...published[state], pin: secret, memo: { pin: [secret] } } as never);
    await events.end();
    expect(leaksIn(place.bytes(), [secret])).toEqual([]);
  });

  test('of an event is not written', async () => {
    const events = record();
    events.begin();
    events.note({ kind: 'tool', tool: 'certutil', outcome: 'ended', exitCode: 0, ms: 1, arguments: [secret], stdout: secret } as never);
    await events.end();
    expect(place.bytes().toString()).toContain('certutil');
    expect(leaksIn(place.bytes(), [secret])).toEqual([]);
  });

  test('a planted leak is found: what is declared safe and is not would be seen', async () => {
    const events = record();
    events.begin();
    events.noteState('places', { ...(everyScene[0]?.places ?? expect.fail()), prescribedBy: secret });
    await events.end();
    expect(leaksIn(place.bytes(), [secret])).not.toEqual([]);
  });
});

test('every scene of the gallery is recorded so that it can be drawn again: all but what was typed is the same', () => {
  expect(Object.keys(writtenStates).sort()).toEqual([...stateNames].sort());
  for (const published of everyScene) {
    for (const state of stateNames) {
      const recorded = recordedStateSchema.parse(stateWritten(state, published[state]));
      const [again, before] = [publishedFrom(recorded), contract.states[state].parse(published[state])].map((value) =>
        JSON.parse(JSON.stringify(value), withoutTyped),
      );
      expect(again).toEqual(before);
    }
  }
});

const typedFields: ReadonlySet<string> = new Set(['entries', 'savedAs', 'search']);
const withoutTyped = (name: string, value: unknown) => (typedFields.has(name) ? undefined : value);

describe('calls and tools', () => {
  test('a call to the bank says its path as the interface writes it, and nothing of headers, query and bodies', async () => {
    const events = record();
    events.begin();
    const open = recordedClients((settings) => settings, { notes: events, clock });
    const told = open({ baseUrl: 'https://bank.example', authority: '', clock, random: () => 0, log: createMemoryLog() }).onExchange;
    const problem = { type: 'about:blank', title: secret, status: 403, code: 'one-time-password-refused', detail: secret };
    const headers = { date: 'Sat, 14 Mar 2026 01:01:03 GMT', 'content-type': 'application/problem+json', 'x-token': secret };
    told?.(
      { method: 'GET', path: `/v1/users?search=${secret}` },
      { ok: true, value: { status: 403, headers, body: Buffer.from(JSON.stringify(problem)) } },
      41.6,
    );
    told?.(
      { method: 'POST', path: `/.well-known/est/${secret}/simpleenroll` },
      { ok: false, problem: { code: 'bank-timeout', remark: { from: 'bank', text: secret } } },
      30_000,
    );
    told?.({ method: 'GET', path: `/proxy/${secret}` }, { ok: true, value: { status: 404, headers: {}, body: Buffer.from(secret) } }, 1);
    await events.end();
    const [file = ''] = place.names();
    expect(place.lines(file).map(({ event }) => recordedEventSchema.parse(event))).toEqual([
      { kind: 'bankCall', method: 'GET', path: '/v1/users', status: 403, failure: null, problem: 'one-time-password-refused', ms: 42, aheadSeconds: 60 },
      {
        kind: 'bankCall',
        method: 'POST',
        path: '/.well-known/est/{label}/simpleenroll',
        status: null,
        failure: 'bank-timeout',
        problem: null,
        ms: 30_000,
        aheadSeconds: null,
      },
      { kind: 'bankCall', method: 'GET', path: 'other', status: 404, failure: null, problem: null, ms: 1, aheadSeconds: null },
    ]);
    expect(leaksIn(place.bytes(), [secret])).toEqual([]);
  });

  test('a tool says its name and how it ended, and nothing of what it was given and printed', async () => {
    const events = record();
    events.begin();
    const run = recordedRun(async () => ({ kind: 'ended', code: 3, stdout: secret, stderr: secret }), { notes: events, clock });
    const missing = recordedRun(async () => ({ kind: 'missing' }), { notes: events, clock });
    const options = { stdin: secret, signal: new AbortController().signal, timeoutMs: 1 };
    await run('C:\\Windows\\System32\\WindowsPowerShell\\v1.0\\powershell.exe', ['-Command', secret], options);
    await missing('/usr/bin/certutil', [secret], options);
    await missing(`/home/${secret}/tool`, [], options);
    await events.end();
    const [file = ''] = place.names();
    expect(place.lines(file).map(({ event }) => [event.tool, event.outcome, event.exitCode])).toEqual([
      ['powershell', 'ended', 3],
      ['certutil', 'missing', null],
      ['other', 'missing', null],
    ]);
    expect(leaksIn(place.bytes(), [secret])).toEqual([]);
  });

  test('a path with a blank that hides something is no path of the interface', () => {
    expect(['/v1/bank?x=1', '/.well-known/est/cacerts', '/.well-known/est/a/b/cacerts', '/v1/users/12345678901'].map(pathTemplate)).toEqual([
      '/v1/bank',
      '/.well-known/est/cacerts',
      'other',
      'other',
    ]);
  });
});
