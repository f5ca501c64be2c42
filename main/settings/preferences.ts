import { type Language, type Preferences, preferencesSchema } from '../../preload/contract/preferences.ts';
import { type JsonFile, type JsonFileOptions, jsonFile } from '../support/json-file.ts';
import { programFile } from '../support/kept-files.ts';
import { type KeptValue, openKeptValue } from '../support/kept-value.ts';
import type { Clock, Log } from '../support/ports.ts';

/** What the person chose for the window, kept over restarts. */
export type PreferencesStore = KeptValue<Preferences>;

/** The file of an earlier version knows nothing of the software keyboard, the size of the text or updates. */
const { shuffledKeys, textSize, updates } = preferencesSchema.shape;
const storedSchema = preferencesSchema.extend({
  shuffledKeys: shuffledKeys.default(false),
  textSize: textSize.default('standard'),
  updates: updates.default(true),
});

/**
 * The language to begin with: the customers of a Japanese bank read Japanese unless their system clearly speaks another language.
 * @param locale BCP 47 or POSIX, e.g. "ja-JP", "en_US.UTF-8", "C"
 */
export function languageOf(locale: string): Language {
  const language = /^[A-Za-z]{2,3}(?=$|[-_.@])/u.exec(locale)?.[0].toLowerCase();
  if (language === 'ko' || language === 'kor') return 'ko';
  return language === undefined || language === 'ja' || language === 'jpn' || language === 'und' ? 'ja' : 'en';
}

/** @returns <dir>/preferences.json */
export function preferencesFile(dir: string, options: JsonFileOptions = {}): JsonFile<Preferences> {
  return jsonFile(programFile(dir, 'preferences'), storedSchema, options);
}

export type PreferencesParts = {
  readonly file: JsonFile<Preferences>;
  /** The operating system's, for the default language. */
  readonly locale: string;
  readonly clock: Clock;
  readonly log: Log;
};

/** Opens the preferences that were kept, or begins with the defaults. @param parts see PreferencesParts */
export function openPreferences({ file, locale, clock, log }: PreferencesParts): Promise<PreferencesStore> {
  const initial: Preferences = { language: languageOf(locale), theme: 'system', textSize: 'standard', shuffledKeys: false, updates: true };
  return openKeptValue({ file, initial, merge: (kept, changed) => ({ ...kept, ...changed }), clock, log, name: 'preferences' });
}
