import type { Language } from '../../preload/contract/preferences.ts';
import { en } from './en.ts';
import { type Catalogue, ja } from './ja.ts';

/** Every text of the window, by language. ja is the source; the others are typed by it. */
export const catalogues: Readonly<Record<Language, Catalogue>> = { ja, en };
