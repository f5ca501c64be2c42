import type { KeychainCode } from '../../preload/contract/problem.ts';
import type { Run } from '../certificate/stores/run.ts';
import { busToolPaths, securityPath } from '../support/system-tools.ts';
import { reachesSessionBus } from './session-bus.ts';

/**
 * Says what is wrong with a keychain that has just failed by looking at it: keytar hands on words only, and they
 * come in the person's language (GLib translates once `setlocale` was called, as Chromium does), or say nothing at
 * all (macOS in Japanese or Korean: "An unknown error occurred."). It never rejects.
 * @param byWords what the English words say; keychain-refused where they say nothing
 * @returns null where looking does not tell
 */
export type KeychainProbe = (byWords: KeychainCode) => Promise<KeychainCode | null>;

export type KeychainProbeParts = {
  readonly platform: NodeJS.Platform;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly run: Run;
  readonly reachesBus?: typeof reachesSessionBus;
  readonly limits?: ProbeLimits;
};

/**
 * How long a look may take, in milliseconds. A person waits for it. lock: a question that is not answered within this
 * waits for a person, and only a locked keychain does that.
 */
type ProbeLimits = { readonly look: number; readonly lock: number };
export const probeLimits: ProbeLimits = { look: 2_000, lock: 1_200 };

type Tool = (args: readonly string[]) => Promise<string | null>;
type Asked = { readonly destination: string; readonly path: string; readonly member: string; readonly words: readonly string[] };

const secrets = 'org.freedesktop.secrets';
const service = 'org.freedesktop.Secret.Service';
const hasOwner: Asked = { destination: 'org.freedesktop.DBus', path: '/org/freedesktop/DBus', member: 'org.freedesktop.DBus.NameHasOwner', words: [secrets] };
const defaultAlias: Asked = { destination: secrets, path: '/org/freedesktop/secrets', member: `${service}.ReadAlias`, words: ['default'] };
const lockedOf = (path: string): Asked => ({
  destination: secrets,
  path,
  member: 'org.freedesktop.DBus.Properties.Get',
  words: ['org.freedesktop.Secret.Collection', 'Locked'],
});

/** The same question for each of the tools; a desktop has at least one of them. */
const bus: readonly (readonly [string, (asked: Asked) => readonly string[]])[] = [
  [
    busToolPaths.busctl,
    ({ destination, path, member, words }) => {
      const dot = member.lastIndexOf('.');
      return ['--user', 'call', destination, path, member.slice(0, dot), member.slice(dot + 1), 's'.repeat(words.length), ...words];
    },
  ],
  [
    busToolPaths.gdbus,
    ({ destination, path, member, words }) => ['call', '--session', '--dest', destination, '--object-path', path, '--method', member, ...words],
  ],
  [
    busToolPaths.dbusSend,
    ({ destination, path, member, words }) => [
      '--session',
      '--print-reply=literal',
      `--dest=${destination}`,
      path,
      member,
      ...words.map((word) => `string:${word}`),
    ],
  ],
];

// Each tool prints the value in its own way; what D-Bus itself writes (a boolean, an object path) is the same in all.
const booleanIn = (printed: string | null) => /\b(?:true|false)\b/u.exec(printed ?? '')?.[0] ?? null;
const pathIn = (printed: string | null) => /\/[A-Za-z0-9_/]*/u.exec(printed ?? '')?.[0] ?? null;

/** @returns what a tool printed; null where it is not installed or did not end well */
function toolBy({ run, limits = probeLimits }: KeychainProbeParts, command: string, signal: AbortSignal): Tool {
  return async (args) => {
    const result = await run(command, args, { signal, timeoutMs: limits.look });
    return result.kind === 'ended' && result.code === 0 ? result.stdout : null;
  };
}

/** Bus, service, collection, lock: the first that is not as it should be. */
async function lookAtSecretService(parts: KeychainProbeParts, signal: AbortSignal): Promise<KeychainCode | null> {
  const { environment, reachesBus = reachesSessionBus } = parts;
  if (!(await reachesBus(environment, signal))) return 'keychain-missing';
  for (const [command, argsFor] of bus) {
    const ask = toolBy(parts, command, signal);
    const owned = booleanIn(await ask(argsFor(hasOwner)));
    if (owned === null) continue;
    // keytar has just called it: a service that does not run by now cannot be started either.
    if (owned === 'false') return 'keychain-missing';
    const collection = pathIn(await ask(argsFor(defaultAlias)));
    if (collection === null) return null;
    if (collection === '/') return 'keychain-missing';
    return booleanIn(await ask(argsFor(lockedOf(collection)))) === 'true' ? 'keychain-locked' : null;
  }
  return null;
}

/** `security` ends with the last eight bits of the Security framework's result code (SecBase.h). */
const exitCodeOf = (status: number) => status & 0xff;
/** errSecInteractionNotAllowed, errSecInteractionRequired, errSecUserCanceled, errSecAuthFailed. */
const lockedExits: ReadonlySet<number> = new Set([-25308, -25315, -128, -25293].map(exitCodeOf));
/** errSecNoDefaultKeychain, errSecNoSuchKeychain. */
const missingExits: ReadonlySet<number> = new Set([-25307, -25294].map(exitCodeOf));

/**
 * Whether a default keychain is set, and whether it is locked. The second question may open the system's dialog, which
 * goes again when the limit is over: it is asked only where words did not tell.
 */
async function lookAtMacKeychain({ run, limits = probeLimits }: KeychainProbeParts, byWords: KeychainCode, signal: AbortSignal): Promise<KeychainCode | null> {
  const set = await run(securityPath, ['default-keychain'], { signal, timeoutMs: limits.look });
  if (set.kind === 'ended' && set.code > 0) return 'keychain-missing';
  if (set.kind !== 'ended' || byWords !== 'keychain-refused') return null;
  const asked = await run(securityPath, ['show-keychain-info'], { signal, timeoutMs: limits.lock });
  if (asked.kind === 'timeout') return 'keychain-locked';
  if (asked.kind !== 'ended') return null;
  if (lockedExits.has(asked.code)) return 'keychain-locked';
  return missingExits.has(asked.code) ? 'keychain-missing' : null;
}

async function look(parts: KeychainProbeParts, byWords: KeychainCode, signal: AbortSignal): Promise<KeychainCode | null> {
  if (parts.platform === 'linux') return lookAtSecretService(parts, signal);
  return parts.platform === 'darwin' ? lookAtMacKeychain(parts, byWords, signal) : null;
}

/** @returns a look at this machine's keychain that takes no longer than its limit */
export function createKeychainProbe(parts: KeychainProbeParts): KeychainProbe {
  return async (byWords) => {
    const signal = AbortSignal.timeout((parts.limits ?? probeLimits).look);
    const late = new Promise<null>((resolve) => signal.addEventListener('abort', () => resolve(null), { once: true }));
    return Promise.race([look(parts, byWords, signal).catch(() => null), late]);
  };
}
