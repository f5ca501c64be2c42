import { useEffect, useState } from 'react';
import type { Language } from '../../preload/contract/preferences.ts';
import { useWindow } from '../components/frame/window-context.tsx';
import { factsOf } from './facts.ts';
import type { ManualProse, ProseOf } from './prose.ts';

/** A language's words are fetched when they are wanted; they come with the program, not over a network. */
const loaders: Readonly<Record<Language, () => Promise<ProseOf>>> = {
  ja: () => import('./prose-ja.ts').then((module) => module.proseJa),
  en: () => import('./prose-en.ts').then((module) => module.proseEn),
  ko: () => import('./prose-ko.ts').then((module) => module.proseKo),
};

/** @returns the manual's words; rejects where the program's own files cannot be read */
export function loadProse(language: Language): Promise<ProseOf> {
  return loaders[language]();
}

/** @returns the manual's words in the window's language, about this bank; null while they are fetched */
export function useProse(): ManualProse | null {
  const { bank, language, text } = useWindow();
  const [loaded, setLoaded] = useState<{ readonly language: Language; readonly proseOf: ProseOf } | null>(null);
  useEffect(() => {
    let wanted = true;
    loadProse(language).then(
      (proseOf) => wanted && setLoaded({ language, proseOf }),
      () => undefined,
    );
    return () => {
      wanted = false;
    };
  }, [language]);
  return loaded === null || loaded.language !== language ? null : loaded.proseOf(text, factsOf(bank, language));
}
