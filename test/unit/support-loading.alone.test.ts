import { join, relative } from 'node:path';
import { expect, test } from 'vitest';
import { chunksOfMain, loadedWith } from '../support/main-bundle.ts';

/** The project may lie in a folder of any name. */
const root = join(import.meta.dirname, '..', '..');

/** What a process of the support mode loads: the start, and what the start loads for it. */

test('in the bundle, the support mode holds nothing of a bank connection, keychain, certificate store, journal or procedure', async () => {
  const chunks = await chunksOfMain();
  const own = [...chunks.values()].find(({ moduleIds }) => moduleIds.some((id) => id.endsWith('/main/support-mode.ts')));
  const loaded = ['index.cjs', own?.fileName ?? ''].flatMap((name) => loadedWith(chunks, name)).map((id) => relative(root, id));
  const rooms = /^main\/(?:bank|bank-file|certificate|diagnosis|keychain|preflight|procedure|places|users|practice|practice-bank|update)\//u;
  // The rules of a bank are read, and nothing of it is asked; the policy is read by the system's own tools.
  expect([...new Set(loaded.filter((id) => rooms.test(id)))].sort()).toEqual([
    'main/bank-file/bank-file.ts',
    'main/bank-file/jws.ts',
    'main/bank-file/kept-bank.ts',
    'main/bank-file/kept-banks.ts',
    'main/bank-file/prescribed-bank.ts',
    'main/bank-file/signer.ts',
    'main/bank/addresses.ts',
    'main/bank/bank-trust.ts',
    'main/bank/load-profile.ts',
    'main/bank/profile.ts',
    'main/bank/published-bank.ts',
    'main/bank/support-key.ts',
    'main/certificate/stores/run.ts',
  ]);
  expect(loaded).not.toContain('main/program.ts');
  // What the test asks is there: the program as it usually is loads them.
  const usual = [...chunks.values()].find(({ moduleIds }) => moduleIds.some((id) => id.endsWith('/main/open-usual.ts')));
  const ofUsual = loadedWith(chunks, usual?.fileName ?? '');
  for (const part of ['/main/keychain/keychain.ts', '/main/certificate/stores/nss.ts', '/main/procedure/runner.ts', '/main/bank/http-client.ts'])
    expect(
      ofUsual.some((id) => id.endsWith(part)),
      part,
    ).toBe(true);
});
