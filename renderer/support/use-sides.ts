import { useEffect, useState } from 'react';
import type { PublishedBank } from '../../preload/contract/bank.ts';
import type { Language } from '../../preload/contract/preferences.ts';
import { loadSide } from './load-side.ts';
import type { Side } from './side.ts';

export type SideIn = { readonly language: Language; readonly side: Side };

/** @returns all that is said in this language about this bank; the one before while it is fetched, null before the first */
export function useSide(language: Language, bank: PublishedBank): SideIn | null {
  const [loaded, setLoaded] = useState<SideIn | null>(null);
  useEffect(() => {
    let wanted = true;
    loadSide(language, bank).then(
      (side) => wanted && setLoaded({ language, side }),
      () => undefined,
    );
    return () => {
      wanted = false;
    };
  }, [language, bank]);
  return loaded;
}
