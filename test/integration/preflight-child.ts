import { chooseStore } from '../../main/certificate/stores/choose-store.ts';
import { runTool } from '../../main/certificate/stores/run.ts';
import { createKeychain } from '../../main/keychain/keychain.ts';
import { loadKeytar } from '../../main/keychain/load-keytar.ts';
import { pcChecks, writeOnTrial } from '../../main/preflight/pc-checks.ts';
import { systemClock } from '../../main/support/system-clock.ts';

/** Runs in a process of its own, on the desktop that the test arranged: looks at this PC, and prints what it found. */
async function main(): Promise<void> {
  const pieces: Buffer[] = [];
  for await (const piece of process.stdin) pieces.push(piece);
  const { home, folder, userId }: { home: string; folder: string; userId: number | null } = JSON.parse(Buffer.concat(pieces).toString('utf8'));
  const log = { info: () => undefined, warn: () => undefined, error: () => '' };
  const machine = { platform: process.platform, home, dataHome: undefined };
  const store = { ...machine, store: chooseStore({ ...machine, log }), run: runTool };
  const keychain = createKeychain({ load: loadKeytar, scope: 'sandbox', clock: systemClock, log, limit: 8_000 });
  const looks = pcChecks({ keychain, store, ...machine, userId, folder, run: runTool, write: writeOnTrial });
  const { signal } = new AbortController();
  const found = await Promise.all(Object.entries(looks).map(async ([check, look]) => [check, (await look(signal)).finding] as const));
  process.stdout.write(JSON.stringify(Object.fromEntries(found)), () => process.exit(0));
}

void main();
