import type { Language } from '../../preload/contract/preferences.ts';

/** By which rules days, times and lists are written. */
export const locales: Readonly<Record<Language, string>> = { ja: 'ja-JP', en: 'en-GB', ko: 'ko-KR' };

/** @returns e.g. "Windows、NSS" or "Windows and NSS" */
export function listed(names: readonly string[], language: Language): string {
  return new Intl.ListFormat(locales[language], { type: 'conjunction' }).format(names);
}
