import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createBankClient } from '../../main/bank/bank-client.ts';
import { createHttpClient } from '../../main/bank/http-client.ts';
import { createCertificateRetriever } from '../../main/certificate/retrieval.ts';
import { chooseStore } from '../../main/certificate/stores/choose-store.ts';
import { systemClock as clock } from '../../main/support/system-clock.ts';
import { memoryPassphrases } from '../integration/certificate-place.ts';
import type { ActivatedBank } from './activated-bank.ts';
import { timed } from './key-generation.ts';

/**
 * From the accepted one-time password to the installed and tried certificate, by Kaitsu: the key is begun
 * before the activation, as when the administrator opens its screen. The keychain is one in memory.
 * @returns milliseconds of each run
 */
export async function measureRetrievalByKaitsu(activated: ActivatedBank, runs: number): Promise<readonly number[]> {
  const { baseUrl, bank, http, log } = activated;
  const settings = { baseUrl, authority: bank.authority, clock, random: Math.random, log };
  const milliseconds: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const dir = mkdtempSync(join(tmpdir(), 'kaitsu-bench-'));
    try {
      const retriever = createCertificateRetriever({
        keychain: memoryPassphrases(),
        send: http.send,
        tryLogon: (identity, contractorId, signal) => client.checkLogon(identity, contractorId, signal),
        store: chooseStore({ platform: 'linux', log, home: dir, dataHome: undefined }),
        dataDir: dir,
        profile: activated.profile.certificate,
        authority: bank.authority,
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
      retriever.prepareKey();
      const grant = await activated.activate();
      const work = async () => {
        const outcome = await retriever.retrieve(grant, () => {}, new AbortController().signal);
        if (!outcome.ok) throw new Error(`not retrieved: ${outcome.problem.code}`);
      };
      milliseconds.push(await timed(work));
    } finally {
      rmSync(dir, { recursive: true, force: true });
    }
  }
  return milliseconds;
}
