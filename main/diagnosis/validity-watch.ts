import type { Outcome } from '../../preload/contract/problem.ts';
import type { Validity } from '../../preload/contract/validity.ts';
import type { Runner } from '../procedure/runner.ts';
import type { Clock, Log } from '../support/ports.ts';
import type { Diagnosis } from './diagnosis.ts';

/** How long the bank may take to say what time it has, in milliseconds. */
const questionLimit = 30_000;
/** How often it is looked whether a day has passed, in milliseconds: a PC may have slept, or its clock been put right. */
const lookAgain = 60 * 60_000;

export type ValidityWatch = {
  /** Finds out where the certificate on the screen stands, and publishes it where it has changed. */
  lookNow(): Promise<void>;
};

export type ValidityWatchParts = {
  readonly runner: Runner;
  readonly diagnose: () => Promise<Outcome<Pick<Diagnosis, 'validity'>>>;
  /** Called when the time for the renewal comes while the program runs. */
  readonly onDue: () => void;
  readonly clock: Clock;
  readonly log: Log;
};

/**
 * Watches how long the certificate on the screen is still good for. The window reads no clock: main decides, and
 * publishes what it found as part of the state, again when a day has passed or the bank's time says otherwise.
 */
export function watchValidity({ runner, diagnose, onDue, clock, log }: ValidityWatchParts): ValidityWatch {
  let looking: Promise<void> | null = null;
  let wantedAgain = false;
  let cancelAlarm: () => void = () => undefined;

  async function look(): Promise<void> {
    const shown = certificateOf(runner);
    if (shown === null) return;
    const { serial, notAfter } = shown.certificate;
    const diagnosis = await diagnose();
    if (!diagnosis.ok) return;
    const validity = await diagnosis.value.validity(notAfter, AbortSignal.timeout(questionLimit));
    const now = certificateOf(runner);
    if (now === null || now.certificate.serial !== serial || same(now.validity, validity)) return;
    await runner.dispatch({ type: 'validityKnown', serial, validity });
    log.info('diagnosis.validity', { kind: validity.kind });
    if (now.validity?.kind === 'notDue' && validity.kind === 'due') onDue();
  }

  async function lookUntilSettled(): Promise<void> {
    do {
      wantedAgain = false;
      await look().catch((error: unknown) => void log.error('diagnosis.validity-broke', { error }));
    } while (wantedAgain);
    looking = null;
    cancelAlarm();
    cancelAlarm = certificateOf(runner) === null ? () => undefined : clock.after(lookAgain, () => void lookNow());
  }

  /** One look at a time; what was asked meanwhile is looked at again. The next hour's follows by itself. */
  function lookNow(): Promise<void> {
    wantedAgain = looking !== null;
    looking ??= lookUntilSettled();
    return looking;
  }

  runner.onChange(() => {
    if (certificateOf(runner)?.validity === null) void lookNow();
  });
  return { lookNow };
}

function certificateOf(runner: Runner) {
  const { state, offer } = runner.snapshot();
  if (state.step === 'start') return offer?.kind === 'logon' ? offer : null;
  return state.step === 'certificateReady' || state.step === 'loggedOn' ? state : null;
}

function same(before: Validity | null, after: Validity): boolean {
  return JSON.stringify(before) === JSON.stringify(after);
}
