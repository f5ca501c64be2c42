import type { RequestHandlers } from '../../preload/contract/contract.ts';
import type { Preflight, PreflightResult } from '../../preload/contract/preflight.ts';
import { type PreflightCheck, type PreflightFinding, preflightChecks } from '../../preload/contract/preflight-findings.ts';
import type { Clock, Log } from '../support/ports.ts';

/** What one check found. amount and detail: see the contract. */
export type Found = { readonly finding: PreflightFinding; readonly amount?: number; readonly detail?: string };
/** Looks at one thing. It may take its time: the caller sets the limit and raises the signal. */
export type Look = (signal: AbortSignal) => Promise<Found>;
export type PreflightChecks = { readonly [C in PreflightCheck]: Look };

export type PreflightParts = {
  /** Makes the checks of one run: what they share (one answer of the bank) lasts as long as that run. */
  readonly begin: () => PreflightChecks;
  readonly publish: (value: Preflight) => void;
  readonly clock: Clock;
  readonly log: Log;
  /** How long one check may take, in milliseconds. */
  readonly limit?: number;
};

export type PreflightRunner = {
  current(): Preflight;
  /** Runs every check at once, and resolves when all are over. One that is under way is shared, not begun again. */
  run(): Promise<void>;
};

const unanswered: { readonly [C in PreflightCheck]: PreflightFinding } = {
  clock: 'clock-no-answer',
  network: 'network-no-answer',
  proxy: 'proxy-no-answer',
  bankTls: 'tls-no-answer',
  keychain: 'keychain-no-answer',
  certificateStore: 'store-no-answer',
  osUser: 'user-no-answer',
  disk: 'disk-no-answer',
};

export const usualPreflightLimit = 12_000;

/** @param parts see PreflightParts */
export function createPreflight(parts: PreflightParts): PreflightRunner {
  let current: Preflight = { phase: 'idle', checkedAt: null, results: [] };
  let underWay: Promise<void> | null = null;
  const set = (next: Preflight): void => {
    current = next;
    parts.publish(next);
  };
  const enter = (result: PreflightResult): void => set({ ...current, results: current.results.map((each) => (each.check === result.check ? result : each)) });

  async function runAll(): Promise<void> {
    set({ phase: 'running', checkedAt: current.checkedAt, results: preflightChecks.map((check) => ({ check, finding: null, amount: null })) });
    const looks = parts.begin();
    await Promise.all(
      preflightChecks.map(async (check) => {
        const { finding, amount, detail } = await withLimit(parts, check, looks[check]);
        enter({ check, finding, amount: amount === undefined ? null : Math.round(amount), ...(detail === undefined ? {} : { detail }) });
      }),
    );
    set({ ...current, phase: 'done', checkedAt: parts.clock.now().toISOString() });
    parts.log.info('preflight.done', { findings: current.results.map((result) => result.finding) });
  }

  return {
    current: () => current,
    run() {
      underWay ??= runAll().finally(() => {
        underWay = null;
      });
      return underWay;
    },
  };
}

/** The window's request: answered at once, what is found is published as it is found. */
export function preflightHandlers(preflight: PreflightRunner): RequestHandlers['preflight'] {
  return {
    async run() {
      void preflight.run();
      return { ok: true };
    },
  };
}

/** A check that breaks or takes too long has no answer; the others go on. */
function withLimit({ clock, log, limit = usualPreflightLimit }: PreflightParts, check: PreflightCheck, look: Look): Promise<Found> {
  return new Promise((resolve) => {
    const cancel = new AbortController();
    const giveUp = (why: string, error?: unknown): void => {
      log.warn('preflight.no-answer', { check, why, ...(error === undefined ? {} : { error }) });
      resolve({ finding: unanswered[check] });
    };
    const stop = clock.after(limit, () => {
      giveUp('too late');
      cancel.abort();
    });
    look(cancel.signal)
      .then(resolve, (error: unknown) => giveUp('broke', error))
      .finally(stop);
  });
}
