import type { DescribedWindow } from '../../preload/contract/full-code/described-window.ts';
import { releases } from '../../preload/contract/full-code/releases.ts';
import type { Language } from '../../preload/contract/preferences.ts';
import { describeWindow } from '../reproduction/describe-window.ts';
import { untouched } from '../reproduction/page-notes.ts';
import { codeOf } from '../state/code-of.ts';
import { openUsers } from '../state/screen-of.ts';
import type { KnownStates } from '../state/stores.ts';
import { type Side, titleOf } from '../support/side.ts';
import { formatDate, formatTimeWithSeconds } from '../text/dates.ts';
import type { Session, Shown } from './session.ts';
import type { ReplayWords } from './words.ts';

/** What is said of one moment of a session. */

/** @returns the window as a full code would describe it, with nothing typed in it */
export function describedMoment(states: KnownStates): DescribedWindow {
  const version = releases[releases.length - 1] ?? releases[0];
  return describeWindow(states, untouched, { version, os: 'other', dark: states.preferences.theme === 'dark' });
}

/** @returns the screen code that stood there, and the screen's title in support's language */
export function screenAt(states: KnownStates, side: Side): { readonly code: string; readonly title: string } {
  const { procedure, users, releaseRequest } = states;
  return { code: codeOf(procedure, openUsers(procedure, users, releaseRequest), releaseRequest), title: titleOf(describedMoment(states).shown, side) };
}

/** In one line: code and title, or why there is no window. */
export function lineOf(shown: Shown, side: Side, words: ReplayWords): string {
  if (shown.kind !== 'window') return words.frame[shown.kind];
  const { code, title } = screenAt(shown.states, side);
  return `${code} ${title}`;
}

/** @returns day and time in Japan, to the second */
export function momentTime({ times }: Pick<Session, 'times'>, index: number, language: Language): string {
  const at = new Date(times[index] ?? 0).toISOString();
  return `${formatDate(at, language)} ${formatTimeWithSeconds(at, language)}`;
}

export function durationWords(milliseconds: number, words: ReplayWords): string {
  const seconds = Math.floor(milliseconds / 1_000);
  return words.duration(Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60, seconds % 60, Math.round(milliseconds) % 1_000);
}
