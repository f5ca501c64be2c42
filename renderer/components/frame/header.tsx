import type { Theme } from '../../../preload/contract/preferences.ts';
import { languageOrder } from '../../text/internal-texts.ts';
import { Button } from '../form/button.tsx';
import { Segments } from '../form/segments.tsx';
import { Icon } from './icon.tsx';
import { useWindow } from './window-context.tsx';
import { Words } from './words.tsx';
import './header.css';

const themeOrder: readonly Theme[] = ['system', 'light', 'dark'];

type Props = { readonly panelOpen: boolean; readonly onTogglePanel: () => void };

/** On every screen: whose window this is, that it is practice where it is, whom to ask, and how it looks. */
export function Header({ panelOpen, onTogglePanel }: Props) {
  const { bank, language, preferences, text } = useWindow();
  const words = text.shell;
  return (
    <header className="header">
      <div className="header-bar">
        <p className="header-bank">
          <Icon name="bank" />
          <span>
            <Words>{bank.name[language]}</Words>
          </span>
        </p>
        <p className="header-support">
          <span>
            <Words>{words.support}</Words>
          </span>{' '}
          <strong>{bank.support.phone}</strong>
          <span className="header-hours">
            <Words>{bank.support.hours[language]}</Words>
          </span>
        </p>
        <Segments
          name={words.language}
          options={languageOrder.map((value) => ({ value, label: words.languageNames[value], lang: value }))}
          value={preferences.language.value}
          onChoose={preferences.language.choose}
        />
        <Segments
          name={words.theme}
          options={themeOrder.map((value) => ({ value, label: words.themeNames[value] }))}
          value={preferences.theme.value}
          onChoose={preferences.theme.choose}
        />
      </div>
      {bank.practice && (
        <div className="practice-strip">
          <p>
            <span className="practice-mark">
              <Words>{words.practice}</Words>
            </span>
            <span>
              <Words>{words.practiceLine}</Words>
            </span>
          </p>
          <Button icon="card" onPress={onTogglePanel} expanded={panelOpen} {...(panelOpen ? { controls: 'practice-panel' } : {})}>
            <Words>{text.practice.open}</Words>
          </Button>
        </div>
      )}
    </header>
  );
}
