import type { DescribedPreflight } from '../../preload/contract/full-code/described-window.ts';
import type { Preflight } from '../../preload/contract/preflight.ts';
import { type PreflightFinding, preflightChecks } from '../../preload/contract/preflight-findings.ts';
import { preflight as samplePreflight } from '../help/samples/preflight.ts';

/** What the preflight found, in a full code and as a sample. */

/** Seconds, megabytes or an instant, where a finding says one. */
const amounts: Partial<Record<PreflightFinding, number>> = {
  'clock-wrong': -5400,
  'clock-before-certificate': -40 * 86_400,
  'clock-past-certificate': 3 * 86_400,
  'disk-ready': 41_000,
  'disk-low': 180,
  'bank-closed': Date.parse('2026-11-23T23:45:00Z') / 1000,
};

export function amountOf(finding: PreflightFinding): number | null {
  return amounts[finding] ?? null;
}

export function samplePreflightOf({ phase, ...found }: DescribedPreflight): Preflight {
  if (phase === 'idle') return { phase, checkedAt: null, results: [] };
  const results = preflightChecks.map((check) => {
    const finding = found[check];
    return { check, finding, amount: finding === null ? null : amountOf(finding) };
  });
  return { ...samplePreflight({}, { phase, results }), ...(phase === 'running' ? { checkedAt: null } : {}) };
}

export function describePreflight({ phase, results }: Preflight): DescribedPreflight {
  const found = (check: (typeof preflightChecks)[number]) => results.find((result) => result.check === check)?.finding ?? null;
  return {
    phase,
    // Each check has findings of its own.
    ...(Object.fromEntries(preflightChecks.map((check) => [check, found(check)])) as Omit<DescribedPreflight, 'phase'>),
  };
}
