import './no-eval.ts';
import { createRoot } from 'react-dom/client';
import { type Language, languages } from '../../../preload/contract/preferences.ts';
import { Footer } from '../../../renderer/components/frame/footer.tsx';
import { usePreferences } from '../../../renderer/components/frame/use-preferences.ts';
import { WindowProvider } from '../../../renderer/components/frame/window-context.tsx';
import { snapshotOf } from '../../../renderer/help/samples/procedure.ts';
import { silentApi } from '../../../renderer/help/silent-api.ts';
import { catalogues } from '../../../tools/window/catalogues.ts';
import { publishedStates } from '../../../tools/window/published.ts';
import { states } from '../../../tools/window/snapshots.ts';
import '../../../renderer/styles/tokens.css';
import '../../../renderer/styles/base.css';

/** The foot of the window alone, in the language that the address names, with the full code that it names (?language=ja&code=7K3M-…). */

const asked = new URLSearchParams(window.location.search);
const language: Language = languages.find((each) => each === asked.get('language')) ?? 'ja';
const published = publishedStates({ snapshot: snapshotOf(states.newPins) });

function Foot() {
  const preferences = usePreferences(published.preferences, silentApi);
  const value = {
    ...published,
    api: silentApi,
    preferences,
    language,
    text: catalogues[language],
    screenCode: '2-4',
    fullCode: async () => asked.get('code'),
    lockedUsers: null,
  };
  return (
    <WindowProvider value={value}>
      <Footer snapshot={published.procedure} help="newPins" />
    </WindowProvider>
  );
}

document.documentElement.lang = language;
document.documentElement.dataset.theme = asked.get('theme') ?? 'light';
const root = document.getElementById('root');
if (root !== null) createRoot(root).render(<Foot />);
