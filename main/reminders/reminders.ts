import { z } from 'zod';
import type { RequestHandlers } from '../../preload/contract/contract.ts';
import { instantAt } from '../../preload/contract/instant.ts';
import { failure, problemOf } from '../../preload/contract/problem.ts';
import type { ProcedureSnapshot } from '../../preload/contract/procedure.ts';
import type { Reminders } from '../../preload/contract/reminders.ts';
import type { Validity } from '../../preload/contract/validity.ts';
import { certificateIn } from '../procedure/here-already.ts';
import { dayInJapan } from '../release-request/file-names.ts';
import { type JsonFile, jsonFile } from '../support/json-file.ts';
import { programFile } from '../support/kept-files.ts';
import type { KeptValue } from '../support/kept-value.ts';
import { openKeptValue } from '../support/kept-value.ts';
import type { Clock, Log } from '../support/ports.ts';
import type { DiskOptions } from '../support/whole-file.ts';
import { dueReminder, isSnoozed, neverReminded, type Reminded, type Standing, stepReached } from './due-reminder.ts';

/** Reminds the person of the certificate's end by the system's notifications, while the program runs. */

const keptSchema = z.object({
  serial: z.string().max(200),
  step: z.int().min(0),
  day: z.string().max(10),
  snoozedUntil: z.union([z.iso.datetime(), z.literal('')]),
});

export type ReminderStore = KeptValue<Reminded>;

/** @param folder of the place */
export function reminderFile(folder: string, options: DiskOptions = {}): JsonFile<Reminded> {
  return jsonFile(programFile(folder, 'reminders'), keptSchema, options);
}

export function openReminderStore(parts: { readonly file: JsonFile<Reminded>; readonly clock: Clock; readonly log: Log }): Promise<ReminderStore> {
  return openKeptValue({ ...parts, initial: neverReminded, merge: (kept, changed) => ({ ...kept, ...changed }), name: 'reminders' });
}

/** For how long the person wants none, in milliseconds: three days. */
const snooze = 3 * 24 * 60 * 60_000;

export type RemindersParts = {
  readonly snapshot: () => ProcedureSnapshot;
  readonly store: Pick<ReminderStore, 'current' | 'change' | 'settled'>;
  /** Days before the end on which the person is reminded, of the bank profile. */
  readonly days: readonly number[];
  /** By the policy. */
  readonly allowed: boolean;
  /** Shows one. @param daysLeft whole days; null after the end */
  readonly notify: (daysLeft: number | null) => void;
  readonly publish: (value: Reminders) => void;
  readonly clock: Pick<Clock, 'now'>;
};

export type RemindersService = {
  readonly handlers: RequestHandlers['reminders'];
  current(): Reminders;
  /** Resolves once what was to be kept is on the disk. */
  settled(): Promise<void>;
  /** Told whenever the procedure, or what is known of the certificate, has changed. */
  changed(): void;
};

/** @param parts see RemindersParts */
export function createReminders({ snapshot, store, days, allowed, notify, publish, clock }: RemindersParts): RemindersService {
  let published: string | null = null;

  function current(): Reminders {
    const standing = standingOf(snapshot(), clock.now());
    const kept = store.current();
    return {
      offered: allowed && standing !== null && stepReached(days, standing.daysLeft) !== null,
      snoozedUntil: isSnoozed(kept, clock.now()) ? kept.snoozedUntil : null,
    };
  }

  function tell(): void {
    const value = current();
    if (JSON.stringify(value) === published) return;
    published = JSON.stringify(value);
    publish(value);
  }

  function changed(): void {
    const standing = standingOf(snapshot(), clock.now());
    const step = standing === null || !allowed ? null : dueReminder(days, standing, store.current());
    if (standing !== null && step !== null) {
      // Noted first: what is shown twice is worse than what is shown once too little.
      void store.change({ serial: standing.serial, step, day: standing.today });
      notify(standing.daysLeft < 0 ? null : standing.daysLeft);
    }
    tell();
  }

  return {
    current,
    changed,
    settled: store.settled,
    handlers: {
      async snooze() {
        if (!current().offered) return { ok: false, problem: problemOf(failure('not-now').problem) };
        const kept = await store.change({ snoozedUntil: instantAt(clock.now().getTime() + snooze) });
        tell();
        return kept.ok ? { ok: true } : { ok: false, problem: problemOf(kept.problem) };
      },
    },
  };
}

/** By the bank's time, as main found it; null while that is not known, or nothing is left to remind of. */
function standingOf(snapshot: ProcedureSnapshot, now: Date): Standing | null {
  const shown = certificateIn(snapshot);
  const daysLeft = shown?.kind !== 'logon' || shown.validity === null ? null : daysOf(shown.validity);
  return shown === null || daysLeft === null ? null : { serial: shown.certificate.serial, daysLeft, now, today: dayInJapan(now) };
}

function daysOf(validity: Validity): number | null {
  switch (validity.kind) {
    case 'notDue':
    case 'due':
      return validity.daysLeft;
    case 'expired':
      return -1;
    default:
      // Nothing that the person could do here: the window says whom to call.
      return null;
  }
}
