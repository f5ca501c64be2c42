/** The preflight: what is looked at before an attempt at the bank is spent, and all that can be found. */
export const preflightChecks = ['clock', 'network', 'proxy', 'bankTls', 'keychain', 'certificateStore', 'osUser', 'disk'] as const;
export type PreflightCheck = (typeof preflightChecks)[number];

/**
 * Every finding, with what it means for going on. good: nothing to do; advice: worth knowing; bad: an
 * attempt would probably fail. The text catalogue has a sentence and a remedy for each.
 */
export const preflightFindings = {
  'clock-right': { check: 'clock', level: 'good' },
  'clock-wrong': { check: 'clock', level: 'bad' },
  'clock-not-compared': { check: 'clock', level: 'advice' },
  'network-up': { check: 'network', level: 'good' },
  'network-not-needed': { check: 'network', level: 'good' },
  'network-down': { check: 'network', level: 'bad' },
  'network-name-unknown': { check: 'network', level: 'bad' },
  'network-bank-not-reached': { check: 'network', level: 'bad' },
  'proxy-none': { check: 'proxy', level: 'good' },
  'network-captive-portal': { check: 'network', level: 'bad' },
  'network-proxy-first': { check: 'network', level: 'advice' },
  'proxy-used': { check: 'proxy', level: 'good' },
  'proxy-unreachable': { check: 'proxy', level: 'bad' },
  'proxy-refused': { check: 'proxy', level: 'bad' },
  'proxy-credentials-wanted': { check: 'proxy', level: 'bad' },
  'proxy-credentials-refused': { check: 'proxy', level: 'bad' },
  'proxy-sign-in-unsupported': { check: 'proxy', level: 'bad' },
  'tls-trusted': { check: 'bankTls', level: 'good' },
  'tls-inspected': { check: 'bankTls', level: 'bad' },
  'tls-untrusted': { check: 'bankTls', level: 'bad' },
  'tls-not-reached': { check: 'bankTls', level: 'bad' },
  'keychain-ready': { check: 'keychain', level: 'good' },
  'keychain-missing': { check: 'keychain', level: 'bad' },
  'keychain-locked': { check: 'keychain', level: 'bad' },
  'keychain-refused': { check: 'keychain', level: 'bad' },
  'store-ready': { check: 'certificateStore', level: 'good' },
  'store-missing': { check: 'certificateStore', level: 'bad' },
  'store-refused': { check: 'certificateStore', level: 'bad' },
  'user-usual': { check: 'osUser', level: 'good' },
  'user-root': { check: 'osUser', level: 'bad' },
  'user-elevated': { check: 'osUser', level: 'advice' },
  'user-home-refused': { check: 'osUser', level: 'bad' },
  'disk-ready': { check: 'disk', level: 'good' },
  'disk-low': { check: 'disk', level: 'advice' },
  'disk-full': { check: 'disk', level: 'bad' },
  'disk-refused': { check: 'disk', level: 'bad' },
  'clock-no-answer': { check: 'clock', level: 'advice' },
  'network-no-answer': { check: 'network', level: 'bad' },
  'proxy-no-answer': { check: 'proxy', level: 'advice' },
  'tls-no-answer': { check: 'bankTls', level: 'bad' },
  'keychain-no-answer': { check: 'keychain', level: 'bad' },
  'store-no-answer': { check: 'certificateStore', level: 'bad' },
  'user-no-answer': { check: 'osUser', level: 'advice' },
  'disk-no-answer': { check: 'disk', level: 'bad' },
  'clock-before-certificate': { check: 'clock', level: 'bad' },
  'clock-past-certificate': { check: 'clock', level: 'bad' },
  'network-profile-invalid': { check: 'network', level: 'bad' },
  'network-bank-not-started': { check: 'network', level: 'bad' },
  'proxy-not-judged': { check: 'proxy', level: 'advice' },
  'tls-dates-wrong': { check: 'bankTls', level: 'bad' },
  'tls-profile-invalid': { check: 'bankTls', level: 'bad' },
  'bank-closed': { check: 'bankTls', level: 'bad' },
} as const satisfies Readonly<Record<string, { readonly check: PreflightCheck; readonly level: 'good' | 'advice' | 'bad' }>>;

export type PreflightFinding = keyof typeof preflightFindings;
export type PreflightLevel = (typeof preflightFindings)[PreflightFinding]['level'];

/** Findings after which nothing secret may be entered: whoever answered could not be proven to be the bank. */
const unprovenFindings: ReadonlySet<PreflightFinding | null> = new Set(['tls-untrusted', 'tls-inspected', 'tls-dates-wrong', 'tls-profile-invalid']);

/** @returns whether the preflight could not prove that the bank is the bank; any other finding forbids nothing */
export function isUnproven(results: readonly { readonly finding: PreflightFinding | null }[]): boolean {
  return results.some(({ finding }) => unprovenFindings.has(finding));
}

/** What one finding means for going on; null while it is not known. */
export function levelOf(finding: PreflightFinding | null): PreflightLevel | null {
  return finding === null ? null : preflightFindings[finding].level;
}
