import type { PublishedBank } from '../../preload/contract/bank.ts';
import type { Language } from '../../preload/contract/preferences.ts';
import { factsOf } from '../help/facts.ts';
import { loadProse } from '../help/use-prose.ts';
import { loadCatalogue } from '../text/catalogues.ts';
import type { Side } from './side.ts';
import type { SupportWords } from './words.ts';

const loaders: Readonly<Record<Language, () => Promise<SupportWords>>> = {
  ja: async () => (await import('./words/ja.ts')).wordsJa,
  en: async () => (await import('./words/en.ts')).wordsEn,
  ko: async () => (await import('./words/ko.ts')).wordsKo,
};

/** @returns the support mode's own words in a language; rejects where the program's own files cannot be read */
export function loadWords(language: Language): Promise<SupportWords> {
  return loaders[language]();
}

/** @returns everything that is said in a language, about this bank; rejects where the program's own files cannot be read */
export async function loadSide(language: Language, bank: PublishedBank): Promise<Side> {
  const [text, words, proseOf] = await Promise.all([loadCatalogue(language), loadWords(language), loadProse(language)]);
  return { text, words, prose: proseOf(text, factsOf(bank, language)), bank };
}
