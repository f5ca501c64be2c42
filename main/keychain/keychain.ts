import { randomBytes } from 'node:crypto';
import { failure, type Outcome, success } from '../../preload/contract/problem.ts';
import type { PassphraseKeeper, PassphraseName } from '../certificate/passphrases.ts';
import type { Clock, Log, SecretKeeper, SecretName } from '../procedure/ports.ts';
import { faultOf } from './faults.ts';
import type { Keytar, LoadKeytar } from './keytar-port.ts';

/**
 * The operating system's keychain: Secret Service, Windows Credential Manager, macOS Keychain. There is no
 * other place for a secret: where the keychain fails, the outcome says so and nothing is kept anywhere.
 */

export type KeychainParts = {
  readonly load: LoadKeytar;
  /** The bank profile: secrets of two banks never meet. */
  readonly profileId: string;
  readonly clock: Clock;
  readonly log: Log;
  /** How long the keychain may take, in milliseconds; a prompt of the system may stand open that long. */
  readonly limit?: number;
  readonly random?: (bytes: number) => Uint8Array;
};

/** Every secret of the program, by its documented name. */
export type Keychain = {
  read(name: SecretName | PassphraseName): Promise<Outcome<string | null>>;
  keep(name: SecretName | PassphraseName, secret: string): Promise<Outcome<void>>;
  forget(name: SecretName | PassphraseName): Promise<Outcome<void>>;
  /** Proves by writing, reading and deleting a random value that the keychain keeps what it is given. */
  probe(): Promise<Outcome<void>>;
} & SecretKeeper &
  PassphraseKeeper;

/** Windows keeps at most 2,560 bytes, in UTF-16 or whatever keytar hands it; so it is for everyone. */
export const secretLimit = 2_560;

/** The service's name in the keychain; docs/keychain.md. */
export function serviceName(profileId: string): string {
  return `Kaitsu (${profileId})`;
}

const probeAccount = 'probe';
const tooLate = Symbol('too late');

function withLimit<T>(work: Promise<T>, limit: number, clock: Clock): Promise<T | typeof tooLate> {
  return new Promise((resolve, reject) => {
    const stop = clock.after(limit, () => resolve(tooLate));
    work.then(resolve, reject).finally(stop);
  });
}

/** @returns the keychain; keytar is loaded by the first call, and asked for again when loading failed */
export function createKeychain({ load, profileId, clock, log, limit = 30_000, random = randomBytes }: KeychainParts): Keychain {
  const service = serviceName(profileId);
  let loaded: Promise<Keytar | null> | null = null;

  async function keytar(): Promise<Keytar | null> {
    loaded ??= load().catch(() => null);
    const found = await loaded;
    if (found === null) loaded = null;
    return found;
  }

  /** One call; keytar's cannot be cancelled, so that one which hangs is left behind. */
  async function call<T>(what: string, use: (keytar: Keytar) => Promise<T>): Promise<Outcome<T>> {
    const found = await keytar();
    if (found === null) {
      log.warn('keychain.not-loaded');
      return failure('keychain-missing');
    }
    try {
      const result = await withLimit(use(found), limit, clock);
      if (result !== tooLate) return success(result);
      log.warn('keychain.no-answer', { call: what });
      return failure('keychain-locked');
    } catch (error) {
      const code = faultOf(error);
      log.warn('keychain.failed', { call: what, code });
      return failure(code);
    }
  }

  const set = (account: string, secret: string) => call('keep', (one) => one.setPassword(service, account, secret));
  const remove = async (account: string): Promise<Outcome<void>> => {
    const removed = await call('forget', (one) => one.deletePassword(service, account));
    return removed.ok ? success(undefined) : removed;
  };

  async function probe(): Promise<Outcome<void>> {
    const value = Buffer.from(random(16)).toString('hex');
    const kept = await set(probeAccount, value);
    if (!kept.ok) return kept;
    const read = await call('read', (one) => one.getPassword(service, probeAccount));
    if (!read.ok) return read;
    const removed = await remove(probeAccount);
    if (!removed.ok) return removed;
    return read.value === value ? success(undefined) : failure('keychain-refused');
  }

  return {
    probe,
    forget: remove,
    async read(name) {
      const secret = await call('read', (one) => one.getPassword(service, name));
      if (!secret.ok || secret.value !== null) return secret;
      // A locked keyring may answer "nothing" too; only one that can be written to is believed.
      const proven = await probe();
      return proven.ok ? secret : proven;
    },
    async keep(name, secret) {
      if (Buffer.byteLength(secret, 'utf16le') > secretLimit) {
        log.warn('keychain.too-large', { name: name.replace(/\/.*/u, '') });
        return failure('keychain-refused');
      }
      return set(name, secret);
    },
  };
}
