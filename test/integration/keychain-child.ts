import type { PassphraseName } from '../../main/certificate/passphrases.ts';
import { runTool } from '../../main/certificate/stores/run.ts';
import { createKeychain, type Keychain } from '../../main/keychain/keychain.ts';
import { createKeychainProbe } from '../../main/keychain/keychain-probe.ts';
import type { Keytar } from '../../main/keychain/keytar-port.ts';
import { loadKeytar } from '../../main/keychain/load-keytar.ts';
import { Redacted } from '../../main/support/redacted.ts';
import { systemClock } from '../../main/support/system-clock.ts';
import { success } from '../../preload/contract/problem.ts';

/**
 * Runs in a process of its own, on the bus that the test arranged: does what its standard input asks of the
 * real keytar, and prints the outcomes. Steps are ["probe"], ["keep", name, secret], ["read", name], ["forget", name].
 */
type Step = readonly [string, PassphraseName?, string?];

/** The real keytar with its messages as under a Japanese locale: Node, unlike Chromium, never calls setlocale. */
async function inJapanese(): Promise<Keytar> {
  const keytar = await loadKeytar();
  const translated = () => Promise.reject(new Error('X11 $DISPLAY なしで D-Bus を自動起動できません'));
  return {
    getPassword: (...words) => keytar.getPassword(...words).catch(translated),
    setPassword: (...words) => keytar.setPassword(...words).catch(translated),
    deletePassword: (...words) => keytar.deletePassword(...words).catch(translated),
  };
}

const inClear = (read: Awaited<ReturnType<Keychain['read']>>) => (read.ok ? success(read.value?.reveal() ?? null) : read);

async function main(): Promise<void> {
  const pieces: Buffer[] = [];
  for await (const piece of process.stdin) pieces.push(piece);
  const { scope, limit, steps }: { scope: string; limit: number; steps: readonly Step[] } = JSON.parse(Buffer.concat(pieces).toString('utf8'));
  const log = { info: () => undefined, warn: () => undefined, error: () => '' };
  const probeKeychain = createKeychainProbe({ platform: process.platform, environment: process.env, run: runTool });
  const keychain = createKeychain({ load: inJapanese, probeKeychain, scope, clock: systemClock, log, limit });
  const outcomes: unknown[] = [];
  for (const [call, name = 'certificate/none', secret = ''] of steps) {
    if (call === 'probe') outcomes.push(await keychain.probe());
    if (call === 'keep') outcomes.push(await keychain.keep(name, new Redacted(secret)));
    if (call === 'read') outcomes.push(inClear(await keychain.read(name)));
    if (call === 'forget') outcomes.push(await keychain.forget(name));
  }
  process.stdout.write(JSON.stringify(outcomes), () => process.exit(0));
}

void main();
