import practiceProfile from '../../assets/bank-profiles/practice.json';
import { type PolicyName, policyKeys, policyNames } from '../../main/policy/policy-keys.ts';
import type { Policy, Prescription } from '../../main/policy/read-policy.ts';

/** A sound value of each key, other than the one that holds where it is broken. */
export const goodPolicy: Readonly<Record<PolicyName, unknown>> = {
  schemaVersion: 1,
  organization: '情報システム部',
  bankFile: '/etc/kaitsu/asahi.kaitsu-bank',
  bankSigner: '1234-5678-9012-3456-7890-1234-5678-9012',
  bankProfile: practiceProfile,
  practiceAllowed: true,
  proxy: 'http://proxy.example:8080',
  certificateStores: ['windows', 'nss'],
  exportAllowed: true,
  remindersAllowed: true,
  language: 'en',
  textSize: 'largest',
  updateChannel: 'stable',
  updateServer: 'https://updates.company.example/kaitsu/',
  supportModeAllowed: true,
  logRetentionDays: 90,
  unattendedRenewalAllowed: true,
};

/** The policy that allows least. */
export const strictPolicy = Object.fromEntries(
  policyNames.filter((name) => policyKeys[name].restricted !== null && name !== 'organization').map((name) => [name, policyKeys[name].restricted]),
);

export const textOf = (policy: object): Buffer => Buffer.from(JSON.stringify(policy));

/** What holds for a key, in a word: free, good, or restricted because it is broken. */
export function holds(policy: Policy, name: PolicyName): 'free' | 'good' | 'restricted' {
  const found: Prescription | null = policy.prescribed[name];
  if (found === null) return 'free';
  if (!found.broken) return 'good';
  if (JSON.stringify(found.value) !== JSON.stringify(policyKeys[name].restricted)) throw new Error(`${name} is broken and not restricted`);
  return 'restricted';
}
