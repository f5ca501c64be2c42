import type { WindowFacts } from '../../../preload/contract/bundle.ts';

const most = { fonts: 60, languages: 20 } as const;

/** What the window knows of itself and main does not. Nothing of it is the person's. */
export function windowFacts(screenCode: string): WindowFacts {
  const { screen, innerWidth, innerHeight, devicePixelRatio, navigator } = window;
  const matches = (query: string): boolean => window.matchMedia(query).matches;
  return {
    screenCode,
    languages: navigator.languages.slice(0, most.languages),
    screen: { width: screen.width, height: screen.height, colorDepth: screen.colorDepth },
    window: { width: innerWidth, height: innerHeight },
    zoom: Math.round(devicePixelRatio * 1_000) / 1_000,
    dark: getComputedStyle(document.documentElement).colorScheme === 'dark' || matches('(prefers-color-scheme: dark)'),
    forcedColors: matches('(forced-colors: active)'),
    reducedMotion: matches('(prefers-reduced-motion: reduce)'),
    fonts: loadedFonts(),
  };
}

function loadedFonts(): string[] {
  const loaded = [...document.fonts].filter(({ status }) => status === 'loaded').map(({ family }) => family.replaceAll('"', '').slice(0, 100));
  return [...new Set(loaded)].sort().slice(0, most.fonts);
}
