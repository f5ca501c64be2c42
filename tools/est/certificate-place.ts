import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createHttpClient, type HttpClient } from '../../main/bank/http-client.ts';
import type { PassphraseKeeper } from '../../main/certificate/passphrases.ts';
import { Redacted } from '../../main/support/redacted.ts';
import { systemClock } from '../../main/support/system-clock.ts';
import { contractorIdSchema } from '../../preload/contract/identities.ts';
import { success } from '../../preload/contract/problem.ts';
import { createMemoryLog, type MemoryLog } from '../log/memory-log.ts';
import { createEstAuthority, type EstAuthority } from './est-authority.ts';
import { type EstServer, startEstServer } from './est-server.ts';

export const grant = {
  contractorId: contractorIdSchema.parse('12345678901'),
  organization: '株式会社開通商事',
  enrolmentSecret: new Redacted('a-secret-that-is-good-for-one-certificate-only'),
  enrolBefore: '2099-01-01T00:00:00Z',
};

/** A folder, an authority and, for each test, an EST server with the program's own HTTPS client. */
export type Place = {
  readonly dir: string;
  readonly authority: EstAuthority;
  readonly log: MemoryLog;
  bank(): Promise<{ readonly server: EstServer; readonly http: HttpClient }>;
  close(): Promise<void>;
};

export function createPlace(): Place {
  const dir = mkdtempSync(join(tmpdir(), 'kaitsu-test-'));
  const authority = createEstAuthority(join(dir, 'authority'));
  const log = createMemoryLog();
  const open: (() => Promise<void>)[] = [];
  return {
    dir,
    authority,
    log,
    async bank() {
      const server = await startEstServer(authority, { name: grant.contractorId, secret: grant.enrolmentSecret.reveal() });
      const http = createHttpClient({ baseUrl: server.url, authority: authority.rootPem, clock: systemClock, random: Math.random, log, retry: { tries: 1 } });
      open.push(http.close, server.close);
      return { server, http };
    },
    async close() {
      for (const close of open) await close();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

/** A keychain in memory for what is not about the keychain; the real one has tests of its own. */
export function memoryPassphrases(secrets = new Map<string, string>()): PassphraseKeeper {
  return {
    async read(name) {
      const secret = secrets.get(name);
      return success(secret === undefined ? null : new Redacted(secret));
    },
    async keep(name, secret) {
      secrets.set(name, secret.reveal());
      return success(undefined);
    },
    async forget(name) {
      secrets.delete(name);
      return success(undefined);
    },
  };
}
