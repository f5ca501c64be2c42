import type { Run } from '../certificate/stores/run.ts';
import { type GuardedDisk, type GuardedFile, readGuarded } from '../support/guarded-file.ts';
import { plutilPath, regPath } from '../support/system-tools.ts';
import { fileLimit } from '../support/whole-file.ts';
import { consoleText } from './console-text.ts';
import { brokenPolicy, type PolicyEntries, type PolicySource } from './policy-entries.ts';
import { readPolicyJson } from './policy-json.ts';
import { type Policy, readPolicy } from './read-policy.ts';
import { namesPolicyKey, readRegistryOutput, registryKey, registryParent } from './registry-output.ts';

/** The policy of this machine: one place for each system, which its administrators alone can write. */

export type PolicyMachine = {
  readonly platform: NodeJS.Platform;
  readonly run: Run;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Only tests hand in another one than the system's. */
  readonly disk?: GuardedDisk;
};

/** In milliseconds. */
const toolLimit = 5_000;

const policyPlaces = {
  darwin: { kind: 'managed-preferences', place: '/Library/Managed Preferences/jp.kaitsu.desktop.plist' },
  win32: { kind: 'registry', place: registryKey },
  others: { kind: 'file', place: '/etc/kaitsu/policy.json' },
} as const satisfies Readonly<Record<string, PolicySource>>;

/** @returns where the policy of a machine of this platform stands */
export function policyPlace(platform: NodeJS.Platform): PolicySource {
  return platform === 'darwin' || platform === 'win32' ? policyPlaces[platform] : policyPlaces.others;
}

/** Reads the machine's policy. It is never written, and never an error: what cannot be read restricts everything. */
export async function readMachinePolicy(machine: PolicyMachine): Promise<Policy> {
  const source = policyPlace(machine.platform);
  return readPolicy(await findEntries(machine, source.place), source);
}

async function findEntries(machine: PolicyMachine, place: string): Promise<PolicyEntries> {
  if (machine.platform === 'win32') return readRegistry(machine);
  const file = await readGuarded(place, machine.disk);
  if (file.kind !== 'content') return withoutContent(file);
  return machine.platform === 'darwin' ? readPropertyList(machine, place) : readPolicyJson(file.content);
}

function withoutContent(file: Exclude<GuardedFile, { kind: 'content' }>): PolicyEntries {
  switch (file.kind) {
    case 'absent':
      return { kind: 'absent' };
    case 'writable':
      return brokenPolicy('writable-by-others', file.path);
    case 'unusable':
      return brokenPolicy('no-plain-file', file.path);
    case 'unavailable':
      return brokenPolicy('unreadable', file.code);
    default:
      return file satisfies never;
  }
}

/** @returns what the tool printed, one character for each byte; null where it did not end well */
async function print({ run }: PolicyMachine, tool: string, args: readonly string[]): Promise<string | null> {
  const ended = await run(tool, args, { signal: new AbortController().signal, timeoutMs: toolLimit, encoding: 'latin1' });
  return ended.kind === 'ended' && ended.code === 0 && ended.stdout.length <= fileLimit ? ended.stdout : null;
}

/** A list with dates or raw data has no JSON, and plutil says so by its exit code. */
async function readPropertyList(machine: PolicyMachine, place: string): Promise<PolicyEntries> {
  const printed = await print(machine, plutilPath, ['-convert', 'json', '-o', '-', '--', place]);
  return printed === null ? brokenPolicy('tool-failed', plutilPath) : readPolicyJson(Buffer.from(printed, 'latin1'));
}

/** reg.exe ends alike where there is no key and where it may not be read, so the key above is asked for it first. */
async function readRegistry(machine: PolicyMachine): Promise<PolicyEntries> {
  const tool = regPath(machine.environment);
  const query = (...words: readonly string[]) => print(machine, tool, ['query', ...words, '/reg:64']);
  const above = await query(registryParent);
  if (above === null) return brokenPolicy('tool-failed', tool);
  if (!namesPolicyKey(above)) return { kind: 'absent' };
  const printed = await query(registryKey, '/s');
  if (printed === null) return brokenPolicy('tool-failed', tool);
  const text = await consoleText(printed, async () => codePageIn((await query(codePages, '/v', 'OEMCP')) ?? ''));
  return text === null ? brokenPolicy('tool-failed', tool) : { kind: 'entries', entries: readRegistryOutput(text) };
}

/** The code page that a console without a window begins with. */
const codePages = 'HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Control\\Nls\\CodePage';

function codePageIn(printed: string): string {
  return /^ {4}OEMCP {4}REG_SZ {4}(\d+)\s*$/mu.exec(printed)?.[1] ?? '';
}
