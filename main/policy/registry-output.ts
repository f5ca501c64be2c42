import { readJson } from '../support/json-text.ts';
import type { PolicyEntry } from './policy-entries.ts';
import { type PolicyForm, registryTypes } from './policy-form.ts';
import { type PolicyName, policyKeys, policyNames, registryName } from './policy-keys.ts';

/** Where Windows keeps it; HKEY_LOCAL_MACHINE is called so in every language. */
export const registryParent = 'HKEY_LOCAL_MACHINE\\Software\\Policies';
export const registryKey = `${registryParent}\\Kaitsu`;

const byRegistryName = new Map(policyNames.map((name) => [registryName(name).toLowerCase(), name]));
const isKey = (line: string, key: string): boolean => line.toLowerCase() === key.toLowerCase();
const linesOf = (text: string): readonly string[] => text.split(/\r\n|\n/u);

/** @param text what `reg query` prints of the key above @returns whether there is a policy */
export function namesPolicyKey(text: string): boolean {
  return linesOf(text).some((line) => isKey(line.trimEnd(), registryKey));
}

/**
 * Reads what `reg query … /s` prints: a line with the key, then name, type and data, four blanks before and between.
 * A line of another form (a value with a line break in it, a key below) is a name that nobody knows.
 */
export function readRegistryOutput(text: string): readonly PolicyEntry[] {
  const entries: PolicyEntry[] = [];
  let isInside = false;
  for (const line of linesOf(text)) {
    if (line.trim() === '') continue;
    if (/^HKEY_/iu.test(line)) {
      isInside = isKey(line.trimEnd(), registryKey);
      if (!isInside) entries.push([line.trim(), undefined]);
      continue;
    }
    const [, written, type, data] = /^ {4}(\S.*?) {4}(REG_[A-Z_]+)(?: {4}(.*))?$/u.exec(line) ?? [];
    const name = isInside && written !== undefined ? byRegistryName.get(written.toLowerCase()) : undefined;
    entries.push(name === undefined ? [written ?? line.trim(), undefined] : [name, jsonValueOf(name, type ?? '', data ?? '')]);
  }
  return entries;
}

/** @returns what a JSON policy would hold; undefined where the type is another one, or the data are none of it */
function jsonValueOf(name: PolicyName, type: string, data: string): unknown {
  const form: PolicyForm = policyKeys[name].form;
  if (type !== registryTypes[form.kind]) return undefined;
  switch (form.kind) {
    case 'flag':
    case 'number': {
      const value = /^0x[0-9a-f]{1,8}$/iu.test(data) ? Number(data) : undefined;
      return form.kind === 'number' ? value : value === 0 || value === 1 ? value === 1 : undefined;
    }
    case 'list':
      // reg.exe prints the end of each text as \0.
      return data.split('\\0').filter((word) => word !== '');
    case 'profile': {
      const json = readJson(Buffer.from(data));
      return json.kind === 'value' ? json.value : undefined;
    }
    case 'text':
    case 'choice':
      return data;
    default:
      return form satisfies never;
  }
}
