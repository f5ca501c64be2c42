import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { ErrorBoundary } from '../components/problem/error-boundary.tsx';
import { Unavailable } from '../components/problem/unavailable.tsx';
import { firstTexts } from '../first-texts.ts';
import { connectStores, createStores } from '../state/stores.ts';
import { SupportApp } from './support-app.tsx';
import '../styles/tokens.css';
import '../styles/base.css';

/** The support mode's page. */

const root = document.getElementById('root');
if (root === null) throw new Error('The page has no root element.');
const into = createRoot(root);

void import('../styles/fonts.ts');
const api = window.kaitsu;
if (api === undefined) into.render(<Unavailable />);
else {
  const stores = createStores();
  connectStores(stores, api);
  void firstTexts(stores).then((texts) =>
    into.render(
      <StrictMode>
        <ErrorBoundary>
          <SupportApp api={api} stores={stores} texts={texts} />
        </ErrorBoundary>
      </StrictMode>,
    ),
  );
}
