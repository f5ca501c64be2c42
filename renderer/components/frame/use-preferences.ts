import { useEffect } from 'react';
import type { KaitsuApi } from '../../../preload/contract/contract.ts';
import type { Preferences } from '../../../preload/contract/preferences.ts';
import { type Chosen, useChosen } from '../form/use-chosen.ts';

/** Each preference as a control of its own. */
export type PreferenceControls = { readonly [K in keyof Preferences]: Chosen<Preferences[K]> };

/** The preferences as they were pressed; language, theme and the size of the text are put on the page at once. */
export function usePreferences(published: Preferences, api: KaitsuApi): PreferenceControls {
  const language = useChosen(
    published,
    (all) => all.language,
    (value) => api.preferences.change({ language: value }),
  );
  const theme = useChosen(
    published,
    (all) => all.theme,
    (value) => api.preferences.change({ theme: value }),
  );
  const textSize = useChosen(
    published,
    (all) => all.textSize,
    (value) => api.preferences.change({ textSize: value }),
  );
  const shuffledKeys = useChosen(
    published,
    (all) => all.shuffledKeys,
    (value) => api.preferences.change({ shuffledKeys: value }),
  );
  const updates = useChosen(
    published,
    (all) => all.updates,
    (value) => api.preferences.change({ updates: value }),
  );
  useEffect(() => {
    document.documentElement.lang = language.value;
  }, [language.value]);
  useEffect(() => {
    if (theme.value === 'system') delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = theme.value;
  }, [theme.value]);
  useEffect(() => {
    document.documentElement.dataset.textSize = textSize.value;
  }, [textSize.value]);
  return { language, theme, textSize, shuffledKeys, updates };
}
