import { type ChildProcess, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type ForkedProcess, type PracticeBankHandle, startPracticeBankProcess } from '../../main/practice-bank/process.ts';
import { bundleBank } from './bank-bundle.ts';
import { identify, openSession, problemOf, profile, startTestBank } from './practice-bank-client.ts';

/** Inside the repository, so that the packages that stay outside the bundle are found. */
const outDir = resolve(import.meta.dirname, `../../out/practice-bank-process-${process.pid}`);
const bundle = join(outDir, 'bank.cjs');
const parentPort = join(outDir, 'parent-port.cjs');
/** A small card, since hashing a whole one takes seconds. */
const profilePath = join(outDir, 'small-card.json');
let dataDir: string;
const children = new Set<ChildProcess>();

beforeAll(async () => {
  await bundleBank(outDir);
  // What Electron gives a utility process, on Node's own channel.
  const script = `process.parentPort = {
    postMessage: (message) => process.send(message),
    on: (event, listener) => process.on(event, (data) => listener({ data })),
  };`;
  mkdirSync(outDir, { recursive: true });
  writeFileSync(parentPort, script);
  const smallCard = { ...profile, oneTimePassword: { length: 2, grid: { rows: 1, columns: 2 } } };
  writeFileSync(profilePath, JSON.stringify(smallCard));
});
afterAll(() => rmSync(outDir, { recursive: true, force: true }));
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'kaitsu-process-'));
});
afterEach(() => {
  for (const child of children) child.kill('SIGKILL');
  children.clear();
  rmSync(dataDir, { recursive: true, force: true });
});

function forkBank(args: readonly string[]): ForkedProcess & { readonly child: ChildProcess } {
  const child = fork(bundle, [...args], { execArgv: ['-r', parentPort], stdio: 'pipe' });
  children.add(child);
  return {
    child,
    postMessage: (message) => void (child.connected && child.send(Object(message))),
    on(event: 'message' | 'exit', listener: (value: never) => void) {
      Reflect.apply(child.on, child, [event, listener]);
    },
    kill: () => child.kill(),
  };
}

const log = { info: () => undefined, warn: () => undefined };

async function start(): Promise<{ readonly handle: PracticeBankHandle; readonly child: ChildProcess }> {
  let forked: ChildProcess | undefined;
  const fork = (args: readonly string[]) => {
    const started = forkBank(args);
    forked = started.child;
    return started;
  };
  const started = await startPracticeBankProcess({ fork, dataDir, profilePath, log });
  if (!started.ok || forked === undefined) throw new Error(`did not start: ${JSON.stringify(started)}`);
  return { handle: started.value, child: forked };
}

type Run = { readonly code: number | null; readonly out: string; readonly err: string };

async function runCommand(...args: readonly string[]): Promise<Run> {
  const child = spawn(process.execPath, [bundle, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  children.add(child);
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')]);
  return { code: child.exitCode, out, err };
}

describe("the bank in the app's own process", () => {
  it('serves, gives the papers, plays the branch and stops', async () => {
    const { handle, child } = await start();
    expect(handle.baseUrl).toMatch(/^https:\/\/127\.0\.0\.1:\d+$/u);
    expect(handle.authority).toContain('BEGIN CERTIFICATE');
    expect(await handle.readPapers()).toMatchObject({
      value: { customerCard: { oneTimePasswords: [[/^\d\d$/u, /^\d\d$/u].map((digits) => expect.stringMatching(digits))] } },
    });
    const status = async () => {
      const papers = await handle.readPapers();
      return papers.ok ? papers.value.contractStatus : null;
    };
    expect(await status()).toBe('locked');
    expect(await handle.releaseLock()).toEqual({ ok: true, value: undefined });
    expect(await status()).toBe('released');
    await handle.lockAgain();
    expect(await status()).toBe('locked');
    expect(await handle.setSituation('bank-closed')).toEqual({ ok: true, value: undefined });
    expect(await handle.readPapers()).toMatchObject({ value: { situation: 'bank-closed' } });
    await handle.setSituation(null);
    expect(await handle.readPapers()).toMatchObject({ value: { situation: null } });
    let unexpected = false;
    handle.onExit(() => {
      unexpected = true;
    });
    await handle.stop();
    expect(child.exitCode).toBe(0);
    expect(unexpected).toBe(false);
    expect(await handle.readPapers()).toMatchObject({ ok: false, problem: { code: 'bank-unreachable' } });
  });

  it('tells when it dies, and starts again on the same data', async () => {
    const first = await start();
    const papers = await first.handle.readPapers();
    const died = new Promise((done) => first.handle.onExit(done));
    first.child.kill('SIGKILL');
    await died;
    const second = await start();
    expect(second.handle.authority).toBe(first.handle.authority);
    expect(await second.handle.readPapers()).toEqual(papers);
    await second.handle.stop();
  });

  it('is given up when it cannot serve or takes too long', async () => {
    const file = join(dataDir, 'no-folder');
    writeFileSync(file, '');
    const cannot = await startPracticeBankProcess({ fork: forkBank, dataDir: file, log });
    expect(cannot).toMatchObject({ ok: false, problem: { code: 'disk-refused' } });
    const tooSlow = await startPracticeBankProcess({ fork: forkBank, dataDir, log, startLimit: 1 });
    expect(tooSlow.ok).toBe(false);
  });
});

describe('npm run bank', () => {
  it('prints where it serves but not the papers, and ends well when it is stopped', async () => {
    const child = spawn(process.execPath, [bundle, '--data', dataDir, '--profile', profilePath], { stdio: ['ignore', 'pipe', 'pipe'] });
    children.add(child);
    const errors = text(child.stderr);
    const exited = once(child, 'exit');
    let printed = '';
    for await (const chunk of child.stdout) {
      printed += String(chunk);
      if (printed.includes('Ctrl+C')) child.kill('SIGINT');
    }
    expect(await errors).toBe('');
    await exited;
    expect(child.exitCode).toBe(0);
    const papers: unknown = JSON.parse(readFileSync(join(dataDir, 'papers.json'), 'utf8'));
    expect(papers).toMatchObject({ customerCard: { contractorId: /Contractor ID: (\d{11})/u.exec(printed)?.[1] } });
    expect(printed).not.toContain('oneTimePasswords');
    expect(printed).toMatch(/https:\/\/127\.0\.0\.1:\d+/u);
    expect(statSync(join(dataDir, 'papers.json')).mode & 0o777).toBe(0o600);
    const authority = readFileSync(/Authority: (.+)/u.exec(printed)?.[1] ?? '', 'utf8');
    expect(authority).toMatch(/^-----BEGIN CERTIFICATE-----/u);
    expect(authority).not.toContain('PRIVATE KEY');
  });

  it('releases, locks and shows the papers while the bank serves', async () => {
    const test = await startTestBank({ dataDir });
    try {
      expect(problemOf(await identify(test)).code).toBe('activation-not-released');
      expect(await runCommand('release', test.contractorId, '--data', dataDir)).toMatchObject({ code: 0, out: `Released: ${test.contractorId}\n` });
      await openSession(test);
      expect((await runCommand('lock', test.contractorId, '--data', dataDir)).code).toBe(0);
      expect(problemOf(await identify(test)).code).toBe('activation-not-released');
      expect(await runCommand('situation', 'bank-failure', '--data', dataDir)).toMatchObject({ code: 0, out: 'Situation: bank-failure\n' });
      expect(problemOf(await identify(test)).code).toBe('bank-failure');
      expect(await runCommand('situation', 'usual', '--data', dataDir)).toMatchObject({ code: 0, out: 'Situation: as usual\n' });
      expect(problemOf(await identify(test)).code).toBe('activation-not-released');
      const papers = await runCommand('papers', '--data', dataDir);
      expect(JSON.parse(papers.out)).toMatchObject({ ...test.bank.papers(), users: test.users });
      expect(await runCommand('release', '00000000000', '--data', dataDir)).toMatchObject({ code: 1, err: 'No contract: 00000000000\n' });
      expect((await runCommand('revoke', 'AB12', '--data', dataDir)).code).toBe(1);
    } finally {
      await test.end();
    }
  });

  it('says what it did not understand and ends with 1', async () => {
    const wrong = await runCommand('relaese');
    expect(wrong).toMatchObject({ code: 1, out: '' });
    expect(wrong.err).toContain('There is no command "relaese"');
    expect((await runCommand('--help')).out).toContain('npm run bank -- release <contractorId>');
    const nowhere = await runCommand('papers', '--data', join(dataDir, 'nowhere'));
    expect(nowhere.code).toBe(1);
    expect(nowhere.err).toContain('start it once first');
  });
});
