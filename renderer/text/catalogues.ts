import type { Language } from '../../preload/contract/preferences.ts';
import type { Catalogue } from './ja/catalogue.ts';

/** Every text of the window, by language. ja is the source; the others are typed by it. Only the one that is shown is loaded. */
const loaders: Readonly<Record<Language, () => Promise<Catalogue>>> = {
  ja: async () => (await import('./ja/catalogue.ts')).ja,
  en: async () => (await import('./en/catalogue.ts')).en,
  ko: async () => (await import('./ko/catalogue.ts')).ko,
};

/** @returns the texts of a language; rejects where the program's own files cannot be read */
export function loadCatalogue(language: Language): Promise<Catalogue> {
  return loaders[language]();
}
