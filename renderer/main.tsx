import { type ReactNode, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { ErrorBoundary } from './components/problem/error-boundary.tsx';
import { Unavailable } from './components/problem/unavailable.tsx';
import { firstTexts } from './first-texts.ts';
import { prefetchScreens } from './screens/screen-view.tsx';
import { prefetchUsersScreens } from './screens/users-view.tsx';
import { connectStores, createStores } from './state/stores.ts';
import './styles/tokens.css';
import './styles/base.css';

const root = document.getElementById('root');
if (root === null) throw new Error('The page has no root element.');

const api = window.kaitsu;
const stores = createStores();
if (api === undefined) draw(root, <Unavailable />);
else {
  connectStores(stores, api);
  void firstTexts(stores).then((texts) => draw(root, <App api={api} stores={stores} texts={texts} />));
}

function draw(into: HTMLElement, content: ReactNode): void {
  createRoot(into).render(
    <StrictMode>
      <ErrorBoundary>{content}</ErrorBoundary>
    </StrictMode>,
  );
  // Once the first screen stands: with the fonts' 250 ranges before it, its layout takes twice as long.
  requestIdleCallback(() => void import('./styles/fonts.ts'), { timeout: 500 });
  requestIdleCallback(prefetchScreens, { timeout: 2000 });
  requestIdleCallback(prefetchUsersScreens, { timeout: 4000 });
}
