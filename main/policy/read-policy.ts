import { checkBankProfile } from '../bank/load-profile.ts';
import type { PolicyDefect } from './policy-defect.ts';
import type { PolicyEntries, PolicyEntry, PolicySource } from './policy-entries.ts';
import type { PolicyKey } from './policy-form.ts';
import { type PolicyName, type PolicyValues, policyKeys, policyNames } from './policy-keys.ts';

/** A value that nobody at this PC can change. broken: the policy is wrong here, and the value is the one that allows least. */
export type Prescription<T = unknown> = { readonly value: T; readonly broken: boolean };
export type Prescriptions = { readonly [N in PolicyName]: Prescription<PolicyValues[N]> | null };

/** What is prescribed on this PC; null where a key is free. source: null where there is no policy at all. */
export type Policy = { readonly source: PolicySource | null; readonly prescribed: Prescriptions; readonly defects: readonly PolicyDefect[] };

/** Of a policy in which nothing fits, these many places say enough. */
const mostDefects = 20;
const longestName = 60;

type Reading = { readonly prescriptions: Map<PolicyName, Prescription>; readonly defects: PolicyDefect[] };

/**
 * Judges a policy, key by key. A key that is wrong falls to the value that allows least, and the rest stays. A name
 * that nobody knows may be a misspelt prohibition: every key that is not given is restricted then. Of a policy that
 * cannot be read everything is.
 */
export function readPolicy(found: PolicyEntries, source: PolicySource): Policy {
  if (found.kind === 'absent') return { source: null, prescribed: prescriptionsOf(new Map()), defects: [] };
  if (found.kind === 'broken') return { source, prescribed: restrictedWhereFree(new Map()), defects: [found.defect] };
  const named = policyNames.map((name) => [name, found.entries.filter(([given]) => given === name)] as const);
  const reading: Reading = { prescriptions: new Map(), defects: [] };
  for (const [name, entries] of named) if (entries.length > 0) readKey(name, entries, reading);
  refuseTwoBanks(reading);
  const strangers = found.entries.filter(([name]) => !named.some(([known]) => known === name));
  const isNewer = isOfNewer(reading.prescriptions.get('schemaVersion'));
  for (const [name] of strangers) reading.defects.push({ at: name.slice(0, longestName), kind: isNewer ? 'newer' : 'unknown-name', detail: '' });
  const prescribed = strangers.length > 0 && !isNewer ? restrictedWhereFree(reading.prescriptions) : prescriptionsOf(reading.prescriptions);
  return { source, prescribed, defects: reading.defects.slice(0, mostDefects) };
}

function readKey(name: PolicyName, [first, ...more]: readonly PolicyEntry[], { prescriptions, defects }: Reading): void {
  const key: PolicyKey<unknown> = policyKeys[name];
  const wrong = more.length > 0 ? [{ at: name, kind: 'given-twice' as const, detail: '' }] : defectsOf(name, key, first?.[1]);
  defects.push(...wrong);
  const parsed = wrong.length === 0 ? key.schema.safeParse(first?.[1]) : null;
  prescriptions.set(name, parsed?.success === true ? { value: parsed.data, broken: false } : { value: key.restricted, broken: true });
}

function defectsOf(name: PolicyName, { form, schema }: PolicyKey<unknown>, value: unknown): readonly PolicyDefect[] {
  if (form.kind !== 'profile') return schema.safeParse(value).success ? [] : [{ at: name, kind: 'wrong-value', detail: '' }];
  const read = checkBankProfile(value);
  return read.ok ? [] : read.defects.map(({ at, wrong }) => ({ at: at === '' ? name : `${name}.${at}`, kind: 'wrong-value' as const, detail: wrong }));
}

/** Which of two banks was meant is not guessed. */
function refuseTwoBanks({ prescriptions, defects }: Reading): void {
  if (!prescriptions.has('bankFile') || !prescriptions.has('bankProfile')) return;
  defects.push({ at: 'bankProfile', kind: 'contradiction', detail: '' });
  for (const name of ['bankFile', 'bankProfile'] as const) prescriptions.set(name, restricted(name));
}

function isOfNewer(version: Prescription | undefined): boolean {
  return version !== undefined && !version.broken && typeof version.value === 'number' && version.value > policyKeys.schemaVersion.restricted;
}

const restricted = (name: PolicyName): Prescription => ({ value: policyKeys[name].restricted, broken: true });

function restrictedWhereFree(given: ReadonlyMap<PolicyName, Prescription>): Prescriptions {
  return prescriptionsOf(new Map(policyNames.map((name) => [name, given.get(name) ?? restricted(name)])));
}

function prescriptionsOf(given: ReadonlyMap<PolicyName, Prescription>): Prescriptions {
  // Each value came out of its own key's schema, or is that key's restricted one.
  return Object.fromEntries(policyNames.map((name) => [name, given.get(name) ?? null])) as Prescriptions;
}
