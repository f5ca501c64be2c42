import { useEffect, useState } from 'react';
import type { Language } from '../../preload/contract/preferences.ts';
import { loadCatalogue } from './catalogues.ts';
import type { Catalogue } from './ja/catalogue.ts';

export type LoadedTexts = { readonly language: Language; readonly text: Catalogue };
type CatalogueState = { readonly loaded: LoadedTexts | null; readonly failed: boolean };

/**
 * The texts of a language. While another one is fetched, the one before stays, so that nothing flickers.
 * @param language in which the texts are wanted
 * @param first texts that are there already
 */
export function useCatalogue(language: Language, first: LoadedTexts | null): CatalogueState {
  const [state, setState] = useState<CatalogueState>({ loaded: first, failed: false });
  const there = state.loaded?.language === language;
  useEffect(() => {
    if (there) return;
    let wanted = true;
    loadCatalogue(language).then(
      (text) => wanted && setState({ loaded: { language, text }, failed: false }),
      () => wanted && setState((before) => ({ ...before, failed: before.loaded === null })),
    );
    return () => {
      wanted = false;
    };
  }, [language, there]);
  return state;
}
