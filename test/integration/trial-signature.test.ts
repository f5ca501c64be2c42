import { execFileSync } from 'node:child_process';
import { createPrivateKey, randomBytes, X509Certificate } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makePkcs12 } from '../../main/certificate/pkcs12.ts';
import { createNssStore } from '../../main/certificate/stores/nss.ts';
import { keyIdOf } from '../../main/certificate/stores/nss-trial.ts';
import { type Run, runTool } from '../../main/certificate/stores/run.ts';
import { nicknameOf } from '../../main/certificate/stores/store.ts';
import { serialOf } from '../../main/certificate/x509.ts';
import { Redacted } from '../../main/support/redacted.ts';
import { contractorIdSchema } from '../../preload/contract/identities.ts';
import { failure, success } from '../../preload/contract/problem.ts';
import { createTestAuthority } from '../support/test-authority.ts';

/** The trial signature by the key in the browser's store: NSS's own tools, a real database, real failures. */

const contractorId = contractorIdSchema.parse('12345678901');
const signal = () => AbortSignal.timeout(30_000);
const challenge = () => randomBytes(32);
let home: string;
let leaves: readonly X509Certificate[];

/** Two certificates of one company, as after a renewal: NSS keeps them under one nickname. */
beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'kaitsu-trial-'));
  const authority = createTestAuthority('Trial');
  const store = createNssStore({ home, temporary: home });
  const issued = [authority.issue({ commonName: contractorId }), authority.issue({ commonName: contractorId })];
  leaves = issued.map(({ certificate }) => new X509Certificate(certificate));
  for (const [index, leaf] of leaves.entries()) {
    const nickname = nicknameOf(contractorId, serialOf(leaf));
    const pfx = await makePkcs12({ key: createPrivateKey(issued[index]?.key ?? ''), leaf, issuers: [] }, 'ab'.repeat(32), nickname);
    expect(await store.install({ pfx, passphrase: new Redacted('ab'.repeat(32)), nickname }, signal())).toEqual(success(undefined));
  }
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

const storeWith = (run: Run) => createNssStore({ home, temporary: home, run });
const certificate = (index: number) => {
  const leaf = leaves[index];
  if (leaf === undefined) throw new Error('no certificate');
  return leaf;
};
const trial = (run: Run = runTool, leaf = certificate(0)) => storeWith(run).trySignature?.(leaf, challenge(), signal());

/** The tool with another argument in the place of one of its own. */
const instead =
  (replace: (argument: string) => string): Run =>
  (command, args, options) =>
    runTool(command, args.map(replace), options);

describe("the key in the browser's store", () => {
  test('signs for its certificate, each for its own where two stand under one name', async () => {
    expect(await trial(runTool, certificate(0))).toEqual(success(true));
    expect(await trial(runTool, certificate(1))).toEqual(success(true));
  });

  test('of another certificate is not taken for it (key-cannot-sign)', async () => {
    const other = keyIdOf(certificate(1));
    expect(await trial(instead((argument) => (argument === keyIdOf(certificate(0)) ? other : argument)))).toEqual(success(false));
  });

  test('cannot pass with a signature of an earlier trial', async () => {
    expect(await trial(instead((argument) => (argument.startsWith('CN=') ? `CN=${'00'.repeat(32)}` : argument)))).toEqual(success(false));
  });

  test('that is not there does not sign', async () => {
    const stranger = new X509Certificate(createTestAuthority('Else').issue({ commonName: contractorId }).certificate);
    expect(await trial(runTool, stranger)).toEqual(success(false));
  });

  test('says nothing where the tool is missing, is too slow or fails for another reason', async () => {
    expect(await trial(async () => ({ kind: 'missing' }))).toEqual(failure('certificate-store-missing'));
    expect(await trial(async () => ({ kind: 'timeout' }))).toEqual(failure('certificate-store-refused'));
    expect(await trial(async () => ({ kind: 'ended', code: 255, stdout: '', stderr: 'SEC_ERROR_BUSY' }))).toEqual(failure('certificate-store-refused'));
    expect(await trial(async () => ({ kind: 'ended', code: 0, stdout: 'no request', stderr: '' }))).toEqual(success(false));
  });

  test('asks the tool once, and puts nothing secret on the command line', async () => {
    const lines: string[] = [];
    await trial((command, args, options) => {
      lines.push([command, ...args, options.stdin].join(' '));
      return runTool(command, args, options);
    });
    expect(lines).toEqual([expect.stringMatching(/^certutil -R -k [0-9a-f]{40} -s CN=[0-9a-f]{64} -a -Z SHA256 -f \/dev\/null -d sql:\S+ $/u)]);
  });

  // Last: the password stays.
  test('no longer opens once its password was changed by somebody else, and nobody is asked for it', async () => {
    const [oldPassword, newPassword] = [join(home, 'old'), join(home, 'new')];
    writeFileSync(oldPassword, '\n');
    writeFileSync(newPassword, 'Changed2024\n');
    execFileSync('certutil', ['-W', '-d', `sql:${join(home, '.pki', 'nssdb')}`, '-f', oldPassword, '-@', newPassword], { stdio: 'ignore' });
    expect(await trial()).toEqual(success(false));
    // The list alone would not have shown it.
    const listed = await storeWith(runTool).list(signal());
    expect(listed.ok && listed.value.map(serialOf).sort()).toEqual(leaves.map(serialOf).sort());
  });
});
