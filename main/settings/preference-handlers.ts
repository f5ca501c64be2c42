import type { RequestHandlers } from '../../preload/contract/contract.ts';
import type { Preferences } from '../../preload/contract/preferences.ts';
import { problemOf } from '../../preload/contract/problem.ts';
import type { FollowedPreferences } from './prescribed-preferences.ts';

export type FeltPreferences = {
  readonly setTheme: (theme: Preferences['theme']) => void;
  readonly publish: (preferences: Preferences) => void;
};

/**
 * Makes the preferences felt, now and whenever they change, or come back from a disk that was away.
 * @param store where they are kept; a change holds even where it could not be kept
 * @returns what answers the window's requests about them
 */
export function preferenceHandlers(
  store: Pick<FollowedPreferences, 'change' | 'current' | 'onRecovered'>,
  { setTheme, publish }: FeltPreferences,
): RequestHandlers['preferences'] {
  const apply = (): void => {
    setTheme(store.current().theme);
    publish(store.current());
  };
  store.onRecovered(apply);
  setTheme(store.current().theme);
  return {
    async change(some) {
      const changing = store.change(withoutUndefined(some));
      apply();
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
