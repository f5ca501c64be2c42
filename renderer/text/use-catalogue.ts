import { useEffect, useState } from 'react';
import type { Language } from '../../preload/contract/preferences.ts';
import { loadCatalogue } from './catalogues.ts';
import type { Catalogue } from './ja/catalogue.ts';

type Loaded = { readonly language: Language; readonly text: Catalogue };
type CatalogueState = { readonly loaded: Loaded | null; readonly failed: boolean };

/**
 * The texts of a language. While another one is fetched, the one before stays, so that nothing flickers.
 * @param language null while it is not known yet
 */
export function useCatalogue(language: Language | null): CatalogueState {
  const [state, setState] = useState<CatalogueState>({ loaded: null, failed: false });
  useEffect(() => {
    if (language === null) return;
    let wanted = true;
    loadCatalogue(language).then(
      (text) => wanted && setState({ loaded: { language, text }, failed: false }),
      () => wanted && setState((before) => ({ ...before, failed: before.loaded === null })),
    );
    return () => {
      wanted = false;
    };
  }, [language]);
  return state;
}
