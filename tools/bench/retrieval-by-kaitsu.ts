import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { createBankClient } from '../../main/bank/bank-client.ts';
import { createHttpClient } from '../../main/bank/http-client.ts';
import { createCertificateRetriever } from '../../main/certificate/retrieval.ts';
import { chooseStore } from '../../main/certificate/stores/choose-store.ts';
import { systemClock as clock } from '../../main/support/system-clock.ts';
import { success } from '../../preload/contract/problem.ts';
import { memoryPassphrases } from '../est/certificate-place.ts';
import type { ActivatedBank } from './activated-bank.ts';
import { timed } from './table.ts';

/** From the first request of the activation to the accepted one-time password nobody types faster, in milliseconds. */
const typing = 2_000;

/**
 * From the accepted one-time password to the installed and tried certificate, by Kaitsu: the key is begun
 * with the activation, as in the program. The keychain is one in memory, since the shell script has none.
 * @returns milliseconds
 */
export async function retrieveByKaitsu(activated: ActivatedBank): Promise<number> {
  const { baseUrl, bank, http, log } = activated;
  const settings = { baseUrl, authority: bank.authority, clock, random: Math.random, log };
  const dir = mkdtempSync(join(tmpdir(), 'kaitsu-bench-'));
  try {
    const retriever = createCertificateRetriever({
      keychain: memoryPassphrases(),
      send: http.send,
      openIdentityClient: (identity) => createHttpClient({ ...settings, identity }),
      tryLogon: (identity, contractorId, signal) => client.checkLogon(identity, contractorId, signal),
      store: chooseStore({ platform: 'linux', log, home: dir, dataHome: undefined }),
      dataDir: dir,
      profile: activated.profile.certificate,
      authority: async () => success(bank.authority),
      clock,
      log,
    });
    const client = createBankClient({
      http,
      openIdentityClient: (identity) => createHttpClient({ ...settings, identity }),
      readIdentity: retriever.readIdentity,
      newIdempotencyKey: randomUUID,
      clock,
      log,
    });
    retriever.prepare();
    await wait(typing);
    const grant = await activated.activate();
    return await timed(async () => {
      const outcome = await retriever.retrieve(grant, () => {}, new AbortController().signal);
      if (!outcome.ok) throw new Error(`not retrieved: ${outcome.problem.code}`);
    });
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}
