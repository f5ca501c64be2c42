import { Button } from '../components/form/button.tsx';
import { useWindow } from '../components/frame/window-context.tsx';
import { Words } from '../components/frame/words.tsx';
import type { HelpPage } from './help-page.ts';
import { manualPages } from './pages.ts';
import { type ManualProse, type ManualScreen, screensInOrder } from './prose.ts';

type Props = {
  readonly prose: ManualProse;
  readonly shown: HelpPage;
  /** The page of the screen below. */
  readonly here: HelpPage;
  readonly onChoose: (page: HelpPage) => void;
  /** The help gives way to something else. */
  readonly onLeave: () => void;
};

const withoutBank: readonly ManualScreen[] = ['places', 'bankFile'];
const chapters = ['release', 'activation', 'users', 'certificate'] as const;

/** The help's table of contents: from any page to any other. */
export function HelpContents({ prose, shown, here, onChoose, onLeave }: Props) {
  const { api, bank, places, text } = useWindow();
  // Of what depends on the bank nothing is known before one is opened.
  const told = places.open === null ? withoutBank : screensInOrder(bank.stepOrder);
  const entry = (page: HelpPage, code: string, title: string) => (
    <li key={page}>
      <button type="button" aria-current={page === shown ? 'page' : undefined} onClick={() => onChoose(page)}>
        {code !== '' && <span className="help-code">{code}</span>}
        <span>
          <Words>{title}</Words>
          {page === here && <span className="help-here">{text.help.here}</span>}
        </span>
      </button>
    </li>
  );
  return (
    <nav className="help-contents" aria-label={prose.contents}>
      <ul>{entry('overview', '', prose.chapters.overview.title)}</ul>
      {chapters
        .filter((chapter) => told.some((name) => manualPages[name].chapter === chapter))
        .map((chapter) => (
          <div key={chapter}>
            <p className="help-chapter">
              <Words>{prose.chapters[chapter].title}</Words>
            </p>
            <ul>
              {told.filter((name) => manualPages[name].chapter === chapter).map((name) => entry(name, manualPages[name].code, manualPages[name].title(text)))}
            </ul>
          </div>
        ))}
      <div className="help-support">
        <Button
          icon="shield"
          onPress={() => {
            onLeave();
            void api.bundle.open();
          }}
        >
          {text.bundle.make}
        </Button>
      </div>
    </nav>
  );
}
