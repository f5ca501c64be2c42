import { useEffect, useState } from 'react';
import type { Language } from '../../preload/contract/preferences.ts';
import { loadReplayWords, type ReplayWords } from './words.ts';

/** @returns the words of a language; those before while they are fetched, null before the first */
export function useReplayWords(language: Language): ReplayWords | null {
  const [words, setWords] = useState<ReplayWords | null>(null);
  useEffect(() => {
    let wanted = true;
    loadReplayWords(language).then(
      (loaded) => wanted && setWords(loaded),
      () => undefined,
    );
    return () => {
      wanted = false;
    };
  }, [language]);
  return words;
}
