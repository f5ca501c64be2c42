import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { composeLobby } from '../../main/lobby.ts';
import { findPlace } from '../../main/places/find-place.ts';
import { readPolicy } from '../../main/policy/read-policy.ts';
import type { Program } from '../../main/program-host.ts';
import { programFile } from '../../main/support/kept-files.ts';
import { openSupportMode } from '../../main/support-mode.ts';
import { isSupportOpen, pageOf, readSupportStart, supportFolderIn, wordsForSupport } from '../../main/window/support-start.ts';
import { contract, requestChannel } from '../../preload/contract/contract.ts';
import type { Support } from '../../preload/contract/support.ts';
import { createMemoryLog } from '../../tools/log/memory-log.ts';
import { bankFile, printedFingerprint, signingKey, today } from '../support/bank-files.ts';
import { answerOf, kaitsu } from '../support/command-world.ts';
import { manualClock } from '../support/manual-clock.ts';
import { noPolicy, policyDisk } from '../support/policy-disk.ts';

/** The support mode without its page: what it answers, what it reads, and how it is begun. */

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kaitsu-support-'));
  mkdirSync(supportFolderIn(folder));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const origin = 'app://renderer';
const sender = { id: 1, isDestroyed: () => false, send: () => undefined };
const asking = { sender, senderFrame: { parent: null, url: `${origin}/support.html` } };

const nothingThere = () => expect.fail('nothing is printed or saved');
const noOutput = () => ({
  documents: () => folder,
  documentOutput: { print: nothingThere, makePdf: nothingThere, askWhere: nothingThere, write: nothingThere, showInFolder: nothingThere },
  askForBundle: async () => null,
  takePicture: async () => null,
});

const hostOf = () => ({
  folder: supportFolderIn(folder),
  programFolder: folder,
  platform: 'linux' as const,
  environment: {},
  locale: 'ja',
  version: '0.1.0',
  setTheme: () => undefined,
  contents: () => sender as never,
  ...noOutput(),
  clock: manualClock(today),
  log: { ...createMemoryLog(), forgetOlderThan: () => undefined },
});

/** Opens it. @returns what answers each channel */
async function open(code: string | null, policy: object | null = null) {
  const program = await openSupportMode({ ...hostOf(), asked: { code, file: null }, disk: policy === null ? noPolicy : policyDisk(policy) });
  if (program === null) return null;
  const channels = new Map<string, (from: never, ...input: readonly unknown[]) => unknown>();
  program.answer({ requests: { handle: (channel, listener) => void channels.set(channel, listener) }, window: () => sender as never, origin });
  return { program, ask: async (channel: string, input?: unknown) => channels.get(channel)?.(asking as never, input) };
}
const supportOf = (program: Program | undefined) => program?.states.read('support').value as Support;

describe('the support mode', () => {
  test('shows the code that it was started with, and later ones as they come, cut to what a code can be', async () => {
    const opened = await open('2-3-101');
    expect(supportOf(opened?.program).asked).toBe('2-3-101');
    opened?.program.showAsked({ code: '2-5-109', file: null });
    expect(supportOf(opened?.program).asked).toBe('2-5-109');
    opened?.program.showAsked({ code: 'x'.repeat(10_000), file: null });
    expect(supportOf(opened?.program).asked).toHaveLength(200);
  });

  test('refuses every request of the contract but those about its own look, a bundle, and notes', async () => {
    const opened = await open(null);
    const names = Object.entries(contract.requests).flatMap(([group, requests]) => Object.keys(requests).map((name) => [group, name] as const));
    for (const [group, name] of names) {
      const reply = await opened?.ask(requestChannel(group, name), group === 'preferences' ? { language: 'en' } : undefined);
      // What wants an input is refused for having none before anybody could answer it.
      if (group === 'preferences') expect(reply).toEqual({ ok: true });
      else if (group === 'replay') expect(reply, name).not.toMatchObject({ ok: true, value: { kind: 'opened' } });
      else expect(reply, `${group}.${name}`).toMatchObject({ ok: false, problem: { code: expect.stringMatching(/^(?:not-now|input-invalid)$/u) } });
    }
    expect(opened?.program.language()).toBe('en');
  });

  test('takes no request from the page that it embeds', async () => {
    const opened = await open(null);
    const channels: unknown[] = [];
    opened?.program.answer({
      requests: {
        handle: (channel, listener) => {
          if (channel === requestChannel('preferences', 'change'))
            channels.push(listener({ sender, senderFrame: { parent: {}, url: `${origin}/reproduction.html` } }, { language: 'ko' }));
        },
      },
      window: () => sender as never,
      origin,
    });
    expect(await channels[0]).toMatchObject({ ok: false, problem: { code: 'sender-refused' } });
    expect(opened?.program.language()).toBe('ja');
  });

  test('is not opened where the policy forbids it, or is broken where it speaks of it', async () => {
    expect(await open(null, { schemaVersion: 1, supportModeAllowed: false })).toBeNull();
    expect(await open(null, { schemaVersion: 1, supportModeAllowed: 'yes' })).toBeNull();
    expect(await open(null, { schemaVersion: 1, supportModeAllowed: true })).not.toBeNull();
  });

  test('knows the banks that were taken on this PC, and writes nothing of the program, damaged files included', async () => {
    const bytes = bankFile(signingKey());
    const words = ['bank', 'add', join(folder, 'asahi.kaitsu-bank'), '--fingerprint', printedFingerprint(bytes), '--data', folder];
    writeFileSync(join(folder, 'asahi.kaitsu-bank'), bytes);
    expect(await kaitsu(words, { platform: 'linux', disk: noPolicy, now: () => today })).toMatchObject({ code: 0 });
    const damaged = programFile(folder, 'bank', { bankId: 'broken' });
    writeFileSync(damaged, '{');
    const before = treeOf(folder);
    const opened = await open(null);
    expect(supportOf(opened?.program).banks.map(({ bank }) => bank.name.en)).toEqual(['Asahi Bank', 'Kaitsu Bank']);
    expect(treeOf(folder)).toEqual(before);
    await opened?.ask(requestChannel('preferences', 'change'), { language: 'en' });
    await opened?.program.end();
    expect(existsSync(programFile(supportFolderIn(folder), 'preferences'))).toBe(true);
    expect(existsSync(programFile(folder, 'preferences'))).toBe(false);
  });
});

/** Every file below a folder, with its content. */
function treeOf(root: string): Readonly<Record<string, string>> {
  const files = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(files.map(({ parentPath, name }) => [join(parentPath, name), readFileSync(join(parentPath, name), 'utf8')]));
}

describe('the list of places', () => {
  async function lobby(policy: Readonly<Record<string, unknown>>) {
    let starts = 0;
    const read = readPolicy({ kind: 'entries', entries: Object.entries(policy) }, { kind: 'file', place: '/etc/kaitsu/policy.json' });
    const log = createMemoryLog();
    const found = await findPlace({ folder, policy: read, platform: 'linux', practiceWanted: false, now: () => today, log });
    const program = await composeLobby({
      ...hostOf(),
      folder,
      policy: read,
      resources: null,
      resolveProxy: async () => 'DIRECT',
      endProgram: () => undefined,
      openSupport: () => {
        starts += 1;
      },
      openPlaces: (entryUnderWay, publish) =>
        found.openPlaces({ entryUnderWay, publish, restart: () => undefined, askForFile: async () => ({ ok: true, value: null }) }),
    });
    const replies: unknown[] = [];
    const ask = { sender, senderFrame: { parent: null, url: `${origin}/index.html` } };
    program.answer({
      requests: { handle: (channel, listener) => channel === requestChannel('support', 'open') && void replies.push(listener(ask)) },
      window: () => sender as never,
      origin,
    });
    const reply = await replies[0];
    await new Promise(setImmediate);
    return { offered: supportOf(program).offered, reply, starts };
  }

  test('leads to it by another start of the program', async () => {
    expect(await lobby({ schemaVersion: 1 })).toEqual({ offered: true, reply: { ok: true }, starts: 1 });
  });

  test('does not offer it where the policy forbids it, and refuses it all the same', async () => {
    const { offered, reply, starts } = await lobby({ schemaVersion: 1, supportModeAllowed: false });
    expect([offered, starts]).toEqual([false, 0]);
    expect(reply).toMatchObject({ ok: false, problem: { code: 'prescribed-by-policy' } });
  });
});

describe('the start', () => {
  const program = ['/opt/kaitsu/kaitsu'];

  test('asks for it by a switch, with a code or without', () => {
    expect(readSupportStart([...program, '--practice'])).toBeNull();
    expect(readSupportStart([...program, '--supported'])).toBeNull();
    expect(readSupportStart([...program, '--support'])).toEqual({ code: null, file: null });
    expect(readSupportStart([...program, '--support='])).toEqual({ code: null, file: null });
    expect(readSupportStart([...program, '--support=２ー３ー101'])).toEqual({ code: '２ー３ー101', file: null });
    expect(readSupportStart([...program, '--support', '--support-file=/home/x/お問い合わせ.zip'])).toEqual({ code: null, file: '/home/x/お問い合わせ.zip' });
    expect(readSupportStart([...program, '--support-file='])).toBeNull();
    expect(pageOf(readSupportStart(program))).toBe('app://renderer/index.html');
    expect(pageOf({ code: null, file: null })).toBe('app://renderer/support.html');
  });

  test('from the list of places keeps the other words of the command line', () => {
    expect(wordsForSupport(['main/index.cjs', '--practice', '--user-data-dir=/x'])).toEqual([
      'main/index.cjs',
      '--practice',
      '--user-data-dir=/x',
      '--support',
    ]);
    expect(wordsForSupport(['--support=2-3'])).toEqual(['--support']);
  });

  test('knows whether a support mode is open by a living process on this PC alone', () => {
    const own = supportFolderIn(folder);
    const mark = join(own, 'SingletonLock');
    expect(isSupportOpen(own)).toBe(false);
    for (const [by, isOpen] of [
      [`${hostname()}-${process.pid}`, true],
      [`${hostname()}-999999999`, false],
      [`other-pc-${process.pid}`, false],
      ['nonsense', false],
    ] as const) {
      rmSync(mark, { force: true });
      symlinkSync(by, mark);
      expect(isSupportOpen(own), by).toBe(isOpen);
    }
    expect(dirname(own)).toBe(folder);
  });
});

describe('kaitsu support', () => {
  const linux = { platform: 'linux' as const, disk: noPolicy };

  test('opens the window with the code, and ends with it', async () => {
    const opened: (readonly string[])[] = [];
    const openWindow = async (words: readonly string[]) => {
      opened.push(words);
      return 0;
    };
    expect(await answerOf('support', ['2-3-101'], { ...linux, openWindow })).toMatchObject({
      code: 0,
      answer: { code: '2-3-101', scenario: null, refusal: null },
    });
    expect(await answerOf('support', [], { ...linux, openWindow })).toMatchObject({ code: 0, answer: { code: null, refusal: null } });
    expect(await answerOf('support', ['/home/x/お問い合わせ.ZIP'], { ...linux, openWindow })).toMatchObject({
      code: 0,
      answer: { code: null, file: '/home/x/お問い合わせ.ZIP' },
    });
    expect(opened).toEqual([['--support=2-3-101'], ['--support'], ['--support-file=/home/x/お問い合わせ.ZIP']]);
  });

  test('says what to do where no window can be opened', async () => {
    for (const openWindow of [async () => null, async () => 1]) {
      const { code, printed } = await kaitsu(['support'], { ...linux, openWindow });
      expect([code, printed]).toEqual([4, expect.stringContaining('npm run support')]);
    }
  });

  test('opens nothing where the policy forbids it', async () => {
    const openWindow = () => expect.fail('a window was opened');
    const forbidden = { ...linux, disk: policyDisk({ schemaVersion: 1, supportModeAllowed: false }), openWindow };
    expect(await answerOf('support', ['2-3'], forbidden)).toMatchObject({ code: 7, answer: { refusal: { reason: 'policy-forbids' } } });
  });
});
