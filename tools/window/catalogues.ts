import type { Language } from '../../preload/contract/preferences.ts';
import { en } from '../../renderer/text/en/catalogue.ts';
import { type Catalogue, type ErrorLimits, ja } from '../../renderer/text/ja/catalogue.ts';
import { ko } from '../../renderer/text/ko/catalogue.ts';

/** Every text of the window at once, as the window itself never holds them. */
export const catalogues: Readonly<Record<Language, Catalogue>> = { ja, en, ko };

/** What an error's sentence may name: the practice bank's rule for PINs, unless something else is given. */
export function errorLimits(more: Partial<ErrorLimits> = {}): ErrorLimits {
  return { length: 0, min: 6, max: 12, symbols: '', first: '', ...more };
}
