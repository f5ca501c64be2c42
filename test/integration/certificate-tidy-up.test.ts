import { createPrivateKey, X509Certificate } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Bundles, createBundles } from '../../main/certificate/bundles.ts';
import { createCertificateFiles } from '../../main/certificate/files.ts';
import { systemRandom } from '../../main/certificate/passphrases.ts';
import { createNssStore } from '../../main/certificate/stores/nss.ts';
import { type CertificateStore, nicknameOf } from '../../main/certificate/stores/store.ts';
import { createTidyUp, type TidyUp } from '../../main/certificate/tidy-up.ts';
import { serialOf } from '../../main/certificate/x509.ts';
import { contractorIdSchema } from '../../preload/contract/identities.ts';
import { grant, memoryPassphrases } from '../../tools/est/certificate-place.ts';
import { createTestAuthority } from '../support/test-authority.ts';

const signal = () => AbortSignal.timeout(30_000);
const day = 86_400_000;
const { contractorId } = grant;
let dir: string;
let bundles: Bundles;
let store: CertificateStore;
let tidyUp: TidyUp;
/** In the order in which they expire. */
const serials: string[] = [];

const standing = async () => {
  const listed = await store.list(signal());
  return listed.ok ? listed.value.map(serialOf).sort() : null;
};

/** A customer whose certificate was renewed twice, in the browser's real store. */
beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'kaitsu-piles-'));
  store = createNssStore({ home: dir, temporary: dir });
  bundles = createBundles({ files: createCertificateFiles(join(dir, 'data')), passphrases: memoryPassphrases(), random: systemRandom });
  tidyUp = createTidyUp({ bundles, store });
  const authority = createTestAuthority('Piles');
  for (const years of [1, 2, 3]) {
    const issued = authority.issue({ commonName: contractorId, until: new Date(Date.now() + years * 365 * day) });
    const leaf = new X509Certificate(issued.certificate);
    const kept = await bundles.keep(contractorId, { key: createPrivateKey(issued.key), leaf, issuers: [new X509Certificate(authority.certificate)] });
    if (!kept.ok) throw new Error(kept.problem.code);
    const { pfx, passphrase, name } = kept.value;
    expect(await store.install({ pfx, passphrase, nickname: nicknameOf(name.contractorId, name.serial) }, signal())).toMatchObject({ ok: true });
    serials.push(serialOf(leaf));
  }
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

describe('old certificates that have piled up (certificates-piled-up)', () => {
  it('are found beside the newest', async () => {
    expect(await standing()).toEqual([...serials].sort());
    expect(await tidyUp.count(contractorId, signal())).toEqual({ ok: true, value: 2 });
    expect(await tidyUp.count(contractorIdSchema.parse('00000000000'), signal())).toEqual({ ok: true, value: 0 });
  });

  it('are not put back where none were put away', async () => {
    expect(await tidyUp.undo(signal())).toMatchObject({ ok: false, problem: { code: 'not-now' } });
  });

  it('are put away, and the newest alone is left for the browser to offer', async () => {
    expect(await tidyUp.tidy(contractorId, signal())).toEqual({ ok: true, value: 2 });
    expect(await standing()).toEqual(serials.slice(2));
    expect(await tidyUp.count(contractorId, signal())).toEqual({ ok: true, value: 0 });
  });

  it('come back, all of them, when it is undone, and once only', async () => {
    expect(await tidyUp.undo(signal())).toEqual({ ok: true, value: 2 });
    expect(await standing()).toEqual([...serials].sort());
    expect(await tidyUp.undo(signal())).toMatchObject({ ok: false });
  });
});
