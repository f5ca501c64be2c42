import type { KeychainCode } from '../../preload/contract/problem.ts';

/**
 * The English words of libsecret, GLib and macOS: the last resort, where looking at the keychain (keychain-probe.ts)
 * did not tell. In another language they say nothing. A keyring without any collection ("Object does not exist
 * at path") was never set up: for the person it is missing.
 */
const meanings: readonly (readonly [RegExp, KeychainCode])[] = [
  [/autolaunch|dbus-launch|could not connect|connection refused|not provided by any \.service files|no such interface/iu, 'keychain-missing'],
  [/object does not exist at path|no such object path|no such secret collection|keychain could not be found/iu, 'keychain-missing'],
  [/locked|dismissed|cancell?ed|user interaction is not allowed|timeout was reached|did not receive a reply/iu, 'keychain-locked'],
];

/** @returns what an error of keytar means; its words are not handed on */
export function codeOfError(error: unknown): KeychainCode {
  const words = error instanceof Error ? error.message : String(error);
  return meanings.find(([pattern]) => pattern.test(words))?.[1] ?? 'keychain-refused';
}
