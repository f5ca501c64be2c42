import { useEffect, useState } from 'react';
import type { Language } from '../../preload/contract/preferences.ts';
import type { ReplayWords } from './words.ts';

const loaders: Readonly<Record<Language, () => Promise<ReplayWords>>> = {
  ja: async () => (await import('./words/ja.ts')).replayJa,
  en: async () => (await import('./words/en.ts')).replayEn,
  ko: async () => (await import('./words/ko.ts')).replayKo,
};

/** @returns the words of a language; those before while they are fetched, null before the first */
export function useReplayWords(language: Language): ReplayWords | null {
  const [words, setWords] = useState<ReplayWords | null>(null);
  useEffect(() => {
    let wanted = true;
    loaders[language]().then(
      (loaded) => wanted && setWords(loaded),
      () => undefined,
    );
    return () => {
      wanted = false;
    };
  }, [language]);
  return words;
}
