import { shareOf } from '../renewal-plan.ts';

/** What a scheduler runs every day, and when. */
export type ScheduledRun = {
  /** Program and words; the program by its absolute path. */
  readonly command: readonly [string, ...string[]];
  readonly hour: number;
  readonly minute: number;
};

/** Control characters end a line of a unit file, and no XML can hold them or half a pair of surrogates. */
const unfit = /[\p{Cc}\p{Cs}\u2028\u2029\uFFFE\uFFFF]/u;

/** @returns whether every scheduler can be handed a word as it is */
export const isFit = (word: string): boolean => !unfit.test(word);

/** Office hours, when PCs are on and banks are open, in minutes of the day. */
const first = 10 * 60;
const span = 6 * 60;

/** @param machine see identifyMachine @returns a time of its own for each PC, so that not all of a company ask at once */
export function timeOfDay(machine: string): Pick<ScheduledRun, 'hour' | 'minute'> {
  const minutes = first + Math.floor(shareOf(machine, 'time of day') * span);
  return { hour: Math.floor(minutes / 60), minute: minutes % 60 };
}

const two = (number: number): string => String(number).padStart(2, '0');

/** @returns "10:05" */
export const clockTime = ({ hour, minute }: Pick<ScheduledRun, 'hour' | 'minute'>): string => `${two(hour)}:${two(minute)}`;

/** @returns text as it stands between the tags of an XML document */
export const xmlText = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

export const description = 'Kaitsu: renews the certificate when its time has come';
