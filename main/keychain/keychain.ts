import { randomBytes } from 'node:crypto';
import { failure, type KeychainCode, type Outcome, success } from '../../preload/contract/problem.ts';
import type { ProxyKeyKeeper, ProxyKeyName } from '../bank/proxy/proxy-keys.ts';
import type { PassphraseKeeper, PassphraseName } from '../certificate/passphrases.ts';
import type { SecretKeeper, SecretName } from '../procedure/ports.ts';
import type { Clock, Log } from '../support/ports.ts';
import { Redacted, type Secret } from '../support/redacted.ts';
import { codeOfError } from './error-words.ts';
import type { KeychainProbe } from './keychain-probe.ts';
import type { Keytar, LoadKeytar } from './keytar-port.ts';

/**
 * The operating system's keychain: Secret Service, Windows Credential Manager, macOS Keychain. There is no
 * other place for a secret: where the keychain fails, the outcome says so and nothing is kept anywhere.
 */

export type KeychainParts = {
  readonly load: LoadKeytar;
  /** Looks at the keychain after it failed. Without it the English words have to do. */
  readonly probeKeychain?: KeychainProbe;
  /** The bank, and the contract where there are several: secrets of two never meet. */
  readonly scope: string;
  readonly clock: Clock;
  readonly log: Log;
  /** How long the keychain may take, in milliseconds; a prompt of the system may stand open that long. */
  readonly limit?: number;
  readonly random?: (bytes: number) => Uint8Array;
};

/** Every secret of the program, by its documented name. */
export type Keychain = {
  read(name: SecretName | PassphraseName | ProxyKeyName): Promise<Outcome<Secret | null, KeychainCode>>;
  keep(name: SecretName | PassphraseName | ProxyKeyName, secret: Secret): Promise<Outcome<void, KeychainCode>>;
  forget(name: SecretName | PassphraseName | ProxyKeyName): Promise<Outcome<void, KeychainCode>>;
  /** Proves by writing, reading and deleting a random value that the keychain keeps what it is given. */
  probe(): Promise<Outcome<void, KeychainCode>>;
} & SecretKeeper &
  PassphraseKeeper &
  ProxyKeyKeeper;

/** Windows keeps at most 2,560 bytes, and keytar hands it UTF-8; so it is for everyone. What the bank hands out is bounded below that in its protocol. */
export const secretLimit = 2_560;

/** Of the company's proxies: they are of this computer, whichever contract is open. No contract has this scope, since theirs have a number. */
export const proxyScope = 'proxies';

/** The service's name in the keychain; docs/keychain.md. */
export function serviceName(scope: string): string {
  return `Kaitsu (${scope})`;
}

const probeAccount = 'probe';
const tooLate = Symbol('too late');

function withLimit<T>(work: Promise<T>, limit: number, clock: Clock): Promise<T | typeof tooLate> {
  return new Promise((resolve, reject) => {
    const stop = clock.after(limit, () => resolve(tooLate));
    work.then(resolve, reject).finally(stop);
  });
}

/** One call of keytar's, told apart when it fails. */
type Call = <T>(what: 'read' | 'keep' | 'forget', use: (keytar: Keytar, service: string) => Promise<T>) => Promise<Outcome<T, KeychainCode>>;

/** Loads keytar by the first call, and again after loading failed. A call that hangs cannot be cancelled: it is left behind. */
function createCall({ load, probeKeychain = async () => null, scope, clock, log, limit = 30_000 }: KeychainParts): Call {
  const service = serviceName(scope);
  let loaded: Promise<Keytar | null> | null = null;
  return async (what, use) => {
    loaded ??= load().catch(() => null);
    const keytar = await loaded;
    if (keytar === null) {
      loaded = null;
      log.warn('keychain.not-loaded');
      return failure('keychain-missing');
    }
    try {
      const result = await withLimit(use(keytar, service), limit, clock);
      if (result !== tooLate) return success(result);
      log.warn('keychain.no-answer', { call: what });
      return failure('keychain-locked');
    } catch (error) {
      const byWords = codeOfError(error);
      const code = (await probeKeychain(byWords)) ?? byWords;
      log.warn('keychain.failed', { call: what, code });
      return failure(code);
    }
  };
}

const readBy = (call: Call, account: string) => call('read', (keytar, service) => keytar.getPassword(service, account));
const keepBy = (call: Call, account: string, secret: string) => call('keep', (keytar, service) => keytar.setPassword(service, account, secret));

async function forgetBy(call: Call, account: string): Promise<Outcome<void, KeychainCode>> {
  const removed = await call('forget', (keytar, service) => keytar.deletePassword(service, account));
  return removed.ok ? success(undefined) : removed;
}

async function probeBy(call: Call, value: string): Promise<Outcome<void, KeychainCode>> {
  const kept = await keepBy(call, probeAccount, value);
  if (!kept.ok) return kept;
  const read = await readBy(call, probeAccount);
  if (!read.ok) return read;
  const removed = await forgetBy(call, probeAccount);
  if (!removed.ok) return removed;
  return read.value === value ? success(undefined) : failure('keychain-refused');
}

/** @returns the keychain of one contract at one bank */
export function createKeychain(parts: KeychainParts): Keychain {
  const { log, random = randomBytes } = parts;
  const call = createCall(parts);
  let proving: Promise<Outcome<void, KeychainCode>> | null = null;
  // Two proofs at once would delete each other's value: who asks meanwhile shares the one under way.
  const probe = () => {
    proving ??= probeBy(call, Buffer.from(random(16)).toString('hex')).finally(() => {
      proving = null;
    });
    return proving;
  };
  return {
    probe,
    forget: (name) => forgetBy(call, name),
    async read(name) {
      const kept = await readBy(call, name);
      if (!kept.ok) return kept;
      if (kept.value !== null) return success(new Redacted(kept.value));
      // A locked keyring may answer "nothing" too; only one that can be written to is believed.
      const proven = await probe();
      return proven.ok ? success(null) : proven;
    },
    async keep(name, secret) {
      const value = secret.reveal();
      if (Buffer.byteLength(value) <= secretLimit) return keepBy(call, name, value);
      log.warn('keychain.too-large', { account: name.replace(/\/.*/u, '') });
      return failure('keychain-refused');
    },
  };
}
