import { useEffect, useState } from 'react';
import type { Scrub } from './scrub.ts';

/** So long nobody has gone on, in milliseconds: then what is read beside the picture is set. */
const rest = 120;

/** @returns where one is, once one stays there: what is set anew at every step of a film would hold up the film */
export function useRested({ at }: Pick<Scrub, 'at'>): number {
  const [index, setIndex] = useState(at.getState());
  useEffect(() => {
    let timer: number | undefined;
    const unsubscribe = at.subscribe((now) => {
      window.clearTimeout(timer);
      timer = window.setTimeout(() => setIndex(now), rest);
    });
    return () => {
      unsubscribe();
      window.clearTimeout(timer);
    };
  }, [at]);
  return index;
}
