import { X509Certificate } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createBankKeeper } from '../../main/bank-file/bank-keeper.ts';
import type { CertificateStore } from '../../main/certificate/stores/store.ts';
import { serialOf } from '../../main/certificate/x509.ts';
import { findPlace } from '../../main/places/find-place.ts';
import { bundlesElsewhere } from '../../main/places/known-banks.ts';
import { contractsFolderIn, placeFolder } from '../../main/places/place.ts';
import { storeOfPlace } from '../../main/places/place-store.ts';
import { readPolicy } from '../../main/policy/read-policy.ts';
import { withoutHandedIn } from '../../main/window/opened-from-outside.ts';
import type { Places } from '../../preload/contract/places.ts';
import { createMemoryLog } from '../../tools/log/memory-log.ts';
import { bankFile, content, printedFingerprint, signingKey, today } from '../support/bank-files.ts';
import { createTestAuthority } from '../support/test-authority.ts';

/** The list of places as the window has it: banks that are taken, renewed and forbidden, and what each place sees of the store. */

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kaitsu-places-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const key = signingKey();
const policyOf = (entries: Readonly<Record<string, unknown>>) =>
  readPolicy(Object.keys(entries).length === 0 ? { kind: 'absent' } : { kind: 'entries', entries: Object.entries(entries) }, {
    kind: 'file',
    place: '/etc/kaitsu/policy.json',
  });

/** A start of the program on this folder, with the list as it is published. */
async function start(policy: Readonly<Record<string, unknown>> = {}, now = today) {
  const found = await findPlace({ folder, policy: policyOf(policy), platform: 'linux', practiceWanted: false, now: () => now, log: createMemoryLog() });
  const published: Places[] = [];
  let restarts = 0;
  const service = await found.openPlaces({
    askForFile: async () => ({ ok: true, value: null }),
    restart: () => {
      restarts += 1;
    },
    entryUnderWay: () => false,
    publish: (value) => void published.push(value),
  });
  return { found, service, published, restarts: () => restarts };
}
const offer = async (service: Awaited<ReturnType<typeof start>>['service'], bytes: Uint8Array) =>
  service.handlers.offerFile({ text: Buffer.from(bytes).toString() });
const codeOf = (reply: { readonly ok: boolean; readonly problem?: { readonly code: string } }) => reply.problem?.code ?? null;

async function takeBank(bytes = bankFile(key)): Promise<void> {
  const { service } = await start();
  await offer(service, bytes);
  expect(codeOf(await service.handlers.confirmFile({ fingerprint: printedFingerprint(bytes) }))).toBeNull();
}

/** The version that is in effect. */
async function versionTaken(): Promise<number | undefined> {
  const { banks } = await createBankKeeper({ folder, rule: { kind: 'free' }, now: () => today }).list();
  return banks[0]?.current.file.content.version;
}

describe('a bank', () => {
  test('past its time is renewed by its new file at once, where nobody is on the way', async () => {
    await takeBank();
    const later = new Date('2027-12-01T00:00:00Z');
    const { service } = await start({}, later);
    expect(codeOf(await service.handlers.addContract({ bankId: 'asahi' }))).toBe('bank-file-expired');
    expect(codeOf(await offer(service, bankFile(key, { version: 4, issuedAt: '2027-11-20T00:00:00Z', expiresAt: '2028-11-20T00:00:00Z' })))).toBeNull();
    expect(service.current()).toMatchObject({ told: 'taken', banks: [{ problem: null, waits: false }] });
    expect(codeOf(await service.handlers.addContract({ bankId: 'asahi' }))).toBeNull();
  });

  test('that was taken before the policy named another signer cannot be used any more', async () => {
    await takeBank();
    const signer = printedFingerprint(bankFile(signingKey()));
    const { service } = await start({ bankSigner: signer });
    expect(service.current().banks).toMatchObject([{ id: 'asahi', problem: { code: 'bank-file-foreign' } }]);
    expect(codeOf(await service.handlers.addContract({ bankId: 'asahi' }))).toBe('not-now');
    expect((await start({ bankSigner: printedFingerprint(bankFile(key)) })).service.current().banks).toMatchObject([{ id: 'asahi', problem: null }]);
  });

  test('whose contracts cannot be read now says so, and the program starts', async () => {
    await takeBank();
    writeFileSync(contractsFolderIn(folder), 'no folder');
    const { service } = await start();
    expect(service.current().banks).toMatchObject([{ id: 'asahi', problem: { code: 'file-unavailable' }, contracts: [] }]);
    expect(codeOf(await service.handlers.addContract({ bankId: 'asahi' }))).toBe('file-unavailable');
  });

  test('has no later version take effect while nobody can know who is on the way at its contracts', async () => {
    await takeBank();
    writeFileSync(contractsFolderIn(folder), 'no folder');
    const { service } = await start();
    expect(codeOf(await offer(service, bankFile(key, { version: 4 })))).toBeNull();
    expect(service.current().told).toBe('waiting');
    await start();
    expect(await versionTaken()).toBe(3);
    rmSync(contractsFolderIn(folder));
    await start();
    expect(await versionTaken()).toBe(4);
  });

  test('that comes damaged by a double click is told on the list', async () => {
    const { service, published } = await start();
    expect(await service.receive(Buffer.from('no bank file'))).toEqual({ kind: 'shown' });
    expect(published.at(-1)?.problem?.code).toBe('bank-file-damaged');
    expect(await service.receive(bankFile(key))).toEqual({ kind: 'shown' });
    expect(published.at(-1)).toMatchObject({ problem: null, offered: { name: content().profile.name } });
  });
});

test('another start is not handed again what this one was handed', () => {
  const words = ['main.cjs', '--practice', '/home/me/asahi.kaitsu-bank', 'kaitsu:2-3-101', '--lang=ja'];
  expect(withoutHandedIn(words)).toEqual(['main.cjs', '--practice', '--lang=ja']);
});

describe('the certificate store', () => {
  const authority = createTestAuthority('Bank Authority');
  const certificateOf = (contractorId: string) => new X509Certificate(authority.issue({ commonName: contractorId }).certificate);
  const [first, second] = [certificateOf('90000000001'), certificateOf('90000000002')];
  const store = { kind: 'nss', list: async () => ({ ok: true, value: [first, second] }) } as unknown as CertificateStore;
  const { signal } = new AbortController();

  test('shows a place nothing whose bundle lies at another one', async () => {
    const lay = (place: string, certificate: X509Certificate, contractorId: string) => {
      const certificates = join(placeFolder(folder, place), 'certificates');
      mkdirSync(certificates, { recursive: true });
      writeFileSync(join(certificates, `${contractorId}-${serialOf(certificate)}.p12`), '');
    };
    lay('asahi.1', first, '90000000001');
    lay('asahi.2', second, '90000000002');
    const seen = async (place: string) => {
      const listed = await storeOfPlace(store, () => bundlesElsewhere(folder, place)).list(signal);
      return listed.ok ? listed.value.map(serialOf) : [];
    };
    expect(await seen('asahi.1')).toEqual([serialOf(first)]);
    expect(await seen('asahi.2')).toEqual([serialOf(second)]);
    expect(await seen('practice')).toEqual([]);
  });
});
