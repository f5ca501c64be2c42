import type { Language } from '../../preload/contract/preferences.ts';
import { en } from '../../renderer/text/en.ts';
import { type Catalogue, ja } from '../../renderer/text/ja.ts';
import { ko } from '../../renderer/text/ko.ts';

/** Every text of the window at once, as the window itself never holds them. */
export const catalogues: Readonly<Record<Language, Catalogue>> = { ja, en, ko };
