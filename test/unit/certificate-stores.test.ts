import { createPrivateKey, X509Certificate } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { installWholly } from '../../main/certificate/installation.ts';
import { generateKey } from '../../main/certificate/key.ts';
import { makePkcs12 } from '../../main/certificate/pkcs12.ts';
import { chooseStore } from '../../main/certificate/stores/choose-store.ts';
import { createMacosStore } from '../../main/certificate/stores/macos.ts';
import { createRun, type Run, type RunOptions, type RunResult, runTool } from '../../main/certificate/stores/run.ts';
import type { CertificateStore } from '../../main/certificate/stores/store.ts';
import { constrainedExit, createWindowsStore, importScript, listScript, powershellArguments, removeScript } from '../../main/certificate/stores/windows.ts';
import { serialOf } from '../../main/certificate/x509.ts';
import { Redacted } from '../../main/support/redacted.ts';
import { powershellPath, whoamiPath } from '../../main/support/system-tools.ts';
import { contractorIdSchema } from '../../preload/contract/identities.ts';
import { failure, success } from '../../preload/contract/problem.ts';
import { createMemoryLog } from '../../tools/log/memory-log.ts';
import { createTestAuthority } from '../support/test-authority.ts';

const clear = 'ab'.repeat(32);
const passphrase = new Redacted(clear);
const nickname = 'Kaitsu 12345678901 01AB';
const never = () => new AbortController().signal;
let temporary: string;
let leaf: X509Certificate;
let pfx: Uint8Array;

beforeAll(async () => {
  temporary = mkdtempSync(join(tmpdir(), 'kaitsu-stores-'));
  const issued = createTestAuthority('CA').issue({ commonName: '12345678901' });
  leaf = new X509Certificate(issued.certificate);
  pfx = await makePkcs12({ key: createPrivateKey(issued.key), leaf, issuers: [] }, clear, nickname);
});
afterAll(() => rmSync(temporary, { recursive: true, force: true }));

type Call = {
  readonly command: string;
  readonly args: readonly string[];
  readonly stdin: string;
  readonly file: Buffer | null;
  readonly fileMode: number;
  readonly folderMode: number;
};
const ended = (stdout = '', code = 0): RunResult => ({ kind: 'ended', code, stdout, stderr: '' });

/** A tool that keeps what it was called with, the file it was to read included. */
function recorded(answer: (call: Call) => RunResult, pathOf: (options: RunOptions) => string | null): { calls: Call[]; run: Run } {
  const calls: Call[] = [];
  const run: Run = async (command, args, options) => {
    const path = pathOf(options);
    const there = path !== null && existsSync(path);
    const call = {
      command,
      args,
      stdin: options.stdin ?? '',
      file: there ? readFileSync(path) : null,
      fileMode: there ? statSync(path).mode & 0o777 : 0,
      folderMode: there ? statSync(dirname(path)).mode & 0o777 : 0,
    };
    calls.push(call);
    return answer(call);
  };
  return { calls, run };
}

const script = (call: Call | undefined) => Buffer.from(call?.args.at(-1) ?? '', 'base64').toString('utf16le');

describe("Windows' store of the current user", () => {
  const firstLine = ({ stdin = '' }: RunOptions) => stdin.split('\r\n')[0] ?? null;

  it('is given the bundle by a PowerShell script that reads path, passphrase and name from its input', async () => {
    const { calls, run } = recorded(() => ended(), firstLine);
    expect(await createWindowsStore({ temporary, run }).install({ pfx, passphrase, nickname }, never())).toMatchObject({ ok: true });
    expect(calls).toHaveLength(1);
    expect(calls[0]?.command).toBe('C:\\Windows\\System32\\WindowsPowerShell\\v1.0\\powershell.exe');
    expect(calls[0]?.args.slice(0, -1)).toEqual(['-NoLogo', '-NoProfile', '-NonInteractive', '-ExecutionPolicy', 'Bypass', '-EncodedCommand']);
    expect(script(calls[0])).toBe(importScript);
    expect(calls[0]?.stdin.split('\r\n').slice(1)).toEqual([clear, nickname, '']);
    expect(calls[0]?.file?.equals(pfx)).toBe(true);
    expect([calls[0]?.fileMode, calls[0]?.folderMode]).toEqual([0o600, 0o700]);
  });

  it('never sees a secret on the command line, nor a file that stays', async () => {
    const { calls, run } = recorded(() => ended(), firstLine);
    await createWindowsStore({ temporary, run }).install({ pfx, passphrase, nickname }, never());
    expect(`${calls[0]?.args.join(' ')} ${script(calls[0])}`).not.toContain(clear);
    expect(existsSync(calls[0]?.stdin.split('\r\n')[0] ?? '')).toBe(false);
  });

  it('gets a key that cannot be taken out again', () => {
    expect(importScript).toContain('Import-PfxCertificate -FilePath $path -CertStoreLocation Cert:\\CurrentUser\\My');
    expect(importScript).not.toMatch(/-Exportable|LocalMachine/u);
  });

  it('is asked for certificates with a key and a name of ours, and loses one by its thumbprint', async () => {
    const { calls, run } = recorded(
      (call) => (script(call) === listScript ? ended(`\r\n${leaf.toString()}\r\n`) : ended()),
      () => null,
    );
    const store = createWindowsStore({ temporary, run });
    expect(await store.remove((one) => one.raw.equals(leaf.raw), never())).toMatchObject({ ok: true });
    expect(calls.map(script)).toEqual([listScript, removeScript]);
    expect(calls[1]?.stdin).toBe(`${leaf.fingerprint.replaceAll(':', '')}\r\n`);
    expect(await store.remove(() => false, never())).toMatchObject({ ok: true });
    expect(calls).toHaveLength(3);
  });

  it('in Constrained Language Mode refuses, and the log says why', async () => {
    const { run } = recorded(() => ended('', constrainedExit), firstLine);
    const log = createMemoryLog();
    expect(await createWindowsStore({ temporary, run, log }).install({ pfx, passphrase, nickname }, never())).toMatchObject({
      ok: false,
      problem: { code: 'certificate-store-refused' },
    });
    expect(log.raw.map(({ event }) => event)).toEqual(['certificate.powershell-constrained']);
    for (const script of [importScript, listScript, removeScript]) expect(script.indexOf('LanguageMode')).toBeLessThan(script.indexOf('[Console]'));
  });

  it('gets scripts in the encoding that -EncodedCommand wants', () => {
    expect(powershellArguments("'開通'").at(-1)).toBe('JwCLlRqQJwA=');
  });

  it.each([
    [ended('', 1), 'certificate-store-refused'],
    [{ kind: 'missing' }, 'certificate-store-missing'],
    [{ kind: 'timeout' }, 'certificate-store-refused'],
    [{ kind: 'cancelled' }, 'cancelled'],
  ] as const)('says why it did not take it (%o)', async (result, code) => {
    const { run } = recorded(() => result, firstLine);
    expect(await createWindowsStore({ temporary, run }).install({ pfx, passphrase, nickname }, never())).toMatchObject({ ok: false, problem: { code } });
  });
});

describe("macOS's login keychain", () => {
  const hash = () => leaf.fingerprint.replaceAll(':', '');
  const pathInCommand = ({ stdin = '' }: RunOptions) => /^import "([^"]+)"/u.exec(stdin)?.[1] ?? null;

  /** A keychain that holds the certificate once it was imported. */
  function keychain(takes: boolean) {
    let holds = false;
    return recorded(({ args, stdin }) => {
      if (stdin.startsWith('import')) holds = takes;
      if (args[0] === 'find-identity')
        return ended(
          holds ? `Policy: SSL (client)\n  Matching identities\n  1) ${hash()} "12345678901"\n     1 identities found\n` : '     0 identities found\n',
        );
      return ended(args[0] === 'find-certificate' && holds ? leaf.toString() : '');
    }, pathInCommand);
  }

  it('is given the bundle by a command on standard input, with a key that cannot be taken out', async () => {
    const { calls, run } = keychain(true);
    expect(await createMacosStore({ temporary, run }).install({ pfx, passphrase, nickname }, never())).toMatchObject({ ok: true });
    const imported = calls.find((call) => call.stdin !== '');
    expect(imported?.args).toEqual(['-i']);
    expect(imported?.stdin).toMatch(new RegExp(`^import "[^"]+" -f pkcs12 -x -P "${clear}"\\n$`, 'u'));
    expect([imported?.fileMode, imported?.folderMode]).toEqual([0o600, 0o700]);
    expect(calls.some((call) => call.args.join(' ').includes(clear))).toBe(false);
  });

  it('that quietly took nothing is not believed', async () => {
    const { run } = keychain(false);
    expect(await createMacosStore({ temporary, run }).install({ pfx, passphrase, nickname }, never())).toMatchObject({
      ok: false,
      problem: { code: 'certificate-store-refused' },
    });
  });

  it('is not asked to import twice, and loses certificate and key by the fingerprint', async () => {
    const { calls, run } = keychain(true);
    const store = createMacosStore({ temporary, run });
    await store.install({ pfx, passphrase, nickname }, never());
    await store.install({ pfx, passphrase, nickname }, never());
    expect(calls.filter((call) => call.stdin !== '')).toHaveLength(1);
    await store.remove((one) => one.raw.equals(leaf.raw), never());
    expect(calls.at(-1)?.args).toEqual(['delete-identity', '-Z', hash()]);
  });
});

describe('Installing is whole or not at all', () => {
  const kept = async () => ({
    name: { contractorId: contractorIdSchema.parse('12345678901'), serial: serialOf(leaf) },
    pfx,
    passphrase,
    bundle: { key: await generateKey(2048), leaf, issuers: [] },
  });

  function store(install: CertificateStore['install'], found: () => boolean): { store: CertificateStore; removed: string[] } {
    const removed: string[] = [];
    const remove: CertificateStore['remove'] = async (which) => {
      if (which(leaf)) removed.push(serialOf(leaf));
      return success(undefined);
    };
    return { removed, store: { kind: 'nss', install, remove, list: async () => success(found() ? [leaf] : []) } };
  }

  it('takes out again what came in before the store failed', async () => {
    const { store: failing, removed } = store(
      async () => failure('certificate-store-refused'),
      () => false,
    );
    expect(await installWholly(failing, await kept(), success([]), never())).toMatchObject({ ok: false, problem: { code: 'certificate-store-refused' } });
    expect(removed).toEqual([serialOf(leaf)]);
  });

  it('takes it out again when the person cancelled meanwhile', async () => {
    const cancel = new AbortController();
    let inside = false;
    const { store: slow, removed } = store(
      async () => {
        inside = true;
        cancel.abort();
        return success(undefined);
      },
      () => inside,
    );
    expect(await installWholly(slow, await kept(), success([]), cancel.signal)).toMatchObject({ ok: false, problem: { code: 'cancelled' } });
    expect(removed).toEqual([serialOf(leaf)]);
  });

  it('does not believe a store that says yes and has nothing', async () => {
    const { store: liar } = store(
      async () => success(undefined),
      () => false,
    );
    expect(await installWholly(liar, await kept(), success([]), never())).toMatchObject({ ok: false, problem: { code: 'certificate-store-refused' } });
  });
});

describe('Tools of the operating system', () => {
  it('are chosen by the platform', () => {
    const log = createMemoryLog();
    expect((['win32', 'darwin', 'linux', 'freebsd'] as const).map((platform) => chooseStore({ platform, log, home: temporary, temporary }).kind)).toEqual([
      'windows',
      'macos',
      'nss',
      'nss',
    ]);
  });

  it('that fail are logged by name and exit code, without what they printed', async () => {
    const log = createMemoryLog();
    const run: Run = async () => ({ kind: 'ended', code: 3, stdout: 'printed-words', stderr: 'printed-words' });
    await chooseStore({ platform: 'win32', log, temporary, run }).list(never());
    expect(log.raw).toEqual([{ event: 'certificate.store-tool', details: { tool: 'powershell.exe', ended: 'ended', exitCode: 3 } }]);
  });

  it('that are cancelled or late have ended, with all that they started, when that is told', async () => {
    const mark = join(temporary, 'still-working');
    // Takes no notice of being asked to end, and has another do the work.
    const script = `trap '' TERM; (while :; do date > "$1"; sleep 0.05; done) & wait`;
    expect(await createRun(200)('sh', ['-c', script, 'sh', mark], { signal: AbortSignal.timeout(300), timeoutMs: 30_000 })).toEqual({ kind: 'cancelled' });
    rmSync(mark, { force: true });
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(existsSync(mark)).toBe(false);
  });

  it("are not given another PowerShell's modules", async () => {
    process.env.PSModulePath = 'elsewhere';
    process.env.PSMODULEPATH = 'elsewhere';
    const result = await runTool('env', [], { signal: never(), timeoutMs: 30_000 });
    delete process.env.PSModulePath;
    delete process.env.PSMODULEPATH;
    expect(result.kind === 'ended' && result.stdout.toLowerCase()).not.toContain('psmodulepath');
    expect(result.kind === 'ended' && result.stdout).toContain('LC_ALL=C');
  });

  it.each([
    [undefined, 'C:\\Windows\\System32\\whoami.exe'],
    ['D:\\WinNT', 'D:\\WinNT\\System32\\whoami.exe'],
    ['.', 'C:\\Windows\\System32\\whoami.exe'],
    ['\\\\server\\share', 'C:\\Windows\\System32\\whoami.exe'],
  ])("are Windows' own, wherever it says that it is: %s", (SystemRoot, path) => {
    expect(whoamiPath({ SystemRoot })).toBe(path);
    expect(powershellPath({ SystemRoot })).toBe(path.replace('whoami.exe', 'WindowsPowerShell\\v1.0\\powershell.exe'));
  });

  it('that are missing, hang or are cancelled end as such', async () => {
    const options = { signal: never(), timeoutMs: 5_000 };
    expect(await runTool('kaitsu-no-such-tool', [], options)).toEqual({ kind: 'missing' });
    expect(await runTool('sh', ['-c', 'true | kaitsu-no-such-tool'], options)).toEqual({ kind: 'missing' });
    expect(await runTool('sleep', ['30'], { ...options, timeoutMs: 100 })).toEqual({ kind: 'timeout' });
    expect(await runTool('sleep', ['30'], { ...options, signal: AbortSignal.timeout(100) })).toEqual({ kind: 'cancelled' });
    expect(await runTool('sh', ['-c', 'cat; exit 2'], { ...options, stdin: 'in' })).toMatchObject({ kind: 'ended', code: 2, stdout: 'in' });
    expect(await runTool('true', [], { ...options, stdin: 'x'.repeat(1_000_000) })).toMatchObject({ kind: 'ended', code: 0 });
  });
});
