import type { RequestHandlers } from '../../preload/contract/contract.ts';
import type { Preferences } from '../../preload/contract/preferences.ts';
import { problemOf } from '../../preload/contract/problem.ts';
import type { FollowedPreferences } from './prescribed-preferences.ts';

/**
 * The window's requests about preferences.
 * @param store where they are kept
 * @param apply makes a change felt: publishes it, sets the theme. It holds even where it could not be kept.
 */
export function preferenceHandlers(
  store: Pick<FollowedPreferences, 'change' | 'current'>,
  apply: (preferences: Preferences) => void,
): RequestHandlers['preferences'] {
  return {
    async change(some) {
      const changing = store.change(withoutUndefined(some));
      apply(store.current());
      const changed = await changing;
      return changed.ok ? { ok: true } : { ok: false, problem: problemOf(changed.problem) };
    },
  };
}

function withoutUndefined({
  language,
  theme,
  textSize,
  shuffledKeys,
  updates,
}: { readonly [K in keyof Preferences]?: Preferences[K] | undefined }): Partial<Preferences> {
  return {
    ...(language === undefined ? {} : { language }),
    ...(theme === undefined ? {} : { theme }),
    ...(textSize === undefined ? {} : { textSize }),
    ...(shuffledKeys === undefined ? {} : { shuffledKeys }),
    ...(updates === undefined ? {} : { updates }),
  };
}
