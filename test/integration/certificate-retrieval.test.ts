import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it, test } from 'vitest';
import type { SendHttp } from '../../main/bank/http.ts';
import type { TryLogon } from '../../main/certificate/issuance.ts';
import type { PassphraseKeeper } from '../../main/certificate/passphrases.ts';
import { createCertificateRetriever, type FullRetriever } from '../../main/certificate/retrieval.ts';
import { createNssStore } from '../../main/certificate/stores/nss.ts';
import type { Clock } from '../../main/support/ports.ts';
import { Redacted } from '../../main/support/redacted.ts';
import { systemClock } from '../../main/support/system-clock.ts';
import { contractorIdSchema, serialSchema } from '../../preload/contract/identities.ts';
import { failure, success } from '../../preload/contract/problem.ts';
import { type RetrievalStage, retrievalStages } from '../../preload/contract/procedure.ts';
import { createPlace, grant, memoryPassphrases, type Place } from '../../tools/est/certificate-place.ts';
import type { EstServer } from '../../tools/est/est-server.ts';
import { nssContent } from '../support/nss-content.ts';

let place: Place;
/** One PC: its home with the NSS database, its data folder, its keychain, and the bank it speaks with. */
let pc: { home: string; data: string; secrets: Map<string, string>; server: EstServer; send: SendHttp };

beforeAll(() => {
  place = createPlace();
});
afterAll(() => place.close());
beforeEach(async () => {
  const root = mkdtempSync(join(place.dir, 'pc-'));
  const { server, http } = await place.bank();
  pc = { home: join(root, 'home'), data: join(root, 'data'), secrets: new Map(), server, send: http.send };
});

type Changes = { send?: SendHttp; keychain?: PassphraseKeeper; tryLogon?: TryLogon; clock?: Clock; home?: string; data?: string };

/** The program, as it is after a start: nothing of an earlier run is in its memory. */
function program(changes: Changes = {}): FullRetriever {
  return createCertificateRetriever({
    keychain: changes.keychain ?? memoryPassphrases(pc.secrets),
    send: changes.send ?? pc.send,
    openIdentityClient: () => ({ send: changes.send ?? pc.send, close: async () => undefined }),
    tryLogon: changes.tryLogon ?? (async () => success(undefined)),
    store: createNssStore({ home: changes.home ?? pc.home, temporary: place.dir }),
    dataDir: changes.data ?? pc.data,
    profile: { keyBits: 2048 },
    authority: async () => success(place.authority.rootPem),
    clock: changes.clock ?? systemClock,
    log: place.log,
  });
}

const never = () => new AbortController().signal;
const retrieve = (retriever: FullRetriever, onStage: (stage: RetrievalStage) => void = () => undefined) => retriever.retrieve(grant, onStage, never());
const files = () => (existsSync(join(pc.data, 'certificates')) ? readdirSync(join(pc.data, 'certificates')).sort() : []);
const certutil = (...args: string[]) =>
  execFileSync('certutil', [...args, '-d', `sql:${join(pc.home, '.pki', 'nssdb')}`], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
const installed = () =>
  certutil('-L')
    .split('\n')
    .filter((line) => /u,u,u\s*$/u.test(line));
/** Not the clock of the PC: it stands elsewhere by so many days. */
const shifted = (days: number): Clock => ({ ...systemClock, now: () => new Date(Date.now() + days * 86_400_000) });

describe('From the right that the activation brought to a certificate that logs on', () => {
  it('passes the stages in their order and ends with one certificate in the store', async () => {
    pc.server.quirks.waits = 1;
    const stages: string[] = [];
    const outcome = await retrieve(program(), (stage) => stages.push(stage));
    expect(outcome).toMatchObject({ ok: true, value: { subject: 'CN=12345678901,O=株式会社開通商事', store: 'nss' } });
    expect(stages).toEqual(retrievalStages);
    expect(installed()).toHaveLength(1);
    const serial = outcome.ok ? outcome.value.serial : serialSchema.parse('');
    expect(files()).toEqual([`12345678901-${serial}.p12`]);
    expect([...pc.secrets.keys()].sort()).toEqual([`certificate/12345678901-${serial}`, 'retrieved/12345678901']);
  });

  it('gives the authorities of the chain no trust', async () => {
    await retrieve(program());
    const authorities = certutil('-L')
      .split('\n')
      .filter((line) => /CA\s/u.test(line));
    expect(authorities.length).toBe(2);
    for (const line of authorities) expect(line).toMatch(/\s,,\s*$/u);
  });

  it('keeps bundle and folder from everybody else, and openssl reads the bundle with the passphrase of the keychain', async () => {
    const outcome = await retrieve(program());
    const serial = outcome.ok ? outcome.value.serial : serialSchema.parse('');
    const path = join(pc.data, 'certificates', `12345678901-${serial}.p12`);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(statSync(join(pc.data, 'certificates')).mode & 0o777).toBe(0o700);
    expect(pc.secrets.get(`certificate/12345678901-${serial}`)).toMatch(/^[0-9a-f]{64}$/u);
    const env = { ...process.env, PASSPHRASE: pc.secrets.get(`certificate/12345678901-${serial}`) };
    const printed = execFileSync('openssl', ['pkcs12', '-in', path, '-noenc', '-passin', 'env:PASSPHRASE'], {
      encoding: 'utf8',
      env,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    expect(printed.match(/BEGIN CERTIFICATE/gu)).toHaveLength(3);
    expect(printed.match(/BEGIN PRIVATE KEY/gu)).toHaveLength(1);
  });

  it('tries the logon with the very bundle, and hands it to the logon later', async () => {
    const tried: unknown[] = [];
    const retriever = program({
      tryLogon: async (identity, contractorId) => {
        tried.push([identity.passphrase.reveal(), Buffer.from(identity.pfx), contractorId]);
        return success(undefined);
      },
    });
    await retrieve(retriever);
    const identity = await retriever.readIdentity(grant.contractorId);
    expect(identity.ok && [[identity.value.passphrase.reveal(), identity.value.pfx, grant.contractorId]]).toEqual(tried);
    expect(await retriever.readIdentity(contractorIdSchema.parse('00000000000'))).toMatchObject({ ok: false, problem: { code: 'certificate-required' } });
  });

  it('lists what is on this PC and removes it without a trace', async () => {
    const retriever = program();
    const outcome = await retrieve(retriever);
    const serial = outcome.ok ? outcome.value.serial : serialSchema.parse('');
    const listed = await retriever.inventory.list(never());
    expect(listed).toMatchObject({ ok: true, value: [{ contractorId: grant.contractorId, serial, installed: true, usable: true, summary: { serial } }] });
    expect(await retriever.inventory.uninstall({ contractorId: grant.contractorId, serial }, never())).toMatchObject({ ok: true });
    expect(certutil('-L')).not.toContain('Kaitsu');
    expect(files()).toEqual([]);
    expect([...pc.secrets.keys()].filter((name) => name.startsWith('certificate/'))).toEqual([]);
  });

  it('keeps secrets out of the log and out of every file', async () => {
    await retrieve(program());
    const secrets = [grant.enrolmentSecret.reveal(), ...[...pc.secrets.values()].filter((value) => /^[0-9a-f]{64}$/u.test(value))];
    const written = readdirSync(join(place.dir), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.parentPath.includes('authority'))
      .map((entry) => readFileSync(join(entry.parentPath, entry.name)));
    for (const secret of secrets) {
      expect(JSON.stringify(place.log.raw)).not.toContain(secret);
      expect(written.some((content) => content.includes(secret))).toBe(false);
    }
    expect(written.some((content) => content.includes('BEGIN PRIVATE KEY') || content.includes('BEGIN RSA PRIVATE KEY'))).toBe(false);
  });
});

test('A company that the authority writes in its own way is shown as it wrote it, and noted in the log', async () => {
  pc.server.quirks.flaw = 'otherOrganization';
  expect(await retrieve(program())).toMatchObject({ ok: true, value: { subject: 'CN=12345678901,O=Other' } });
  expect(place.log.raw.map(({ event }) => event)).toContain('certificate.organization-differs');
});

describe('A certificate that does not fit is never stored', () => {
  it.each(['wrongSubject', 'wrongKey', 'noClientAuth', 'authority', 'rogue', 'sameNameOtherKey'] as const)('%s', async (flaw) => {
    pc.server.quirks.flaw = flaw;
    expect(await retrieve(program())).toMatchObject({ ok: false, problem: { code: 'certificate-mismatch' } });
    expect(files()).toEqual(['pending-12345678901.pem']);
    expect(nssContent(pc.home)).toBe('');
  });

  it.each([-3, 400])('when the PC is %i days beside its validity', async (days) => {
    expect(await retrieve(program({ clock: shifted(days) }))).toMatchObject({ ok: false, problem: { code: 'certificate-mismatch' } });
    expect(nssContent(pc.home)).toBe('');
  });

  it('when the bank hands out authorities that are not its own, nothing is even asked for', async () => {
    pc.server.quirks.rogueAuthorities = true;
    expect(await retrieve(program())).toMatchObject({ ok: false, problem: { code: 'certificate-mismatch' } });
    expect(pc.server.asked.map((one) => one.method)).not.toContain('POST');
    expect(pc.server.asked).not.toEqual([]);
  });
});

describe('Whatever moment the program dies at, the next start ends with exactly one certificate', () => {
  /** Ends as after a pulled plug would: the files and the keychain stay, all else is gone. */
  async function goesOnAfter(dying: FullRetriever, onStage?: (stage: RetrievalStage) => void): Promise<void> {
    await expect(retrieve(dying, onStage)).rejects.toThrow('plug');
    const outcome = await retrieve(program());
    expect(outcome).toMatchObject({ ok: true });
    expect(installed()).toHaveLength(1);
    expect(pc.server.issued()).toBe(1);
    expect(files()).toEqual([`12345678901-${outcome.ok ? outcome.value.serial : ''}.p12`]);
    expect([...pc.secrets.keys()].filter((name) => name.startsWith('pending-key/'))).toEqual([]);
  }
  const plug = () => {
    throw new Error('plug');
  };

  it.each(retrievalStages)('as the stage %s begins', async (dead) => {
    pc.server.quirks.waits = 1;
    await goesOnAfter(program(), (stage) => (stage === dead ? plug() : undefined));
  });

  it('when the logon was being tried', () => goesOnAfter(program({ tryLogon: plug })));

  it.each([1, 2, 3, 4, 5])('at the keychain, call %i', async (count) => {
    const real = memoryPassphrases(pc.secrets);
    let calls = 0;
    const counted =
      <A extends unknown[], R>(use: (...args: A) => R) =>
      (...args: A): R => {
        calls += 1;
        return calls === count ? plug() : use(...args);
      };
    await goesOnAfter(program({ keychain: { read: counted(real.read), keep: counted(real.keep), forget: counted(real.forget) } }));
  });

  it('when the bank had made the certificate and its answer was lost', async () => {
    pc.server.quirks.loseAnswer = true;
    const stopped = await retrieve(program());
    expect(stopped.ok).toBe(false);
    expect(await retrieve(program())).toMatchObject({ ok: true });
    expect(pc.server.issued()).toBe(1);
    expect(installed()).toHaveLength(1);
  });

  it('and asking once more after the end installs nothing twice and asks the bank nothing', async () => {
    await retrieve(program());
    const before = pc.server.asked.length;
    expect(await retrieve(program())).toMatchObject({ ok: true });
    expect(pc.server.asked.length).toBe(before);
    expect(installed()).toHaveLength(1);
  });

  it('but a new right brings a new certificate beside the old one', async () => {
    await retrieve(program());
    const { server, http } = await place.bank();
    server.quirks.open = true;
    const again = await program({ send: http.send }).retrieve(
      { ...grant, enrolmentSecret: new Redacted('another-secret-from-another-activation-session') },
      () => undefined,
      never(),
    );
    expect(again).toMatchObject({ ok: true });
    expect(server.issued()).toBe(1);
    expect(files()).toHaveLength(2);
    expect(installed()).toHaveLength(2);
  });
});

describe('What stands in the way is told apart', () => {
  it('a locked keychain stops everything before the bank is asked, and costs no key', async () => {
    const locked = async () => failure('keychain-locked');
    const outcome = await retrieve(program({ keychain: { read: locked, keep: locked, forget: locked } }));
    expect(outcome).toMatchObject({ ok: false, problem: { code: 'keychain-locked' } });
    expect(pc.server.asked).toEqual([]);
    expect(files()).toEqual([]);
  });

  it('a data folder that cannot be written to', async () => {
    writeFileSync(join(place.dir, 'in-the-way'), '');
    const outcome = await retrieve(program({ data: join(place.dir, 'in-the-way', 'data') }));
    expect(outcome).toMatchObject({ ok: false, problem: { code: 'disk-refused' } });
    expect(pc.server.asked).toEqual([]);
  });

  it('a disk without room, before the bank is asked', async (context) => {
    const small = join(place.dir, 'small');
    mkdirSync(small);
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=16k', 'none', small], { stdio: 'ignore' });
    } catch {
      return context.skip('only root may mount a small disk');
    }
    try {
      const fill = spawnSync('dd', ['if=/dev/zero', `of=${join(small, 'full')}`, 'bs=4k'], { stdio: 'ignore' });
      expect(fill.status).not.toBe(0);
      expect(await retrieve(program({ data: join(small, 'data') }))).toMatchObject({ ok: false, problem: { code: 'disk-full' } });
      expect(pc.server.asked).toEqual([]);
    } finally {
      execFileSync('umount', [small]);
    }
  });

  it('a certificate store with a password that nobody told us', async () => {
    const database = join(pc.home, '.pki', 'nssdb');
    mkdirSync(database, { recursive: true });
    writeFileSync(join(place.dir, 'pw'), 'unknown\n');
    execFileSync('certutil', ['-N', '-d', `sql:${database}`, '-f', join(place.dir, 'pw')]);
    rmSync(join(place.dir, 'pw'));
    expect(await retrieve(program())).toMatchObject({ ok: false, problem: { code: 'certificate-store-refused' } });
    expect(certutil('-L')).not.toContain('Kaitsu');
  });

  it('a cancel at each stage leaves nothing half installed, and a retry ends well', async () => {
    pc.server.quirks.waits = 1;
    for (const stage of ['key', 'request', 'sent', 'waiting', 'checked', 'installed'] as const) {
      const cancel = new AbortController();
      const outcome = await program().retrieve(grant, (now) => (now === stage ? cancel.abort() : undefined), cancel.signal);
      expect(outcome, stage).toMatchObject({ ok: false, problem: { code: 'cancelled' } });
      expect(existsSync(join(pc.home, '.pki', 'nssdb', 'cert9.db')) ? installed() : []).toEqual([]);
    }
    expect(await retrieve(program())).toMatchObject({ ok: true });
    expect(installed()).toHaveLength(1);
  });

  it('a bank that refuses the certificate at the trial: it stays, and the next try only tries again', async () => {
    expect(await retrieve(program({ tryLogon: async () => failure('bank-unreachable') }))).toMatchObject({ ok: false, problem: { code: 'bank-unreachable' } });
    const stages: string[] = [];
    expect(await retrieve(program(), (stage) => stages.push(stage))).toMatchObject({ ok: true });
    expect(stages).toEqual(['installed', 'tried']);
    expect(installed()).toHaveLength(1);
  });
});
