import type { Stores } from './state/stores.ts';
import { loadCatalogue } from './text/catalogues.ts';
import type { LoadedTexts } from './text/use-catalogue.ts';

/**
 * Waits until every state has come or failed, and meanwhile fetches the texts in the person's language: the first
 * thing that React draws is the first screen, whole. Until then the page shows what index.html has.
 * @returns the texts; null where the language or its texts could not be had
 */
export async function firstTexts(stores: Stores): Promise<LoadedTexts | null> {
  const texts = known(stores.preferences).then(async (): Promise<LoadedTexts | null> => {
    const language = stores.preferences.getState().published?.value.language;
    if (language === undefined) return null;
    return loadCatalogue(language).then(
      (text) => ({ language, text }),
      () => null,
    );
  });
  const [loaded] = await Promise.all([texts, ...Object.values(stores).map(known)]);
  return loaded;
}

type Known = { readonly published: unknown; readonly failed: boolean };
type Watched = { getState(): Known; subscribe(listener: (state: Known) => void): () => void };

/** Resolves as soon as a store has a value, or will have none. */
function known(store: Watched): Promise<void> {
  const decided = ({ published, failed }: Known) => published !== null || failed;
  return new Promise((resolve) => {
    if (decided(store.getState())) return resolve();
    const unsubscribe = store.subscribe((state) => {
      if (!decided(state)) return;
      unsubscribe();
      resolve();
    });
  });
}
