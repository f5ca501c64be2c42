import { X509Certificate } from 'node:crypto';
import { expect, test } from 'vitest';
import type { CertificateMatch } from '../../main/certificate/x509.ts';
import { scenarioCertificates } from '../../main/practice/scenario-certificates.ts';
import { contractorIdSchema } from '../../preload/contract/identities.ts';
import { success } from '../../preload/contract/problem.ts';
import { createTestAuthority } from '../support/test-authority.ts';

/** The doubles stand for Windows' store and macOS's keychain, which do not run here. */

const contractorId = contractorIdSchema.parse('90000000001');
const leaf = new X509Certificate(createTestAuthority('Scenario').certificate);

function atEnd(kind: 'windows' | 'macos' | 'nss') {
  const removed: CertificateMatch[] = [];
  const certificates = scenarioCertificates();
  const store = {
    kind,
    async remove(which: CertificateMatch) {
      removed.push(which);
      return success(undefined);
    },
  };
  const bundles = { ofContract: async () => success([{ bundle: { leaf } }]) };
  certificates.watch(() => ({}) as never)({ certificate: { bundles }, store } as never);
  return { removed, certificates };
}

test.each(['windows', 'macos'] as const)('what a scenario put into the store of %s is taken out at its end', async (kind) => {
  const { removed, certificates } = atEnd(kind);
  await certificates.takeOut(contractorId);
  expect(removed.map((matches) => matches(leaf))).toEqual([true]);
});

test('the browsers’ database of a scenario goes with its folder', async () => {
  const { removed, certificates } = atEnd('nss');
  await certificates.takeOut(contractorId);
  expect(removed).toEqual([]);
});
