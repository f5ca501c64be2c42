import { lazy, Suspense, useRef, useState } from 'react';
import { Button } from '../form/button.tsx';
import { LanguageChoice, TextSizeSegments, ThemeChoice } from './choices.tsx';
import { Icon } from './icon.tsx';
import { useWindow } from './window-context.tsx';
import { Words } from './words.tsx';
import './appearance.css';

const SettingsDialog = lazy(() => import('../../settings/settings-dialog.tsx').then((module) => ({ default: module.SettingsDialog })));

/** The size of the text, in sight: who needs it cannot read where it is hidden. */
export function TextSizeChoice() {
  const { text } = useWindow();
  return (
    <div className="header-size">
      <span className="header-size-name" aria-hidden="true">
        {text.shell.textSize}
      </span>
      <TextSizeSegments />
    </div>
  );
}

/** Language and theme behind one button: they are chosen once, if ever. The browser's own popover closes by Escape and by a press beside it. */
export function Appearance() {
  const { settings, text } = useWindow();
  const words = text.shell;
  const panel = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);
  const showAll = () => {
    panel.current?.hidePopover();
    setOpen(true);
  };
  return (
    <div>
      <button type="button" className="appearance-button" popoverTarget="appearance">
        <Icon name="globe" />
        <span>
          <Words>{words.appearance}</Words>
        </span>
      </button>
      <div id="appearance" ref={panel} popover="auto" className="appearance-panel">
        <div className="appearance-choice">
          <span aria-hidden="true">{words.language}</span>
          <LanguageChoice />
        </div>
        <div className="appearance-choice">
          <span aria-hidden="true">{words.theme}</span>
          <ThemeChoice />
        </div>
        {settings.prescribed.length > 0 && (
          <p className="appearance-note">
            <Words>{text.settings.prescribed(settings.policy?.organization ?? '')}</Words>
          </p>
        )}
        <Button onPress={showAll}>{text.settings.open}</Button>
      </div>
      {open && (
        <Suspense fallback={null}>
          <SettingsDialog onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </div>
  );
}
