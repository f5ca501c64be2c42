/** When a reminder of the certificate's end is due: a pure rule. Days are the bank's: a wrong clock of this PC does not count them. */

/** What was shown last, and until when none is wanted. */
export type Reminded = {
  /** Of the certificate that was spoken of; another one begins anew. '' where none was. */
  readonly serial: string;
  /** The step of the list that was spoken of last, in days before the end; 0 after it. */
  readonly step: number;
  /** The calendar day (ISO 8601, Japan) on which that was. */
  readonly day: string;
  /** ISO 8601; '' where reminders come. */
  readonly snoozedUntil: string;
};

export const neverReminded: Reminded = { serial: '', step: Number.MAX_SAFE_INTEGER, day: '', snoozedUntil: '' };

export type Standing = {
  readonly serial: string;
  /** Whole days to the end; below 0 after it. */
  readonly daysLeft: number;
  readonly now: Date;
  /** The calendar day of now, in Japan. */
  readonly today: string;
};

/** @param steps days before the end, e.g. 40, 30, 14, 7, 3, 1 @returns the step that has been reached: 0 after the end; null before the first */
export function stepReached(steps: readonly number[], daysLeft: number): number | null {
  if (daysLeft < 0) return 0;
  const reached = steps.filter((step) => daysLeft <= step);
  return reached.length === 0 ? null : Math.min(...reached);
}

/**
 * Each step is spoken of once, one a day at most, and none while the person wants none: what fell into that time is
 * caught up on by the last step reached.
 * @returns the step to speak of now; null: nothing
 */
export function dueReminder(steps: readonly number[], { serial, daysLeft, now, today }: Standing, reminded: Reminded): number | null {
  const step = stepReached(steps, daysLeft);
  if (step === null || isSnoozed(reminded, now)) return null;
  if (reminded.serial !== serial) return step;
  return step < reminded.step && reminded.day !== today ? step : null;
}

export const isSnoozed = ({ snoozedUntil }: Pick<Reminded, 'snoozedUntil'>, now: Date): boolean =>
  snoozedUntil !== '' && now.getTime() < Date.parse(snoozedUntil);
