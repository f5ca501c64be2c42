import type { Preferences } from '../../preload/contract/preferences.ts';
import { type DiskCode, failure, type Outcome } from '../../preload/contract/problem.ts';
import type { Policy } from '../policy/read-policy.ts';
import type { PreferencesStore } from './preferences.ts';

/** The preferences under a policy: what it prescribes holds, and cannot be changed. What the person chose before stays kept. */
export type FollowedPreferences = Pick<PreferencesStore, 'current' | 'isUnavailable' | 'settled' | 'onRecovered'> & {
  change(some: Partial<Preferences>): Promise<Outcome<void, DiskCode | 'file-unavailable' | 'prescribed-by-policy'>>;
};

/** @param store the person's own choices */
export function followPolicy(store: PreferencesStore, { prescribed: { language, textSize } }: Policy): FollowedPreferences {
  const given: Partial<Preferences> = {
    ...(language === null ? {} : { language: language.value }),
    ...(textSize === null ? {} : { textSize: textSize.value }),
  };
  return {
    ...store,
    current: () => ({ ...store.current(), ...given }),
    change: async (some) => (Object.keys(some).some((name) => name in given) ? failure('prescribed-by-policy') : store.change(some)),
  };
}
