import type { Language } from '../../preload/contract/preferences.ts';

/**
 * The looks in which a scene is drawn. Every scene, the problems' among them, is drawn light. Each screen, with
 * all that can stand on one, is drawn in the others as well (`tellingScenes`); a problem's frame is the same for
 * every code, and is looked at there once for each severity. Languages: see `takePictures`. What is
 * there to be asked for is drawn only where a picture's name asks for it, e.g. `npm run gallery -- dark-1024`.
 */
export type Look = {
  readonly name: string;
  readonly theme: 'light' | 'dark';
  /** In CSS pixels. */
  readonly width: number;
  readonly height: number;
  /** Device pixels to a CSS pixel. */
  readonly scale: number;
  /** As Windows' contrast themes do it. */
  readonly forcedColors: boolean;
  readonly of: 'every scene' | 'screens' | 'by name';
  /** The window is the usual one enlarged to 200 %: what the page may not do then is looked at, too (WCAG 1.4.4, 1.4.10). */
  readonly enlarged: boolean;
  /** Only colours differ from the look before: what does not depend on them was audited there. */
  readonly recoloured: boolean;
};

const usual = { width: 1280, height: 800, scale: 1, forcedColors: false, enlarged: false, recoloured: false } as const;
const smallest = { ...usual, width: 1024, height: 700 } as const;

export const looks = [
  { ...usual, name: 'light-1280', theme: 'light', of: 'every scene' },
  { ...usual, name: 'dark-1280', theme: 'dark', of: 'screens', recoloured: true },
  { ...usual, name: 'forced-1280', theme: 'light', forcedColors: true, of: 'screens', recoloured: true },
  { ...smallest, name: 'light-1024', theme: 'light', of: 'screens' },
  { ...smallest, name: 'dark-1024', theme: 'dark', of: 'by name', recoloured: true },
  { ...usual, name: 'zoom-640', theme: 'light', width: 640, height: 400, scale: 2, enlarged: true, of: 'screens' },
] as const satisfies readonly Look[];

/** The look in the printed manual: the smallest window, in which letters are largest on paper, with dots enough for print. */
export const printed: Look = { ...smallest, height: 560, name: 'print', theme: 'light', scale: 2, of: 'by name' };

/** @returns e.g. "15-one-time-password-ja-dark-1024": what a picture is called, and what is filtered by */
export function pictureName(scene: string, language: Language, look: Look): string {
  return `${scene}-${language}-${look.name}`;
}
