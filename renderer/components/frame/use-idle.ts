import { useEffect, useRef } from 'react';

/** After this long without a key or a pointer, secrets are taken off the screen. */
export const idleMilliseconds = 10 * 60 * 1000;

/** Calls onIdle after ten minutes in which neither key nor pointer was used; it begins again with the next use. */
export function useIdle(onIdle: () => void): void {
  const latest = useRef(onIdle);
  latest.current = onIdle;
  useEffect(() => {
    let timer = 0;
    const restart = () => {
      window.clearTimeout(timer);
      timer = window.setTimeout(() => latest.current(), idleMilliseconds);
    };
    const signs = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const;
    for (const sign of signs) window.addEventListener(sign, restart, { passive: true });
    restart();
    return () => {
      window.clearTimeout(timer);
      for (const sign of signs) window.removeEventListener(sign, restart);
    };
  }, []);
}
