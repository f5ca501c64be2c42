import type { osFamilies } from '../../preload/contract/full-code/described-window.ts';
import { isRelease, writeWindowCode } from '../../preload/contract/full-code/window-code.ts';
import type { KnownStates } from '../state/stores.ts';
import type { Catalogue } from '../text/ja/catalogue.ts';
import { describeWindow } from './describe-window.ts';
import { readPage } from './page-notes.ts';

/**
 * The full code of the window as it stands there now.
 * @param text in which the window is written
 * @returns null where this version of the program has no codes
 */
export function fullCodeOf(states: KnownStates, text: Catalogue): string | null {
  const { version } = states.settings;
  if (!isRelease(version)) return null;
  const { theme } = states.preferences;
  const dark = theme === 'dark' || (theme === 'system' && window.matchMedia('(prefers-color-scheme: dark)').matches);
  return writeWindowCode(describeWindow(states, readPage(document, text), { version, os: osFamily(navigator.userAgent), dark }));
}

function osFamily(userAgent: string): (typeof osFamilies)[number] {
  if (userAgent.includes('Windows')) return 'windows';
  if (userAgent.includes('Mac OS X')) return 'macos';
  return userAgent.includes('Linux') ? 'linux' : 'other';
}
