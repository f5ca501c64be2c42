import fc from 'fast-check';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { inputBudget, isWithinBudget } from '../../main/ipc/budget.ts';
import type { PublishedStates } from '../../main/ipc/published-states.ts';
import { registerContract, type WindowRequests } from '../../main/ipc/register.ts';
import { isTrustedSender } from '../../main/ipc/trusted-sender.ts';
import { contract, fetchChannel, type GroupName, type RequestHandlers, requestChannel } from '../../preload/contract/contract.ts';
import { contractorIdSchema } from '../../preload/contract/identities.ts';
import { createMemoryLog } from '../../tools/log/memory-log.ts';
import { releaseRequest } from '../../tools/window/snapshots.ts';

/** What a window that was taken over may send, to every request of the contract. */

const origin = 'app://renderer';
const page = { id: 1, isDestroyed: () => false };
const ourFrame = { parent: null, url: `${origin}/index.html`, detached: false, isDestroyed: () => false };
const ours = { sender: page, senderFrame: ourFrame };

const channels = new Map<string, (...words: readonly unknown[]) => unknown>();
const requests: WindowRequests = { handle: (channel, listener) => void channels.set(channel, listener as never) };
const log = createMemoryLog();
const handled = vi.fn(async () => ({ ok: true }));

beforeEach(() => {
  channels.clear();
  handled.mockClear();
  const group = new Proxy({}, { get: () => handled });
  const handlers = Object.fromEntries(Object.keys(contract.requests).map((name) => [name, group])) as unknown as RequestHandlers;
  const states = { read: handled } as unknown as PublishedStates;
  registerContract({ requests, handlers, states, window: () => page as never, origin, log });
});

const pins = { userLogonPin: 'Hinoki2024', userLogonPinReentry: 'Hinoki2024', userConfirmationPin: 'Kaede2024', userConfirmationPinReentry: 'Kaede2024' };
const { entries } = releaseRequest();

/** The inputs of those requests of a group that have one. */
type InputsOf<G> = { readonly [N in keyof G as G[N] extends (input: undefined) => unknown ? never : N]: G[N] extends (input: infer I) => unknown ? I : never };

/** One good input of every request that has one: a new one does not compile without it. */
const goodInputs: { readonly [G in GroupName]: InputsOf<RequestHandlers[G]> } = {
  procedure: {
    identify: { contractorId: contractorIdSchema.parse('12345678901'), registrationPin: '4711' },
    setPins: { registrationPin: '4711', logonPin: 'a1', logonPinReentry: 'a1', confirmationPin: 'b2', confirmationPinReentry: 'b2', email: '' },
    confirmOneTimePassword: { oneTimePassword: '42' },
    logOn: { logonPin: 'a1' },
  },
  users: {
    search: { search: '', lockedOnly: false, page: 1 },
    chooseUser: { userId: 'hanako' },
    choosePart: { part: 'pins' },
    overwritePins: { ...pins, confirmationPin: 'c3' },
    change: { userName: '山田 花子', suspended: false, confirmationPin: 'c3' },
    register: { userId: 'hanako', userName: '山田 花子', ...pins, confirmationPin: 'c3' },
  },
  releaseRequest: {
    keep: entries,
    print: entries,
    saveAsPdf: entries,
    setPrepared: { thing: 'customerCard', ready: true },
    saveReminder: { at: '2026-11-25T09:00:00.000Z', title: '営業店', text: '' },
  },
  record: { saveAsPdf: { title: '手続きの控え' } },
  bundle: {
    prepare: {
      screenCode: '2-3-101',
      languages: ['ja'],
      screen: { width: 1920, height: 1080, colorDepth: 24 },
      window: { width: 1280, height: 800 },
      zoom: 1.25,
      dark: false,
      forcedColors: false,
      reducedMotion: false,
      fonts: ['Noto Sans JP Variable'],
    },
    save: { title: 'お問い合わせ用ファイル' },
  },
  handOver: { save: { title: '引継書', kind: 'csv' } },
  bank: {},
  places: {
    offerFile: { text: 'eyJ.eyJ.AAAA' },
    confirmFile: { fingerprint: '1234-5678-9012-3456-7890-1234-5678-9012' },
    choose: { id: 'asahi.1' },
    addContract: { bankId: 'asahi' },
  },
  preflight: {},
  settings: {},
  reminders: {},
  updates: {},
  support: {},
  replay: {
    drop: { first: true, last: true, name: 'お問い合わせ.zip', piece: 'UEsDBA==' },
    takePicture: { x: 0, y: 0, width: 640, height: 400 },
    saveReport: { title: '対応の記録' },
  },
  proxy: { signIn: { name: 'taro', password: 'secret' } },
  window: { noteEntry: { underWay: true } },
  preferences: { change: { language: 'ja' } },
  certificate: {},
  practice: { setSituation: { code: null }, openScenario: { id: 'last-attempt' } },
};

const all = Object.entries(contract.requests).flatMap(([group, named]) =>
  Object.keys(named).map((name) => ({ group, name, input: new Map<string, unknown>(Object.entries(goodInputs[group as GroupName])).get(name) })),
);
const ask = async (group: string, name: string, ...input: readonly unknown[]) => channels.get(requestChannel(group, name))?.(ours, ...input);

const huge = 'x'.repeat(30 * 1024 * 1024);
const manyKeys = Object.fromEntries(Array.from({ length: 1_000 }, (_none, index) => [`k${index}`, 1]));
const manyElements: readonly unknown[] = new Array(1_000_000).fill(0);
const circle: Record<string, unknown> = {};
circle.self = circle;
const deep = (levels: number): unknown => {
  let value: unknown = 1;
  for (let level = 0; level < levels; level += 1) value = level % 2 === 0 ? [value] : { value };
  return value;
};
const deepest = deep(100_000);
const throwing = Object.defineProperty({}, 'contractorId', {
  enumerable: true,
  get() {
    throw new Error('read me not');
  },
});

/** Values that nobody sends by mistake, each made when it is needed. */
const hostileValues: Readonly<Record<string, () => unknown>> = {
  'a text of 30 MB': () => huge,
  'a thousand keys': () => manyKeys,
  'a million elements': () => manyElements,
  'an array of gaps': () => new Array(2 ** 32 - 1),
  'a hundred thousand levels': () => deepest,
  'a circle': () => circle,
  'a key of 1 MB': () => ({ ['k'.repeat(1024 * 1024)]: 1 }),
  'a value that throws as it is read': () => throwing,
  'a list of keys that throws': () =>
    new Proxy(
      {},
      {
        ownKeys() {
          throw new Error('none');
        },
      },
    ),
  'a map': () => new Map([['a', 1]]),
  'a date': () => new Date(0),
  'a buffer': () => new ArrayBuffer(1024),
  bytes: () => new Uint8Array(64),
  'a big integer': () => 2n ** 4096n,
  'a function': () => () => 1,
  'a symbol': () => Symbol('s'),
  'an error': () => new Error('x'),
  'a regular expression': () => /a/u,
  'a key for the prototype': () => JSON.parse('{"__proto__":{"admin":true}}'),
  'a constructor': () => ({ constructor: { prototype: { admin: true } } }),
  'a class': () => new (class Entry {})(),
};

describe.each(all)('$group.$name', ({ group, name, input }) => {
  test('takes a good input', async () => {
    await ask(group, name, input);
    expect(handled).toHaveBeenCalledTimes(1);
  });

  test('refuses every hostile value, by itself and wherever it stands in a good input', async () => {
    const fields = typeof input === 'object' && input !== null ? Object.keys(input) : [];
    for (const [what, make] of Object.entries(hostileValues)) {
      const value = make();
      for (const sent of [value, [value], { unknown: value }, ...fields.map((field) => ({ ...Object(input), [field]: value }))])
        expect(await ask(group, name, sent), what).toMatchObject({ ok: false, problem: { code: 'input-invalid' } });
    }
    expect(handled).not.toHaveBeenCalled();
  });

  test('refuses a key that it does not know, and a second input', async () => {
    if (typeof input === 'object' && input !== null)
      for (const key of ['unknown', 'contractorID', '', 'toString', '__proto__', 'ok'])
        expect(await ask(group, name, Object.defineProperty({ ...input }, key, { value: 'x', enumerable: true })), key).toMatchObject({
          ok: false,
          problem: { code: 'input-invalid' },
        });
    expect(await ask(group, name, input, 1)).toMatchObject({ ok: false, problem: { code: 'input-invalid' } });
    expect(handled).not.toHaveBeenCalled();
  });
});

test('nothing that a person can make the window send is answered by an exception', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...all),
      fc.anything({ withBigInt: true, withDate: true, withMap: true, withSet: true, withTypedArray: true, withSparseArray: true }),
      async ({ group, name }, value) => {
        expect(await ask(group, name, value)).toMatchObject(value === undefined ? {} : { ok: expect.any(Boolean) });
      },
    ),
    { numRuns: 2_000 },
  );
});

describe('the budget', () => {
  test('ends the walk at its end, however much there is', () => {
    let read = 0;
    const counting = (length: number): unknown[] =>
      new Proxy(new Array(length).fill(1), {
        get(target, key) {
          read += 1;
          return Reflect.get(target, key);
        },
      });
    expect(isWithinBudget(Array.from({ length: 50 }, () => counting(190)))).toBe(false);
    expect(read).toBeLessThan(5 * inputBudget.values);
  });

  test('is wide enough for the largest input of the contract, filled to the brim', () => {
    const full = { ...entries, branch: '本'.repeat(48), reasonText: '本'.repeat(80) };
    expect(isWithinBudget(full)).toBe(true);
    expect(isWithinBudget({ at: '2026-11-25T09:00:00.000Z', title: '本'.repeat(100), text: '本'.repeat(600) })).toBe(true);
  });

  test('ends many keys at the keys themselves: no value is read', () => {
    const keys = Array.from({ length: 1_000 }, (_none, index) => `k${index}`);
    const unread = new Proxy({}, { ownKeys: () => keys, get: () => expect.fail('a value was read') });
    expect(isWithinBudget({ keep: unread })).toBe(false);
  });

  test.each([0, 1, 2, 3, 4, 5, 6])('counts levels (%i)', (levels) => {
    expect(isWithinBudget(deep(levels))).toBe(levels <= inputBudget.depth);
  });
});

const thrower = (key: string) =>
  Object.defineProperty({ ...ourFrame }, key, {
    get() {
      throw new Error('Render frame was disposed before WebFrameMain could be accessed');
    },
  });

describe('a sender', () => {
  const strangers: Readonly<Record<string, unknown>> = {
    'that is none': undefined,
    'that is null': null,
    'without anything': {},
    'whose frame is null': { sender: page, senderFrame: null },
    'whose frame is missing': { sender: page },
    'whose frame is a text': { sender: page, senderFrame: 'frame' },
    'whose frame is empty': { sender: page, senderFrame: {} },
    'whose frame is destroyed': { sender: page, senderFrame: { ...ourFrame, isDestroyed: () => true } },
    'whose frame is detached': { sender: page, senderFrame: { ...ourFrame, detached: true } },
    'whose frame says nothing of its parent': { sender: page, senderFrame: { url: ourFrame.url } },
    'whose frame has no address': { sender: page, senderFrame: { parent: null } },
    'whose address is no text': { sender: page, senderFrame: { parent: null, url: { toString: () => ourFrame.url } } },
    'whose frame throws at its address': { sender: page, senderFrame: thrower('url') },
    'whose frame throws at its parent': { sender: page, senderFrame: thrower('parent') },
    'whose frame throws at its end': { sender: page, senderFrame: thrower('isDestroyed') },
    'that throws at its frame': Object.defineProperty({ sender: page }, 'senderFrame', Object.getOwnPropertyDescriptor(thrower('x'), 'x') ?? {}),
    'without contents': { senderFrame: ourFrame },
    'whose contents are gone': { sender: null, senderFrame: ourFrame },
    'that is another window': { sender: { id: 2 }, senderFrame: ourFrame },
  };

  test.each(Object.keys(strangers))('%s is refused like any stranger, at every channel', async (name) => {
    for (const { group, name: request, input } of all)
      expect(await channels.get(requestChannel(group, request))?.(strangers[name], input)).toMatchObject({ ok: false, problem: { code: 'sender-refused' } });
    for (const state of Object.keys(contract.states)) await expect(async () => channels.get(fetchChannel(state))?.(strangers[name])).rejects.toThrow('refused');
    expect(handled).not.toHaveBeenCalled();
  });

  test('is a stranger while the window is gone, or cannot be asked', () => {
    const gone = () => {
      throw new Error('Object has been destroyed');
    };
    expect(isTrustedSender(ours, () => null, origin)).toBe(false);
    expect(isTrustedSender(ours, () => ({ id: 1, isDestroyed: gone }) as never, origin)).toBe(false);
    expect(isTrustedSender(ours, gone, origin)).toBe(false);
    expect(isTrustedSender(ours, () => page as never, origin)).toBe(true);
  });
});
