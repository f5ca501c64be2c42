import type { TextSize, Theme } from '../../../preload/contract/preferences.ts';
import { languageOrder } from '../../text/internal-texts.ts';
import { Segments } from '../form/segments.tsx';
import { useWindow } from './window-context.tsx';

/** What the person chooses of the window's look, wherever it stands. What the policy prescribes is shown and cannot be changed. */

const themeOrder: readonly Theme[] = ['system', 'light', 'dark'];
const sizeOrder: readonly TextSize[] = ['standard', 'large', 'largest'];

export function TextSizeSegments() {
  const { preferences, settings, text } = useWindow();
  const words = text.shell;
  return (
    <Segments
      name={words.textSize}
      options={sizeOrder.map((value) => ({ value, label: words.textSizes[value] }))}
      value={preferences.textSize.value}
      fixed={settings.prescribed.includes('textSize')}
      onChoose={preferences.textSize.choose}
    />
  );
}

export function LanguageChoice() {
  const { preferences, settings, text } = useWindow();
  const words = text.shell;
  return (
    <Segments
      name={words.language}
      options={languageOrder.map((value) => ({ value, label: words.languageNames[value], lang: value }))}
      value={preferences.language.value}
      fixed={settings.prescribed.includes('language')}
      onChoose={preferences.language.choose}
    />
  );
}

export function ThemeChoice() {
  const { preferences, text } = useWindow();
  const words = text.shell;
  return (
    <Segments
      name={words.theme}
      options={themeOrder.map((value) => ({ value, label: words.themeNames[value] }))}
      value={preferences.theme.value}
      onChoose={preferences.theme.choose}
    />
  );
}
