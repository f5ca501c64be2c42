import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startActivatedBank } from './activated-bank.ts';
import { retrieveByKaitsu } from './retrieval-by-kaitsu.ts';
import { retrieveByShell } from './retrieval-by-shell.ts';
import { type Comparison, inTurns } from './table.ts';

const rounds = 15;

/** From the accepted one-time password to the certificate, by Kaitsu and by hand, from the same bank. */
export async function compareRetrieval(): Promise<Comparison> {
  const dir = mkdtempSync(join(tmpdir(), 'kaitsu-bench-bank-'));
  const activated = await startActivatedBank(dir);
  try {
    const [ours, other] = await inTurns(
      rounds,
      () => retrieveByKaitsu(activated),
      () => retrieveByShell(activated),
    );
    return {
      what: 'From the accepted one-time password to the certificate installed and tried',
      unit: 'ms',
      ours: { name: 'Kaitsu, key made ahead', values: ours },
      other: { name: 'a script of openssl, curl and pk12util', values: other },
    };
  } finally {
    await activated.stop();
    rmSync(dir, { recursive: true, force: true });
  }
}
