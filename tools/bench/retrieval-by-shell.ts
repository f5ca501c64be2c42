import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { ActivatedBank } from './activated-bank.ts';
import { timed } from './table.ts';

/**
 * From the accepted one-time password to the installed and tried certificate, by retrieve.sh.
 * @returns milliseconds
 */
export async function retrieveByShell(activated: ActivatedBank): Promise<number> {
  const grant = await activated.activate();
  const dir = mkdtempSync(join(tmpdir(), 'kaitsu-bench-'));
  try {
    writeFileSync(join(dir, 'authority.pem'), activated.bank.authority);
    writeFileSync(join(dir, 'curl.conf'), `user = "${grant.contractorId}:${grant.enrolmentSecret.reveal()}"\n`, { mode: 0o600 });
    const script = join(import.meta.dirname, 'retrieve.sh');
    return await timed(() => promisify(execFile)('sh', [script, activated.baseUrl, grant.contractorId, grant.organization], { cwd: dir, timeout: 60_000 }));
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}
