import { namesGivenTwice, readJson } from '../support/json-text.ts';
import { brokenPolicy, type PolicyEntries, type PolicyEntry } from './policy-entries.ts';

/**
 * Reads a policy that is written as JSON. "$schema", by which editors find the schema, prescribes nothing.
 * @param content UTF-8, with or without a byte order mark
 */
export function readPolicyJson(content: Uint8Array): PolicyEntries {
  const json = readJson(content);
  if (json.kind === 'wrong') return brokenPolicy('not-json', json.wrong);
  if (typeof json.value !== 'object' || json.value === null || Array.isArray(json.value)) return brokenPolicy('not-json', 'not an object');
  const given = Object.entries(json.value).filter(([name]) => name !== '$schema');
  // JSON.parse keeps the last of two: which one was meant is not guessed.
  const twice = namesGivenTwice(content).map(([name = '']): PolicyEntry => [name, undefined]);
  return { kind: 'entries', entries: [...given, ...twice] };
}
