import type { LiveSession } from '../../state/live-session.ts';
import { Button } from '../form/button.tsx';
import { Appearance, TextSizeChoice } from './appearance.tsx';
import { Icon } from './icon.tsx';
import { SessionBar } from './session-bar.tsx';
import { useWindow } from './window-context.tsx';
import { Words } from './words.tsx';
import './header.css';

type PanelProps = { readonly panelOpen: boolean; readonly onTogglePanel: () => void };

/** On every screen: whose window this is, that it is practice where it is, whom to ask, and how it looks. */
export function Header({ session, ...panel }: PanelProps & { readonly session: LiveSession | null }) {
  const { bank, language, places } = useWindow();
  return (
    <header className="header">
      <div className="header-bar">
        <p className="header-bank">
          <Icon name="bank" />
          <span>
            <Words>{bank.name[language]}</Words>
          </span>
        </p>
        {session !== null && <SessionBar session={session} />}
        {places.open !== null && <Support />}
        <TextSizeChoice />
        <Appearance />
      </div>
      {bank.practice && <PracticeStrip {...panel} />}
    </header>
  );
}

/** Whom to ask; while no place is open, nobody knows whose number that would be. */
function Support() {
  const { bank, language, text } = useWindow();
  return (
    <p className="header-support">
      <span className="header-phone">
        <Icon name="phone" />
        <span className="header-support-name">
          <Words>{text.shell.support}</Words>
        </span>{' '}
        <strong>{bank.support.phone}</strong>
      </span>
      <span className="header-hours">
        <Words>{bank.support.hours[language]}</Words>
      </span>
    </p>
  );
}

/** One line: that nothing here is the real bank, and the way to the practice's papers. */
function PracticeStrip({ panelOpen, onTogglePanel }: PanelProps) {
  const { text } = useWindow();
  return (
    <div className="practice-strip">
      <p>
        <span className="practice-mark">
          <Words>{text.shell.practice}</Words>
        </span>
        <span>
          <Words>{text.shell.practiceLine}</Words>
        </span>
        <span className="practice-more">
          <Words>{text.shell.practiceMore}</Words>
        </span>
      </p>
      <Button icon="card" onPress={onTogglePanel} expanded={panelOpen} {...(panelOpen ? { controls: 'practice-panel' } : {})}>
        {text.practice.open}
      </Button>
    </div>
  );
}
