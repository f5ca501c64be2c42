import type { TextSize, Theme } from '../../../preload/contract/preferences.ts';
import { languageOrder } from '../../text/internal-texts.ts';
import { Segments } from '../form/segments.tsx';
import { Icon } from './icon.tsx';
import { useWindow } from './window-context.tsx';
import { Words } from './words.tsx';
import './appearance.css';

const themeOrder: readonly Theme[] = ['system', 'light', 'dark'];
const sizeOrder: readonly TextSize[] = ['standard', 'large', 'largest'];

/** The size of the text, in sight: who needs it cannot read where it is hidden. */
export function TextSizeChoice() {
  const { preferences, text } = useWindow();
  const words = text.shell;
  return (
    <div className="header-size">
      <span className="header-size-name" aria-hidden="true">
        {words.textSize}
      </span>
      <Segments
        name={words.textSize}
        options={sizeOrder.map((value) => ({ value, label: words.textSizes[value] }))}
        value={preferences.textSize.value}
        onChoose={preferences.textSize.choose}
      />
    </div>
  );
}

/** Language and theme behind one button: they are chosen once, if ever. The browser's own popover closes by Escape and by a press beside it. */
export function Appearance() {
  const { preferences, text } = useWindow();
  const words = text.shell;
  return (
    <div>
      <button type="button" className="appearance-button" popoverTarget="appearance">
        <Icon name="globe" />
        <span>
          <Words>{words.appearance}</Words>
        </span>
      </button>
      <div id="appearance" popover="auto" className="appearance-panel">
        <div className="appearance-choice">
          <span aria-hidden="true">{words.language}</span>
          <Segments
            name={words.language}
            options={languageOrder.map((value) => ({ value, label: words.languageNames[value], lang: value }))}
            value={preferences.language.value}
            onChoose={preferences.language.choose}
          />
        </div>
        <div className="appearance-choice">
          <span aria-hidden="true">{words.theme}</span>
          <Segments
            name={words.theme}
            options={themeOrder.map((value) => ({ value, label: words.themeNames[value] }))}
            value={preferences.theme.value}
            onChoose={preferences.theme.choose}
          />
        </div>
      </div>
    </div>
  );
}
